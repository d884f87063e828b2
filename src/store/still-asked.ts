import type { Payload } from 'payload';
import type { Delivery } from '#domain/delivery';
import type { EditionEntry } from '#domain/edition';
import { isStillAsked } from '#domain/plan';
import type { Instant } from '#domain/time';
import { loadContents } from './contents';
import { loadDeliveries } from './deliveries';
import type { Settings } from './settings';

/** Of rows those that still may be told at the moment given for each, with their contents as these are now. */
export const stillAsked = async (
  payload: Payload,
  settings: Settings,
  rows: readonly Delivery[],
  at: (row: Delivery) => Instant,
): Promise<readonly EditionEntry[]> => {
  const keys = [...new Set(rows.map((row) => row.content))];
  const contents = await loadContents(payload, keys);
  const ledger = await loadDeliveries(payload, keys);
  return rows.flatMap((delivery) => {
    const content = contents.get(delivery.content);
    const existing = ledger.get(delivery.content) ?? [];
    return content && isStillAsked(delivery, { ...settings, content, existing, now: at(delivery) })
      ? [{ delivery, content }]
      : [];
  });
};
