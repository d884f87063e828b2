// X's API v2 on loopback, from its documentation (docs.x.com; openapi.json 2.167) and from what people who use it report of its refusals.
//
//   POST /2/media/upload/initialize → 200 {data: {id}}   POST …/<id>/append (several parts) → 200   POST …/<id>/finalize → 200
//   POST /2/media/metadata → 200      POST /2/tweets → 201 {data: {id, text}}      DELETE /2/tweets/<id> → 200 {data: {deleted}}
//   GET /2/users/me → 200 {data: {id}}      GET /2/users/<id>/tweets → 200 {data, meta}      signing in: x-sign-in.ts
//
// Requests must look as documented, field by field (x-shapes.ts), and be signed (x-signature.ts) or carry the user's token. Texts are
// counted and addresses shortened as twitter-text does it. What is read back is what X would say: t.co, `&amp;`, the picture's address.
// Left out on purpose: other kinds of posts, video, pages of lists, the counts behind the limits, money.
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import twitterText from 'twitter-text';
import type { Staging } from './chaos';
import { echo, loseAnswer, numbersFrom, readBody, reply, serveLocally } from './local-server';
import { faultOf, type XAct } from './x-faults';
import { takeMedia } from './x-media';
import { POST_BODY, TIMELINE_QUERY } from './x-shapes';
import { answerSignIn, openSignIn } from './x-sign-in';
import { type FourKeys, isSigned } from './x-signature';
import { limits, type Picture, problem, type SignIn, tellWindows, type XPost, type XState } from './x-state';

export type { XAct } from './x-faults';

export type XStandIn = {
  readonly url: string;
  readonly posts: readonly XPost[];
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Method and path of everything that was asked, in order. */
  readonly asked: readonly string[];
  readonly signIn: SignIn;
  readonly setAct: (act: XAct | undefined) => void;
  readonly close: () => Promise<void>;
};

/** Keys as a body pastes them, one below the other. */
export const X_KEYS: FourKeys = {
  appKey: 'app-schluessel-eins',
  appSecret: 'app-geheimnis-0123456789',
  accessToken: '4711-zugang-eins-0123456789',
  accessSecret: 'zugangs-geheimnis-0123456789',
};
export const X_SECRET = Object.values(X_KEYS).join('\n');
/** A token of OAuth 2.0 that is good from the start. */
export const X_TOKEN = 'nutzer-token-eins-0123456789';
const ME = '4711';

/** Starts it on this machine. */
export const startX = async (act?: XAct, { clock: now = Date.now, chaos, port }: Staging<XAct> = {}): Promise<XStandIn> => {
  const stores = { posts: [], nextId: numbersFrom(1_990_000_000_000_000_000n), pictures: new Map(), asked: [] };
  const state: XState = { url: '', act, chaos, now, ...stores, signIn: openSignIn(X_TOKEN) };
  const server = await serveLocally((request, response) => answer(stateFor(state, request), request, response), port);
  state.url = server.url;
  return {
    ...{
      url: server.url,
      posts: state.posts,
      pictures: state.pictures,
      asked: state.asked,
      signIn: state.signIn,
      close: server.close,
    },
    setAct: (next) => {
      state.act = next;
    },
  };
};

const stateFor = (state: XState, { method, url }: IncomingMessage): XState =>
  state.chaos && method === 'POST' && url === '/2/tweets' ? { ...state, act: state.chaos.actOf() } : state;

const answer = async (state: XState, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url);
  state.asked.push(`${request.method} ${pathname}`);
  tellWindows(state, response);
  if (pathname.includes('/oauth2/')) return answerSignIn(state, request, response);
  if (!isKnown(state, request)) return problem(response, 401, 'Unauthorized', 'Unauthorized');
  if (state.act === 'echo') return echo(request, response);
  const fault = faultOf(state.act);
  if (fault) return reply(response, fault.status, fault.body, { ...limits(), ...fault.headers });
  if (pathname.startsWith('/2/media/')) return takeMedia(state, request, response);
  if (request.method === 'POST' && pathname === '/2/tweets') return takePost(state, request, response);
  if (request.method === 'DELETE' && pathname.startsWith('/2/tweets/')) return removePost(state, pathname, response);
  if (request.method === 'GET' && pathname === '/2/users/me')
    return reply(response, 200, { data: { id: ME, name: 'Science Park', username: 'stand_in' } }, limits());
  if (request.method === 'GET' && pathname === `/2/users/${ME}/tweets`) return listPosts(state, searchParams, response);
  return problem(response, 404, 'Not Found', 'no such address');
};

const isKnown = ({ signIn }: XState, request: IncomingMessage): boolean => {
  const { authorization = '', host } = request.headers;
  if (host !== 'api.x.com') return false;
  const token = /^Bearer (.+)$/.exec(authorization)?.[1];
  return token === undefined ? isSigned(request, X_KEYS) : signIn.tokens.has(token);
};

