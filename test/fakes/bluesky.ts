// A server of Bluesky (PDS) on loopback with one account, for what goes wrong; what goes right is held against a real one
// (test/contracts/bluesky-server.test.ts), after whose answers these are made.
//
//   POST com.atproto.server.createSession, …refreshSession → 200 {did, accessJwt, refreshJwt}     POST com.atproto.repo.uploadBlob → 200 {blob}
//   POST com.atproto.repo.putRecord → 200 {uri, cid}, with swapRecord null 400 InvalidSwap where something else is     GET …getRecord
//   GET com.atproto.identity.resolveHandle → 200 {did}, 400 where nobody is known
//   POST com.atproto.repo.deleteRecord → 200 {}, also of what is gone
//
// Left out on purpose: other accounts and collections, lexicons (all but the length of a text), commits, moderation, blobs' limits.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Chaos, Staging } from './chaos';
import { echo, type LostAnswer, loseAnswer, readBody, reply, serveLocally } from './local-server';

/**
 * What goes wrong. Of all requests: unauthorised (401, the password was withdrawn), taken-down (400 AccountTakedown), busy (429), busy-day (429 until
 * the day ends), busy-untold (429 without a moment), stranger (another kind of server, 404 with a page), echo (500 with all it was asked). Of signing in: no-login (500),
 * login-busy (429), inactive (one is let in, but the account is deactivated). Of a record that is not accepted: reject (400), fail (500). Of one that is: LostAnswer, fail-after (502), no-number (an
 * answer without its address). Of a picture: no-picture (400), half-picture (the line drops). Of
 * asking who somebody is: no-identities (500).
 */
export type BlueskyAct =
  | keyof typeof BUSY
  | ('unauthorised' | 'taken-down' | 'stranger' | 'echo' | 'no-login' | 'login-busy' | 'inactive' | 'reject' | 'fail')
  | (LostAnswer | 'fail-after' | 'no-number')
  | ('no-picture' | 'half-picture' | 'no-identities');

export type BlueskyStandIn = {
  readonly url: string;
  /** Records by their key. */
  readonly records: ReadonlyMap<string, BlueskyRecord>;
  /** Of everything that came, the method's last name. */
  readonly requests: readonly string[];
  /** Every token it ever gave. */
  readonly given: ReadonlySet<string>;
  readonly setAct: (act: BlueskyAct | undefined) => void;
  /** Two hours go by; or ninety days, after which nothing but the password opens. */
  readonly expire: (what: 'access' | 'everything') => void;
  readonly close: () => Promise<void>;
};

export type BlueskyRecord = { readonly text: string; readonly [field: string]: unknown };

export const BLUESKY_HANDLE = 'nordsued.bsky.example.org';
export const BLUESKY_PASSWORD = 'abcd-efgh-ijkl-mnop';
/** Whom it knows besides, by handle. */
export const BLUESKY_PEOPLE: Readonly<Record<string, string>> = { 'htai.example.org': 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' };
const DID = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';

/** When a limit of requests ends, counted from the question. */
export const RESET_SECONDS = 240;

/** In how many seconds a limit ends, as it is told. */
const BUSY = { busy: RESET_SECONDS, 'busy-day': 36_000, 'busy-untold': undefined } as const;

type State = {
  act: BlueskyAct | undefined;
  readonly clock: () => number;
  readonly chaos: Chaos<BlueskyAct> | undefined;
  access: number;
  refresh: number;
  readonly records: Map<string, BlueskyRecord>;
  readonly requests: string[];
  readonly given: Set<string>;
};

/** Starts it on this machine. */
export const startBluesky = async (
  act?: BlueskyAct,
  { clock = Date.now, chaos, port }: Staging<BlueskyAct> = {},
): Promise<BlueskyStandIn> => {
  const state: State = { act, clock, chaos, access: 1, refresh: 1, records: new Map(), requests: [], given: new Set() };
  const server = await serveLocally((request, response) => answer(stateFor(state, request), request, response), port);
  return {
    ...{ url: server.url, records: state.records, requests: state.requests, given: state.given, close: server.close },
    setAct: (next) => {
      state.act = next;
    },
    expire: (what) => {
      state.access += 1;
      if (what === 'everything') state.refresh += 1;
    },
  };
};

const stateFor = (state: State, { url = '' }: IncomingMessage): State =>
  state.chaos && url.endsWith('.putRecord') ? { ...state, act: state.chaos.actOf() } : state;

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const name = pathname.split('.').at(-1) ?? '';
  state.requests.push(name);
  if (state.act === 'stranger') {
    response.writeHead(404, { 'content-type': 'text/html', connection: 'close' }).end('<h1>Not Found</h1>');
    return;
  }
  if (state.act === 'echo') return echo(request, response);
  const refuse = refusing(response);
  if (name === 'resolveHandle') return resolveHandle(state, searchParams, response);
  if (name === 'getRecord') return getRecord(state, searchParams, response);
  const busy = Object.entries<number | undefined>(BUSY).find(([act]) => act === state.act);
  if (busy) return refuse(429, 'RateLimitExceeded', resetIn(state, busy[1]));
  if (name === 'createSession') return createSession(state, request, response);
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  if (name === 'refreshSession') {
    if (token !== tokenOf('refresh', state)) return refuse(400, 'ExpiredToken');
    state.refresh += 1;
    return reply(response, 200, sessionOf(state));
  }
  if (state.act === 'unauthorised') return refuse(401, 'AuthenticationRequired');
  if (state.act === 'taken-down') return refuse(400, 'AccountTakedown');
  if (token !== tokenOf('access', state)) return refuse(400, 'ExpiredToken');
  if (name === 'uploadBlob') return uploadBlob(state, request, response);
  if (name === 'putRecord') return putRecord(state, request, response);
  if (name === 'deleteRecord') return deleteRecord(state, request, response);
  return refuse(501, 'MethodNotImplemented');
};

