// LinkedIn's side of signing in, and what it says of pages, on loopback, from its pages (learn.microsoft.com: Authorization Code Flow,
// Programmatic Refresh Tokens, Organization Access Control by Role, Organization Lookup):
//
//   GET /oauth/v2/authorization → a page with „Zulassen“ and „Abbrechen“; either leads back to redirect_uri
//   POST /oauth/v2/accessToken (form) → 200 {access_token, expires_in, refresh_token?, refresh_token_expires_in?} or 400 {error}
//   GET /rest/organizationAcls?q=roleAssignee → {elements}     GET /rest/organizationsLookup?ids=List(…) → {results}
//
// A code is good once and for its redirect_uri. A refresh token stays the same, or is replaced at each use where `rotates` is set, as X does.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, reply } from './local-server';

/** A page and the role of the one member there is. */
export type LinkedinPage = { readonly id: string; readonly name: string; readonly role?: string; readonly state?: string };

/** What the member and the application may do; tests change it. */
export type Members = {
  pages: readonly LinkedinPage[];
  /** The application may renew accesses. */
  givesRefresh: boolean;
  rotates: boolean;
  /** What the token endpoint does: answer, fail (500), refuse (400), or take the request and hang up. */
  tokens: 'answer' | 'fail' | 'refuse' | 'hang-up';
  /** Tokens lack the right to ask for roles. */
  hidesRoles: boolean;
  /** For so many seconds an access is good. */
  accessSeconds: number;
  readonly valid: Set<string>;
  readonly codes: Map<string, string>;
  readonly refreshes: Set<string>;
  /** Every secret it ever gave or was shown. */
  readonly given: string[];
  /** How often the token endpoint was asked, by its grant. */
  readonly asked: string[];
};

export const LINKEDIN_APP = { clientId: 'client-78abc', clientSecret: 'WPL_AP1.streng-geheim.client' };
const DAY = 86_400;

export const openMembers = (token: string): Members => ({
  pages: [{ id: '4711', name: 'IHK Hessen innovativ' }],
  ...{ givesRefresh: true, rotates: false, tokens: 'answer', hidesRoles: false, accessSeconds: 60 * DAY },
  ...{ valid: new Set([token]), codes: new Map(), refreshes: new Set(), given: [], asked: [] },
});

/** Answers what is about signing in; false when it is about something else. */
export const answerSignIn = async (
  members: Members,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const step = `${request.method} ${url.pathname}`;
  if (step === 'GET /oauth/v2/authorization') askMember(url.searchParams, response);
  else if (step === 'GET /oauth/v2/consent') sendBack(members, url.searchParams, response);
  else if (step === 'POST /oauth/v2/accessToken')
    await giveAccess(members, new URLSearchParams(await readBody(request)), response);
  else return false;
  return true;
};

/** What the member sees. */
const askMember = (asked: URLSearchParams, response: ServerResponse): void => {
  const isOurs = asked.get('response_type') === 'code' && asked.get('client_id') === LINKEDIN_APP.clientId;
  if (!isOurs || !asked.get('state') || !asked.get('scope')?.split(' ').includes('w_organization_social')) {
    reply(response, 400, { error: 'invalid_request' });
    return;
  }
  const link = (says: string, label: string): string => {
    const query = new URLSearchParams({ says, to: asked.get('redirect_uri') ?? '', state: asked.get('state') ?? '' });
    return `<p><a href="/oauth/v2/consent?${query.toString().replaceAll('&', '&amp;')}">${label}</a></p>`;
  };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
  response.end(`<!DOCTYPE html><title>Anmelden</title>${link('yes', 'Zulassen')}${link('no', 'Abbrechen')}`);
};

