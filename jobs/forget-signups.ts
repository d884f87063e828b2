import { log } from '#runtime/log';
import { expiredSignups, forgetSignup } from '#store/signups';
import type { JobContext } from './context';

/**
 * Requests that nobody confirmed in time are deleted with everything of ours that names their address. Where no mail server is set, the
 * file of the mail goes with all that lie in the outbox folder. Gives the number of requests.
 */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const expired = await expiredSignups(payload, now);
  for (const id of expired) {
    await forgetSignup(payload, id);
    log('signup.forgotten', { signup: id });
  }
  return expired.length;
};
