// What goes wrong at the stand-in of Mastodon, in the words in which Mastodon says it.
import type { ServerResponse } from 'node:http';
import type { Chaos } from './chaos';
import { type LostAnswer, reply } from './local-server';

/**
 * Of all requests: unauthorised (401), forbidden (403, a right missing), disabled (403, the account is locked), busy (429), busy-posts (429 of the
 * limit of three hours), busy-untold (429 without a moment), stranger (another kind of server, 404 with a page), moved (301), echo (500 with all it was asked). Of a post that is not
 * accepted: reject (422), fail (500). Of one that is: LostAnswer, fail-after (503), no-number (an answer without the status). Of a picture:
 * no-picture (422), half-picture (the line drops), slow-picture (ready at the second look), stuck-picture (never ready), narrow (little is
 * taken, as the server says).
 */
export type MastodonAct =
  | keyof typeof FAULTS
  | ('stranger' | 'moved' | 'echo' | 'reject' | 'fail')
  | (LostAnswer | 'fail-after' | 'no-number')
  | ('no-picture' | 'half-picture' | 'slow-picture' | 'stuck-picture' | 'narrow');

/** When a limit of requests ends, counted from the question. */
export const RESET_SECONDS = 240;

/** `resetSeconds`: when a limit ends, as it is told (api/rate-limits). */
type Fault = { readonly status: number; readonly error: string; readonly resetSeconds?: number };

const FAULTS = {
  unauthorised: { status: 401, error: 'The access token is invalid' },
  forbidden: { status: 403, error: 'This action is outside the authorized scopes' },
  disabled: { status: 403, error: 'Your login is currently disabled' },
  busy: { status: 429, error: 'Too many requests', resetSeconds: RESET_SECONDS },
  'busy-posts': { status: 429, error: 'Too many requests', resetSeconds: 10_800 },
  'busy-untold': { status: 429, error: 'Too many requests' },
} as const satisfies Readonly<Record<string, Fault>>;

type Faulty = {
  readonly act: MastodonAct | undefined;
  readonly url: string;
  readonly clock: () => number;
  readonly chaos: Chaos<MastodonAct> | undefined;
};

/** Answers what goes wrong with every request; false where it comes through. */
export const answerFault = ({ act, url, clock, chaos }: Faulty, isSignedIn: boolean, response: ServerResponse): boolean => {
  const told = Object.entries<Fault>(FAULTS).find(([name]) => name === act)?.[1];
  const fault = told ?? (isSignedIn ? undefined : FAULTS.unauthorised);
  if (act === 'stranger') response.writeHead(404, { 'content-type': 'text/html', connection: 'close' }).end('<h1>Not Found</h1>');
  else if (act === 'moved') response.writeHead(301, { location: `${url}/anders`, connection: 'close' }).end();
  else if (fault) reply(response, fault.status, { error: fault.error }, limitsOf(fault, clock(), chaos?.restSeconds));
  else return false;
  return true;
};

const limitsOf = ({ resetSeconds }: Fault, now: number, rest = resetSeconds ?? 0): Record<string, string> =>
  resetSeconds === undefined
    ? {}
    : {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(now + rest * 1_000).toISOString(),
      };
