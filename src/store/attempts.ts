import type { Payload, Where } from 'payload';
import type { AttemptStage, Dispatch, SendOutcome } from '#domain/dispatch';
import type { Message } from '#domain/message';
import type { Try } from '#domain/patience';
import { compareInstants, type Instant, toIso } from '#domain/time';
import { type Attempt, leftOutData, outcomeData, readAttempt, type Told } from './attempt-row';
import { moveDispatch } from './dispatches';
import { fromIsoRequired } from './instants';
import { compareAndSet, findFields, findRow, findRows, inChunks, insertOnce, isStill, type Row, type RowData } from './rows';

export type { Attempt } from './attempt-row';

/** A dispatch that is ours for the length of a lease. */
export type Claim = { readonly dispatch: Dispatch; readonly attempt: Attempt };

/** The place a post takes on its channel, what it is estimated to cost, and by which account it is made (`accountMark`). */
type Place = {
  readonly channel: string;
  readonly cents: number | undefined;
  readonly account: string | undefined;
};

/**
 * Who claims and for how long; the ledger rows of a batch where these are known; of a post, the place it takes on its channel, and the version
 * of its content that it tells.
 */
export type ClaimFacts = {
  readonly owner: string;
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly rows?: readonly string[] | undefined;
  readonly place?: Place | undefined;
  readonly told?: Told | undefined;
};

/** Stages that settle a dispatch; `unconfirmed` may still learn the truth. */
export const FINAL_STAGES: readonly AttemptStage[] = [
  'accepted',
  'handed-over',
  'rejected',
  'postponed',
  'unconfirmed',
  'abandoned',
];

/**
 * Claims a due dispatch: inserts the next attempt (its unique key is the claim), then moves the dispatch from due to sending, with the
 * ledger rows it tells where these are known; gives it whole. Undefined when somebody else has it, or had it and gave it up: then the number is
 * passed over and the next tick claims.
 */
export const claimDispatch = async (
  payload: Payload,
  dispatch: Dispatch,
  { owner, now, leaseUntil, rows, place, told }: ClaimFacts,
): Promise<Claim | undefined> => {
  const number = dispatch.attempt + 1;
  const row = await insertOnce(payload, 'attempts', {
    key: attemptKey(dispatch.id, number),
    dispatch: dispatch.id,
    number,
    stage: 'claimed',
    owner,
    ...{ channel: place?.channel ?? null, cents: place?.cents ?? null, account: place?.account ?? null },
    ...{ fingerprint: told?.fingerprint ?? null, sequence: told?.sequence ?? null, ownText: told?.ownText ?? null },
    startedAt: toIso(now),
    leaseUntil: toIso(leaseUntil),
  });
  if (!row) {
    await passOver(payload, dispatch, number);
    return undefined;
  }
  const taken = await moveDispatch(payload, dispatch, ['due'], 'sending', { attempt: number, rows });
  if (taken) return { dispatch: taken, attempt: readAttempt(row) };
  await moveAttempt(payload, row.id, 'claimed', { stage: 'abandoned', endedAt: toIso(now) });
  return undefined;
};

/**
 * Writes down exactly what is about to be handed over; false when the claim was taken away: then nothing may be sent. Of a newsletter
 * the words stand once, with the attempt that said them first (`wordsOf`), and of its people only ids.
 */
export const beginHanding = async (payload: Payload, attempt: Attempt, message: Message, wordsOf?: string): Promise<boolean> =>
  (await moveAttempt(payload, attempt.id, 'claimed', { stage: 'handing', ...keptOf(message, wordsOf) })) !== undefined;

const keptOf = (message: Message, wordsOf: string | undefined): RowData<'attempts'> => {
  if (message.kind !== 'mail' || !message.listId) return { message: { ...message } };
  const people = message.recipients.map(({ id }) => id);
  return { message: wordsOf ? null : { ...message, recipients: [] }, wordsOf: wordsOf ?? null, people };
};

/** Gives a claim up of which nothing has left; false when it went on meanwhile. */
export const abandonAttempt = async (payload: Payload, attempt: Attempt, now: Instant): Promise<boolean> =>
  (await moveAttempt(payload, attempt.id, attempt.stage, { stage: 'abandoned', endedAt: toIso(now) })) !== undefined;

/**
 * Writes down what a channel answered. A late truth replaces *unconfirmed*; false when a final answer stands already.
 * `from`: the stages it may replace.
 */
