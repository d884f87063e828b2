// What goes wrong at the stand-in of X, in the words in which X says it.

import type { LostAnswer } from './local-server';

type Fault = { readonly status: number; readonly body: object; readonly headers?: Record<string, string> };

/**
 * Of all requests: unauthorised (401), forbidden (403, app not enrolled), read-only (403, app without the right), no-credits (402),
 * spend-cap (403), usage-cap (429), busy (429), busy-day (429 until the day ends), echo (500 with all it was asked). Of a post that is not accepted: reject (400), duplicate
 * (403), fail (503). Of one that is: fail-after (502 of a gateway), hang-up, silence, drip (never ends), cut-off (half an answer),
 * no-number (an answer without the post), partial (errors beside the post), last (the window is used up). Of a picture: no-picture (400),
 * half-picture (the line drops), strange-picture (an answer without its number), slow-picture (worked on for ever), no-alt (400).
 */
export type XAct =
  | keyof typeof ANSWERS
  | ('echo' | 'reject' | 'duplicate' | 'fail')
  | (LostAnswer | 'fail-after' | 'no-number' | 'partial' | 'last')
  | ('no-picture' | 'half-picture' | 'strange-picture' | 'slow-picture' | 'no-alt');

/** What an act answers to every request; undefined where it lets requests come through. */
export const faultOf = (act: XAct | undefined): Fault | undefined =>
  Object.entries<Fault>(ANSWERS).find(([name]) => name === act)?.[1];

const refusal = (status: number, title: string, detail: string, type = 'about:blank'): Fault => ({
  status,
  body: { title, detail, type, status },
});

const CREDITS = 'https://api.twitter.com/2/problems/credits';

const ANSWERS = {
  unauthorised: refusal(401, 'Unauthorized', 'Unauthorized'),
  forbidden: refusal(403, 'Client Forbidden', 'Your app has to be enrolled', 'https://api.x.com/2/problems/client-forbidden'),
  'read-only': refusal(403, 'Forbidden', 'Your client app is not configured with the appropriate oauth1 app permissions.'),
  'no-credits': refusal(
    402,
    'CreditsDepleted',
    'Your enrolled account [1] does not have any credits to fulfill this request.',
    CREDITS,
  ),
  'spend-cap': refusal(403, 'SpendCapReached', 'Your enrolled account [1] has reached its billing cycle spend cap.', CREDITS),
  'usage-cap': refusal(
    429,
    'UsageCapExceeded',
    'Usage cap exceeded: Monthly product cap',
    'https://api.x.com/2/problems/usage-capped',
  ),
  busy: { ...refusal(429, 'Too Many Requests', 'Too Many Requests'), headers: { 'x-rate-limit-remaining': '0' } },
  'busy-day': {
    ...refusal(429, 'Too Many Requests', 'Too Many Requests'),
    headers: { 'x-user-limit-24hour-remaining': '0' },
  },
} as const satisfies Readonly<Record<string, Fault>>;
