import { schedule } from 'node-cron';
import type { Payload } from 'payload';
import type { ChannelOf } from '#runtime/channels';
import { describeError } from '#runtime/describe-error';
import type { Env } from '#runtime/env';
import { log } from '#runtime/log';
import { jobContext } from './context';
import { runJobs } from './round';

/** Every ten seconds. */
const EVERY = '*/10 * * * * *';

/** A round takes seconds, a large edition minutes; one that takes longer hangs. */
const HANGS_AFTER_SECONDS = 600;

/** Running ticks; `stop` lets the round in hand end first, `isAlive` is false when no round has ended for ten minutes. */
export type Ticks = { readonly stop: () => Promise<void>; readonly isAlive: () => boolean };

/**
 * Runs the jobs every ten seconds, one round at a time. Any number of processes may do so on one database. After an error no
 * more rounds are run until `onTrouble` has answered (a locked database: reconnect, or exit).
 */
export const startTicks = (
  payload: Payload,
  env: Pick<Env, 'publicUrl' | 'mailFrom' | 'leaseSeconds'>,
  channel: ChannelOf,
  { owner, onTrouble }: { readonly owner: string; readonly onTrouble: (error: unknown) => Promise<void> | void },
): Ticks => {
  let isStopped = false;
  let lastEnd = process.uptime();
  let round: Promise<void> | undefined;
  const tick = async (): Promise<void> => {
    try {
      // A round that handed something over left more behind, perhaps: it does not wait for the clock to strike.
      while (!isStopped && (await runJobs(jobContext(payload, env, channel, owner)))['dispatch-messages'])
        lastEnd = process.uptime();
    } catch (error) {
      log('tick.failed', describeError(error), 'error');
      await onTrouble(error);
    }
  };
  const begin = (): Promise<void> | undefined => {
    if (isStopped || round) return undefined;
    round = tick().finally(() => {
      round = undefined;
      lastEnd = process.uptime();
    });
    return round;
  };
  const task = schedule(EVERY, begin, { name: 'jobs', suppressMissedWarning: true });
  // What came due while nobody was there does not wait for the clock to strike.
  void begin();
  return {
    isAlive: () => !isStopped && process.uptime() - lastEnd < HANGS_AFTER_SECONDS,
    stop: async () => {
      isStopped = true;
      await task.destroy();
      await round;
    },
  };
};
