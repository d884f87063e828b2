import { z } from 'zod';
import { isServerName } from '#domain/server-name';
import { exchange } from './http';
import { detailOf, isFine, isOtherServer, jsonIn } from './judge';
import { readMastodon } from './mastodon-account';
import { type MastodonPlace, serverUrl } from './mastodon-line';
import { askForAccess } from './oauth-token';
import { type SignIn, withoutAccess } from './sign-in';

/** To post with pictures, to find and change what was posted, and to ask whose account it is; nothing else. */
const SCOPES = 'read:accounts read:statuses write:statuses write:media';

/** As whom we ask: the account's people see it among the applications they let in. */
export type Ourselves = { readonly name: string; readonly website: string };

/**
 * Lets a person give leave to post as their account on whatever server it is. Nobody knows us there: each time an application is
 * registered, and kept as the memo with the server it is good at. Whoever named that, no private network is asked.
 */
export const openMastodonSignIn = (place: MastodonPlace, ourselves: Ourselves): SignIn => ({
  begin: async ({ redirectUri, state }, server = '') => {
    if (!isServerName(server)) return { kind: 'refused', detail: 'no-server' };
    const json = { client_name: ourselves.name, redirect_uris: redirectUri, scopes: SCOPES, website: ourselves.website };
    const answer = await exchange({ method: 'POST', ...addressOf(place, server, '/api/v1/apps'), json });
    const app = isFine(answer) ? APP.safeParse(jsonIn(answer)).data : undefined;
    if (!app) {
      if (answer.kind !== 'answered') return { kind: 'unknown', detail: answer.detail };
      return { kind: isFine(answer) || isOtherServer(answer) ? 'refused' : 'unknown', detail: detailOf(answer) };
    }
    const memo: Memo = { server, clientId: app.client_id, clientSecret: app.client_secret };
    const asked = { response_type: 'code', client_id: app.client_id, redirect_uri: redirectUri, state, scope: SCOPES };
    const url = `${serverUrl(place, server)}/oauth/authorize?${new URLSearchParams(asked)}`;
    return { kind: 'begun', url, memo: JSON.stringify(memo) };
  },
  finish: async ({ code, redirectUri, memo, server }) => {
    const app = MEMO.parse(JSON.parse(memo ?? '{}'));
    // A token of one server never goes to another.
    if (app.server !== server) return { kind: 'changed', detail: 'other-server' };
    const given = await askForAccess({
      ...addressOf(place, server, '/oauth/token'),
      form: {
        ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, scope: SCOPES },
        ...{ client_id: app.clientId, client_secret: app.clientSecret },
      },
    });
    if (given.kind !== 'renewed') return withoutAccess(given);
    // It does not end, and nothing renews it.
    const access = { token: given.access.token };
    const read = await readMastodon({ ...place, server, token: access.token });
    if (read.kind !== 'fine') return read;
    return { kind: 'granted', access, accounts: [read.account], textLength: read.limits.textLength ?? undefined };
  },
});

const addressOf = (place: MastodonPlace, server: string, path: string) => ({
  ...{ url: `${serverUrl(place, server)}${path}`, isGuarded: place.baseUrl === undefined },
  timeoutMs: place.timeoutMs ?? 20_000,
});

const SECRET = z.string().min(1).max(500);
const APP = z.object({ client_id: SECRET, client_secret: SECRET });
const MEMO = z.object({ server: z.string(), clientId: SECRET, clientSecret: SECRET });
type Memo = z.infer<typeof MEMO>;
