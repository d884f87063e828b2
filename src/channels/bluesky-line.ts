import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import { isServerName } from '#domain/server-name';
import type { Instant } from '#domain/time';
import type { Identities } from './bluesky-identity';
import { type Account, type Ask, askSignedIn, type Question, type Sessions } from './bluesky-session';
import { exchange, type HttpAnswer } from './http';
import { headerOf, isOtherServer, jsonIn, judgeBefore, type Manners, retryAfter, signInTrouble, withinDay } from './judge';
import { refuseElsewhere } from './loopback';
import type { PictureOf } from './picture';

/** The server of everybody who has none of their own. */
const BLUESKY_SERVER = 'bsky.social';

/** One account on Bluesky, and how it is reached. */
export type BlueskyOptions = {
  /** Where the account is kept (PDS), as a name of a host; `bsky.social` where there is none. */
  readonly server?: string | undefined;
  /** E.g. `nordsued.bsky.social`; without it or without a password nothing leaves, and nobody is asked. */
  readonly handle: string | undefined;
  /** An app password, not that of the account. */
  readonly password: string | undefined;
  readonly sessions: Sessions;
  readonly identities: Identities;
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  readonly pictureOf: PictureOf;
  readonly now: () => Instant;
  /** For one exchange, in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
};

/** Speaks to the server of an account; every exchange ends after a time. */
export type BlueskyLine = { readonly account: Account; readonly ask: Ask; readonly options: BlueskyOptions };

/** The line of an account; undefined without handle or password. Whoever named the server, no private network is asked. */
export const lineOf = (options: BlueskyOptions): BlueskyLine | undefined => {
  const { server = BLUESKY_SERVER, handle = '', password, baseUrl, timeoutMs = 20_000 } = options;
  refuseElsewhere('Bluesky', baseUrl);
  if (!password || !isServerName(server) || !isServerName(handle)) return undefined;
  return {
    options,
    account: { server: baseUrl ?? server, handle, password },
    ask: ({ method, name, query, json, file, quickly }, jwt) =>
      exchange({
        ...{ method, json, file, timeoutMs: quickly ? timeoutMs / 4 : timeoutMs, isGuarded: baseUrl === undefined },
        url: `${baseUrl ?? `https://${server}`}/xrpc/${name}${query ? `?${new URLSearchParams(query)}` : ''}`,
        headers: jwt ? { authorization: `Bearer ${jwt}` } : {},
        secrets: [password],
      }),
  };
};

/** Asks in the name of the account. Where nobody is let in, nothing was asked, and nothing is published. */
export const signedIn = async (
  { account, ask, options: { sessions, now } }: BlueskyLine,
  questionOf: (did: string) => Question,
): Promise<{ readonly answer: HttpAnswer } | { readonly outcome: SendOutcome }> => {
  const asked = await askSignedIn({ sessions, account, ask }, questionOf);
  return 'refused' in asked ? { outcome: judgeBefore(asked.refused, now(), { ...MANNERS, accepted: () => undefined }) } : asked;
};

/** How servers of Bluesky answer. */
export const MANNERS: Manners = {
  accepted: (answer) => {
    const record = RECORD.safeParse(jsonIn(answer)).data;
    return record && acceptedAs(record.uri);
  },
  rest: (headers, now) => restOf(headerOf(headers, 'ratelimit-reset'), now) ?? retryAfter(headers, now, 300),
  trouble: (answer) =>
    signInTrouble(answer) ??
    (isOtherServer(answer) || NOT_LET_IN.includes(refusalIn(answer) ?? '') ? 'account-refused' : undefined),
};

const RECORD = z.object({ uri: z.string().regex(/^at:\/\/did:[^/]+\/[^/]+\/[^/]+$/) });

/** A post that is there, by its address in the network. */
export const acceptedAs = (uri: string): SendOutcome => {
  const [did, , key] = uri.slice('at://'.length).split('/');
  return { kind: 'accepted', providerId: uri, url: `https://bsky.app/profile/${did}/post/${key}` };
};

/** The name of an error, as XRPC has it beside the status. */
export const refusalIn = (answer: HttpAnswer): string | undefined =>
  answer.kind === 'answered' ? REFUSAL.safeParse(jsonIn(answer)).data?.error : undefined;

const REFUSAL = z.object({ error: z.string() });

const NOT_LET_IN = [
  'InvalidToken',
  'ExpiredToken',
  'AccountTakedown',
  'AccountDeactivated',
  'AccountSuspended',
  'RepoDeactivated',
];

/** RateLimit-Reset: the second (since 1970) from which on more is taken; within a day. */
const restOf = (header: string | undefined, now: Instant): Instant | undefined => {
  const wait = header ? Math.ceil(Number(header) - now.epochMilliseconds / 1_000) : Number.NaN;
  return Number.isFinite(wait) ? withinDay(now, wait) : undefined;
};
