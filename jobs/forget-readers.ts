import { LEAVER_DAYS, proofsLapsedBefore, SENT_DAYS } from '#domain/retention';
import { berlinDay } from '#domain/time';
import { addressHasher } from '#runtime/address-hash';
import { log } from '#runtime/log';
import { forgetProofs } from '#store/consents';
import { forgetLeavers, forgetSuppressed } from '#store/erasure';
import { forgetAddresses } from '#store/forgetting';
import { forgetRightsRequests } from '#store/rights-requests';
import { claimTick, isTickClaimed } from '#store/tick-claims';
import type { JobContext } from './context';

/** Mails looked at in one go: each may hold a thousand addresses. */
const AT_ONCE = 50;

/**
 * Deletes what is kept of readers when its time is over: addresses of those who left or are not written to any more, addresses in what
 * was sent, proofs of consents that ended and of requests that were answered years ago. Once a day; what a crash leaves is done tomorrow. Gives the number of documents.
 */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const today = `forget-readers/${berlinDay(now)}`;
  if ((await isTickClaimed(payload, today)) || !(await claimTick(payload, today))) return 0;
  const leftBefore = now.subtract({ hours: LEAVER_DAYS * 24 });
  const hash = addressHasher();
  const leavers = (await forgetLeavers(payload, leftBefore, hash)) + (await forgetSuppressed(payload, leftBefore, hash));
  const lapsed = proofsLapsedBefore(now);
  const proofs = (await forgetProofs(payload, lapsed)) + (await forgetRightsRequests(payload, lapsed));
  const sentBefore = now.subtract({ hours: SENT_DAYS * 24 });
  let mails = 0;
  for (let done = AT_ONCE; done === AT_ONCE; mails += done) done = await forgetAddresses(payload, sentBefore, now, AT_ONCE);
  if (leavers + proofs + mails > 0) log('readers.forgotten', { leavers, proofs, mails });
  return leavers + proofs + mails;
};
