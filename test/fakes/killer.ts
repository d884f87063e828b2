// Kills callers of the stand-in with SIGKILL around the moment their post is accepted: the two moments that matter, each drawn by a seed.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Call, Hooks } from './stand-in';

export type KillPlan = {
  /** So many kills right after acceptance (logged, not yet answered) and right before it. */
  readonly after: number;
  readonly before: number;
  /** The kills fall among the first so many posts. */
  readonly of: number;
  readonly seed: number;
  /** One pid per line; only these are ever killed. Read anew each time, because killed workers are replaced. */
  readonly pidsFile: string;
  /** Told of every kill: `killed-after <key> <pid>` or `killed-before <key> <pid> accepted|fallen`. */
  readonly note: (line: string) => void;
};

/**
 * Hooks that carry out the plan. A post whose caller was killed right before acceptance was sent whole: half of them are accepted all
 * the same, half fall. A kill whose caller is not in the list moves to the next post.
 */
export const planKills = (plan: KillPlan): Hooks => {
  const random = seeded(plan.seed);
  const numbers = shuffle(
    Array.from({ length: plan.of }, (_, index) => index),
    random,
  );
  const after = schedule(numbers.slice(0, plan.after));
  const before = schedule(numbers.slice(plan.after, plan.after + plan.before));
  return {
    beforeAccept: async (call) => {
      if (!before.take(call.number)) return true;
      const isAccepted = random() < 0.5;
      if (!(await kill(call, plan.pidsFile))) {
        before.giveBack(call.number);
        return true;
      }
      plan.note(`killed-before ${call.key} ${call.caller} ${isAccepted ? 'accepted' : 'fallen'}`);
      return isAccepted;
    },
    afterAccept: async (call) => {
      if (!after.take(call.number)) return;
      if (await kill(call, plan.pidsFile)) plan.note(`killed-after ${call.key} ${call.caller}`);
      else after.giveBack(call.number);
    },
  };
};

/** Random numbers in [0, 1), always the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Posts to act at; one that could not be acted at hands its turn to the next post. */
const schedule = (numbers: readonly number[]) => {
  const pending = [...numbers].sort((a, b) => a - b);
  return {
    take: (number: number): boolean => {
      const next = pending[0];
      if (next === undefined || next > number) return false;
      pending.shift();
      return true;
    },
    giveBack: (number: number): void => {
      pending.unshift(number);
    },
  };
};

/** Kills the caller and waits until its line is closed; false when it is none of ours or gone already. */
const kill = async ({ caller, gone }: Call, pidsFile: string): Promise<boolean> => {
  if (caller === undefined || caller === process.pid || !readPids(pidsFile).includes(caller)) return false;
  try {
    process.kill(caller, 'SIGKILL');
  } catch {
    return false;
  }
  await Promise.race([gone, pause(2_000)]);
  return true;
};

const readPids = (file: string): readonly number[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => Number(line.trim()))
    .filter((pid) => Number.isInteger(pid) && pid > 1);

const shuffle = <T>(items: readonly T[], random: () => number): T[] => {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [result[last], result[other]];
    if (a === undefined || b === undefined) continue;
    result[last] = b;
    result[other] = a;
  }
  return result;
};
