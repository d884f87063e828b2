import { atWallTime, nextWeek } from './calendar';
import { isWorkday } from './holidays';
import { type Instant, inBerlin, isBefore, type Temporal } from './time';

/** Before people sit down to work, so that it lies on top; what the urgent mails of the night said is in it once more. */
const BEGINS = '07:30';

/** After that the working day is over: yesterday's overview would only be in the way of the next morning's. */
const ENDS = '18:00';

/** Drafts that nobody touched for so long are called to mind. */
export const OLD_DRAFT_DAYS = 7;

/** What one morning's digest tells. */
export type Digest = {
  /** Its Berlin day, as `2026-11-23`. */
  readonly day: string;
  /** It tells of what leaves before that moment. */
  readonly until: Instant;
  /** On its first working day the week begins: all of its messages, and what was begun and left lying. On other days that would be a nuisance. */
  readonly isWeekly: boolean;
};

/** The digest that is to leave now; undefined in the evening, at night, and on days on which the six bodies do not work. */
export const digestAt = (now: Instant): Digest | undefined => {
  const date = inBerlin(now).toPlainDate();
  const isTime = !isBefore(now, atWallTime(date, BEGINS)) && isBefore(now, atWallTime(date, ENDS));
  if (!isTime || !isWorkday(date)) return undefined;
  const isWeekly = isFirstWorkday(date);
  return { day: date.toString(), isWeekly, until: nextDigest(isWeekly ? nextWeek(now) : now) };
};

/**
 * True when a digest tells of what waits to be copied into an issue that leaves then: at the beginning of the week of all, else in
 * time to put it together, before the digest after the next one. The Monday issue is told of on Friday.
 */
export const tellsOfIssue = ({ isWeekly, until }: Pick<Digest, 'isWeekly' | 'until'>, issueAt: Instant): boolean =>
  isWeekly || isBefore(issueAt, nextDigest(until));

/** In the last days before its term a request about somebody's own data is told of every morning, at the beginning of a week always. */
const LAST_DAYS = 7;

/** True when a digest tells of a request that is to be answered by then, or was. */
export const tellsOfRequest = ({ isWeekly, until }: Pick<Digest, 'isWeekly' | 'until'>, dueAt: Instant): boolean =>
  isWeekly || isBefore(dueAt, until.add({ hours: LAST_DAYS * 24 }));

const isFirstWorkday = (date: Temporal.PlainDate): boolean =>
  !Array.from({ length: date.dayOfWeek - 1 }, (_, days) => date.subtract({ days: days + 1 })).some(isWorkday);

/** The first moment after `now` at which a digest begins. */
export const nextDigest = (now: Instant): Instant => {
  let date = inBerlin(now).toPlainDate();
  while (!isWorkday(date) || !isBefore(now, atWallTime(date, BEGINS))) date = date.add({ days: 1 });
  return atWallTime(date, BEGINS);
};
