// A server of Bluesky (PDS) on loopback with one account, for what goes wrong; what goes right is held against a real one
// (test/contracts/bluesky-server.test.ts), after whose answers these are made.
//
//   POST com.atproto.server.createSession, …refreshSession → 200 {did, accessJwt, refreshJwt}     POST com.atproto.repo.uploadBlob → 200 {blob}
//   POST com.atproto.repo.putRecord → 200 {uri, cid}, with swapRecord null 400 InvalidSwap where something else is     GET …getRecord
//
// Left out on purpose: other accounts and collections, lexicons (all but the length of a text), commits, handles, moderation, blobs' limits.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Chaos } from './chaos';
import { readBody, reply, serveLocally } from './local-server';

/**
 * What goes wrong. reject: 400 for the record. unauthorised: 401, the password was withdrawn. taken-down: 400 AccountTakedown. busy: 429.
 * fail: 500, not accepted. fail-after: 502, but accepted. hang-up: accepted, then the line drops. silence: accepted, never answered.
 * stranger: another kind of server, 404 with a page. no-picture: pictures are refused. half-picture: the line drops while one is brought.
 * no-login: signing in fails with 500.
 */
export type BlueskyAct =
  | 'reject'
  | 'unauthorised'
  | 'taken-down'
  | 'busy'
  | 'fail'
  | 'fail-after'
  | 'hang-up'
  | 'silence'
  | 'stranger'
  | 'no-picture'
  | 'half-picture'
  | 'no-login';

export type BlueskyStandIn = {
  readonly url: string;
  /** Records by their key. */
  readonly records: ReadonlyMap<string, BlueskyRecord>;
  /** Of everything that came, the method's last name. */
  readonly requests: readonly string[];
  readonly setAct: (act: BlueskyAct | undefined) => void;
  /** Two hours go by; or ninety days, after which nothing but the password opens. */
  readonly expire: (what: 'access' | 'everything') => void;
  readonly close: () => Promise<void>;
};

export type BlueskyRecord = { readonly text: string; readonly [field: string]: unknown };

export const BLUESKY_HANDLE = 'nordsued.bsky.example.org';
export const BLUESKY_PASSWORD = 'abcd-efgh-ijkl-mnop';
const DID = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';

/** When a limit of requests ends, counted from the question. */
export const RESET_SECONDS = 240;

type State = {
  act: BlueskyAct | undefined;
  readonly chaos: Chaos<BlueskyAct> | undefined;
  access: number;
  refresh: number;
  readonly records: Map<string, BlueskyRecord>;
  readonly requests: string[];
};

/** Starts it on a free port of 127.0.0.1. */
export const startBluesky = async (act?: BlueskyAct, chaos?: Chaos<BlueskyAct>): Promise<BlueskyStandIn> => {
  const state: State = { act, chaos, access: 1, refresh: 1, records: new Map(), requests: [] };
  const server = await serveLocally((request, response) => answer(stateFor(state, request), request, response));
  return {
    ...{ url: server.url, records: state.records, requests: state.requests, close: server.close },
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
  const refuse = refusing(response);
  if (name === 'getRecord') return getRecord(state, searchParams, response);
  if (state.act === 'busy')
    return refuse(429, 'RateLimitExceeded', {
      'ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + (state.chaos?.restSeconds ?? RESET_SECONDS)),
    });
  if (name === 'createSession') return createSession(state, request, response);
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  if (name === 'refreshSession') {
    if (token !== `refresh-${state.refresh}`) return refuse(400, 'ExpiredToken');
    state.refresh += 1;
    return reply(response, 200, sessionOf(state));
  }
  if (state.act === 'unauthorised') return refuse(401, 'AuthenticationRequired');
  if (state.act === 'taken-down') return refuse(400, 'AccountTakedown');
  if (token !== `access-${state.access}`) return refuse(400, 'ExpiredToken');
  if (name === 'uploadBlob') return uploadBlob(state, request, response);
  if (name === 'putRecord') return putRecord(state, request, response);
  return refuse(501, 'MethodNotImplemented');
};

const refusing =
  (response: ServerResponse) =>
  async (status: number, error: string, headers?: Record<string, string>): Promise<void> =>
    reply(response, status, { error, message: error }, headers);

const sessionOf = ({ access, refresh }: State) => ({
  ...{ did: DID, handle: BLUESKY_HANDLE, accessJwt: `access-${access}`, refreshJwt: `refresh-${refresh}` },
});

const createSession = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { identifier, password } = JSON.parse(await readBody(request)) as { identifier?: string; password?: string };
  const isRight = identifier === BLUESKY_HANDLE && password === BLUESKY_PASSWORD && state.act !== 'unauthorised';
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
  if (state.act === 'silence') return;
  if (state.act === 'hang-up') {
    response.destroy();
    return;
  }
  if (state.act === 'fail-after') return refuse(502, 'UpstreamFailure');
  return reply(response, 200, entryOf(rkey));
};

const entryOf = (rkey: string) => ({ uri: `at://${DID}/app.bsky.feed.post/${rkey}`, cid: 'bafyreid' });

const getRecord = async (state: State, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const rkey = asked.get('rkey') ?? '';
  const value = state.records.get(rkey);
  if (asked.get('repo') !== BLUESKY_HANDLE) return refusing(response)(400, 'InvalidRequest');
  return value ? reply(response, 200, { ...entryOf(rkey), value }) : refusing(response)(400, 'RecordNotFound');
};
