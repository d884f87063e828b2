import type { Delivery } from '#domain/delivery';
import type { AttemptStage, SendOutcome } from '#domain/dispatch';
import type { Message } from '#domain/message';
import { type Instant, toIso } from '#domain/time';
import { fromIso, fromIsoRequired, toIsoOrNull } from './instants';
import type { Row, RowData } from './rows';

/**
 * A version of a content as a row tells it. `ownText`: in its carrier's own words; empty where it has none, unknown of attempts kept from
 * before that was written down.
 */
export type Told = Pick<Delivery, 'fingerprint' | 'sequence' | 'ownText'>;

/** One try to hand a dispatch over, kept with exactly what was sent. */
export type Attempt = {
  readonly id: string;
  readonly dispatchId: string;
  readonly number: number;
  readonly stage: AttemptStage;
  readonly startedAt: Instant;
  /** Before this nobody else may look at it; of an unconfirmed one: before this nobody asks again. */
  readonly leaseUntil: Instant;
  /** Of a post, the account it was made with (`accountMark`); unknown of those kept from before that was written down. */
  readonly account?: string | undefined;
  /** Of a post, what version of its content it tells. */
  readonly told?: Told | undefined;
  /** Of a newsletter without its people, and only with the attempt that said these words first. */
  readonly message?: Message | undefined;
  /** The attempt that holds the words of this one. */
  readonly wordsOf?: string | undefined;
  /** Ids of the people of a newsletter's batch that it was handed over for. */
  readonly people?: readonly string[] | undefined;
  /** What became of it; undefined while nobody knows anything and for abandoned ones. */
  readonly outcome?: SendOutcome | undefined;
};

/** The fields that hold what a channel answered. */
export const outcomeData = (outcome: SendOutcome, now: Instant): RowData<'attempts'> => ({
  stage: outcome.kind,
  outcomeKind: outcome.kind,
  endedAt: toIso(now),
  providerId: outcome.kind === 'accepted' ? outcome.providerId : null,
  url: outcome.kind === 'accepted' ? (outcome.url ?? null) : null,
  accepted: outcome.kind === 'accepted' ? (outcome.accepted ?? null) : null,
  refused: outcome.kind === 'accepted' ? (outcome.refused ?? null) : null,
  until: toIsoOrNull(untilOf(outcome)),
  detail: detailOf(outcome),
});

/** What was sent in the end, of a post with a picture; nothing where that is written, as it is of what an earlier try left there. */
export const leftOutData = (message: Message | undefined, outcome: SendOutcome): RowData<'attempts'> => {
  if (message?.kind !== 'post' || !message.image || ('isEarlier' in outcome && outcome.isEarlier)) return {};
  const { leftOut: written, ...image } = message.image;
  const { leftOut } = outcome;
  return leftOut === written ? {} : { message: { ...message, image: leftOut ? { ...image, leftOut } : image } };
};

const untilOf = (outcome: SendOutcome): Instant | undefined => {
  if (outcome.kind === 'handed-over') return outcome.askUntil;
  return outcome.kind === 'postponed' ? outcome.notBefore : undefined;
};

const detailOf = (outcome: SendOutcome): string | null => {
  if (outcome.kind === 'rejected') return `${outcome.code}: ${outcome.detail}`;
  return outcome.kind === 'postponed' || outcome.kind === 'unconfirmed' ? outcome.detail : null;
};

/** An attempt's document as domain type. */
export const readAttempt = (row: Row<'attempts'>): Attempt => ({
  id: row.id,
  dispatchId: row.dispatch,
  number: row.number,
  stage: row.stage as AttemptStage,
  startedAt: fromIsoRequired(row.startedAt, 'startedAt'),
  leaseUntil: fromIsoRequired(row.leaseUntil, 'leaseUntil'),
  account: row.account ?? undefined,
  told: row.fingerprint
    ? { fingerprint: row.fingerprint, sequence: row.sequence ?? 0, ownText: row.ownText ?? undefined }
    : undefined,
  message: (row.message as Message | null) ?? undefined,
  wordsOf: row.wordsOf ?? undefined,
  people: Array.isArray(row.people) ? row.people.map(String) : undefined,
  outcome: withLeftOut(readOutcome(row), row.message as Message | null),
});

const withLeftOut = (outcome: SendOutcome | undefined, message: Message | null): SendOutcome | undefined => {
  const leftOut = message?.kind === 'post' ? message.image?.leftOut : undefined;
  return outcome && leftOut ? { ...outcome, leftOut } : outcome;
};

const readOutcome = (row: Row<'attempts'>): SendOutcome | undefined => {
  const detail = row.detail ?? '';
  const until = fromIso(row.until) ?? fromIsoRequired(row.startedAt, 'startedAt');
  switch (row.outcomeKind) {
    case 'accepted': {
      const counts = { accepted: row.accepted ?? undefined, refused: row.refused ?? undefined };
      return { kind: 'accepted', providerId: row.providerId ?? '', url: row.url ?? undefined, ...counts };
    }
    case 'handed-over':
      return { kind: 'handed-over', askUntil: until };
    case 'rejected': {
      const [code = '', ...rest] = detail.split(': ');
      return { kind: 'rejected', code, detail: rest.join(': ') };
    }
    case 'postponed':
      return { kind: 'postponed', notBefore: until, detail };
    case 'unconfirmed':
      return { kind: 'unconfirmed', detail };
    default:
      return undefined;
  }
};