export const closeAttempt = async (
  payload: Payload,
  attempt: Attempt,
  outcome: SendOutcome,
  now: Instant,
  from: readonly AttemptStage[] = ['handing', 'unconfirmed'],
): Promise<boolean> => {
  const data = { ...outcomeData(outcome, now), ...leftOutData(attempt.message, outcome) };
  for (const stage of from) if (stage !== outcome.kind && (await moveAttempt(payload, attempt.id, stage, data))) return true;
  return false;
};

/** Counts people of an accepted attempt of whom it became known only later that their mail was taken; false when it counts as many. */
export const raiseAttempt = async (payload: Payload, attempt: Attempt, accepted: number): Promise<boolean> =>
  (await moveAttempt(payload, attempt.id, 'accepted', { accepted }, [{ accepted: { less_than: accepted } }])) !== undefined;

/** Takes the right to look after an unconfirmed attempt until `until`; false when somebody else has taken it. */
export const renewLease = async (payload: Payload, attempt: Attempt, until: Instant): Promise<boolean> =>
  (await moveAttempt(payload, attempt.id, 'unconfirmed', { leaseUntil: toIso(until) }, [
    { leaseUntil: { equals: toIso(attempt.leaseUntil) } },
  ])) !== undefined;

/** Attempts in a stage whose lease ran out before `now`, begun after `since`. */
export const expiredAttempts = async (
  payload: Payload,
  stages: readonly AttemptStage[],
  now: Instant,
  since?: Instant,
): Promise<readonly Attempt[]> => {
  const where: Where[] = [{ stage: { in: [...stages] } }, { leaseUntil: { less_than: toIso(now) } }];
  if (since) where.push({ startedAt: { greater_than: toIso(since) } });
  return (await findRows(payload, 'attempts', { and: where }, { sort: 'startedAt' })).map(readAttempt);
};

/** The attempt of that number; undefined where there is none. */
export const findAttempt = async (payload: Payload, dispatchId: string, number: number): Promise<Attempt | undefined> => {
  const row = await findRow(payload, 'attempts', { key: { equals: attemptKey(dispatchId, number) } });
  return row && readAttempt(row);
};

/** The last attempts of the given dispatches in one of the given stages, by the id of their dispatch. */
export const currentAttempts = async (
  payload: Payload,
  dispatches: readonly Dispatch[],
  stages: readonly AttemptStage[],
): Promise<ReadonlyMap<string, Attempt>> => {
  const found = new Map<string, Attempt>();
  for (const chunk of inChunks(dispatches, 500)) {
    const keys = chunk.map(({ id, attempt }) => attemptKey(id, attempt));
    const where: Where = { and: [{ key: { in: keys } }, { stage: { in: [...stages] } }] };
    for (const row of await findRows(payload, 'attempts', where)) found.set(row.dispatch, readAttempt(row));
  }
  return found;
};

/** All attempts of the given dispatches, oldest first. */
export const attemptsOf = async (payload: Payload, dispatchIds: readonly string[]): Promise<readonly Attempt[]> =>
  (await findRows(payload, 'attempts', { dispatch: { in: [...dispatchIds] } }, { sort: 'number' }))
    .map(readAttempt)
    .sort((a, b) => compareInstants(a.startedAt, b.startedAt));

/** When and how far the given dispatches were tried, oldest first; without what was sent. */
export const triesOf = async (payload: Payload, dispatches: readonly Dispatch[]): Promise<readonly Try[]> => {
  const { docs } = await payload.db.find<Row<'attempts'>>({
    collection: 'attempts',
    where: { dispatch: { in: dispatches.map(({ id }) => id) } },
    sort: 'startedAt',
    limit: 0,
    pagination: false,
    select: { startedAt: true, stage: true },
  });
  return docs.map(({ startedAt, stage }) => ({
    startedAt: fromIsoRequired(startedAt, 'startedAt'),
    stage: stage as AttemptStage,
  }));
};

/** Of these attempts, oldest first, the one whose post readers see: of the dispatch that left last the first; undefined where none left. */
export const leftOf = (attempts: readonly Attempt[]): Attempt | undefined => {
  const last = attempts.findLast(hasLeft);
  return attempts.find((one) => one.dispatchId === last?.dispatchId && hasLeft(one));
};

export const hasLeft = ({ stage }: Pick<Attempt, 'stage'>): boolean => LEFT.includes(stage);

const LEFT: readonly Attempt['stage'][] = ['accepted', 'handed-over'];

