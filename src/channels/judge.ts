import { z } from 'zod';
import type { ChannelTrouble } from '#domain/channel';
import type { CheckOutcome } from '#domain/connection';
import { ACCOUNT_REFUSED, CHANGE_REFUSED, type SendOutcome } from '#domain/dispatch';
import type { Instant } from '#domain/time';
import type { HttpAnswer, HttpHeaders } from './http';
import type { Bringing } from './picture';

/** An answer that came whole. */
export type Answered = Extract<HttpAnswer, { kind: 'answered' }>;

/** How one network answers a post. */
export type Manners = {
  /** What its yes says; undefined when it cannot be read: then nobody knows. */
  readonly accepted: (answer: Answered) => SendOutcome | undefined;
  /** From when on it takes more, of an answer that says it had too many (429). */
  readonly rest: (headers: HttpHeaders, now: Instant) => Instant;
  /** Why nothing more can leave, where a refusal is not about the post: `HTTP 401` and `403` are about the account unless it says else. */
  readonly trouble?: (answer: Answered) => ChannelTrouble | undefined;
};

/**
 * What an answer to a post means. Only a refusal or a connection that never came about proves that nothing was published; a network
 * that fails (5xx) or gave up waiting (408) says neither.
 */
export const judge = (
  answer: HttpAnswer,
  now: Instant,
  { accepted, rest, trouble: troubleIn = signInTrouble }: Manners,
): SendOutcome => {
  if (answer.kind === 'unreachable') return { kind: 'postponed', notBefore: now.add({ seconds: 60 }), detail: answer.detail };
  if (answer.kind === 'lost') return { kind: 'unconfirmed', detail: answer.detail };
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return accepted(answer) ?? { kind: 'unconfirmed', detail: 'no-post-id' };
  const detail = detailOf(answer);
  const trouble = troubleIn(answer);
  if (trouble) return { kind: 'rejected', code: trouble, detail };
  if (status === 429) {
    const notBefore = rest(headers, now);
    return { kind: 'postponed', notBefore, restUntil: notBefore, detail };
  }
  if (status >= 300 && status < 500 && status !== 408) return { kind: 'rejected', code: `http-${status}`, detail };
  return { kind: 'unconfirmed', detail };
};

/** The same of an answer about a post that is there: a 403 is about that post, whatever the account may do otherwise. */
export const judgeChange = (answer: HttpAnswer, now: Instant, manners: Manners): SendOutcome => {
  const outcome = judge(answer, now, manners);
  const isForbidden = answer.kind === 'answered' && answer.status === 403;
  if (!isForbidden || outcome.kind !== 'rejected' || outcome.code !== ACCOUNT_REFUSED) return outcome;
  return { ...outcome, code: CHANGE_REFUSED };
};

/** What an answer means that came before anything was published: what nobody knows does no harm there, and is tried again. */
export const judgeBefore = (answer: HttpAnswer, now: Instant, manners: Manners): SendOutcome => {
  const outcome = judge(answer, now, manners);
  if (outcome.kind !== 'unconfirmed') return outcome;
  return { kind: 'postponed', notBefore: now.add({ minutes: 2 }), detail: outcome.detail };
};

/** The same of an answer about a picture. */
export const judgePicture = (answer: HttpAnswer, now: Instant, manners: Manners): Bringing<never> => {
  const outcome = judgeBefore(answer, now, manners);
  return outcome.kind === 'rejected' && outcome.code.startsWith('http-') ? { leftOut: 'refused' } : { outcome };
};

/** What an answer to a question about an account means that is no clear yes: only a refusal that is about the account says something of it. */
export const judgeAccount = (
  answer: HttpAnswer,
  { trouble: troubleIn = signInTrouble }: Manners,
): Exclude<CheckOutcome, { kind: 'fine' }> => {
  if (answer.kind !== 'answered') return { kind: 'unknown', detail: answer.detail };
  const [trouble, detail] = [troubleIn(answer), detailOf(answer)];
  return trouble ? { kind: 'refused', trouble, detail } : { kind: 'unknown', detail };
};

/** True for an answer that came and says yes. */
export const isFine = (answer: HttpAnswer): answer is Answered =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;

/** What an answer holds, as far as it is JSON. */
export const jsonIn = ({ body }: Answered): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** A network's own words of why not; a yes is not told, for it may hold what it lets somebody in with. */
export const detailOf = ({ status, body }: Answered): string =>
  `HTTP ${status} ${status >= 200 && status < 300 ? '' : spoken(body)}`.trim();

/** What a provider said, on one line, at most 300 characters of it, without what looks like an address of a person. */
export const spoken = (words: string): string =>
  words
    .replace(/[^\s<>"']+@[^\s<>"',;:]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);

/** A header as one text. */
export const headerOf = (headers: HttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
};

/** Retry-After (RFC 9110 §10.2.3): seconds or a date; `otherwise` seconds when it says neither, at least one, at most a day. */
export const retryAfter = (headers: HttpHeaders, now: Instant, otherwise = 60): Instant => {
  const header = headerOf(headers, 'retry-after');
  const seconds = Number(header ?? Number.NaN);
  const date = Date.parse(header ?? '');
  const wait = Number.isFinite(seconds) ? seconds : Number.isFinite(date) ? (date - now.epochMilliseconds) / 1000 : otherwise;
  return withinDay(now, wait);
};

/** So many seconds from now, whatever a network names: at least one, at most a day. */
export const withinDay = (now: Instant, seconds: number): Instant =>
  now.add({ seconds: Math.round(Math.min(Math.max(seconds, 1), 86_400)) });

/** The account is refused. */
export const signInTrouble = ({ status }: Answered): ChannelTrouble | undefined =>
  status === 401 || status === 403 ? 'account-refused' : undefined;

/** Whom we ask says in JSON why not; a page that was not found, or leads elsewhere, is of a server of another kind. */
export const isOtherServer = (answer: Answered): boolean =>
  ((answer.status >= 300 && answer.status < 400) || answer.status === 404 || answer.status === 410) &&
  !REFUSAL.safeParse(jsonIn(answer)).success;

const REFUSAL = z.object({ error: z.string() });