const sendBack = ({ codes, given }: Members, asked: URLSearchParams, response: ServerResponse): void => {
  const to = new URL(asked.get('to') ?? '');
  to.searchParams.set('state', asked.get('state') ?? '');
  if (asked.get('says') === 'yes') {
    const code = mint(given, 'AQT-code');
    codes.set(code, asked.get('to') ?? '');
    to.searchParams.set('code', code);
  } else {
    to.searchParams.set('error', 'user_cancelled_authorize');
    to.searchParams.set('error_description', 'The user cancelled the authorization');
  }
  response.writeHead(302, { location: to.href, connection: 'close' }).end();
};

const giveAccess = async (members: Members, form: URLSearchParams, response: ServerResponse): Promise<void> => {
  const grant = form.get('grant_type') ?? '';
  members.asked.push(grant);
  if (members.tokens === 'fail') return reply(response, 500, { error: 'server_error' });
  const isApp = form.get('client_id') === LINKEDIN_APP.clientId && form.get('client_secret') === LINKEDIN_APP.clientSecret;
  if (!isApp) return reply(response, 401, { error: 'invalid_client' });
  const isGood = grant === 'refresh_token' ? takeRefresh(members, form) : takeCode(members, form);
  if (!isGood || members.tokens === 'refuse') {
    const words = `${form.get('code') ?? form.get('refresh_token')} is not valid`;
    return reply(response, 400, { error: 'invalid_grant', error_description: words });
  }
  const access = mint(members.given, 'AQX-access');
  members.valid.add(access);
  const refresh = refreshFor(members, form.get('refresh_token'));
  // Long enough for a second one to come and ask meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (members.tokens === 'hang-up') return void response.destroy();
  const renewal = refresh ? { refresh_token: refresh, refresh_token_expires_in: 365 * DAY } : {};
  return reply(response, 200, {
    access_token: access,
    expires_in: members.accessSeconds,
    ...renewal,
    scope: 'w_organization_social',
  });
};

const takeCode = ({ codes }: Members, form: URLSearchParams): boolean => {
  const code = form.get('code') ?? '';
  const isGood = codes.get(code) === form.get('redirect_uri');
  return codes.delete(code) && isGood;
};

const takeRefresh = ({ refreshes, rotates }: Members, form: URLSearchParams): boolean => {
  const token = form.get('refresh_token') ?? '';
  return rotates ? refreshes.delete(token) : refreshes.has(token);
};

const refreshFor = ({ givesRefresh, rotates, refreshes, given }: Members, used: string | null): string | undefined => {
  if (!givesRefresh) return undefined;
  const token = used && !rotates ? used : mint(given, 'AQW-refresh');
  refreshes.add(token);
  return token;
};

/** What LinkedIn says of pages to whoever has a good token; false when it is about something else. */
export const answerPages = (
  { pages, hidesRoles }: Members,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): boolean => {
  if (url.pathname === '/rest/organizationAcls') {
    if (url.searchParams.get('q') !== 'roleAssignee' || request.headers['x-restli-method'] !== 'FINDER')
      reply(response, 400, { message: 'not a finder', status: 400 });
    else if (hidesRoles)
      reply(response, 403, { message: 'Not enough permissions to access: organizationAcls.FINDER', status: 403 });
    else reply(response, 200, { elements: pages.map(roleOf) });
    return true;
  }
  if (url.pathname !== '/rest/organizationsLookup') return false;
  const ids = /^List\(([\d,]+)\)$/.exec(url.searchParams.get('ids') ?? '')?.[1]?.split(',') ?? [];
  const found = pages.filter(({ id }) => ids.includes(id));
  reply(response, 200, {
    results: Object.fromEntries(found.map(({ id, name }) => [id, { id: Number(id), localizedName: name }])),
  });
  return true;
};

const roleOf = ({ id, role = 'ADMINISTRATOR', state = 'APPROVED' }: LinkedinPage) => ({
  ...{ role, state, roleAssignee: 'urn:li:person:fixture', organization: `urn:li:organization:${id}` },
});

const mint = (given: string[], what: string): string => {
  const secret = `${what}-streng-geheim-${randomBytes(6).toString('hex')}`;
  given.push(secret);
  return secret;
};
