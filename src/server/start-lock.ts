import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '#runtime/clock';

/** How long a second process waits for the first to set up the database, in seconds; an older lock belongs to nobody. */
export const START_LOCK_SECONDS = 30;

/**
 * Lets one process at a time set up the database file: two that create the same tables at once break each other.
 * Answers what gives the lock back; undefined when somebody else holds it longer than START_LOCK_SECONDS.
 */
export const takeStartLock = async (file: string): Promise<(() => void) | undefined> => {
  const owner = `${hostname()} ${process.pid}`;
  const until = process.uptime() + START_LOCK_SECONDS;
  while (!tryTake(file, owner)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else if (process.uptime() > until) return undefined;
    else await sleep(200);
  }
  return () => rmSync(file, { force: true });
};

const tryTake = (file: string, owner: string): boolean => {
  try {
    writeFileSync(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

/** Left behind by a process that was killed while it started. */
const isAbandoned = (file: string): boolean => {
  try {
    const [host, pid] = readFileSync(file, 'utf8').split(' ');
    if (host === hostname() && pid && (Number(pid) === process.pid || !isRunning(Number(pid)))) return true;
    return now().epochMilliseconds - statSync(file).mtimeMs > START_LOCK_SECONDS * 1000;
  } catch {
    // Given back between the two looks: not abandoned, simply free.
    return false;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
