import type { Payload } from 'payload';
import { isOfAccount } from '#domain/account-mark';
import { type ChannelSettings, LOOKING_VIAS } from '#domain/channel';
import { isAskedAgain } from '#domain/patience';
import type { Instant } from '#domain/time';
import { type Attempt, findAttempt } from './attempts';
import { loadChannelAccount } from './channel-accounts';
import type { LedgerRow } from './delivery-row';

/**
 * The attempt of a row of unknown fate that its network will still be asked after: a post, for of a mail to whoever posts by hand no network
 * could tell, made by the way and with the account that its channel has now.
 */
export const findAskedAfter = async (
  payload: Payload,
  { status, dispatchId, attempt: number }: LedgerRow,
  { id, via, restUntil }: Pick<ChannelSettings, 'id' | 'via' | 'restUntil'>,
  now: Instant,
): Promise<Attempt | undefined> => {
  if (status !== 'unconfirmed' || !dispatchId || !LOOKING_VIAS.includes(via)) return undefined;
  const attempt = await findAttempt(payload, dispatchId, number ?? 0);
  if (attempt?.message?.kind !== 'post' || !isAskedAgain(attempt, restUntil, now)) return undefined;
  return isOfAccount(attempt.account, (await loadChannelAccount(payload, id))?.mark) ? attempt : undefined;
};
