// A Mastodon server on loopback with one account, from its documentation (docs.joinmastodon.org: methods/statuses, methods/media,
// methods/accounts, methods/instance, api/rate-limits); held against the specification made of it by test/contracts, and read by
// clients of others.
//
//   GET  /api/v1/accounts/verify_credentials   GET /api/v1/accounts/<id>/statuses   GET /api/v2/instance (and /api/v1/instance for old clients)
//   POST /api/v2/media (multipart) → 200, or 202 and GET /api/v1/media/<id> → 206 until it is ready
//   signing in: mastodon-sign-in.ts
//   POST /api/v1/statuses, Idempotency-Key: the same key gives the same status for an hour     GET, PUT, DELETE /api/v1/statuses/<id>, and its empty /context
//
// Two requests with one key in the very same moment make two statuses, as of a Mastodon: it knows a key once it has published.
// Left out on purpose: other accounts, federation, polls, replies, cards of links, paging, streaming, the history of edits.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chaos, Staging } from './chaos';
import { echo, loseAnswer, readBody, reply, serveLocally } from './local-server';
import {
  ACCOUNT_ID,
  credentialEntity,
  instanceEntity,
  LIMITS,
  lengthOf,
  type MastodonMedia,
  type MastodonStatus,
  type MediaLimits,
  mediaEntity,
  NARROW,
  statusEntity,
} from './mastodon-entities';
import { answerFault, type MastodonAct } from './mastodon-faults';
import { answerSignIn, isSignIn, openSignIn, type SignIn } from './mastodon-sign-in';

export type MastodonStandIn = {
  readonly url: string;
  readonly statuses: readonly MastodonStatus[];
  /** Of everything that came: method, path and idempotency key. */
  readonly requests: readonly string[];
  readonly signIn: SignIn;
  readonly setAct: (act: MastodonAct | undefined) => void;
  /** An hour goes by. */
  readonly forgetKeys: () => void;
  readonly close: () => Promise<void>;
};

export const MASTODON_TOKEN = 'bX9-konto-eins-0123456789_abcdefghijklmnop';

const PUBLISHING_MS = 20;

type State = {
  url: string;
  act: MastodonAct | undefined;
  readonly clock: () => number;
  readonly chaos: Chaos<MastodonAct> | undefined;
  readonly statuses: MastodonStatus[];
  readonly requests: string[];
  readonly ids: Set<string>;
  readonly keys: Map<string, string>;
  readonly media: Map<string, MastodonMedia>;
  readonly looks: Map<string, number>;
  readonly signIn: SignIn;
};

/** Starts it on this machine. */
export const startMastodon = async (
  act?: MastodonAct,
  { clock = Date.now, chaos, port }: Staging<MastodonAct> = {},
): Promise<MastodonStandIn> => {
  const stores = { statuses: [], requests: [], ids: new Set<string>(), keys: new Map(), media: new Map(), looks: new Map() };
  const state: State = { url: '', act, clock, chaos, ...stores, signIn: openSignIn() };
  const server = await serveLocally((request, response) => answer(stateFor(state, request), request, response), port);
  state.url = server.url;
  return {
    ...{ url: server.url, statuses: state.statuses, requests: state.requests, signIn: state.signIn, close: server.close },
    setAct: (next) => {
      state.act = next;
    },
    forgetKeys: () => state.keys.clear(),
  };
};

const stateFor = (state: State, { method, url }: IncomingMessage): State =>
  state.chaos && method === 'POST' && url === '/api/v1/statuses' ? { ...state, act: state.chaos.actOf() } : state;

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', state.url);
  const key = request.headers['idempotency-key'];
  state.requests.push([request.method, pathname, key].filter(Boolean).join(' '));
  if (state.act === 'echo') return echo(request, response);
  const isAsking = isSignIn(request);
  const isOfTokens = isAsking && ABOUT_TOKENS.some((about) => about === state.act);
  if (!isOfTokens && answerFault(state, isAsking || isKnown(state.signIn, request.headers.authorization), response)) return;
  if (isAsking) return answerSignIn(state.signIn, request, response);
  const [method, ...path] = [request.method, ...pathname.split('/').slice(2)];
  const [, room, id, part] = path;
  const at = `${method} ${path.slice(0, 2).join('/')}`;
  if (at === 'POST v2/media') return takePicture(state, request, response);
  if (at === 'GET v1/media' && id) return lookAtPicture(state, id, response);
  if (at === 'POST v1/statuses') return takeStatus(state, request, response);
  if (room === 'statuses' && part === 'context') return reply(response, 200, { ancestors: [], descendants: [] });
  if (room === 'statuses' && id) return onStatus(state, id, request, response);
  if (at === 'GET v1/accounts' && id === 'verify_credentials') return reply(response, 200, credentialEntity(state.url));
  if (at === 'GET v1/accounts' && id === ACCOUNT_ID && part === 'statuses') return listStatuses(state, response);
  if (at === 'GET v2/instance' || at === 'GET v1/instance')
    return reply(response, 200, instanceEntity(state.url, mediaLimits(state)));
  return reply(response, 404, { error: 'Record not found' });
};

const mediaLimits = ({ act }: State): MediaLimits => (act === 'narrow' ? NARROW : LIMITS);

/** What goes wrong only with those who have a token already. */
const ABOUT_TOKENS: readonly MastodonAct[] = ['unauthorised', 'forbidden'];

