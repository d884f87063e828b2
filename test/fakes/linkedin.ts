// LinkedIn's Posts and Images API on loopback, from its pages (learn.microsoft.com: Posts API, Images API, Little Text Format) and what
// people who use it report; there is no specification to hold it against.
//
//   POST /rest/images?action=initializeUpload → 200 {value: {uploadUrl, image}}    PUT <uploadUrl> → 201    GET /rest/images/<urn> → {status}
//   POST /rest/posts → 201, X-RestLi-Id     POST /rest/posts/<urn> (X-RestLi-Method: PARTIAL_UPDATE) → 204     DELETE /rest/posts/<urn> (X-RestLi-Method: DELETE) → 204
//   GET /rest/posts?q=author&author=… (X-RestLi-Method: FINDER) → 200 {elements}
//
// It keeps a post as LinkedIn would show it, and gives its commentary back in LinkedIn's words: little-text.ts. Signing in and pages:
// linkedin-members.ts. Left out on purpose: other kinds of posts, the daily limits' numbers, that a new post may not be listed yet.
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chaos, Staging } from './chaos';
import { answerPages, answerSignIn, type Members, openMembers } from './linkedin-members';
import { readLittle } from './little-text';
import { echo, type LostAnswer, loseAnswer, numbersFrom, readBody, reply, serveLocally } from './local-server';

/**
 * What goes wrong. reject: 422. duplicate: 422 as for a double. conflict: accepted, then 409 as for a
 * double. unauthorised: 401 (token expired). forbidden: 403 (no role on the page).
 * sunset: 426. busy: 429. busy-untold: 429 without Retry-After. fail: 500, not accepted. fail-after: 500, but accepted. Accepted, and
 * the answer gets lost (LostAnswer). echo: 500 to every request, with all it was asked. late: answers after a second. no-picture: pictures are refused. half-picture: the line drops while a picture is brought.
 */
export type LinkedinAct =
  | LostAnswer
  | 'reject'
  | 'duplicate'
  | 'conflict'
  | 'unauthorised'
  | 'forbidden'
  | 'sunset'
  | 'busy'
  | 'busy-untold'
  | 'fail'
  | 'fail-after'
  | 'echo'
  | 'late'
  | 'no-picture'
  | 'half-picture';

/** A post as its readers see it. */
export type LinkedinPost = {
  readonly id: string;
  readonly author: string;
  readonly commentary: string;
  readonly shown: string;
  readonly content?: unknown;
  readonly createdAt: number;
};

export type LinkedinStandIn = {
  readonly url: string;
  readonly posts: readonly LinkedinPost[];
  /** Bytes that were brought, by the URN of their picture. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  /** In what version of the interface each question was asked that is asked in one. */
  readonly versions: readonly unknown[];
  /** Who signs in, and what tokens are good. */
  readonly members: Members;
  readonly setAct: (act: LinkedinAct | undefined) => void;
  /** Pictures are to be brought there from now on. */
  readonly setUploadUrl: (url: string) => void;
  readonly close: () => Promise<void>;
};

export const LINKEDIN_TOKEN = 'AQX-seite-eins-0123456789';
export const LINKEDIN_VERSIONS = ['202606', '202607', '202608'];

type State = {
  url: string;
  act: LinkedinAct | undefined;
  uploadUrl: string | undefined;
  readonly chaos: Chaos<LinkedinAct> | undefined;
  readonly members: Members;
  readonly posts: LinkedinPost[];
  readonly nextId: () => bigint;
  readonly pictures: Map<string, Buffer>;
  readonly looks: Map<string, number>;
  readonly versions: unknown[];
};

/** Starts it on this machine. */
export const startLinkedin = async (act?: LinkedinAct, { chaos, port }: Staging<LinkedinAct> = {}): Promise<LinkedinStandIn> => {
  const members = openMembers(LINKEDIN_TOKEN);
  const stores = {
    posts: [],
    nextId: numbersFrom(7_000_000_000_000_000_000n),
    pictures: new Map(),
    looks: new Map(),
    versions: [],
  };
  const state: State = { url: '', act, uploadUrl: undefined, chaos, members, ...stores };
  const server = await serveLocally((request, response) => answer(stateFor(state, request), request, response), port);
  state.url = server.url;
  return {
    ...{ url: server.url, members, posts: state.posts, pictures: state.pictures, versions: state.versions, close: server.close },
    setAct: (next) => {
      state.act = next;
    },
    setUploadUrl: (uploadUrl) => {
      state.uploadUrl = uploadUrl;
    },
  };
};

