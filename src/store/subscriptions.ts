import type { Payload } from 'payload';
import type { HashAddress } from '#domain/suppression';
import { type Instant, latest, toIso } from '#domain/time';
import type { WithdrawalRoute } from '#domain/withdrawal';
import { withdrawConsents } from './consents';
import { fromIso } from './instants';
import { compareAndSet, findRow } from './rows';

/** One person's subscription of one newsletter, as the link in the mail knows it: no address. */
export type Subscription = { readonly id: string; readonly newsletter: string; readonly isConfirmed: boolean };

/** The subscription of that id; undefined when there is none. */
export const loadSubscription = async (payload: Payload, id: string): Promise<Subscription | undefined> => {
  const row = await findRow(payload, 'subscribers', { id: { equals: id } });
  if (!row) return undefined;
  const found = await payload.find({
    collection: 'channels',
    where: { id: { equals: row.channel } },
    depth: 0,
    limit: 1,
    pagination: false,
    select: { name: true },
  });
  return { id, newsletter: found.docs[0]?.name ?? '', isConfirmed: row.status === 'confirmed' };
};

/**
 * Ends a subscription, at once and for what is queued too, and the consent it rests on (`hash` gives what stands there for an
 * address); ending it twice changes nothing more.
 */
export const unsubscribe = async (
  payload: Payload,
  id: string,
  hash: HashAddress,
  now: Instant,
  by: WithdrawalRoute,
): Promise<void> => {
  const row = await findRow(payload, 'subscribers', { id: { equals: id } });
  if (!row) return;
  // Never before the yes that it ends, which another machine's clock may have dated later.
  const at = latest(now, fromIso(row.confirmedAt) ?? now);
  const expected = [{ status: { equals: 'confirmed' } }];
  await compareAndSet(payload, 'subscribers', id, expected, { status: 'unsubscribed', unsubscribedAt: toIso(at) });
  await withdrawConsents(payload, row.channel, hash(row.email, row.channel), at, by);
};
