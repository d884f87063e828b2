import type { Payload } from 'payload';
import type { Language } from '#domain/content';
import type { Signup, SignupChoice } from '#domain/signup';
import { type Instant, toIso } from '#domain/time';
import type { WithdrawalRoute } from '#domain/withdrawal';
import { compareAndSet, findRow, findRows, insertOnce, isUnset, type RowData } from './rows';
import { subscriberKey } from './subscribers';

/** What a choice becomes: the proof's checksums, and the language of the newsletter. */
export type Proof = { readonly addressHash: string; readonly textHash: string; readonly language: Language };

/**
 * A person confirmed a newsletter: first the proof, then the subscription. Doing it again gives no second one; whoever left and asks
 * again is let in again, and a new yes of whoever is in lifts what suppressed their address.
 */
export const recordConsent = async (
  payload: Payload,
  signup: Signup,
  { channel, newsletter, organisation, text }: SignupChoice,
  { addressHash, textHash, language }: Proof,
  now: Instant,
): Promise<void> => {
  await addProof(payload, `${signup.id}/${channel}`, {
    ...{ channel, newsletter, organisation, text, textHash, addressHash },
    ...{ origin: 'form', formUrl: signup.formUrl, mailHash: signup.mailHash ?? null },
    ...{
      requestedAt: toIso(signup.requestedAt),
      mailedAt: signup.mailedAt ? toIso(signup.mailedAt) : null,
      confirmedAt: toIso(now),
    },
  });
  const key = subscriberKey(channel, signup.email);
  const confirmed = { status: 'confirmed', confirmedAt: toIso(now), unsubscribedAt: null } as const;
  if (await insertOnce(payload, 'subscribers', { key, channel, email: signup.email, language, ...confirmed })) return;
  const row = await findRow(payload, 'subscribers', { key: { equals: key } });
  if (row) await compareAndSet(payload, 'subscribers', row.id, [], confirmed);
};

/** The consents of an address to a newsletter end at that moment, by that way where it is known; a later yes stands. */
export const withdrawConsents = async (
  payload: Payload,
  channel: string,
  addressHash: string,
  at: Instant,
  withdrawnBy?: WithdrawalRoute,
): Promise<void> => {
  const ofThem = [{ channel: { equals: channel } }, { addressHash: { equals: addressHash } }];
  const isOpen = [isUnset('withdrawnAt'), { confirmedAt: { less_than_equal: toIso(at) } }];
  for (const { id } of await findRows(payload, 'consents', { and: [...ofThem, ...isOpen] }))
    await compareAndSet(payload, 'consents', id, [isUnset('withdrawnAt')], {
      withdrawnAt: toIso(at),
      withdrawnBy: withdrawnBy ?? null,
    });
};

/** Deletes proofs of consents that ended before that moment; gives their number. */
export const forgetProofs = async (payload: Payload, before: Instant): Promise<number> => {
  const where = { withdrawnAt: { less_than: toIso(before) } };
  const { totalDocs } = await payload.count({ collection: 'consents', where });
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'consents', where });
  return totalDocs;
};

/** One proof per yes: the same click again gives none, but whoever left since then and says yes again by the same link has one more. */
const addProof = async (payload: Payload, key: string, data: RowData<'consents'>): Promise<void> => {
  if (await insertOnce(payload, 'consents', { ...data, key })) return;
  const standing = await findRow(payload, 'consents', { key: { equals: key } });
  if (standing?.withdrawnAt) await addProof(payload, `${key}/${standing.withdrawnAt}`, data);
};
