import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '#domain/time';
import { exchange, type HttpAnswer } from './http';
import { detailOf, isFine, jsonIn } from './judge';
import { isLoopbackUrl } from './loopback';

/** The app at X by which accounts are connected. The library's own sign-in names the challenge wrongly and sends no form, so this is ours. */
export type XApp = {
  readonly clientId: string;
  /** Of confidential clients, as X calls those that run on a server. */
  readonly clientSecret?: string | undefined;
  readonly redirectUri: string;
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  readonly now: () => Instant;
  /** For one exchange, in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
};

/** What a person gave. The refresh token is good once: whoever renews keeps the new one before the next may renew. */
export type XAccess = {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly until: Instant;
};

/**
 * How a sign-in ended. `refused`: a person must sign in again. `later`: certainly nothing happened. `unclear`: the code or refresh token
 * may be used up, and what came of it is lost.
 */
export type XSignIn =
  | { readonly kind: 'signed-in'; readonly access: XAccess }
  | { readonly kind: 'refused' | 'later' | 'unclear'; readonly detail: string };

/** What posts need; `offline.access` gives a refresh token, without which access ends after two hours. */
const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'] as const;

/** A secret for one sign-in, of which X hears its hash first (RFC 7636). */
export const newVerifier = (): string => randomBytes(32).toString('base64url');

/** Where a person says yes; X sends them back to `redirectUri` with `state` and a code. */
export const authoriseUrl = (app: XApp, state: string, verifier: string): string => {
  const url = new URL('/i/oauth2/authorize', placeOf(app, 'https://x.com'));
  url.search = String(
    new URLSearchParams({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      scope: SCOPES.join(' '),
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  );
  return url.href;
};

/** Access for the code with which a person came back. */
export const exchangeCode = (app: XApp, code: string, verifier: string): Promise<XSignIn> =>
  askForAccess(app, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirectUri,
    code_verifier: verifier,
  });

/** Access anew, and with it another refresh token: this one is used up. */
export const renew = (app: XApp, refreshToken: string): Promise<XSignIn> =>
  askForAccess(app, { grant_type: 'refresh_token', refresh_token: refreshToken });

const placeOf = ({ baseUrl }: XApp, otherwise: string): string => {
  if (baseUrl !== undefined && !isLoopbackUrl(baseUrl)) throw new TypeError('X is overridden by this machine only');
  return baseUrl ?? otherwise;
};

const askForAccess = async (app: XApp, form: Readonly<Record<string, string>>): Promise<XSignIn> => {
  const { clientId, clientSecret, now, timeoutMs = 20_000 } = app;
  const fields = clientSecret === undefined ? { ...form, client_id: clientId } : form;
  const asked = now();
  const answer = await exchange({
    method: 'POST',
    url: new URL('/2/oauth2/token', placeOf(app, 'https://api.x.com')).href,
    file: { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(String(new URLSearchParams(fields))) },
    headers: clientSecret === undefined ? {} : { authorization: basic(clientId, clientSecret) },
    timeoutMs,
  });
  return outcomeOf(answer, asked);
};

const basic = (clientId: string, clientSecret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`;

const GRANTED = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive(),
});

/** Whatever X says, its tokens stay out of the detail. */
const outcomeOf = (answer: HttpAnswer, asked: Instant): XSignIn => {
  if (answer.kind !== 'answered') return { kind: answer.kind === 'unreachable' ? 'later' : 'unclear', detail: answer.detail };
  const { status } = answer;
  if (!isFine(answer)) return { kind: kindOf(status), detail: detailOf(answer) };
  const granted = GRANTED.safeParse(jsonIn(answer)).data;
  if (!granted) return { kind: 'unclear', detail: 'answer-unreadable' };
  const until = asked.add({ seconds: Math.floor(granted.expires_in) });
  return { kind: 'signed-in', access: { accessToken: granted.access_token, refreshToken: granted.refresh_token, until } };
};

const kindOf = (status: number): 'refused' | 'later' | 'unclear' => {
  if (status === 429) return 'later';
  return status >= 500 || status === 408 ? 'unclear' : 'refused';
};
