import { Client } from '@sendgrid/client';
import { type MailDataRequired, MailService } from '@sendgrid/mail';
import { z } from 'zod';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';
import { UNLIMITED_TEXT } from '#domain/post-limits';
import type { Instant } from '#domain/time';
import type { Channel } from './channel';
import { spoken } from './judge';
import { refuseElsewhere } from './loopback';
import { NO_KEY } from './no-key';
import { sendgridMail, withoutDoubles } from './sendgrid-mail';
import { watchConnection } from './watched-connection';
import { nameFor } from './write-once';

/** One account at SendGrid. */
export type SendgridOptions = {
  /** Without one nothing leaves, and nobody is asked. */
  readonly apiKey: string | undefined;
  /** `eu`: a subuser of the EU region; its key is good there alone. */
  readonly region: 'global' | 'eu';
  /** A stand-in on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  /** Says when to try again. */
  readonly now: () => Instant;
  /** For the whole exchange, in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
};

/**
 * Mails to many people through SendGrid's Mail Send v3, one request per batch. It knows no idempotency: whatever ends without an answer
 * once the connection stood is unconfirmed, and only its events (or a person) can say more. Takes mails only.
 */
export const openSendgrid = (options: SendgridOptions): Channel => {
  const { apiKey, baseUrl } = options;
  refuseElsewhere('SendGrid', baseUrl);
  return {
    via: 'sendgrid',
    limits: { ...UNLIMITED_TEXT, images: 100, altTextLength: 1_000 },
    repeatable: false,
    send: async (message, key, attempt = 1) => {
      if (message.kind !== 'mail') throw new TypeError(`SendGrid takes mails, not a ${message.kind}`);
      if (message.recipients.length === 0) return { kind: 'rejected', code: 'no-recipients', detail: '' };
      if (!apiKey) return NO_KEY.send;
      const people = withoutDoubles(message.recipients);
      const outcome = await post(sendgridMail(message, people, key, attempt), apiKey, options);
      if (outcome.kind !== 'accepted') return outcome;
      return { ...outcome, providerId: outcome.providerId || nameFor(key), accepted: people.length, refused: 0 };
    },
  };
};

/** A service and a client of its own for every request: the package's are shared by all accounts of a process. */
const post = async (data: MailDataRequired, apiKey: string, options: SendgridOptions): Promise<SendOutcome> => {
  const { now, timeoutMs = 20_000 } = options;
  const line = watchConnection();
  const service = new MailService();
  service.setClient(clientOf(apiKey, options, { ...line.agents, timeout: timeoutMs }));
  try {
    const [{ statusCode, headers, body }] = await service.send(data);
    return judge({ status: statusCode, headers, body }, now());
  } catch (error) {
    const answer = answerIn(error);
    if (answer) return judge(answer, now());
    if (!isOfNetwork(error)) throw error;
    const detail = detailOf(error);
    return line.wasOpened() ? { kind: 'unconfirmed', detail } : postponed(now().add({ seconds: 60 }), detail);
  }
};

const clientOf = (apiKey: string, { region, baseUrl }: SendgridOptions, exchange: object): Client => {
  const client = new Client();
  client.setDataResidency(region);
  client.setApiKey(apiKey);
  // Only after the key: setting a key sets the address of its region.
  if (baseUrl !== undefined) client.setDefaultRequest('baseUrl', `${baseUrl}/`);
  // Passed on to axios as they are; no redirect may carry the key elsewhere, no variable may name a proxy.
  client.setDefaultRequest({ ...exchange, maxRedirects: 0, proxy: false } as unknown as Defaults);
  return client;
};

/** What the client's types know of it; axios takes more. */
type Defaults = Extract<Parameters<Client['setDefaultRequest']>[0], object>;

type Answer = { readonly status: number; readonly headers: unknown; readonly body: unknown };

/** What an answer means: only 202 takes the mail; only a refusal or the limit proves that it was not taken. */
const judge = ({ status, headers, body }: Answer, now: Instant): SendOutcome => {
  const limits = readLimits(headers, now);
  const detail = `HTTP ${status} ${wordsIn(body)}`.trim();
  if (status === 202)
    return { kind: 'accepted', providerId: limits.messageId, ...(limits.isUsedUp ? { restUntil: limits.resetAt } : {}) };
  if (status === 429) return postponed(limits.resetAt, detail);
  if (status === 401 || status === 403) return { kind: 'rejected', code: ACCOUNT_REFUSED, detail };
  // 408: it gave up waiting, so that nobody knows what it had got by then.
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'rejected', code: `http-${status}`, detail };
  return { kind: 'unconfirmed', detail };
};

/** Who cannot be reached, or takes no more, takes no other batch of the account either. */
const postponed = (until: Instant, detail: string): SendOutcome => ({
  kind: 'postponed',
  notBefore: until,
  restUntil: until,
  detail,
});

const HEADERS = z.object({
  'x-message-id': z.string().catch(''),
  'x-ratelimit-remaining': z.coerce.number().catch(Number.NaN),
  'x-ratelimit-reset': z.coerce.number().catch(Number.NaN),
});

/** The limit's window ends at an epoch second; a minute from now where none is named, at least a second and at most an hour. */
const readLimits = (headers: unknown, now: Instant): { messageId: string; isUsedUp: boolean; resetAt: Instant } => {
  const read = HEADERS.parse(typeof headers === 'object' && headers !== null ? { ...headers } : {});
  const wait = read['x-ratelimit-reset'] - now.epochMilliseconds / 1000;
  const seconds = Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait), 1), 3_600) : 60;
  return { messageId: read['x-message-id'], isUsedUp: read['x-ratelimit-remaining'] === 0, resetAt: now.add({ seconds }) };
};

const FAULTS = z.object({ errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })) });

/** SendGrid's own words. */
const wordsIn = (body: unknown): string => {
  const faults = FAULTS.safeParse(body);
  const words = faults.success ? faults.data.errors.map(({ message, field }) => (field ? `${field}: ${message}` : message)) : [];
  return spoken(words.join('; '));
};

const REFUSAL = z.object({ code: z.number(), response: z.object({ headers: z.unknown(), body: z.unknown() }) });
const REDIRECT = z.object({ response: z.object({ status: z.number(), headers: z.unknown(), data: z.unknown() }) });

/** The answer an error of the client stands for: a refusal, or a redirect that was not followed. */
const answerIn = (error: unknown): Answer | undefined => {
  const refusal = REFUSAL.safeParse(error).data;
  if (refusal) return { status: refusal.code, ...refusal.response } as Answer;
  const redirect = REDIRECT.safeParse(error).data?.response;
  return redirect && { status: redirect.status, headers: redirect.headers, body: redirect.data };
};

const NETWORK = z.object({ isAxiosError: z.literal(true), code: z.string().optional(), message: z.string() });

const isOfNetwork = (error: unknown): boolean => NETWORK.safeParse(error).success;

/** A code i18n has words for, or the network's own words; never the request, which holds the key. */
const detailOf = (error: unknown): string => {
  const { code, message } = NETWORK.parse(error);
  return code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'no-answer-in-time' : (message || code || 'unknown').slice(0, 300);
};
