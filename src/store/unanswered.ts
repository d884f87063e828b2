import type { Payload, Where } from 'payload';
import { EVERYWHERE } from '#domain/suppression';
import { type Instant, toIso } from '#domain/time';
import { insertOnce } from './rows';

/** Remembers without the address that a mail asking for a click got none; once for each request, by its key. */
export const noteUnanswered = async (
  payload: Payload,
  { key, addressHash }: { readonly key: string; readonly addressHash: string },
  at: Instant,
): Promise<void> => {
  const rest = { addressHash, scope: EVERYWHERE, reason: 'unanswered', suppressedAt: toIso(at) } as const;
  await insertOnce(payload, 'suppressions', { key: `unanswered/${key}`, ...rest });
};

/** How many mails to an address got no click since the last one that did; its hash is that of sign-ups. */
export const countUnanswered = async (payload: Payload, addressHash: string): Promise<number> =>
  (await payload.db.count({ collection: 'suppressions', where: unansweredBy(addressHash) })).totalDocs;

/** Somebody at that address clicked: what went unanswered before counts no more. */
export const forgetUnanswered = async (payload: Payload, addressHash: string): Promise<void> => {
  await payload.db.deleteMany({ collection: 'suppressions', where: unansweredBy(addressHash) });
};

const unansweredBy = (addressHash: string): Where => ({
  and: [{ addressHash: { equals: addressHash } }, { reason: { equals: 'unanswered' } }],
});
