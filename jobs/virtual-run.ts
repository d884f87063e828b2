import { earliest, type Instant, isBefore, latest } from '#domain/time';
import { setClock } from '#runtime/clock';

/** Something a person does at a moment of a virtual run; `says` tells it in a line, where it is worth one. */
export type Act = { readonly at: Instant; readonly run: () => Promise<void>; readonly says?: string };

/** What a virtual run is made of. */
export type VirtualRun = {
  readonly from: Instant;
  readonly until: Instant;
  readonly acts: readonly Act[];
  /** One round of the real jobs at the clock's present moment. */
  readonly tick: () => Promise<void>;
  /** The next moment after `at` at which the jobs have something to do; undefined when there is none. */
  readonly next: (at: Instant) => Promise<Instant | undefined>;
  /** Asked after each round: what people will do about it later. */
  readonly react: (at: Instant) => Promise<readonly Act[]>;
  /** Told after each round, with what people did before it. */
  readonly report: (at: Instant, said: readonly string[]) => Promise<void>;
};

/**
 * Lets the real jobs and acts of people run through `from` … `until` on a virtual clock, leaping from one due time to the next.
 * The clock stands still within a round and is the real one again afterwards.
 */
export const runVirtually = async ({ from, until, acts, tick, next, react, report }: VirtualRun): Promise<void> => {
  let waiting = [...acts];
  let at = from;
  try {
    for (;;) {
      const moment = at;
      setClock(() => moment);
      const due = waiting.filter((act) => !isBefore(moment, act.at)).sort(byTime);
      waiting = waiting.filter((act) => isBefore(moment, act.at));
      for (const act of due) await act.run();
      await tick();
      waiting.push(...(await react(moment)));
      await report(
        moment,
        due.flatMap((act) => act.says ?? []),
      );
      if (!isBefore(moment, until)) return;
      const candidates = [await next(moment), ...waiting.map((act) => act.at)].filter((one) => one !== undefined);
      // A moment that does not move on would hold the run up for ever.
      at = latest(moment.add({ seconds: SHORTEST_LEAP }), earliest(until, ...candidates));
    }
  } finally {
    setClock(undefined);
  }
};

const SHORTEST_LEAP = 10;

const byTime = (a: Act, b: Act): number => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0);
