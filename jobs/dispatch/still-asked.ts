import type { Payload } from 'payload';
import type { Delivery } from '#domain/delivery';
import type { EditionEntry } from '#domain/edition';
import { isStillAsked } from '#domain/plan';
import { now } from '#runtime/clock';
import { loadContents } from '#store/contents';
import { loadDeliveries } from '#store/deliveries';
import type { Settings } from '#store/settings';

/** Of rows in hand, or about to be, those that still may be told, with their contents as these are now. */
export const stillAsked = async (
  payload: Payload,
  settings: Settings,
  rows: readonly Delivery[],
): Promise<readonly EditionEntry[]> => {
  const keys = [...new Set(rows.map((row) => row.content))];
  const contents = await loadContents(payload, keys);
  const ledger = await loadDeliveries(payload, keys);
  return rows.flatMap((delivery) => {
    const content = contents.get(delivery.content);
    const existing = ledger.get(delivery.content) ?? [];
    return content && isStillAsked(delivery, { ...settings, content, existing, now: now() }) ? [{ delivery, content }] : [];
  });
};
