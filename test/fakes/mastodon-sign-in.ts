// How a server of Mastodon signs people in, on loopback, from its documentation (methods/apps, methods/oauth): whoever wants to is registered
// as an application; its people see „Autorisieren“ and „Ablehnen“; a code is good once, for its application and address.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, reply } from './local-server';

type App = { readonly secret: string; readonly redirectUri: string; readonly scopes: string };

/** What was registered and given; tests change what the token endpoint says. */
export type SignIn = {
  endpoint: 'answer' | 'fail' | 'refuse';
  readonly apps: Map<string, App>;
  readonly codes: Map<string, string>;
  readonly tokens: Set<string>;
  /** Every secret it ever gave. */
  readonly given: string[];
};

export const openSignIn = (): SignIn => ({
  endpoint: 'answer',
  ...{ apps: new Map(), codes: new Map(), tokens: new Set(), given: [] },
});

/** True for what needs no token. */
export const isSignIn = ({ url = '' }: IncomingMessage): boolean => /^\/(oauth\/|api\/v1\/apps)/.test(url);

/** Everything under /oauth/, and registering. */
export const answerSignIn = async (signIn: SignIn, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const step = `${request.method} ${pathname}`;
  if (step === 'POST /api/v1/apps') return register(signIn, request, response);
  if (step === 'GET /oauth/authorize') return askPerson(signIn, searchParams, response);
  if (step === 'GET /oauth/answer') return sendBack(signIn, searchParams, response);
  if (step === 'POST /oauth/token') return giveToken(signIn, new URLSearchParams(await readBody(request)), response);
  return reply(response, 404, { error: 'Record not found' });
};

const KNOWN = ['read', 'write', 'read:accounts', 'read:statuses', 'write:statuses', 'write:media'];

const register = async (signIn: SignIn, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked: unknown = JSON.parse(await readBody(request));
  const { client_name: name, redirect_uris: redirectUri, scopes = 'read' } = Object(asked);
  if (
    !name ||
    !URL.canParse(redirectUri) ||
    !String(scopes)
      .split(' ')
      .every((scope) => KNOWN.includes(scope))
  )
    return reply(response, 422, { error: 'Validation failed' });
  const [id, secret] = [randomUUID(), mint(signIn, 'app')];
  signIn.apps.set(id, { secret, redirectUri, scopes });
  return reply(response, 200, { id: '1', name, client_id: id, client_secret: secret, redirect_uris: [redirectUri], scopes });
};

const askPerson = async ({ apps }: SignIn, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const app = apps.get(asked.get('client_id') ?? '');
  const isOurs = asked.get('response_type') === 'code' && app?.redirectUri === asked.get('redirect_uri');
  if (!isOurs || asked.get('scope') !== app?.scopes) return reply(response, 400, { error: 'invalid_request' });
  const link = (says: string, label: string): string =>
    `<p><a href="/oauth/answer?${String(new URLSearchParams([...asked, ['says', says]])).replaceAll('&', '&amp;')}">${label}</a></p>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
  response.end(`<!DOCTYPE html><title>Autorisieren</title>${link('yes', 'Autorisieren')}${link('no', 'Ablehnen')}`);
};

const sendBack = async (signIn: SignIn, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.searchParams.set('state', asked.get('state') ?? '');
  if (asked.get('says') === 'yes') {
    const code = mint(signIn, 'code');
    signIn.codes.set(code, asked.get('client_id') ?? '');
    back.searchParams.set('code', code);
  } else back.searchParams.set('error', 'access_denied');
  response.writeHead(302, { location: back.href, connection: 'close' }).end();
};

const giveToken = async (signIn: SignIn, form: URLSearchParams, response: ServerResponse): Promise<void> => {
  if (signIn.endpoint === 'fail') return reply(response, 503, { error: 'server_error' });
  const [code, client] = [form.get('code') ?? '', form.get('client_id') ?? ''];
  const app = signIn.apps.get(client);
  if (!app || app.secret !== form.get('client_secret')) return reply(response, 401, { error: 'invalid_client' });
  const isGood = signIn.codes.get(code) === client && form.get('redirect_uri') === app.redirectUri;
  signIn.codes.delete(code);
  if (!isGood || form.get('grant_type') !== 'authorization_code' || signIn.endpoint === 'refuse')
    return reply(response, 400, { error: 'invalid_grant', error_description: `${code} is not valid` });
  const token = mint(signIn, 'token');
  signIn.tokens.add(token);
  return reply(response, 200, { access_token: token, token_type: 'Bearer', scope: app.scopes, created_at: 1_700_000_000 });
};

const mint = ({ given }: SignIn, what: string): string => {
  const secret = `${what}-streng-geheim-${randomUUID()}`;
  given.push(secret);
  return secret;
};
