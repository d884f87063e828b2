import { nextSlot } from './calendar';
import type { ChannelSettings } from './channel';
import type { Delivery } from './delivery';
import type { EditionEntry } from './edition';
import { settledAt } from './schedule';
import { type Instant, isBefore } from './time';

/** When the next issue of a newsletter leaves; its entries are what people look for first. */
export const nextIssue = ({ slot }: Pick<ChannelSettings, 'slot'>, now: Instant): Instant => (slot ? nextSlot(slot, now) : now);

/** True when a row is due until that moment and telling it still makes sense. */
export const isDueInBlock = ({ dueAt, latestAt }: Pick<Delivery, 'dueAt' | 'latestAt'>, until: Instant, now: Instant): boolean =>
  !isBefore(until, dueAt) && isBefore(now, latestAt);

/** What people may take over now, and what is left out because its time to think is not over (UI: Bedenkzeit). */
export type Block = { readonly entries: readonly EditionEntry[]; readonly settling: readonly EditionEntry[] };

/** Leaves out of what is due that whose time to think is not over. */
export const blockOf = (due: readonly EditionEntry[], coolOffMinutes: number, now: Instant): Block => {
  const isSettled = ({ delivery, content }: EditionEntry) => !isBefore(now, settledAt(delivery, content, coolOffMinutes));
  return { entries: due.filter(isSettled), settling: due.filter((entry) => !isSettled(entry)) };
};
