import type { Payload } from 'payload';
import { SIGNUP_SCOPES } from '#domain/signup';
import { EVERYWHERE, type HashAddress } from '#domain/suppression';
import { type Instant, isBefore, toIso } from '#domain/time';
import { withdrawConsents } from './consents';
import { fromIsoRequired } from './instants';
import { subscriptionsOf } from './preferences';
import { confirmedPages } from './reader-rows';
import { findRows, isUnset } from './rows';
import { forgetSignup, signupsOf } from './signups';
import { unsubscribe } from './subscriptions';
import { openSuppressions, suppress } from './suppressions';
import { forgetUnanswered } from './unanswered';

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
  for (const { id } of rows) await unsubscribe(payload, id, hash, now, 'erasure');
  for (const channel of channels) await withdrawConsents(payload, channel, hash(email, channel), now, 'erasure');
  for (const { id } of rows) await payload.db.deleteMany({ collection: 'subscribers', where: { id: { equals: id } } });
  for (const { id } of await signupsOf(payload, email, hash, now)) await forgetSignup(payload, id);
  // Only who reads that mailbox gets here, and may order anew.
  await forgetUnanswered(payload, hash(email, SIGNUP_SCOPES.newsletters));
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
    // Once more: a crash may have come between their leaving and the end of the proof.
    await withdrawConsents(payload, channel, hash(email, channel), left);
    await payload.db.deleteMany({ collection: 'subscribers', where: { and: [{ id: { equals: id } }, ...hasLeft] } });
  }
  return rows.length;
};

/**
 * Deletes the subscriptions of those who have not been written to since before that moment without having left: their mailbox is gone,
 * they complained about another newsletter, or deleting them was cut off. The hash stays, the proof ends with it. Gives their number.
 */
export const forgetSuppressed = async (payload: Payload, before: Instant, hash: HashAddress): Promise<number> => {
  let forgotten = 0;
  const suppressed = await openSuppressions(payload, hash);
  for await (const rows of confirmedPages(payload))
    for (const [row, at] of await suppressed(rows)) {
      if (!isBefore(at, before)) continue;
      await withdrawConsents(payload, row.channel, hash(row.email, row.channel), at, 'suppression');
      const asRead = row.confirmedAt ? { confirmedAt: { equals: row.confirmedAt } } : isUnset('confirmedAt');
      await payload.db.deleteMany({ collection: 'subscribers', where: { and: [{ id: { equals: row.id } }, asRead] } });
      forgotten += 1;
    }
  return forgotten;
};