const refusing =
  (response: ServerResponse) =>
  async (status: number, error: string, headers?: Record<string, string>): Promise<void> =>
    reply(response, status, { error, message: error }, headers);

const resetIn = ({ clock, chaos }: State, seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'ratelimit-reset': String(Math.ceil(clock() / 1_000) + (chaos?.restSeconds ?? seconds)) };

const tokenOf = (what: 'access' | 'refresh', state: State): string => `${what}-streng-geheim-0123456789-${state[what]}`;

const sessionOf = (state: State) => {
  const [accessJwt, refreshJwt] = [tokenOf('access', state), tokenOf('refresh', state)];
  state.given.add(accessJwt).add(refreshJwt);
  const entered = { active: state.act !== 'inactive', email: 'post@example.org', did: DID, handle: BLUESKY_HANDLE };
  return { ...entered, accessJwt, refreshJwt };
};

const createSession = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { identifier, password } = JSON.parse(await readBody(request)) as { identifier?: string; password?: string };
  const isRight = identifier === BLUESKY_HANDLE && password === BLUESKY_PASSWORD && state.act !== 'unauthorised';
  if (state.act === 'login-busy') return refusing(response)(429, 'RateLimitExceeded', resetIn(state, BUSY['busy-day']));
  if (state.act === 'no-login') return refusing(response)(500, 'InternalServerError');
  return isRight ? reply(response, 200, sessionOf(state)) : refusing(response)(401, 'AuthenticationRequired');
};

const uploadBlob = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (state.act === 'half-picture') {
    response.destroy();
    return;
  }
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of request) {
    hash.update(chunk);
    size += chunk.length;
  }
  if (state.act === 'no-picture') return refusing(response)(400, 'InvalidMimeType');
  const blob = { $type: 'blob', ref: { $link: `bafkrei${hash.digest('hex')}` }, mimeType: request.headers['content-type'], size };
  return reply(response, 200, { blob });
};

type Put = { rkey: string; record: BlueskyRecord; swapRecord?: null };

const putRecord = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const refuse = refusing(response);
  const { rkey, record, swapRecord } = JSON.parse(await readBody(request)) as Put;
  if (!/^[234567abcdefghij][234567a-z]{12}$/.test(rkey)) return refuse(400, 'InvalidRequest');
  const length = [...new Intl.Segmenter('de').segment(record.text)].length;
  if (state.act === 'reject' || length > 300 || !record.createdAt) return refuse(400, 'InvalidRequest');
  if (state.act === 'fail') return refuse(500, 'InternalServerError');
  const known = state.records.get(rkey);
  if (known && swapRecord === null && !isDeepStrictEqual(known, record)) return refuse(400, 'InvalidSwap');
  if (known && state.chaos?.isForgetful) state.records.set(`${rkey}/${state.records.size}`, record);
  else state.records.set(rkey, record);
  await state.chaos?.accepted();
  if (loseAnswer(state.act, response, 200)) return;
  if (state.act === 'fail-after') return refuse(502, 'UpstreamFailure');
  if (state.act === 'no-number') return reply(response, 200, {});
  return reply(response, 200, entryOf(rkey));
};

const deleteRecord = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { repo, rkey } = JSON.parse(await readBody(request)) as { repo: string; rkey: string };
  if (repo !== DID) return refusing(response)(400, 'InvalidRequest');
  state.records.delete(rkey);
  if (loseAnswer(state.act, response, 200)) return;
  return reply(response, 200, {});
};

const resolveHandle = async ({ act }: State, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  if (act === 'no-identities') return refusing(response)(500, 'InternalServerError');
  const did = BLUESKY_PEOPLE[asked.get('handle') ?? ''];
  return did ? reply(response, 200, { did }) : refusing(response)(400, 'InvalidRequest');
};

const entryOf = (rkey: string) => ({ uri: `at://${DID}/app.bsky.feed.post/${rkey}`, cid: 'bafyreid' });

const getRecord = async (state: State, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const rkey = asked.get('rkey') ?? '';
  const value = state.records.get(rkey);
  if (asked.get('repo') !== BLUESKY_HANDLE) return refusing(response)(400, 'InvalidRequest');
  return value ? reply(response, 200, { ...entryOf(rkey), value }) : refusing(response)(400, 'RecordNotFound');
};