const takePost = async (state: XState, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = POST_BODY.safeParse(JSON.parse(await readBody(request)));
  if (!body.success)
    return problem(response, 400, 'Invalid Request', body.error.message, 'https://api.x.com/2/problems/invalid-request');
  const { text = '', media } = body.data;
  const pictures = media?.media_ids ?? [];
  if (pictures.some((id) => !state.pictures.get(id)?.isWhole))
    return problem(response, 400, 'Invalid Request', 'Your media IDs are invalid.');
  if (!twitterText.parseTweet(text.normalize('NFC')).valid)
    return problem(response, 400, 'Invalid Request', 'Your Tweet text is too long.');
  if (state.act === 'reject')
    return problem(response, 400, 'Invalid Request', 'One or more parameters to your request was invalid.');
  const isDouble = !state.chaos && state.posts.some(({ written }) => written === text);
  if (state.act === 'duplicate' || isDouble)
    return problem(response, 403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
  if (state.act === 'fail') return problem(response, 503, 'Service Unavailable', 'Over capacity');
  const id = String(state.nextId());
  const post = { ...shortened(text, id, pictures), id, written: text, pictures, createdAt: state.now() };
  state.posts.push(post);
  await state.chaos?.accepted();
  return confirm(state, post, response);
};

/** The post is there; what of it comes back? */
const confirm = async ({ act }: XState, { id, text }: XPost, response: ServerResponse): Promise<void> => {
  const data = { id, text, edit_history_tweet_ids: [id] };
  if (loseAnswer(act, response, 201)) return;
  switch (act) {
    case 'fail-after':
      response.writeHead(502, { 'content-type': 'text/html', connection: 'close' });
      return void response.end('<html>Bad Gateway</html>');
    case 'no-number':
      return reply(response, 200, { errors: [{ title: 'Over capacity', detail: 'Later', type: 'about:blank' }] }, limits());
    case 'partial':
      return reply(
        response,
        201,
        { data, errors: [{ title: 'Not Found Error', detail: 'no card', type: 'about:blank' }] },
        limits(),
      );
    default:
      return reply(response, 201, { data }, limits(act === 'last' ? 0 : 99));
  }
};

/** Addresses become t.co, pictures an address behind the text, and three signs are escaped. */
const shortened = (text: string, id: string, pictures: readonly string[]): Pick<XPost, 'text' | 'urls'> => {
  const urls: object[] = [];
  let [shown, end] = ['', 0];
  for (const { url, indices } of twitterText.extractUrlsWithIndices(text)) {
    const short = `https://t.co/${randomInt(2 ** 40)
      .toString(36)
      .padStart(10, '0')}`;
    shown += escaped(text.slice(end, indices[0])) + short;
    end = indices[1];
    urls.push({
      url: short,
      expanded_url: /^https?:/.test(url) ? url : `http://${url}`,
      display_url: url.replace(/^https?:\/\//, ''),
    });
  }
  shown += escaped(text.slice(end));
  if (pictures.length === 0) return { text: shown, urls };
  const short = `https://t.co/bild${pictures[0]}`;
  const expanded = `https://x.com/stand_in/status/${id}/photo/1`;
  return {
    text: `${shown} ${short}`,
    urls: [...urls, ...pictures.map((picture) => ({ url: short, expanded_url: expanded, media_key: `3_${picture}` }))],
  };
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const removePost = async (state: XState, path: string, response: ServerResponse): Promise<void> => {
  const at = state.posts.findIndex(({ id }) => path === `/2/tweets/${id}`);
  if (at < 0)
    return problem(response, 404, 'Not Found Error', 'Could not find tweet', 'https://api.x.com/2/problems/resource-not-found');
  state.posts.splice(at, 1);
  return reply(response, 200, { data: { deleted: true } }, limits());
};

const listPosts = async (state: XState, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const query = TIMELINE_QUERY.safeParse(Object.fromEntries(asked));
  if (!query.success)
    return problem(response, 400, 'Invalid Request', query.error.message, 'https://api.x.com/2/problems/invalid-request');
  const { start_time: start = '1970-01-01T00:00:00Z', max_results: most = 10, 'tweet.fields': fields = '' } = query.data;
  const wanted = fields.split(',');
  const found = state.posts
    .filter(({ createdAt }) => createdAt >= Date.parse(start))
    .reverse()
    .slice(0, most);
  const data = found.map(({ id, text, urls, createdAt }) => ({
    ...{ id, text, edit_history_tweet_ids: [id] },
    ...(wanted.includes('created_at') ? { created_at: new Date(createdAt).toISOString() } : {}),
    ...(wanted.includes('entities') && urls.length > 0 ? { entities: { urls } } : {}),
  }));
  return reply(response, 200, { ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length } }, limits());
};
