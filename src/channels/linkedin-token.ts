import type { Renewal } from '#domain/connection';
import { type LinkedinPlace, type LinkedinRenewal, timeoutOf } from './linkedin-line';
import { askForAccess, type OauthApp } from './oauth-token';

/** LinkedIn's host for signing in; the interface has another one. */
export const signInHost = ({ baseUrl = 'https://www.linkedin.com' }: LinkedinPlace): string => baseUrl;

/** Turns a code that somebody came back with into an access. */
export const exchangeCode = (
  place: LinkedinPlace,
  app: OauthApp,
  { code, redirectUri }: { readonly code: string; readonly redirectUri: string },
): Promise<Renewal> => ask(place, app, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });

/**
 * The next access of 60 days. What gets it ends 365 days after the person said yes, however often it is used, and is the same
 * afterwards (Programmatic Refresh Tokens).
 */
export const renewAccess = (place: LinkedinPlace, { refreshToken, ...app }: LinkedinRenewal): Promise<Renewal> =>
  ask(place, app, { grant_type: 'refresh_token', refresh_token: refreshToken });

const ask = (place: LinkedinPlace, app: OauthApp, question: Readonly<Record<string, string>>): Promise<Renewal> =>
  askForAccess({
    url: `${signInHost(place)}/oauth/v2/accessToken`,
    form: { ...question, client_id: app.clientId, client_secret: app.clientSecret },
    timeoutMs: timeoutOf(place),
  });
