import { SIGNUP_SCOPES } from '#domain/signup';
import { hashAddress } from '#runtime/address-hash';
import { log } from '#runtime/log';
import { expiredSignups, forgetSignup } from '#store/signups';
import { noteUnanswered } from '#store/unanswered';
import type { JobContext } from './context';

/**
 * Requests that nobody confirmed in time are deleted with everything of ours that names their address; that their mail got no click is
 * kept without it. Where no mail server is set, the file of the mail goes with all that lie in the outbox folder. Gives the number of
 * requests.
 */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const expired = await expiredSignups(payload, now);
  for (const { id, kind, key, email, mailedAt } of expired) {
    const addressHash = hashAddress(email, SIGNUP_SCOPES.newsletters);
    if (kind === 'newsletters' && mailedAt) await noteUnanswered(payload, { key, addressHash }, now);
    await forgetSignup(payload, id);
    log('signup.forgotten', { signup: id });
  }
  return expired.length;
};
