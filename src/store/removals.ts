import type { Payload } from 'payload';
import type { Instant } from '#domain/time';
import { type Attempt, findLeft } from './attempts';
import { dispatchesOf, insertDispatch, moveDispatch } from './dispatches';

/** What a network calls the post of a row, and with which account it was made. */
export type Posted = Pick<Attempt, 'account'> & { readonly providerId: string };

/** Undefined where no network took one, or a person posted it. */
export const findPosted = async (payload: Payload, rowId: string): Promise<Posted | undefined> => {
  for (const { id } of await dispatchesOf(payload, 'post', [rowId])) {
    const { outcome, account } = (await findLeft(payload, id)) ?? {};
    if (outcome?.kind === 'accepted' && outcome.providerId) return { account, providerId: outcome.providerId };
  }
  return undefined;
};

/** Asks for a row's post to be taken away; false when that was asked before. What failed may be asked for again. */
export const askRemoval = async (payload: Payload, rowId: string, channelId: string, now: Instant): Promise<boolean> => {
  const opening = { key: `removal/${rowId}`, kind: 'removal', subject: rowId, channelId, notBefore: now } as const;
  if (await insertDispatch(payload, opening)) return true;
  const [dispatch] = await dispatchesOf(payload, 'removal', [rowId]);
  const again = dispatch && (await moveDispatch(payload, dispatch, ['failed', 'cancelled'], 'due', { notBefore: now }));
  return again !== undefined;
};
