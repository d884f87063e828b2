import { startHouse } from './house-process';

/** Builds what has changed before two files begin to at once. */
export const setup = async (): Promise<void> => {
  await (await startHouse()).stop();
};
