// What the parts of X's stand-in share.
import type { ServerResponse } from 'node:http';
import type { Chaos } from './chaos';
import { reply } from './local-server';
import type { XAct } from './x-faults';

/** A post as it was written, and as the API gives it back. */
export type XPost = {
  readonly id: string;
  readonly written: string;
  readonly text: string;
  readonly urls: readonly object[];
  readonly pictures: readonly string[];
  readonly createdAt: number;
};

/** A picture as it was brought, piece by piece. */
export type Picture = {
  readonly promised: number;
  readonly pieces: Map<number, Buffer>;
  alt: string;
  isWhole: boolean;
};

/** Codes, tokens and what renews them, each good as long as it stands here; tests change what people and the token endpoint say. */
export type SignIn = {
  says: 'yes' | 'no';
  /** Answer, fail (503), refuse (400), be busy (429), or take the request and hang up. */
  endpoint: 'answer' | 'fail' | 'refuse' | 'busy' | 'hang-up';
  /** How often the token endpoint was asked, by its grant. */
  readonly asked: string[];
  /** Every secret it ever gave. */
  readonly given: string[];
  readonly codes: Map<string, { readonly challenge: string; readonly redirectUri: string; readonly scope: string }>;
  readonly tokens: Set<string>;
  /** What they may renew, by its scope. */
  readonly refreshTokens: Map<string, string>;
};

/** What the acts see and change. */
export type XState = {
  url: string;
  act: XAct | undefined;
  readonly chaos: Chaos<XAct> | undefined;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly posts: XPost[];
  readonly nextId: () => bigint;
  readonly pictures: Map<string, Picture>;
  readonly asked: string[];
  readonly signIn: SignIn;
};

/** A refusal as X words it. */
export const problem = (response: ServerResponse, status: number, title: string, detail: string, type = 'about:blank'): void =>
  reply(response, status, { title, detail, type, status }, limits());

/** What is left of the window in which it counts. */
export const limits = (remaining = 99): Record<string, string> => ({
  'x-rate-limit-limit': '100',
  'x-rate-limit-remaining': String(remaining),
});

/** The window ends in ten minutes, that of the day in ten hours. */
export const tellWindows = ({ now, chaos }: XState, response: ServerResponse): void => {
  const inSeconds = (seconds: number) => String(Math.floor(now() / 1000) + seconds);
  response.setHeader('x-rate-limit-reset', inSeconds(chaos?.restSeconds ?? 600));
  response.setHeader('x-user-limit-24hour-reset', inSeconds(36_000));
};
