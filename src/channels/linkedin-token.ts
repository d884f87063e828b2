import { z } from 'zod';
import type { Access, Renewal } from '#domain/connection';
import { exchange } from './http';
import { isFine, jsonIn } from './judge';
import { type LinkedinApp, type LinkedinPlace, type LinkedinRenewal, timeoutOf } from './linkedin-line';
import { tokenRefusal } from './token-refusal';

/** LinkedIn's host for signing in; the interface has another one. */
export const signInHost = ({ baseUrl = 'https://www.linkedin.com' }: LinkedinPlace): string => baseUrl;

/** Turns a code that somebody came back with into an access. */
export const exchangeCode = (
  place: LinkedinPlace,
  app: LinkedinApp,
  { code, redirectUri }: { readonly code: string; readonly redirectUri: string },
): Promise<Renewal> => askForAccess(place, app, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });

/**
 * The next access of 60 days. What gets it ends 365 days after the person said yes, however often it is used, and is the same
 * afterwards (Programmatic Refresh Tokens).
 */
export const renewAccess = (place: LinkedinPlace, { refreshToken, ...app }: LinkedinRenewal): Promise<Renewal> =>
  askForAccess(place, app, { grant_type: 'refresh_token', refresh_token: refreshToken });

const askForAccess = async (
  place: LinkedinPlace,
  { clientId, clientSecret }: LinkedinApp,
  question: Readonly<Record<string, string>>,
): Promise<Renewal> => {
  const form = new URLSearchParams({ ...question, client_id: clientId, client_secret: clientSecret });
  const answer = await exchange({
    ...{ method: 'POST', url: `${signInHost(place)}/oauth/v2/accessToken`, timeoutMs: timeoutOf(place) },
    file: { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(form.toString()) },
  });
  const access = isFine(answer) ? accessIn(jsonIn(answer)) : undefined;
  return access ? { kind: 'renewed', access } : tokenRefusal(answer);
};

const seconds = z.number().int().positive().optional();
const ANSWER = z.object({
  access_token: z.string().min(1),
  expires_in: seconds,
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: seconds,
});

const accessIn = (body: unknown): Access | undefined => {
  const given = ANSWER.safeParse(body).data;
  return (
    given && {
      token: given.access_token,
      seconds: given.expires_in,
      refresh: given.refresh_token ? { token: given.refresh_token, seconds: given.refresh_token_expires_in } : undefined,
    }
  );
};
