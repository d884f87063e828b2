import type { Payload } from 'payload';
import type { Language } from '#domain/content';
import type { HashAddress } from '#domain/suppression';
import { findRows, inChunks } from './rows';
import { withoutSuppressed } from './suppressions';

/** A confirmed person of a newsletter. */
export type Subscriber = { readonly id: string; readonly email: string; readonly language: Language };

/** What makes a subscription exist once: newsletter and address. */
export const subscriberKey = (channelId: string, email: string): string => `${channelId}/${email.toLowerCase()}`;

/** Ids of everybody who gets a newsletter now, in a stable order. */
export const loadConfirmedIds = async (payload: Payload, channelId: string): Promise<readonly string[]> => {
  const found = await payload.db.find({
    collection: 'subscribers',
    where: { and: [{ channel: { equals: channelId } }, { status: { equals: 'confirmed' } }] },
    limit: 0,
    pagination: false,
    select: { key: true },
  });
  return found.docs.map((row) => String(row.id)).sort();
};

/** Those of the given people who still are confirmed and not suppressed meanwhile, in the given order. */
export const loadSubscribers = async (
  payload: Payload,
  ids: readonly string[],
  hash: HashAddress,
): Promise<readonly Subscriber[]> => {
  const byId = new Map<string, Subscriber>();
  for (const chunk of inChunks(ids, 500)) {
    const where = { and: [{ id: { in: [...chunk] } }, { status: { equals: 'confirmed' } }] };
    for (const row of await withoutSuppressed(payload, await findRows(payload, 'subscribers', where), hash))
      byId.set(row.id, { id: row.id, email: row.email, language: row.language });
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
};
