import type { AttemptStage } from './dispatch';
import { earliest, type Instant, isBefore, latest, Temporal } from './time';

/** A provider that has not taken a message for so many hours gets it no more by itself. */
const PATIENCE_HOURS = 48;

/** Between two tries lie so many hours at most. */
const LONGEST_PAUSE = Temporal.Duration.from({ hours: 2 });

/** Since when a message is tried in vain, and, where there is such a moment, when telling it makes no sense any more. */
export type Patience = { readonly now: Instant; readonly since: Instant; readonly latestAt?: Instant | undefined };

/**
 * When to try again what certainly was not taken: after as long as it has been tried already, so that pauses double up to the
 * longest, and never before the provider `asked` for it. Undefined when that is too late: then it has failed.
 */
export const nextTry = (asked: Instant, { now, since, latestAt }: Patience): Instant | undefined => {
  const waited = now.since(since);
  const pause = Temporal.Duration.compare(waited, LONGEST_PAUSE) < 0 ? waited : LONGEST_PAUSE;
  const at = latest(asked, now.add(pause));
  const end = since.add({ hours: PATIENCE_HOURS });
  return isBefore(at, latestAt ? earliest(end, latestAt) : end) ? at : undefined;
};

/** How long a network rests that has left so many messages (at least one) without an answer: `seconds`, doubled by each, up to the longest pause. */
export const restAfter = (unclear: number, seconds: number, now: Instant): Instant =>
  now.add({ seconds: Math.min(seconds * 2 ** (unclear - 1), LONGEST_PAUSE.total('seconds')) });

/** For so many hours an unclear message is asked after, at doubling intervals; then it is for people alone. */
export const LOOK_HOURS = 24;

/** True while an unclear message is asked after once more: nobody does before `leaseUntil`, nor while its network rests. */
export const isAskedAgain = (
  { startedAt, leaseUntil }: { readonly startedAt: Instant; readonly leaseUntil: Instant },
  restUntil: Instant | undefined,
  now: Instant,
): boolean => isBefore(latest(now, leaseUntil, restUntil ?? now), startedAt.add({ hours: LOOK_HOURS }));

/** Tries further apart than so many hours have nothing to do with each other. */
export const SERIES_HOURS = 24;

/** A try to hand a message over, as far as patience looks at it. */
export type Try = { readonly startedAt: Instant; readonly stage: AttemptStage };

/**
 * The first of the last tries that were all in vain, of tries that come oldest first; those before a person reopened the message
 * do not count. Undefined when the last one was not in vain.
 */
export const triedSince = (tries: readonly Try[], reopenedAt?: Instant): Instant | undefined => {
  let since: Instant | undefined;
  for (const { startedAt, stage } of [...tries].reverse()) {
    if (stage === 'claimed' || stage === 'handing' || stage === 'abandoned') continue;
    if (stage !== 'postponed' || (reopenedAt && isBefore(startedAt, reopenedAt))) return since;
    if (since && isBefore(startedAt.add({ hours: SERIES_HOURS }), since)) return since;
    since = startedAt;
  }
  return since;
};
