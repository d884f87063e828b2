// SendGrid on loopback, as far as its specification and pages say: POST /v3/mail/send, and its Event Webhook. What the specification
// does not model is here: X-Message-Id, X-RateLimit-*, the refusal of an address named twice, answers that never come.
//
// Left out on purpose: sending, templates, suppressions of its own, and idempotency (there is none: a batch sent twice is logged twice).
// It appends `accepted <dispatch key> <attempt> <subscriber id>` per person to its log, synced to disk, before it answers.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog, readBody, reply, serveLocally } from './local-server';

/**
 * What goes wrong. reject: 400. unauthorised: 401. forbidden: 403. large: 413. busy: 429 with the limit's headers. fail: 500, not
 * accepted. fail-after: 500, but accepted. drop: reset after the body, not accepted. hang-up: the same, but accepted. silence:
 * accepted, never answered. delay: accepted, answered late. last: accepted, and the limit is used up with it.
 */
export type SendgridAct =
  | 'reject'
  | 'unauthorised'
  | 'forbidden'
  | 'large'
  | 'busy'
  | 'fail'
  | 'fail-after'
  | 'drop'
  | 'hang-up'
  | 'silence'
  | 'delay'
  | 'last';

export type SendgridMail = {
  readonly from: { readonly email: string; readonly name?: string };
  readonly subject: string;
  readonly content: readonly { readonly type: string; readonly value: string }[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly tracking_settings?: unknown;
  readonly personalizations: readonly SendgridPerson[];
  readonly [other: string]: unknown;
};
export type SendgridPerson = {
  readonly to: readonly { readonly email: string }[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly substitutions?: Readonly<Record<string, string>>;
  readonly custom_args?: Readonly<Record<string, string>>;
};

/** A request it accepted; `id` is its X-Message-Id. */
export type AcceptedBatch = { readonly id: string; readonly key: string; readonly mail: SendgridMail };

export type SendgridOptions = {
  readonly port?: number;
  readonly logFile?: string;
  /** Chosen anew for every request, by its dispatch key and its number (from 0). */
  readonly act?: (key: string, number: number) => SendgridAct | undefined;
  /** Called before and after acceptance and waited for; `before` answers false to let the request fall. */
  readonly before?: (key: string, number: number) => Promise<boolean>;
  readonly after?: (key: string, number: number) => Promise<void>;
  /** How many seconds ahead the limit's window ends. */
  readonly resetSeconds?: number;
  /** Told of every request it takes, with how many people; then nothing else is kept of it. */
  readonly count?: (people: number) => void;
};

export type SendgridStandIn = {
  readonly url: string;
  readonly accepted: readonly AcceptedBatch[];
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

/** Starts it on a free port of 127.0.0.1. Any key that begins with `SG.` is one of its own. */
export const startSendgrid = async (options: SendgridOptions = {}): Promise<SendgridStandIn> => {
  const log = openLog(options.logFile);
  const accepted: AcceptedBatch[] = [];
  let requests = 0;
  const take = (key: string, mail: SendgridMail): string => {
    const id = randomBytes(11).toString('base64url');
    if (options.count) options.count(mail.personalizations.length);
    else accepted.push({ id, key, mail });
    for (const { custom_args: args } of options.logFile ? mail.personalizations : [])
      log.write(`accepted ${key} ${args?.attempt_number} ${args?.subscriber_id}`);
    return id;
  };
  const server = await serveLocally(async (request, response) => {
    const number = requests++;
    if (request.method !== 'POST' || request.url !== '/v3/mail/send') return reply(response, 404, faults('not found'));
    const body = await readBody(request);
    if (!request.headers.authorization?.startsWith('Bearer SG.')) return reply(response, 401, faults('authorization required'));
    await answer(JSON.parse(body) as SendgridMail, number, response, options, take);
  }, options.port);
  return {
    url: server.url,
    accepted,
    requests: () => requests,
    close: async () => {
      await server.close();
      log.close();
    },
  };
};

type Take = (key: string, mail: SendgridMail) => string;

const answer = async (
  mail: SendgridMail,
  number: number,
  response: ServerResponse<IncomingMessage>,
  options: SendgridOptions,
  take: Take,
): Promise<void> => {
  const key = mail.personalizations?.[0]?.custom_args?.dispatch_key ?? '';
  const act = options.act?.(key, number);
  const limits = { 'x-ratelimit-limit': '600', 'x-ratelimit-reset': String(resetAt(options)) };
  if (act === 'drop') return void response.destroy();
  if (act && act in REFUSALS)
    return reply(response, REFUSALS[act] ?? 500, faults(act), { ...limits, 'x-ratelimit-remaining': '0' });
  const fault = faultOf(mail);
  if (fault) return reply(response, 400, faults(fault, 'personalizations'));
  if (options.before && !(await options.before(key, number))) return void response.destroy();
  const id = take(key, mail);
  await options.after?.(key, number);
  if (act === 'hang-up') return void response.destroy();
  if (act === 'silence') return;
  if (act === 'fail-after') return reply(response, 503, faults('out of order'));
  if (act === 'delay') await pause(300);
  const remaining = { ...limits, 'x-ratelimit-remaining': act === 'last' ? '0' : '599' };
  response.writeHead(202, { ...remaining, 'x-message-id': id, connection: 'close' }).end();
};

const REFUSALS: Readonly<Partial<Record<SendgridAct, number>>> = {
  reject: 400,
  unauthorised: 401,
  forbidden: 403,
  large: 413,
  busy: 429,
  fail: 500,
};

const resetAt = ({ resetSeconds = 30 }: SendgridOptions): number => Math.ceil(Date.now() / 1000) + resetSeconds;

const faults = (message: string, field: string | null = null) => ({ errors: [{ message, field, help: null }] });

/** What SendGrid's error page names and the specification does not. */
const faultOf = ({ personalizations, content, subject }: SendgridMail): string | undefined => {
  const addresses = personalizations.flatMap(({ to }) => to.map(({ email }) => email.toLowerCase()));
  if (addresses.length === 0 || addresses.length > 1_000) return 'The number of recipients is not between 1 and 1000';
  if (new Set(addresses).size < addresses.length) return 'Each email address in the personalization block should be unique';
  if (!subject) return 'The subject is required';
  const types = content.map(({ type }) => type);
  return types.indexOf('text/html') < types.indexOf('text/plain') ? 'text/plain must be first' : undefined;
};