const stateFor = (state: State, { method, url = '' }: IncomingMessage): State =>
  state.chaos && method === 'POST' && url === '/rest/posts' ? { ...state, act: state.chaos.actOf() } : state;

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', state.url);
  const { pathname, searchParams } = url;
  if (await answerSignIn(state.members, url, request, response)) return;
  if (state.act === 'echo') return echo(request, response);
  if (request.method === 'PUT' && pathname.startsWith('/upload/')) return takePicture(state, pathname, request, response);
  state.versions.push(request.headers['linkedin-version']);
  const fault = faultIn(state, request);
  if (fault) return reply(response, fault.status, { message: fault.message, status: fault.status }, fault.headers);
  if (request.method === 'GET' && answerPages(state.members, url, request, response)) return;
  if (request.method === 'POST' && pathname === '/rest/images' && searchParams.get('action') === 'initializeUpload')
    return beginPicture(state, request, response);
  if (request.method === 'GET' && pathname.startsWith('/rest/images/'))
    return lookAt(state, decodeURIComponent(pathname), response);
  if (request.method === 'POST' && pathname === '/rest/posts') return takePost(state, request, response);
  if (request.method === 'POST' && pathname.startsWith('/rest/posts/'))
    return changePost(state, decodeURIComponent(pathname.slice('/rest/posts/'.length)), request, response);
  if (request.method === 'DELETE' && pathname.startsWith('/rest/posts/'))
    return takeAway(state, decodeURIComponent(pathname.slice('/rest/posts/'.length)), request, response);
  if (request.method === 'GET' && pathname === '/rest/posts') return listPosts(state, searchParams, request, response);
  return reply(response, 404, { message: 'no such address', status: 404 });
};

type Fault = { readonly status: number; readonly message: string; readonly headers?: Record<string, string> };

const isSignedIn = ({ members }: State, { headers }: IncomingMessage): boolean =>
  members.valid.has(headers.authorization?.replace(/^Bearer /, '') ?? '');

const faultIn = (state: State, request: IncomingMessage): Fault | undefined => {
  const [{ act, chaos }, { headers }] = [state, request];
  if (!isSignedIn(state, request) || act === 'unauthorised')
    return { status: 401, message: 'The token used in the request has expired' };
  if (headers['x-restli-protocol-version'] !== '2.0.0') return { status: 400, message: 'X-Restli-Protocol-Version is missing' };
  if (!LINKEDIN_VERSIONS.includes(String(headers['linkedin-version'])) || act === 'sunset')
    return { status: 426, message: 'Requested version is not active (NONEXISTENT_VERSION)' };
  if (act === 'forbidden') return { status: 403, message: 'Not enough permissions to access: posts.CREATE' };
  if (act === 'busy')
    return {
      status: 429,
      message: 'Resource level throttle limit reached',
      headers: { 'retry-after': String(chaos?.restSeconds ?? 120) },
    };
  if (act === 'busy-untold') return { status: 429, message: 'Resource level throttle limit reached' };
  return undefined;
};

const beginPicture = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { initializeUploadRequest: asked } = JSON.parse(await readBody(request)) as {
    initializeUploadRequest?: { owner?: string };
  };
  if (!asked?.owner?.startsWith('urn:li:organization:') || state.act === 'no-picture')
    return reply(response, 400, { message: 'owner is not valid', status: 400 });
  const number = randomInt(1_000_000);
  const { uploadUrl = `${state.url}/upload/${number}` } = state;
  return reply(response, 200, { value: { uploadUrl, image: `urn:li:image:${number}` } });
};

const takePicture = async (state: State, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (state.act === 'half-picture') return void response.destroy();
  if (!isSignedIn(state, request)) return reply(response, 401, { message: 'no token', status: 401 });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  state.pictures.set(`urn:li:image:${path.split('/').at(-1)}`, Buffer.concat(chunks));
  response.writeHead(201, { connection: 'close' }).end();
};