/** The first attempt by which a dispatch is known to have left; undefined where none is. */
export const findLeft = async (payload: Payload, dispatchId: string): Promise<Attempt | undefined> => {
  const where: Where = { and: [{ dispatch: { equals: dispatchId } }, { stage: { in: [...LEFT] } }] };
  const [row] = await findRows(payload, 'attempts', where, { sort: 'number', limit: 1 });
  return row && readAttempt(row);
};

/** The attempts of a dispatch that nobody knows the fate of, oldest first. */
export const unclearAttempts = async (payload: Payload, dispatchId: string): Promise<readonly Attempt[]> => {
  const where: Where = { and: [{ dispatch: { equals: dispatchId } }, { stage: { equals: 'unconfirmed' } }] };
  return (await findRows(payload, 'attempts', where, { sort: 'number' })).map(readAttempt);
};

/** How many of the last posts of a channel by that account since then, one after the other, nobody knows the fate of. */
export const unclearInARow = async (
  payload: Payload,
  { channel, account }: Pick<Place, 'channel' | 'account'>,
  since: Instant,
): Promise<number> => {
  const where: Where[] = [
    { channel: { equals: channel } },
    isStill('account', account),
    { startedAt: { greater_than: toIso(since) } },
    { stage: { in: ['accepted', 'rejected', 'unconfirmed'] } },
  ];
  const found = await findFields(payload, 'attempts', { and: where }, ['stage'], { sort: '-startedAt', limit: 20 });
  const known = found.findIndex(({ stage }) => stage !== 'unconfirmed');
  return known < 0 ? found.length : known;
};

/** The first attempt by which one of these dispatches may have left; undefined while certainly none has. */
export const firstTold = async (payload: Payload, dispatches: readonly Dispatch[]): Promise<Attempt | undefined> => {
  const where: Where[] = [
    { dispatch: { in: dispatches.map(({ id }) => id) } },
    { stage: { in: ['handing', 'accepted', 'handed-over', 'unconfirmed'] } },
  ];
  // Its words only of the one that counts: a newsletter's are heavy.
  const [first] = await findFields(payload, 'attempts', { and: where }, ['startedAt'], { sort: 'startedAt', limit: 1 });
  const row = first && (await findRow(payload, 'attempts', { id: { equals: first.id } }));
  return row && withWords(payload, readAttempt(row));
};

/** The attempt with the words that another one of its newsletter holds. */
export const withWords = async (payload: Payload, attempt: Attempt): Promise<Attempt> => {
  if (attempt.message || !attempt.wordsOf) return attempt;
  const row = await findRow(payload, 'attempts', { id: { equals: attempt.wordsOf } });
  return { ...attempt, message: row && readAttempt(row).message };
};

/** People whose mail was accepted, over all these batches of a newsletter. */
export const acceptedPeople = async (payload: Payload, batches: readonly Dispatch[]): Promise<number> => {
  let sum = 0;
  // Each may hold the ids of a thousand people.
  for (const chunk of inChunks(batches, 20)) {
    const where: Where = { and: [{ dispatch: { in: chunk.map(({ id }) => id) } }, { stage: { equals: 'accepted' } }] };
    for (const { accepted, people } of await findFields(payload, 'attempts', where, ['accepted', 'people']))
      sum += accepted ?? (Array.isArray(people) ? people.length : 0);
  }
  return sum;
};

/** Ids of the dispatches of which an attempt ended badly, or with an unknown fate, after `since`. */
export const dispatchesInTrouble = async (payload: Payload, since: Instant): Promise<readonly string[]> => {
  const where: Where[] = [
    { stage: { in: ['rejected', 'postponed', 'unconfirmed'] } },
    { endedAt: { greater_than: toIso(since) } },
  ];
  return [...new Set((await findRows(payload, 'attempts', { and: where })).map((row) => row.dispatch))];
};

/** A number whose attempt was given up before the dispatch knew of it would block the dispatch for ever: pass it over. */
const passOver = async (payload: Payload, dispatch: Dispatch, number: number): Promise<void> => {
  const standing = await findAttempt(payload, dispatch.id, number);
  if (standing?.stage === 'abandoned') await moveDispatch(payload, dispatch, ['due'], 'due', { attempt: number });
};

const moveAttempt = (
  payload: Payload,
  id: string,
  from: AttemptStage,
  data: RowData<'attempts'>,
  conditions: readonly Where[] = [],
): Promise<Row<'attempts'> | undefined> =>
  compareAndSet(payload, 'attempts', id, [{ stage: { equals: from } }, ...conditions], data);

const attemptKey = (dispatchId: string, number: number): string => `${dispatchId}#${number}`;
