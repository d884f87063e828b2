import type { TwitterApiTokens, TwitterApiv2 } from 'twitter-api-v2';
import { z } from 'zod';
import type { ChannelTrouble } from '#domain/channel';
import type { SendOutcome } from '#domain/dispatch';
import { type Instant, instant } from '#domain/time';
import { type HttpAnswer, type HttpHeaders, unrepeated } from './http';
import { type Answered, headerOf, jsonIn, type Manners, retryAfter, signInTrouble } from './judge';
import type { OauthApp } from './oauth-token';
import type { PictureOf } from './picture';
import { type WatchedAgent, watchAgent } from './x-agent';

/** How X is reached. */
export type XPlace = {
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  readonly now: () => Instant;
  /** For one question, in milliseconds (20,000); a picture has twice that. */
  readonly timeoutMs?: number | undefined;
};

/** One account on X, and how it is reached. */
export type XOptions = XPlace & {
  /** See `readXSecret`; without it nothing leaves, and nobody is asked. */
  readonly secret: string | undefined;
  /** What the access is renewed with, where its people signed in. */
  readonly renewal?: XRenewal | undefined;
  readonly pictureOf: PictureOf;
};

/** What gets the next access of an account. */
export type XRenewal = OauthApp & { readonly refreshToken: string };

/** With what an account acts: the four keys of OAuth 1.0a that people paste, or the token of OAuth 2.0 that signing in brings. */
export type XKeys = TwitterApiTokens | string;

/**
 * The keys in the one secret of an account. Four words were pasted, in the order in which X shows them (API key, its secret, access token,
 * its secret); one is a token; anything else is none.
 */
export const readXSecret = (secret: string | undefined): XKeys | undefined => {
  const [first, appSecret, accessToken, accessSecret, ...more] = secret?.trim().split(/\s+/) ?? [];
  if (!first || more.length > 0) return undefined;
  if (appSecret === undefined) return first;
  return accessToken && accessSecret ? { appKey: first, appSecret, accessToken, accessSecret } : undefined;
};

/** The number of the account, which an access token of OAuth 1.0a begins with (docs.x.com, OAuth 1.0a). */
export const userIn = (keys: XKeys): string | undefined =>
  typeof keys === 'string' ? undefined : /^(\d{1,20})-/.exec(keys.accessToken ?? '')?.[1];

/** Asks X with one account's keys; every question ends after a time (`slowly`: twice that), with an answer as a value. */
export type XAsk = (question: Question, slowly?: 'slowly') => Promise<HttpAnswer>;

/** Speaks to X for an account. */
export type XLine = { readonly ask: XAsk; readonly options: XOptions };

/** What is asked for by means of the library, and what came: the body as it was read, and headers where it tells them. */
type Question = (api: TwitterApiv2) => Promise<{ readonly data: unknown; readonly headers?: HttpHeaders }>;

/** The line of an account. */
export const lineOf = (options: XOptions, keys: XKeys): XLine => ({ options, ask: askWith(options, keys) });

/** Asks by those keys, whatever they may do. */
export const askWith =
  (place: XPlace, keys: XKeys): XAsk =>
  async (question, slowly) => {
    // A sixth of a second and 17 MB, which only processes shall pay that have an account on X.
    const library = await import('twitter-api-v2');
    const watched = watchAgent(place.baseUrl);
    const settings = { httpAgent: watched.agent, compression: false as const };
    const client = typeof keys === 'string' ? new library.TwitterApi(keys, settings) : new library.TwitterApi(keys, settings);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<HttpAnswer>((resolve) => {
      timer = setTimeout(
        () => {
          resolve(failed(watched, 'no-answer-in-time'));
          watched.cut();
        },
        timeoutOf(place) * (slowly ? 2 : 1),
      );
    });
    const secrets = typeof keys === 'string' ? [keys] : Object.values(keys);
    const asked = question(client.v2)
      .then(answered, (error: unknown) => answerIn(error, watched, library))
      .then((answer) => unrepeated(answer, secrets));
    return Promise.race([asked, tooLong]).finally(() => clearTimeout(timer));
  };

