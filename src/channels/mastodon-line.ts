import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import { isServerName } from '#domain/server-name';
import type { Instant } from '#domain/time';
import { exchange, type HttpAnswer, type HttpRequest } from './http';
import { headerOf, isOtherServer, jsonIn, type Manners, retryAfter, signInTrouble, withinDay } from './judge';
import { refuseElsewhere } from './loopback';
import type { PictureOf } from './picture';

/** How servers that speak Mastodon's interface are reached. */
export type MastodonPlace = {
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  readonly now: () => Instant;
  /** For one exchange, in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
};

/** One account on such a server. */
export type MastodonOptions = MastodonPlace & {
  /** Name of the host, e.g. `social.bund.de`; without it or without a token nothing leaves, and nobody is asked. */
  readonly server: string | undefined;
  readonly token: string | undefined;
  readonly pictureOf: PictureOf;
  /** Between two looks at a picture that the server still works on, in milliseconds (1,000). */
  readonly pauseMs?: number | undefined;
};

/** Speaks to the server of an account with its token; every exchange ends after a time. */
export type MastodonLine = {
  readonly ask: (question: Question) => Promise<HttpAnswer>;
  readonly options: MastodonOptions;
};

type Question = Pick<HttpRequest, 'method' | 'json' | 'file'> & {
  readonly path: string;
  /** The same key gives the same status for an hour. */
  readonly key?: string;
  /** Within a quarter of the time. */
  readonly quickly?: true;
};

/** The line of an account; undefined without server or token. Whoever named the server, no private network is asked. */
export const lineOf = (options: MastodonOptions): MastodonLine | undefined => {
  const { server = '', token, baseUrl, timeoutMs = 20_000 } = options;
  const host = serverUrl(options, server);
  if (!token || !isServerName(server)) return undefined;
  return {
    options,
    ask: ({ method, path, json, file, key, quickly }) =>
      exchange({
        ...{ method, json, file, url: `${host}${path}`, isGuarded: baseUrl === undefined },
        headers: { authorization: `Bearer ${token}`, ...(key ? { 'idempotency-key': key } : {}) },
        timeoutMs: quickly ? timeoutMs / 4 : timeoutMs,
      }),
  };
};

/** Where a server is. */
export const serverUrl = ({ baseUrl }: MastodonPlace, server: string): string => {
  refuseElsewhere('Mastodon', baseUrl);
  return baseUrl ?? `https://${server}`;
};

/** How Mastodon answers. */
export const MANNERS: Manners = {
  accepted: (answer) => {
    const status = STATUS.safeParse(jsonIn(answer)).data;
    return status && acceptedAs(status);
  },
  rest: (headers, now) => restOf(headerOf(headers, 'x-ratelimit-reset'), now) ?? retryAfter(headers, now, 300),
  trouble: (answer) => signInTrouble(answer) ?? (isOtherServer(answer) ? 'account-refused' : undefined),
};

const STATUS = z.object({ id: z.string().min(1), url: z.string().nullish() });

/** A status that is there. */
export const acceptedAs = ({ id, url }: z.infer<typeof STATUS>): SendOutcome => ({
  kind: 'accepted',
  providerId: id,
  url: url ?? undefined,
});

/** X-RateLimit-Reset: the moment (ISO 8601) from which on more is taken; within a day. */
const restOf = (header: string | undefined, now: Instant): Instant | undefined => {
  const reset = Date.parse(header ?? '');
  const wait = Math.ceil((reset - now.epochMilliseconds) / 1_000);
  return Number.isFinite(wait) ? withinDay(now, wait) : undefined;
};
