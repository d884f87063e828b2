export { jobContext } from './context';
export { nextMoment } from './next-moment';
export { runJobs } from './round';
export { startTicks } from './ticks';
