import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Instant } from '#domain/time';
import { momentInWords } from '#i18n/dates';
import { now } from '#runtime/clock';
import { type Markup, markup, paragraphs } from '#templates/markup';

/** A social network on this machine for the demo: takes posts of the preview channel and shows them; nothing leaves. */
export type StandIn = { readonly url: string; readonly close: () => Promise<void> };

type Options = {
  /** The first post it picks is accepted, but the line drops before the answer, and so it does when somebody asks about it later. */
  readonly hangUpOn: (post: { readonly text: string; readonly language: string }) => boolean;
  /** Names of the channels that posts came through, by their keys; for the page that shows them. */
  readonly channelsOf?: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** Opens it on a free port of 127.0.0.1. */
export const openStandIn = async ({ hangUpOn, channelsOf = async () => new Map() }: Options): Promise<StandIn> => {
  const state: State = { posts: [], silent: undefined, hangUpOn, channelsOf, url: '' };
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  state.url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  return {
    url: state.url,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};

const POST = z.object({
  key: z.string(),
  text: z.string(),
  language: z.string(),
  link: z.string().optional(),
  image: z.object({ url: z.string(), alt: z.string() }).optional(),
});
type Post = z.infer<typeof POST> & { readonly id: string; readonly at: Instant };

type State = Required<Options> & {
  readonly posts: Post[];
  /** Key of the post whose answer is lost. */
  silent: string | undefined;
  url: string;
};

const MAX_BODY = 1_000_000;

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url);
  const key = searchParams.get('key');
  if (request.method === 'POST' && pathname === '/posts') return accept(state, request, response);
  if (request.method !== 'GET') return sendJson(response, 405, {});
  if (pathname === '/posts' && key !== null) return find(state, key, response);
  if (pathname === '/') return sendPage(state, response, state.posts);
  const post = state.posts.find(({ id }) => pathname === `/posts/${id}`);
  return post ? sendPage(state, response, [post]) : sendJson(response, 404, {});
};

const accept = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const posted = POST.safeParse(JSON.parse(await readBody(request)));
  if (!posted.success) return sendJson(response, 422, {});
  const post: Post = { ...posted.data, id: String(state.posts.length + 1), at: now() };
  state.posts.push(post);
  if (state.silent === undefined && state.hangUpOn(post)) state.silent = post.key;
  if (state.silent === post.key) response.destroy();
  else sendJson(response, 201, told(state, post));
};

const find = (state: State, key: string, response: ServerResponse): void => {
  if (key === state.silent) {
    response.destroy();
    return;
  }
  const post = state.posts.find((one) => one.key === key);
  sendJson(response, post ? 200 : 404, post ? told(state, post) : {});
};

const told = (state: State, { id }: Post) => ({ id, url: `${state.url}/posts/${id}` });

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > MAX_BODY) throw new RangeError('body too long');
  }
  return body;
};

const sendJson = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

const sendPage = async (state: State, response: ServerResponse, posts: readonly Post[]): Promise<void> => {
  const channels = await state.channelsOf(posts.map(({ key }) => key));
  const page = markup`<!doctype html>
<html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Vorschau der Posts</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#f4f4f2}
article{background:#fff;border:1px solid #d9d9d4;border-radius:.5rem;padding:1rem;margin:1rem 0}h2{font-size:1rem;margin:0}p{margin:.4rem 0;overflow-wrap:anywhere}
img{max-width:100%;border-radius:.25rem}small{color:#565656}</style>
<h1>Vorschau der Posts</h1><p>Ein Netzwerk zum Ausprobieren: Nichts davon hat diesen Rechner verlassen.</p>
${[...posts].reverse().map((post) => article(post, channels.get(post.key) ?? ''))}</html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.markup);
};

const article = (
  { id, text, image, at, language }: Post,
  channel: string,
): Markup => markup`<article lang="${language}" id="post-${id}">
<h2>${channel}</h2><small>${momentInWords(at, 'de')} (Berliner Zeit)</small>${paragraphs(text)}${
  image && markup`<img src="${image.url}" alt="${image.alt}" loading="lazy">`
}</article>`;
