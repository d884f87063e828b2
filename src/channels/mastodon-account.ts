import { z } from 'zod';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';
import { isFine, jsonIn, judge } from './judge';
import { limitsIn, type MastodonLimits } from './mastodon-limits';
import { lineOf, MANNERS, type MastodonOptions } from './mastodon-line';

/** Whose account a token is good for, and what its server takes. */
export type MastodonAccount = {
  /** As people know it: `@nordsued@social.bund.de`. */
  readonly name: string;
  readonly limits: MastodonLimits;
};

/**
 * Asks the server who the token belongs to (`verify_credentials`) and how much it takes (`/api/v2/instance`); publishes nothing. Else
 * `outcome` as a post would be told: rejected, postponed, or unconfirmed where the server says neither yes nor no.
 */
export const readMastodon = async (options: MastodonOptions): Promise<MastodonAccount | { readonly outcome: SendOutcome }> => {
  const line = lineOf(options);
  if (!line) return { outcome: { kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no-key' } };
  const answer = await line.ask({ method: 'GET', path: '/api/v1/accounts/verify_credentials' });
  const account = isFine(answer) ? ACCOUNT.safeParse(jsonIn(answer)).data : undefined;
  if (!account) return { outcome: judge(answer, options.now(), { ...MANNERS, accepted: () => undefined }) };
  const about = await line.ask({ method: 'GET', path: '/api/v2/instance' });
  const instance = isFine(about) ? jsonIn(about) : undefined;
  const domain = INSTANCE.safeParse(instance).data?.domain ?? options.server;
  return { name: `@${account.username}@${domain}`, limits: limitsIn(instance) };
};

const ACCOUNT = z.object({ username: z.string().min(1) });
const INSTANCE = z.object({ domain: z.string().min(1) });
