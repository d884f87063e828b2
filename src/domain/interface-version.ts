import { daysLeft } from './access';
import type { ChannelSettings, ChannelVia } from './channel';
import { type Instant, instant } from './time';

/** So many days before a network gives up the version of its interface that we speak those above are told; 0: it may have. */
const VERSION_DAYS = [0, 1, 7, 14, 30, 60] as const;

/** A version of a network's interface that ends soon, or has ended. */
export type EndingVersion = { readonly until: Instant; readonly days: (typeof VERSION_DAYS)[number] };

/** LinkedIn promises a version (`YYYYMM`) for a year; it ends at the beginning of that month, in UTC, at the earliest. */
export const endOfVersion = (version: string): Instant =>
  instant(`${Number(version.slice(0, 4)) + 1}-${version.slice(4)}-01T00:00:00Z`);

/** How close the end of a version is; undefined while it is further off than anybody needs to know. */
export const versionDaysLeft = (until: Instant | undefined, now: Instant): EndingVersion['days'] | undefined =>
  daysLeft(until, now, VERSION_DAYS);

/** The end of a version, where it is close enough to be told and a channel that is not switched off leaves by its network. */
export const endingVersion = (
  via: ChannelVia,
  until: Instant | undefined,
  channels: readonly Pick<ChannelSettings, 'via' | 'active'>[],
  now: Instant,
): EndingVersion | undefined => {
  const days = channels.some((channel) => channel.active && channel.via === via) ? versionDaysLeft(until, now) : undefined;
  return until && days !== undefined ? { until, days } : undefined;
};
