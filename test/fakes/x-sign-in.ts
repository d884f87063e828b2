// How X signs people in: OAuth 2.0 with PKCE. A code is good once, a token for two hours, a refresh token once.
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, reply } from './local-server';
import { AUTHORISE_QUERY, TOKEN_FORM } from './x-shapes';
import type { SignIn, XState } from './x-state';

/** The app that asks. */
export const X_APP = { clientId: 'nordsued-app', clientSecret: 'geheimnis-der-app' } as const;

/** Nobody has signed in yet, but for whom this token is. */
export const openSignIn = (token: string): SignIn => ({
  ...{ says: 'yes', endpoint: 'answer', asked: [], given: [] },
  ...{ codes: new Map(), tokens: new Set([token]), refreshTokens: new Map() },
});

/** Everything under /oauth2/. The person says yes or no at once. */
export const answerSignIn = async (state: XState, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url);
  if (request.method === 'GET' && pathname === '/i/oauth2/authorize') return answerPerson(state, searchParams, response);
  if (request.method !== 'POST' || pathname !== '/2/oauth2/token') return refuse(response, 404, 'no such address');
  const { endpoint } = state.signIn;
  if (endpoint === 'fail') return refuse(response, 503, 'temporarily_unavailable');
  if (endpoint === 'busy') return refuse(response, 429, 'too_many_requests');
  const granted = await readToken(state, request, response);
  if (!granted) return;
  // Long enough for a second one to come and ask meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (endpoint === 'hang-up') return void response.destroy();
  reply(response, 200, granted);
};

const answerPerson = async ({ signIn }: XState, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const query = AUTHORISE_QUERY.safeParse(Object.fromEntries(asked));
  if (!query.success || query.data.client_id !== X_APP.clientId) return refuse(response, 400, 'invalid_request');
  const code = mint(signIn, 'code');
  const { code_challenge: challenge, redirect_uri: redirectUri, scope, state } = query.data;
  signIn.codes.set(code, { challenge, redirectUri, scope });
  const back = new URL(redirectUri);
  back.search = String(new URLSearchParams(signIn.says === 'yes' ? { state, code } : { state, error: 'access_denied' }));
  response.writeHead(302, { location: back.href, connection: 'close' }).end();
};

const readToken = async ({ signIn }: XState, request: IncomingMessage, response: ServerResponse): Promise<object | undefined> => {
  const body = await readBody(request);
  const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
  const form = TOKEN_FORM.safeParse(Object.fromEntries(new URLSearchParams(body)));
  const basic = `Basic ${Buffer.from(`${X_APP.clientId}:${X_APP.clientSecret}`).toString('base64')}`;
  if (request.headers.authorization !== basic) return void refuse(response, 401, 'unauthorized_client');
  if (!isForm || !form.success) return void refuse(response, 400, 'invalid_request');
  signIn.asked.push(form.data.grant_type);
  if (signIn.endpoint === 'refuse') return void refuse(response, 400, 'invalid_grant');
  const scope =
    form.data.grant_type === 'refresh_token' ? scopeOfToken(signIn, form.data.refresh_token) : scopeOfCode(signIn, form.data);
  return scope === undefined ? void refuse(response, 400, 'invalid_grant') : grant(signIn, scope);
};

const scopeOfToken = ({ refreshTokens }: SignIn, token: string): string | undefined => {
  const scope = refreshTokens.get(token);
  refreshTokens.delete(token);
  return scope;
};

type CodeForm = { readonly code: string; readonly code_verifier: string; readonly redirect_uri: string };

const scopeOfCode = ({ codes }: SignIn, form: CodeForm): string | undefined => {
  const asked = codes.get(form.code);
  codes.delete(form.code);
  const challenge = createHash('sha256').update(form.code_verifier).digest('base64url');
  return asked?.challenge === challenge && asked.redirectUri === form.redirect_uri ? asked.scope : undefined;
};

const mint = ({ given }: SignIn, what: string): string => {
  const secret = `${what}-streng-geheim-${randomUUID()}`;
  given.push(secret);
  return secret;
};

const grant = (signIn: SignIn, scope: string): object => {
  const { tokens, refreshTokens } = signIn;
  const [token, refreshToken] = [mint(signIn, 'token'), mint(signIn, 'refresh')];
  tokens.add(token);
  const isLasting = scope.split(' ').includes('offline.access');
  if (isLasting) refreshTokens.set(refreshToken, scope);
  const lasting = isLasting ? { refresh_token: refreshToken } : {};
  return { token_type: 'bearer', expires_in: 7_200, access_token: token, scope, ...lasting };
};

const refuse = (response: ServerResponse, status: number, error: string): void =>
  reply(response, status, { error, error_description: 'Value passed was invalid.' });
