import type { Payload, Where } from 'payload';
import { weekOf } from '#domain/calendar';
import { type Delivery, type DeliveryStatus, toldAt } from '#domain/delivery';
import { codeOf } from '#domain/ground';
import type { WeeklyLoad } from '#domain/plan';
import { type Instant, toIso } from '#domain/time';
import { readDelivery } from './delivery-row';
import { findRows } from './rows';

/** What a row must say to be counted. */
export type Counted = Pick<Delivery, 'content' | 'channelId' | 'because' | 'status' | 'dueAt' | 'sentAt'>;

/** How many contents each channel carries by a clause per week. */
export type LoadCount = {
  /** The load by all other contents. */
  readonly without: (content: string) => WeeklyLoad;
  /** Counts a content anew by its rows as they stand after planning. */
  readonly recount: (content: string, rows: readonly Counted[]) => void;
};

/**
 * Counts what weekly caps look at, for the given clause codes, from a week before `now` on: in the week a row was sent, or is due.
 * Rows that nobody will send do not count.
 */
export const weeklyLoad = async (payload: Payload, codes: readonly string[], now: Instant): Promise<LoadCount> => {
  const counts = new Map<string, Set<string>>();
  const note = (row: Counted): void => {
    const code = codeOf(row.because);
    if (!code || !codes.includes(code) || UNCOUNTED.some((status) => status === row.status)) return;
    const place = placeOf(row.channelId, code, weekOf(toldAt(row)));
    counts.set(place, (counts.get(place) ?? new Set()).add(row.content));
  };
  if (codes.length > 0)
    for (const row of await findRows(payload, 'deliveries', countedWhere(codes, now))) note(readDelivery(row));
  return {
    without: (content) => (channelId, code, week) => {
      const carried = counts.get(placeOf(channelId, code, week));
      return carried ? carried.size - (carried.has(content) ? 1 : 0) : 0;
    },
    recount: (content, rows) => {
      for (const carried of counts.values()) carried.delete(content);
      for (const row of rows) note(row);
    },
  };
};

const UNCOUNTED = ['declined', 'missed', 'withdrawn', 'failed'] as const satisfies readonly DeliveryStatus[];

const countedWhere = (codes: readonly string[], now: Instant): Where => {
  const since = { greater_than_equal: toIso(now.subtract({ hours: 8 * 24 })) };
  return {
    and: [{ clause: { in: [...codes] } }, { or: [{ dueAt: since }, { sentAt: since }] }, { status: { not_in: [...UNCOUNTED] } }],
  };
};

const placeOf = (channelId: string, code: string, week: string): string => [channelId, code, week].join(' ');
