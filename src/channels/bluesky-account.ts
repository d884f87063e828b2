import { z } from 'zod';
import type { CheckOutcome } from '#domain/connection';
import { ACCOUNT_REFUSED } from '#domain/dispatch';
import { type BlueskyLine, MANNERS } from './bluesky-line';
import { isFine, jsonIn, judgeAccount } from './judge';

/**
 * Whether the app password is still good: a session that is kept would outlive it by hours, so this signs in anew, which Bluesky lets an
 * account do a hundred times a day. The session is thrown away.
 */
export const checkBluesky = async ({ ask, account: { handle, password } }: BlueskyLine): Promise<CheckOutcome> => {
  const json = { identifier: handle, password };
  const answer = await ask({ method: 'POST', name: 'com.atproto.server.createSession', json });
  const entered = isFine(answer) ? ENTERED.safeParse(jsonIn(answer)).data : undefined;
  if (!entered) return judgeAccount(answer, MANNERS);
  // Whoever is deactivated, suspended or taken down may still look around.
  if (!entered.active) return { kind: 'refused', trouble: ACCOUNT_REFUSED, detail: 'not-active' };
  return { kind: 'fine', name: `@${entered.handle}` };
};

const ENTERED = z.object({ handle: z.string().min(1).max(253), active: z.boolean().default(true) });
