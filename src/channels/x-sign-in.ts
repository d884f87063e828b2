import { createHash, randomBytes } from 'node:crypto';
import type { Renewal } from '#domain/connection';
import { refuseElsewhere } from './loopback';
import { askForAccess, type OauthApp } from './oauth-token';
import { type SignIn, withoutAccess } from './sign-in';
import { readMe } from './x-account';
import { askWith, timeoutOf, type XPlace, type XRenewal } from './x-line';

/** What posts need; `offline.access` gives what renews the access, which else ends after two hours. */
const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'];

/**
 * Lets a person give leave to post as the account they are signed in with at X (Authorization Code Flow with PKCE). The library's own
 * sign-in names the challenge wrongly and sends no form, so this is ours. Asking as whom costs the body money.
 */
export const openXSignIn = (place: XPlace, app: OauthApp): SignIn => ({
  begin: async ({ redirectUri, state }) => {
    const verifier = randomBytes(32).toString('base64url');
    const asked = {
      ...{ response_type: 'code', client_id: app.clientId, redirect_uri: redirectUri, state, scope: SCOPES.join(' ') },
      ...{ code_challenge: challengeOf(verifier), code_challenge_method: 'S256' },
    };
    const url = `${hostOf(place, 'https://x.com')}/i/oauth2/authorize?${new URLSearchParams(asked)}`;
    return { kind: 'begun', url, memo: verifier };
  },
  finish: async ({ code, redirectUri, memo = '' }) => {
    const given = await ask(place, app, {
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: memo },
    });
    if (given.kind !== 'renewed') return withoutAccess(given);
    const me = await readMe(askWith(place, given.access.token));
    if (me.kind === 'fine') return { kind: 'granted', access: given.access, accounts: [me.account] };
    const isUnpaid = me.kind === 'refused' && me.trouble === 'spending-limit';
    return { kind: isUnpaid ? 'unpaid' : me.kind, detail: me.detail };
  },
});

/** What X hears first of the secret of one sign-in (RFC 7636 §4.2). */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** Access anew, for two hours, and with it what renews it the next time: X takes this token once. */
export const renewXAccess = (place: XPlace, { refreshToken, ...app }: XRenewal): Promise<Renewal> =>
  ask(place, app, { grant_type: 'refresh_token', refresh_token: refreshToken });

const hostOf = ({ baseUrl }: XPlace, otherwise: string): string => {
  refuseElsewhere('X', baseUrl);
  return baseUrl ?? otherwise;
};

const ask = (place: XPlace, { clientId, clientSecret }: OauthApp, form: Readonly<Record<string, string>>): Promise<Renewal> =>
  askForAccess({
    url: `${hostOf(place, 'https://api.x.com')}/2/oauth2/token`,
    form,
    headers: {
      authorization: `Basic ${Buffer.from([clientId, clientSecret].map(encodeURIComponent).join(':')).toString('base64')}`,
    },
    timeoutMs: timeoutOf(place),
  });
