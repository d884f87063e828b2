import type { Payload } from 'payload';
import { EVERYWHERE, type HashAddress } from '#domain/suppression';
import { type Instant, toIso } from '#domain/time';
import { withdrawConsents } from './consents';
import { fromIsoRequired } from './instants';
import { subscriptionsOf } from './preferences';
import { findRows } from './rows';
import { forgetSignup, signupsOf } from './signups';
import { unsubscribe } from './subscriptions';
import { suppress } from './suppressions';

/**
 * Deletes all that names an address (Art. 17 GDPR), at once for what is queued too. What stays names nobody: the proof of consents that
 * ended, and the hash by which no import brings the address back. Repeatable; first it is not written to any more, so that after a crash
 * at worst the row of somebody who left remains, which a tick deletes in time.
 */
export const erase = async (
  payload: Payload,
  email: string,
  channels: readonly string[],
  hash: HashAddress,
  now: Instant,
): Promise<void> => {
  await suppress(payload, { addressHash: hash(email, EVERYWHERE), scope: EVERYWHERE, reason: 'erased' }, now);
  const rows = await subscriptionsOf(payload, email);
  for (const { id } of rows) await unsubscribe(payload, id, hash, now);
  for (const channel of channels) await withdrawConsents(payload, channel, hash(email, channel), now);
  for (const { id } of rows) await payload.db.deleteMany({ collection: 'subscribers', where: { id: { equals: id } } });
  for (const { id } of await signupsOf(payload, email, hash, now)) await forgetSignup(payload, id);
};

/**
 * Deletes the subscriptions of those who left before that moment and keeps their hash, so that no import brings them back; gives their
 * number. Who came back in that very moment stays: their yes is later.
 */
export const forgetLeavers = async (payload: Payload, before: Instant, hash: HashAddress): Promise<number> => {
  const hasLeft = [{ status: { equals: 'unsubscribed' } }, { unsubscribedAt: { less_than: toIso(before) } }];
  const rows = await findRows(payload, 'subscribers', { and: hasLeft });
  for (const { id, email, channel, unsubscribedAt } of rows) {
    const left = fromIsoRequired(unsubscribedAt, 'unsubscribedAt');
    await suppress(payload, { addressHash: hash(email, channel), scope: channel, reason: 'objection' }, left);
    await payload.db.deleteMany({ collection: 'subscribers', where: { and: [{ id: { equals: id } }, ...hasLeft] } });
  }
  return rows.length;
};
