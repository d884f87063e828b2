import type { ChannelSettings, ChannelVia } from './channel';
import { earliest, type Instant, isBefore } from './time';

/** So many days before access to an account ends its people are told; 0: it has ended. */
const WARN_DAYS = [0, 1, 7, 14, 30] as const;
export type DaysLeft = (typeof WARN_DAYS)[number];

/** For so many days an access is good from the day it was given on, where its network says so. */
export const ACCESS_DAYS: Readonly<Partial<Record<ChannelVia, number>>> = { linkedin: 60 };

/** How close the end of an access is; undefined while it is further off than anybody needs to know. */
export const daysLeft = (until: Instant | undefined, now: Instant): DaysLeft | undefined =>
  until && WARN_DAYS.find((days) => !isBefore(now, until.subtract({ hours: days * 24 })));

/** The end of a channel's access, when it is close enough to be told; undefined for one that is switched off. */
export const endingAccess = (
  { active, accessUntil: until }: Pick<ChannelSettings, 'active' | 'accessUntil'>,
  now: Instant,
): { readonly until: Instant; readonly days: DaysLeft } | undefined => {
  const days = active ? daysLeft(until, now) : undefined;
  return until && days !== undefined ? { until, days } : undefined;
};

/** The next moment at which somebody is told; undefined after the last one. */
export const nextWarning = (until: Instant, now: Instant): Instant | undefined => {
  const ahead = WARN_DAYS.map((days) => until.subtract({ hours: days * 24 })).filter((at) => isBefore(now, at));
  const [first, ...rest] = ahead;
  return first && earliest(first, ...rest);
};