const isKnown = ({ tokens }: SignIn, authorization = ''): boolean =>
  authorization === `Bearer ${MASTODON_TOKEN}` || tokens.has(authorization.replace(/^Bearer /, ''));

/** Mastodon's ids tell the time and grow, and no two are the same. */
const nextId = ({ ids }: State): string => {
  const id = String((BigInt(Date.now()) << 16n) + BigInt(ids.size));
  ids.add(id);
  return id;
};

const takePicture = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (state.act === 'half-picture') return void response.destroy();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(Buffer.concat(chunks), { headers }).formData();
  const file = form.get('file');
  const description = String(form.get('description') ?? '');
  if (!(file instanceof File) || state.act === 'no-picture')
    return reply(response, 422, { error: 'Validation failed: File is invalid' });
  if (file.size > mediaLimits(state).imageBytes)
    return reply(response, 422, { error: 'Validation failed: File size is too large' });
  if ([...description].length > mediaLimits(state).description)
    return reply(response, 422, { error: 'Validation failed: Description is too long' });
  const media = {
    id: nextId(state),
    bytes: Buffer.from(await file.arrayBuffer()),
    description,
    focus: String(form.get('focus')),
  };
  state.media.set(media.id, media);
  const isReady = state.act !== 'slow-picture' && state.act !== 'stuck-picture';
  return reply(response, isReady ? 200 : 202, mediaEntity(media, state.url, isReady));
};

const lookAtPicture = async (state: State, id: string, response: ServerResponse): Promise<void> => {
  const media = state.media.get(id);
  if (!media) return reply(response, 404, { error: 'Record not found' });
  const looks = (state.looks.get(id) ?? 0) + 1;
  state.looks.set(id, looks);
  const isReady = looks > 1 && state.act !== 'stuck-picture';
  return reply(response, isReady ? 200 : 206, mediaEntity(media, state.url, isReady));
};

type Draft = { status?: string; visibility?: string; language?: string; media_ids?: string[] };

const mediaOf = (state: State, { media_ids: ids = [] }: Draft): MastodonMedia[] => ids.flatMap((id) => state.media.get(id) ?? []);

const faultOf = (state: State, draft: Draft): string | undefined => {
  const { status = '', visibility = 'public', media_ids: ids = [] } = draft;
  if (status.trim() === '' && ids.length === 0) return "Validation failed: Text can't be blank";
  if (lengthOf(status) > LIMITS.characters) return `Validation failed: Text character limit of ${LIMITS.characters} exceeded`;
  if (!['public', 'unlisted', 'private', 'direct'].includes(visibility)) return "Validation failed: Visibility can't be blank";
  if (mediaOf(state, draft).length !== ids.length || ids.length > LIMITS.media) return 'Validation failed: Media not found';
  return state.act === 'reject' ? 'Validation failed: not wanted' : undefined;
};

const takeStatus = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const draft = JSON.parse(await readBody(request)) as Draft;
  const key = request.headers['idempotency-key']?.toString();
  const known = key === undefined ? undefined : state.keys.get(key);
  if (known && !state.chaos?.isForgetful) return showStatus(state, known, response);
  const fault = faultOf(state, draft);
  if (fault) return reply(response, 422, { error: fault });
  if (state.act === 'fail') return reply(response, 500, { error: 'This page is not correct' });
  await pause(PUBLISHING_MS);
  const id = nextId(state);
  const { status: text = '', language = 'en', visibility = 'public' } = draft;
  const media = mediaOf(state, draft);
  state.statuses.push({ ...{ id, key, text: text.trim(), language, visibility, media }, createdAt: new Date().toISOString() });
  if (key) state.keys.set(key, id);
  await state.chaos?.accepted();
  if (loseAnswer(state.act, response, 200)) return;
  if (state.act === 'fail-after') return reply(response, 503, { error: 'Remote data could not be fetched' });
  if (state.act === 'no-number') return reply(response, 200, {});
  return showStatus(state, id, response);
};

const showStatus = async ({ statuses, url }: State, id: string, response: ServerResponse): Promise<void> => {
  const status = statuses.find((one) => one.id === id);
  return status ? reply(response, 200, statusEntity(status, url)) : reply(response, 404, { error: 'Record not found' });
};

const onStatus = async (state: State, id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const at = state.statuses.findIndex((one) => one.id === id);
  const before = state.statuses[at];
  if (!before || request.method === 'GET') return showStatus(state, id, response);
  if (request.method === 'DELETE') {
    state.statuses.splice(at, 1);
    return reply(response, 200, { ...statusEntity(before, state.url), text: before.text });
  }
  const draft = JSON.parse(await readBody(request)) as Draft;
  const fault = faultOf(state, draft);
  if (fault) return reply(response, 422, { error: fault });
  const { status: text = before.text, language = before.language } = draft;
  if (state.act === 'fail') return reply(response, 500, { error: 'This page is not correct' });
  // Pictures that are not named again are gone.
  state.statuses[at] = { ...before, ...{ text, language, media: mediaOf(state, draft) }, editedAt: new Date().toISOString() };
  if (loseAnswer(state.act, response, 200)) return;
  return showStatus(state, id, response);
};

const listStatuses = async ({ statuses, url }: State, response: ServerResponse): Promise<void> =>
  reply(
    response,
    200,
    [...statuses].reverse().map((status) => statusEntity(status, url)),
  );
