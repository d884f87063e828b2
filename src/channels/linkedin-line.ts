import type { SendOutcome } from '#domain/dispatch';
import type { Instant } from '#domain/time';
import { exchange, type HttpAnswer, type HttpRequest } from './http';
import { headerOf, type Manners, retryAfter, signInTrouble } from './judge';
import type { OauthApp } from './oauth-token';
import type { PictureFile, PictureOf } from './picture';

/** The version of LinkedIn's interface this was written for (August 2026). */
export const LINKEDIN_VERSION = '202608';

/** How LinkedIn is reached. */
export type LinkedinPlace = {
  /** `YYYYMM`; LinkedIn answers 426 to one that it has given up (after a year or so). */
  readonly version: string;
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  readonly now: () => Instant;
  /** For one exchange, in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
};

/** One page on LinkedIn, and how it is reached. */
export type LinkedinOptions = LinkedinPlace & {
  /** `urn:li:organization:…`; without it or without a token nothing leaves, and nobody is asked. */
  readonly author: string | undefined;
  readonly token: string | undefined;
  /** What the access is renewed with; without it `renew` is refused. */
  readonly renewal?: LinkedinRenewal | undefined;
  readonly pictureOf: PictureOf;
  /** Until when LinkedIn promises the version. */
  readonly versionUntil?: Instant | undefined;
  /** Between two looks at a picture that LinkedIn still works on, in milliseconds (1,000). */
  readonly pauseMs?: number | undefined;
};

/** What gets the next access of a page. */
export type LinkedinRenewal = OauthApp & { readonly refreshToken: string };

/** Asks LinkedIn with one token. */
export type LinkedinAsk = (question: Question) => Promise<HttpAnswer>;

/** Speaks to LinkedIn with the token of a page; every exchange ends after a time. */
export type LinkedinLine = {
  /** `quickly`: within a quarter of that time. */
  readonly ask: LinkedinAsk;
  /** Brings a file to where LinkedIn said. */
  readonly bring: (url: string, file: PictureFile) => Promise<HttpAnswer>;
  readonly options: LinkedinOptions;
};

type Question = Pick<HttpRequest, 'method' | 'json'> & {
  readonly path: string;
  /** What kind of call it is, where the method alone does not say so. */
  readonly call?: 'FINDER' | 'DELETE' | 'PARTIAL_UPDATE';
  readonly quickly?: true;
};

/** The line of a page. */
export const lineOf = (options: LinkedinOptions, token: string): LinkedinLine => ({
  options,
  ask: askWith(options, token),
  bring: (url, file) =>
    exchange({ method: 'PUT', url, file, headers: { authorization: `Bearer ${token}` }, timeoutMs: timeoutOf(options) }),
});

/** Asks by that token, whatever it may do. */
export const askWith =
  (place: LinkedinPlace, token: string): LinkedinAsk =>
  ({ method, path, json, call, quickly }) => {
    const { baseUrl = 'https://api.linkedin.com', version } = place;
    const timeoutMs = timeoutOf(place);
    return exchange({
      ...{ method, json, url: `${baseUrl}${path}`, timeoutMs: quickly ? timeoutMs / 4 : timeoutMs },
      headers: {
        ...{ authorization: `Bearer ${token}`, 'linkedin-version': version, 'x-restli-protocol-version': '2.0.0' },
        ...(call ? { 'x-restli-method': call } : {}),
      },
    });
  };

/** How long one exchange may take, in milliseconds. */
export const timeoutOf = ({ timeoutMs = 20_000 }: LinkedinPlace): number => timeoutMs;

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
