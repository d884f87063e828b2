import type { Payload, Where } from 'payload';
import { isOfAccount } from '#domain/account-mark';
import type { Delivery } from '#domain/delivery';
import type { Dispatch } from '#domain/dispatch';
import type { Post } from '#domain/message';
import type { PostedBy } from '#domain/posted-by';
import { type Instant, toIso } from '#domain/time';
import { postIn } from './amendments';
import { type Attempt, findLeft } from './attempts';
import { loadChannelAccount } from './channel-accounts';
import { dispatchesOf, insertDispatch, reopenDispatch } from './dispatches';
import { findRow } from './rows';

/** What a network calls the post of a row, with which account it was made, and as what it went out. */
export type Posted = Pick<Attempt, 'account'> & { readonly providerId: string; readonly post: Post | undefined };

/** Undefined where no network took one, or a person posted it. */
export const findPosted = async (payload: Payload, rowId: string): Promise<Posted | undefined> => {
  for (const { id } of await dispatchesOf(payload, 'post', [rowId])) {
    const { outcome, account, message } = (await findLeft(payload, id)) ?? {};
    if (outcome?.kind === 'accepted' && outcome.providerId)
      return { account, providerId: outcome.providerId, post: postIn(message) };
  }
  return undefined;
};

/** Who made the post of a row that is out. */
export const findPostedBy = async (payload: Payload, row: Pick<Delivery, 'id' | 'channelId'>): Promise<PostedBy> => {
  const posted = await findPosted(payload, row.id);
  if (posted) {
    const account = await loadChannelAccount(payload, row.channelId);
    return isOfAccount(posted.account, account?.mark) ? 'us' : 'us-elsewhere';
  }
  const dispatches = await dispatchesOf(payload, 'post', [row.id]);
  const left = await Promise.all(dispatches.map(({ id }) => findLeft(payload, id)));
  return left.some((one) => one?.stage === 'handed-over') ? 'person' : 'unknown';
};

/** Those of these rows whose posts were taken away again. */
export const removedRows = async (payload: Payload, rows: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (await dispatchesOf(payload, 'removal', rows)).filter(({ status }) => status === 'accepted').map(({ subject }) => subject),
  );

/** True when a post that its network calls so left the channel after `since` by another dispatch. */
export const isAnothersPost = async (
  payload: Payload,
  { id, channelId }: Dispatch,
  providerId: string,
  since: Instant,
): Promise<boolean> => {
  const where: Where[] = [
    // Removals, which bear the name of their post, take no place on a channel.
    { channel: { equals: channelId } },
    { startedAt: { greater_than: toIso(since) } },
    { providerId: { equals: providerId } },
    { dispatch: { not_equals: id } },
  ];
  return (await findRow(payload, 'attempts', { and: where })) !== undefined;
};

/** Asks for a row's post to be taken away; false when that was asked before. What was refused may be asked for again, and is tried for as long again. */
export const askRemoval = async (payload: Payload, rowId: string, channelId: string, now: Instant): Promise<boolean> => {
  const opening = { key: `removal/${rowId}`, kind: 'removal', subject: rowId, channelId, notBefore: now } as const;
  if (await insertDispatch(payload, opening)) return true;
  const [dispatch] = await dispatchesOf(payload, 'removal', [rowId]);
  const again = dispatch && (await reopenDispatch(payload, dispatch, ['handed-over', 'cancelled', 'failed'], now));
  return again !== undefined;
};