/** It is ready at the second look, as large ones are. */
const lookAt = async (state: State, path: string, response: ServerResponse): Promise<void> => {
  const urn = path.slice('/rest/images/'.length);
  if (!state.pictures.has(urn)) return reply(response, 404, { message: 'no such picture', status: 404 });
  const looks = (state.looks.get(urn) ?? 0) + 1;
  state.looks.set(urn, looks);
  return reply(response, 200, { id: urn, status: looks > 1 ? 'AVAILABLE' : 'PROCESSING' });
};

const REQUIRED = ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState'] as const;

const takePost = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = JSON.parse(await readBody(request)) as Partial<Record<(typeof REQUIRED)[number], unknown>> & { content?: unknown };
  const refuse = (message: string) => reply(response, 422, { message, status: 422 });
  const missing = REQUIRED.find((field) => body[field] === undefined);
  if (missing) return refuse(`ERROR :: /${missing} :: field is required but not found and has no default value`);
  const commentary = String(body.commentary);
  const { shown } = readLittle(commentary);
  if ([...shown].length > 3_000) return refuse('ERROR :: /commentary :: length of text exceeds 3000');
  if (state.act === 'reject') return refuse('ERROR :: /content :: not wanted');
  const double = !state.chaos && state.posts.find((post) => post.commentary === commentary);
  if (double || state.act === 'duplicate') return refuse(`Content is a duplicate of ${double ? double.id : 'urn:li:share:1'}`);
  if (state.act === 'late') await pause(1_000);
  if (state.act === 'fail') return reply(response, 500, { message: 'Internal Server Error', status: 500 });
  const id = `urn:li:share:${state.nextId()}`;
  const post = { id, author: String(body.author), commentary, shown, content: body.content, createdAt: Date.now() };
  state.posts.push(post);
  await state.chaos?.accepted();
  if (state.act === 'conflict') return reply(response, 409, { message: `Content is a duplicate of ${id}`, status: 409 });
  if (loseAnswer(state.act, response, 201)) return;
  if (state.act === 'fail-after') return reply(response, 500, { message: 'Internal Server Error', status: 500 });
  response.writeHead(201, { 'x-restli-id': id, connection: 'close' }).end();
};

const listPosts = async (
  state: State,
  asked: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (asked.get('q') !== 'author' || request.headers['x-restli-method'] !== 'FINDER')
    return reply(response, 400, { message: 'not a finder', status: 400 });
  const newest = state.posts.filter(({ author }) => author === asked.get('author')).reverse();
  const elements = newest.slice(0, Number(asked.get('count') ?? 10));
  return reply(response, 200, {
    elements: elements.map(({ shown: _shown, ...post }) => ({
      ...{ ...post, commentary: readLittle(post.commentary).kept, lifecycleState: 'PUBLISHED' },
    })),
  });
};

/** What is gone already is answered alike (Posts API, Delete Posts). */
const takeAway = async (state: State, urn: string, { headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (headers['x-restli-method'] !== 'DELETE') return reply(response, 400, { message: 'not a deletion', status: 400 });
  const at = state.posts.findIndex(({ id }) => id === urn);
  if (at >= 0) state.posts.splice(at, 1);
  if (loseAnswer(state.act, response, 204)) return;
  response.writeHead(204, { connection: 'close' }).end();
};

/** Another text, and nothing else (Posts API, Update Posts). */
const changePost = async (state: State, urn: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { patch } = JSON.parse(await readBody(request)) as { patch?: { $set?: Readonly<Record<string, unknown>> } };
  const { commentary, ...others } = patch?.$set ?? {};
  const isChange = request.headers['x-restli-method'] === 'PARTIAL_UPDATE' && typeof commentary === 'string';
  if (!isChange || Object.keys(others).length > 0) return reply(response, 400, { message: 'not a change of text', status: 400 });
  const at = state.posts.findIndex(({ id }) => id === urn);
  const before = state.posts[at];
  if (!before) return reply(response, 404, { message: 'no such post', status: 404 });
  if (state.act === 'reject') return reply(response, 422, { message: 'not wanted', status: 422 });
  if (state.act === 'fail') return reply(response, 500, { message: 'Internal Server Error', status: 500 });
  state.posts[at] = { ...before, commentary, shown: readLittle(commentary).shown };
  if (loseAnswer(state.act, response, 204)) return;
  response.writeHead(204, { connection: 'close' }).end();
};
