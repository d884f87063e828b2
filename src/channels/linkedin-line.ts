import type { SendOutcome } from '#domain/dispatch';
import type { Instant } from '#domain/time';
import { exchange, type HttpAnswer, type HttpRequest } from './http';
import { headerOf, type Manners, retryAfter, signInTrouble } from './judge';
import type { PictureOf } from './picture';

/** The version of LinkedIn's interface this was written for (August 2026); LinkedIn gives versions up after a year at the earliest. */
export const LINKEDIN_VERSION = '202608';

/** One page on LinkedIn, and how it is reached. */
export type LinkedinOptions = {
  /** `urn:li:organization:…`; without it or without a token nothing leaves, and nobody is asked. */
  readonly author: string | undefined;
  readonly token: string | undefined;
  /** `YYYYMM`; LinkedIn answers 426 to one that it has given up (after a year or so). */
  readonly version: string;
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  readonly pictureOf: PictureOf;
  readonly now: () => Instant;
  /** For one exchange, in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
  /** Between two looks at a picture that LinkedIn still works on, in milliseconds (1,000). */
  readonly pauseMs?: number | undefined;
};

/** What one exchange with LinkedIn needs. */
export type LinkedinLine = {
  readonly ask: (
    request: Pick<HttpRequest, 'method' | 'json'> & { readonly path: string; readonly finder?: true },
  ) => Promise<HttpAnswer>;
  readonly options: LinkedinOptions;
};

/** Speaks to LinkedIn with the token of a page. */
export const lineOf = (options: LinkedinOptions, token: string): LinkedinLine => ({
  options,
  ask: ({ method, path, json, finder }) =>
    exchange({
      ...{ method, json, timeoutMs: options.timeoutMs ?? 20_000, url: `${options.baseUrl ?? 'https://api.linkedin.com'}${path}` },
      headers: {
        authorization: `Bearer ${token}`,
        'linkedin-version': options.version,
        'x-restli-protocol-version': '2.0.0',
        ...(finder ? { 'x-restli-method': 'FINDER' } : {}),
      },
    }),
});

/** How LinkedIn answers; its limits end with the day in UTC, and their numbers are told nobody. */
export const MANNERS: Manners = {
  accepted: ({ headers }) => {
    const urn = headerOf(headers, 'x-restli-id');
    return urn ? acceptedAs(urn) : undefined;
  },
  rest: (headers, now) => retryAfter(headers, now, 3_600),
  trouble: (answer) => (answer.status === 426 ? 'version-given-up' : signInTrouble(answer)),
};

/** A post that is there, by its URN. */
export const acceptedAs = (urn: string): SendOutcome => ({
  kind: 'accepted',
  providerId: urn,
  url: `https://www.linkedin.com/feed/update/${urn}/`,
});
