// A social network that is none: an HTTP server on loopback that takes the posts of the preview channel (src/channels/preview.ts).
//
//   POST /posts {key, text, …}, Idempotency-Key, X-Caller: <pid>   → 201 {id, url}
//   GET  /posts?key=…   → 200 {id, url} of the first post with that key, else 404
//   GET  /accepted      → 200 [{id, key, text, url}] in order
//   PUT  /troubles [{match, act, …}]   → 204
//
// Left out on purpose: accounts and tokens, pictures, editing and deleting, rate windows, and idempotency. A repeated key is accepted,
// logged and counted a second time, because finding doubles is what this is for.
//
// It appends `accepted <key>` to its log, synced to disk, before it answers. As a process of its own: stand-in-process.ts.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog, readBody, reply, serveLocally } from './local-server';

/**
 * What goes wrong with posts whose key or text matches. hang-up: accepted, then the line drops. drop: the line drops, not accepted.
 * silence: accepted, never answered. delay: accepted, answered late. busy: 429. fail: 500, not accepted. fail-after: 500, but accepted.
 * reject: 422.
 */
export type Act = 'hang-up' | 'drop' | 'silence' | 'delay' | 'busy' | 'fail' | 'fail-after' | 'reject';
export type Trouble = {
  /** A regular expression, matched against key and text. */
  readonly match: string;
  readonly act: Act;
  readonly delayMs?: number;
  /** Retry-After of a 429, in seconds or as a date. */
  readonly retryAfter?: string;
};

/** One post on its way in; `gone` settles when the caller's line closes. */
export type Call = {
  readonly key: string;
  readonly number: number;
  readonly caller: number | undefined;
  readonly gone: Promise<void>;
};

/** Called around the acceptance of every post and waited for; `beforeAccept` answers false to let the post fall. */
export type Hooks = {
  readonly beforeAccept?: (call: Call) => Promise<boolean>;
  readonly afterAccept?: (call: Call) => Promise<void>;
};

export type Accepted = { readonly id: string; readonly key: string; readonly text: string; readonly url: string };

export type StandIn = {
  readonly url: string;
  readonly accepted: () => readonly Accepted[];
  readonly setTroubles: (troubles: readonly Trouble[]) => void;
  readonly close: () => Promise<void>;
};

/** Starts it on a free port of 127.0.0.1, or on `port`. */
export const startStandIn = async (
  options: { port?: number; logFile?: string; troubles?: readonly Trouble[]; hooks?: Hooks } = {},
): Promise<StandIn> => {
  const log = openLog(options.logFile);
  const state: State = { accepted: [], troubles: options.troubles ?? [], hooks: options.hooks ?? {}, calls: 0, write: log.write };
  const server = await serveLocally((request, response) => answer(state, request, response), options.port);
  state.url = server.url;
  return {
    url: state.url,
    accepted: () => state.accepted,
    setTroubles: (troubles) => {
      state.troubles = troubles;
    },
    close: async () => {
      await server.close();
      log.close();
    },
  };
};

type State = {
  readonly accepted: Accepted[];
  troubles: readonly Trouble[];
  readonly hooks: Hooks;
  calls: number;
  readonly write: (line: string) => void;
  url?: string;
};

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const route = `${request.method} ${url.pathname}`;
  if (route === 'POST /posts') return takePost(state, request, response);
  if (route === 'GET /accepted') return reply(response, 200, state.accepted);
  if (route === 'GET /posts') {
    const found = state.accepted.find(({ key }) => key === url.searchParams.get('key'));
    return found ? reply(response, 200, { id: found.id, url: found.url }) : reply(response, 404, { error: 'unknown key' });
  }
  if (route === 'PUT /troubles') {
    state.troubles = JSON.parse(await readBody(request));
    return reply(response, 204);
  }
  return reply(response, 404, { error: 'no such address' });
};

const takePost = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body: unknown = JSON.parse(await readBody(request));
  const { key, text } = readPost(body);
  if (key === '' || text === '' || request.headers['idempotency-key'] !== key)
    return reply(response, 422, { error: 'key or text missing' });
  const trouble = state.troubles.find(({ match }) => new RegExp(match).test(key) || new RegExp(match).test(text));
  switch (trouble?.act) {
    case 'drop':
      return void response.destroy();
    case 'busy':
      return reply(response, 429, { error: 'slow down' }, trouble.retryAfter ? { 'retry-after': trouble.retryAfter } : {});
    case 'fail':
      return reply(response, 500, { error: 'out of order' });
    case 'reject':
      return reply(response, 422, { error: 'not wanted' });
  }
  const call: Call = {
    key,
    number: state.calls++,
    caller: Number(request.headers['x-caller']) || undefined,
    gone: new Promise((resolve) => response.once('close', resolve)),
  };
  if (state.hooks.beforeAccept && !(await state.hooks.beforeAccept(call))) return void response.destroy();
  const id = String(state.accepted.length + 1);
  const accepted: Accepted = { id, key, text, url: `${state.url}/posts/${id}` };
  state.accepted.push(accepted);
  state.write(`accepted ${key}`);
  await state.hooks.afterAccept?.(call);
  return finish(response, accepted, trouble);
};

const finish = async (response: ServerResponse, accepted: Accepted, trouble: Trouble | undefined): Promise<void> => {
  if (trouble?.act === 'hang-up') return void response.destroy();
  if (trouble?.act === 'silence') return;
  if (trouble?.act === 'fail-after') return reply(response, 500, { error: 'out of order' });
  if (trouble?.act === 'delay') await pause(trouble.delayMs ?? 1_000);
  reply(response, 201, { id: accepted.id, url: accepted.url });
};

const readPost = (body: unknown): { key: string; text: string } => {
  if (typeof body !== 'object' || body === null) return { key: '', text: '' };
  const { key, text } = { key: '', text: '', ...body };
  return { key: String(key), text: String(text) };
};