/** How long one question may take, in milliseconds. */
export const timeoutOf = ({ timeoutMs = 20_000 }: XPlace): number => timeoutMs;

const answered = ({ data, headers = {} }: Awaited<ReturnType<Question>>): Answered => ({
  kind: 'answered',
  status: 200,
  headers,
  body: JSON.stringify(data ?? null),
});

/**
 * What the library threw: an answer that says no, half an answer, or none. Anything else is its stumbling over an answer without what it
 * expects there.
 */
const answerIn = (error: unknown, watched: WatchedAgent, library: typeof import('twitter-api-v2')): HttpAnswer => {
  if (error instanceof library.ApiResponseError) {
    const body = typeof error.data === 'string' ? error.data : (JSON.stringify(error.data) ?? '');
    return { kind: 'answered', status: error.code, headers: error.headers, body };
  }
  if (error instanceof library.ApiPartialResponseError) {
    const { statusCode = 0, headers, complete } = error.response;
    if (complete) return { kind: 'answered', status: statusCode, headers, body: error.rawContent };
    return failed(watched, 'answer-cut-off');
  }
  return failed(watched, error instanceof library.ApiRequestError ? 'connection-lost' : 'answer-unreadable');
};

const failed = (watched: WatchedAgent, otherwise: string): HttpAnswer => ({
  kind: watched.hasConnected() ? 'lost' : 'unreachable',
  detail: watched.failure() ?? otherwise,
});

const POSTED = z.object({ data: z.object({ id: z.string().min(1) }) });

/** How X answers. */
export const MANNERS: Manners = {
  accepted: (answer) => {
    const posted = POSTED.safeParse(jsonIn(answer)).data;
    return posted && acceptedAs(posted.data.id, usedUpUntil(answer.headers));
  },
  rest: (headers, now) => {
    const until = usedUpUntil(headers) ?? resetIn(headers, 'x-rate-limit');
    const wait = until && until.epochMilliseconds - now.epochMilliseconds;
    // A window that ended while the answer was under way, or by a clock behind ours, is over soon.
    if (wait === undefined || wait <= 0) return retryAfter(headers, now, until ? 60 : 900);
    return now.add({ milliseconds: Math.min(wait, 86_400_000) });
  },
  trouble: (answer) => troubleIn(answer),
};

/** A post that is there, by its number. */
export const acceptedAs = (id: string, restUntil?: Instant): SendOutcome => ({
  kind: 'accepted',
  providerId: id,
  url: `https://x.com/i/web/status/${id}`,
  ...(restUntil ? { restUntil } : {}),
});

/** Windows in which X counts: a quarter of an hour, and the days of the account and of the app. */
const WINDOWS = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'] as const;

/** When the last of the windows ends of which nothing is left. */
const usedUpUntil = (headers: HttpHeaders): Instant | undefined =>
  WINDOWS.filter((window) => headerOf(headers, `${window}-remaining`) === '0')
    .flatMap((window) => resetIn(headers, window) ?? [])
    .sort((a, b) => b.epochMilliseconds - a.epochMilliseconds)[0];

/** X tells moments in whole seconds since 1970. */
const resetIn = (headers: HttpHeaders, window: (typeof WINDOWS)[number]): Instant | undefined => {
  const seconds = headerOf(headers, `${window}-reset`) ?? '';
  return /^\d{1,11}$/.test(seconds) ? instant(new Date(Number(seconds) * 1000).toISOString()) : undefined;
};

/** Credit that is used up, a spending limit and a cap of use come as 402, 403 or 429, and nothing but their words tell them apart. */
const SPENT = /problems\/(credits|usage-capped)|credits ?depleted|(spend|spending|usage) ?(cap|limit)/i;

/** A refusal of this one text: of its length (X says 400, and 403 was seen). */
const ABOUT_TEXT = /too long|duplicate content/i;

const troubleIn = (answer: Answered): ChannelTrouble | undefined => {
  if (answer.status === 402) return 'spending-limit';
  if ((answer.status === 403 || answer.status === 429) && SPENT.test(answer.body)) return 'spending-limit';
  return ABOUT_TEXT.test(answer.body) ? undefined : signInTrouble(answer);
};
