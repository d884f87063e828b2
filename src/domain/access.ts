import type { ChannelSettings, ChannelVia } from './channel';
import { earliest, type Instant, isBefore, latest } from './time';

/** So many days before access to an account ends its people are told; 0: it has ended. */
const WARN_DAYS = [0, 1, 7, 14, 30] as const;
export type DaysLeft = (typeof WARN_DAYS)[number];

/** For so many days an access is good from the day it was given on, where its network says so. */
export const ACCESS_DAYS: Readonly<Partial<Record<ChannelVia, number>>> = { linkedin: 60 };

/** So many minutes before its end an access is renewed where that goes by itself; an hour where its network is not named. */
const RENEWED_AHEAD: Readonly<Partial<Record<ChannelVia, number>>> = { linkedin: 10 * 24 * 60, x: 20 };

/** An access counts as over so many minutes before its end: what is begun with it must be done by then. */
const SPARE_MINUTES = 2;

/** So many tries to renew an access that is over may come to nothing before that is left to people: six hours of them, two minutes each. */
const AWAITED_TRIES = 180;

/** After so many minutes a renewal of which nobody knows how it ended is tried again at the earliest, by the time there is. */
const TRIED_AGAIN = { soonest: 2, latest: 60 } as const;

/** How close an end is, of an access if not told otherwise; undefined while it is further off than anybody needs to know. */
export const daysLeft = <Days extends number = DaysLeft>(
  until: Instant | undefined,
  now: Instant,
  ahead: readonly (Days | DaysLeft)[] = WARN_DAYS,
): Days | DaysLeft | undefined => until && ahead.find((days) => !isBefore(now, until.subtract({ hours: days * 24 })));

type Held = Pick<ChannelSettings, 'via' | 'accessUntil' | 'renewal'>;

/**
 * When people must act: at the end of the access, or of what renews it by itself; at the former all the same while that does not
 * succeed. Undefined where nothing ends.
 */
export const accessEnd = ({ via, accessUntil, renewal }: Held, now: Instant): Instant | undefined => {
  if (!renewal || !accessUntil) return accessUntil;
  const overdue = accessUntil.subtract({ minutes: Math.ceil(aheadOf(via) / 4) });
  return isBefore(now, overdue) ? renewal.until : accessUntil;
};

/** The end of a channel's access, when it is close enough to be told; undefined for one that is switched off. */
export const endingAccess = (
  channel: Held & Pick<ChannelSettings, 'active'>,
  now: Instant,
): { readonly until: Instant; readonly days: DaysLeft } | undefined => {
  const until = channel.active ? accessEnd(channel, now) : undefined;
  const days = daysLeft(until, now);
  return until && days !== undefined ? { until, days } : undefined;
};

/** The next moment at which somebody is told; undefined after the last one. */
export const nextWarning = (until: Instant, now: Instant): Instant | undefined => {
  const ahead = WARN_DAYS.map((days) => until.subtract({ hours: days * 24 })).filter((at) => isBefore(now, at));
  const [first, ...rest] = ahead;
  return first && earliest(first, ...rest);
};

/** Whole days from now on; less than none when it is over. */
export const wholeDays = (until: Instant, now: Instant): number => Math.floor(until.since(now).total('hours') / 24);

/** True when it is over by this time tomorrow. */
export const endsWithinADay = (until: Instant | undefined, now: Instant): boolean =>
  until !== undefined && isBefore(until, now.add({ hours: 24 }));

/**
 * When the access is to be renewed; undefined where that does not go by itself, or brings nothing: near the end of what renews it, the
 * next access ends no later than this one.
 */
export const renewsAt = ({ via, accessUntil, renewal }: Held): Instant | undefined => {
  if (!renewal || !accessUntil || (renewal.until && !isBefore(accessUntil, renewal.until))) return undefined;
  const due = accessUntil.subtract({ minutes: aheadOf(via) });
  return renewal.notBefore ? latest(due, renewal.notBefore) : due;
};

/** True once it is. */
export const isToRenew = (held: Held, now: Instant): boolean => {
  const due = renewsAt(held);
  return due !== undefined && !isBefore(now, due);
};

/** When a renewal that came to nothing is tried again: the closer the end, the sooner. */
export const renewAgainAt = (accessUntil: Instant | undefined, now: Instant): Instant => {
  const left = accessUntil ? accessUntil.since(now).total('minutes') / 6 : TRIED_AGAIN.latest;
  return now.add({ minutes: Math.round(Math.min(Math.max(left, TRIED_AGAIN.soonest), TRIED_AGAIN.latest)) });
};

/** The how manieth try to renew an access that is over the next one is; none before. */
export const nextTry = (held: Held, now: Instant): number => (isOver(held, now) ? (held.renewal?.tries ?? 0) + 1 : 0);

/** Whoever tried so often in vain asks people to sign in again. */
export const isInVain = (tries: number): boolean => tries >= AWAITED_TRIES;

/** Nothing is posted on the channel now: its network wants a rest, or its access is over and about to be renewed. */
export const isResting = (channel: Awaiting & Pick<ChannelSettings, 'restUntil'>, now: Instant): boolean =>
  (channel.restUntil !== undefined && isBefore(now, channel.restUntil)) || awaitsAccess(channel, now);

type Awaiting = Held & Pick<ChannelSettings, 'trouble'>;

/** However long that takes: who renews it stops the channel where nothing is to be hoped for any more, and then people post. */
const awaitsAccess = (channel: Awaiting, now: Instant): boolean =>
  channel.trouble === undefined && isOver(channel, now) && renewsAt(channel) !== undefined;

const isOver = ({ accessUntil }: Held, now: Instant): boolean =>
  accessUntil !== undefined && !isBefore(now, accessUntil.subtract({ minutes: SPARE_MINUTES }));

const aheadOf = (via: ChannelVia): number => RENEWED_AHEAD[via] ?? 60;
