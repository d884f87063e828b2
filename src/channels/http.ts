import http from 'node:http';
import https from 'node:https';
import { isPublicHost, NOT_PUBLIC, publicLookup } from './public-host';
import { withoutSecrets } from './without-secrets';

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, of this media type. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array } | undefined;
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number;
  /** Its host was named by people: whatever is no part of the public internet is not connected to, and counts as unreachable. */
  readonly isGuarded?: boolean | undefined;
  /** With what it is asked beside the credentials of its Authorization header: an answer that repeats either is read without them. */
  readonly secrets?: readonly string[] | undefined;
};

/**
 * How an exchange ended. `unreachable`: no connection came about, so the request certainly never left. `lost`: it may have arrived, but
 * no whole answer came back.
 */
export type HttpAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: HttpHeaders; readonly body: string }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string };

/** By their names in small letters. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * One request on a connection of its own: a kept-alive one that the other side closes meanwhile would leave its fate open. Redirects
 * are answers like others; bodies over 1 MB count as lost. Never throws for what the network does.
 */
export const exchange = async (request: HttpRequest): Promise<HttpAnswer> => {
  const [, credentials = ''] = request.headers?.authorization?.split(' ') ?? [];
  return unrepeated(await converse(request), [credentials, ...(request.secrets ?? [])]);
};

/** An answer as if it repeated nothing of what was asked with. */
export const unrepeated = (answer: HttpAnswer, secrets: readonly string[]): HttpAnswer =>
  answer.kind === 'answered' ? { ...answer, body: withoutSecrets(answer.body, secrets) } : answer;

const converse = (request: HttpRequest): Promise<HttpAnswer> =>
  new Promise((resolve) => {
    let connected = false;
    const { isGuarded = false } = request;
    if (isGuarded && !isPublicHost(new URL(request.url).hostname)) return resolve({ kind: 'unreachable', detail: NOT_PUBLIC });
    const { type, bytes } = bodyOf(request);
    const isSecure = request.url.startsWith('https:');
    const outgoing = (isSecure ? https : http).request(request.url, {
      agent: false,
      method: request.method,
      ...(isGuarded ? { lookup: publicLookup() } : {}),
      headers: {
        accept: 'application/json',
        ...(bytes ? { 'content-type': type, 'content-length': bytes.length } : {}),
        ...request.headers,
      },
    });
    const settle = (answer: HttpAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    const fail = (detail: string): void => settle({ kind: connected ? 'lost' : 'unreachable', detail });
    const timer = setTimeout(() => {
      fail('no-answer-in-time');
      outgoing.destroy();
    }, request.timeoutMs);
    outgoing.on('socket', (socket) =>
      socket.on(isSecure ? 'secureConnect' : 'connect', () => {
        connected = true;
      }),
    );
    outgoing.on('error', (error) => fail(describe(error)));
    outgoing.on('response', (response) => readAnswer(response, settle, fail));
    outgoing.end(bytes);
  });

const bodyOf = ({ json, file }: HttpRequest): { readonly type: string; readonly bytes?: Uint8Array } => {
  if (file) return file;
  return { type: 'application/json', ...(json === undefined ? {} : { bytes: Buffer.from(JSON.stringify(json)) }) };
};

const MAX_BODY = 1_000_000;

const readAnswer = (
  response: http.IncomingMessage,
  settle: (answer: HttpAnswer) => void,
  fail: (detail: string) => void,
): void => {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY) response.destroy(new Error('answer-too-large'));
  });
  response.on('error', (error) => fail(describe(error)));
  response.on('end', () =>
    settle({
      kind: 'answered',
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }),
  );
};

const describe = (error: Error): string =>
  ('code' in error && error.message === '' ? String(error.code) : error.message).slice(0, 300);
