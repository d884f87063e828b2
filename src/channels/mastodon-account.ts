import { z } from 'zod';
import type { CheckOutcome, Postable } from '#domain/connection';
import { isFine, jsonIn, judgeAccount } from './judge';
import { limitsIn, type MastodonLimits, readInstance } from './mastodon-limits';
import { lineOf, MANNERS, type MastodonOptions } from './mastodon-line';
import { NO_KEY } from './no-key';

/** Whose account a token is good for, as people know it (`@nordsued@social.bund.de`), and what its server takes; or why not. */
export type MastodonAccount =
  | { readonly kind: 'fine'; readonly account: Postable; readonly limits: MastodonLimits }
  | Exclude<CheckOutcome, { kind: 'fine' }>;

/**
 * Asks the server who the token belongs to (`verify_credentials`) and how much it takes (`/api/v2/instance`); publishes nothing.
 */
export const readMastodon = async (options: Omit<MastodonOptions, 'pictureOf'>): Promise<MastodonAccount> => {
  const line = lineOf({ ...options, pictureOf: async () => undefined });
  if (!line) return NO_KEY.check;
  const answer = await line.ask({ method: 'GET', path: '/api/v1/accounts/verify_credentials' });
  const account = isFine(answer) ? ACCOUNT.safeParse(jsonIn(answer)).data : undefined;
  if (!account) return judgeAccount(answer, MANNERS);
  const instance = await readInstance(line.ask);
  const domain = INSTANCE.safeParse(instance).data?.domain ?? options.server;
  return { kind: 'fine', account: { id: account.id, name: `@${account.username}@${domain}` }, limits: limitsIn(instance) };
};

/** Whether the token is good, whose it is, and how long a post may be on its server. */
export const checkMastodon = async (options: MastodonOptions): Promise<CheckOutcome> => {
  const read = await readMastodon(options);
  if (read.kind !== 'fine') return read;
  return { kind: 'fine', name: read.account.name, textLength: read.limits.textLength ?? undefined };
};

const NAME = z.string().min(1).max(200);
const ACCOUNT = z.object({ id: z.string().min(1), username: NAME });
const INSTANCE = z.object({ domain: NAME });
