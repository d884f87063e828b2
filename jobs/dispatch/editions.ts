import { isQuiet } from '#domain/calendar';
import { type ChannelSettings, sendsEditions } from '#domain/channel';
import { type Dispatch, isAccountRefused, type SendOutcome } from '#domain/dispatch';
import type { EditionEntry } from '#domain/edition';
import { editedSections } from '#domain/edition-making';
import type { Mail } from '#domain/message';
import { entriesFor, segmentOf } from '#domain/segment';
import { isBefore } from '#domain/time';
import { addressHasher } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { type Attempt, firstTold } from '#store/attempts';
import { loadDeliveriesById } from '#store/deliveries';
import { batchesOf, dueDispatches, holdBatches, loadDispatch, moveDispatch } from '#store/dispatches';
import { type Edition, fixContents, loadEdition } from '#store/editions';
import { isStopped, type Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import { loadSubscribers } from '#store/subscribers';
import type { JobContext } from '../context';
import { addressTo, composeEditionMail } from './compose';
import { type Claim, claim, dropClaim, handOver, refuse } from './hand-over';
import { settleEdition } from './settle-edition';
import { wayOut } from './way-out';

/** Batches looked at in one tick. */
const LIMIT = 500;

/** So long a round hands over batches at most; whatever else waits goes between two rounds, and the next one follows at once. */
const ROUND_SECONDS = 5;

/** What became of a batch's turn: it was handed over, or not; `rest`: its provider takes nothing more of its channel for now. */
type Turn = 'handed' | 'idle' | 'rest';

/** Sends batches of sealed editions, one of each edition in turn; gives the number of batches handed over. */
export const dispatchEditions = async (ctx: JobContext, settings: Settings): Promise<number> => {
  const end = now().add({ seconds: ROUND_SECONDS });
  const queues = queuesOf(await dueDispatches(ctx.payload, 'edition', ctx.now, LIMIT));
  let handed = 0;
  for (let queue = queues.shift(); queue && (handed === 0 || isBefore(now(), end)); queue = queues.shift()) {
    const dispatch = queue.shift();
    const turn = dispatch ? await dispatchBatch(ctx, settings, dispatch) : 'idle';
    if (turn === 'handed') handed += 1;
    if (turn !== 'rest' && queue.length > 0) queues.push(queue);
  }
  return handed;
};

/** Batches of each edition in their order. */
const queuesOf = (due: readonly Dispatch[]): Dispatch[][] => {
  const queues = new Map<string, Dispatch[]>();
  for (const dispatch of [...due].sort((a, b) => (a.key < b.key ? -1 : 1)))
    queues.set(dispatch.subject, [...(queues.get(dispatch.subject) ?? []), dispatch]);
  return [...queues.values()];
};

const dispatchBatch = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<Turn> => {
  const batches = await batchesOf(ctx.payload, dispatch.subject);
  const same = batches.filter(({ segment }) => segment === dispatch.segment);
  const told = await firstTold(ctx.payload, same);
  const isFirst = !told && !(await firstTold(ctx.payload, batches));
  const edition = await loadEdition(ctx.payload, dispatch.subject);
  // Frozen, but the edition is not sealed yet: whoever seals it is still at it, or the next tick is.
  if (edition && edition.recipients === undefined && edition.status !== 'skipped') return 'idle';
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || edition.status === 'skipped' || !sendsEditions(channel)) return cancelBatch(ctx, dispatch);
  if (isQuiet(channel.quiet, now()) || isStopped(settings, channel)) return 'rest';
  if (!told && !isLeading(dispatch, isFirst ? batches : same)) return 'idle';
  const whole = await loadDispatch(ctx.payload, dispatch.id);
  const claimed = whole?.status === 'due' ? await claim(ctx, whole) : undefined;
  if (!claimed) return 'idle';
  const subscribers = await loadSubscribers(ctx.payload, claimed.dispatch.recipientIds ?? [], addressHasher());
  const telling = { edition, channel, batches, isFirst };
  const words = () => (told ? repeatTold(ctx, claimed, told) : composeFirst(ctx, settings, telling, claimed));
  const mail = subscribers.length > 0 ? await words() : undefined;
  if (mail) {
    const addressed = addressTo(ctx, mail, subscribers);
    const outcome = await handOver(ctx, claimed, await wayOut(ctx, channel), addressed, told && (told.wordsOf ?? told.id));
    return outcome ? pace(ctx, dispatch, outcome) : 'idle';
  }
  // Somebody stopped its channel meanwhile, so that the edition was opened again: its people wait for it.
  const left = await loadEdition(ctx.payload, edition.id);
  const isReopened = left && (left.recipients === undefined || left.version !== edition.version);
  await dropClaim(ctx, claimed, isReopened ? 'due' : 'cancelled');
  await settleEdition(ctx.payload, edition.id, now());
  return 'idle';
};

/**
 * A provider that takes no more of the channel for now gets none of the other batches either: they wait as long as the one it has not
 * taken, or until it takes more. Written down, so that other processes keep to it, and so does this one after a crash.
 */
const pace = async (ctx: JobContext, { id, subject }: Dispatch, outcome: SendOutcome): Promise<Turn> => {
  if (isAccountRefused(outcome)) return 'rest';
  if ((outcome.kind !== 'postponed' && outcome.kind !== 'accepted') || !outcome.restUntil) return 'handed';
  const settled = outcome.kind === 'postponed' ? await loadDispatch(ctx.payload, id) : undefined;
  await holdBatches(ctx.payload, subject, settled?.notBefore ?? outcome.restUntil);
  return 'rest';
};

/**
 * All batches of a segment say the same, and of an edition the first one fixes the rows for all: as long as nothing of it may have
 * left, only the first batch that has not failed may say it, then the first of each segment; the others wait for its words.
 */
const isLeading = (dispatch: Dispatch, batches: readonly Dispatch[]): boolean =>
  batches.find(({ status }) => status !== 'failed' && status !== 'cancelled')?.id === dispatch.id;

/** What others of the segment were told; undefined when the claim was taken away. */
const repeatTold = async (ctx: JobContext, claimed: Claim, { dispatchId, message }: Attempt): Promise<Mail | undefined> => {
  const rows = (await loadDispatch(ctx.payload, dispatchId))?.rows;
  const isOurs = rows === undefined || (await noteRows(ctx, claimed, rows));
  return isOurs && message?.kind === 'mail' ? message : undefined;
};

/** Writes down which rows a batch tells, before it may leave: they are sent by it. */
const noteRows = async (ctx: JobContext, { dispatch }: Claim, rows: readonly string[]): Promise<boolean> =>
  (await moveDispatch(ctx.payload, dispatch, ['sending'], 'sending', { rows })) !== undefined;

/** An edition whose words a segment waits for; `isFirst`: of which nothing may have left yet. */
type Telling = {
  readonly edition: Edition;
  readonly channel: ChannelSettings;
  readonly batches: readonly Dispatch[];
  readonly isFirst: boolean;
};

/**
 * The mail of a segment that was told nothing yet. What is no longer right is not in it; as long as nothing has left, it is not in
 * the edition from now on, nor is what no segment wants.
 */
const composeFirst = async (
  ctx: JobContext,
  settings: Settings,
  { edition, channel, batches, isFirst }: Telling,
  claimed: Claim,
): Promise<Mail | undefined> => {
  const { organisations } = settings;
  const all = await loadEntries(ctx, settings, edition);
  const readBy = ({ segment }: Dispatch) => (segment === undefined ? all : entriesFor(all, segmentOf(segment), organisations));
  const entries = readBy(claimed.dispatch);
  if (entries.length === 0 || !(await noteRows(ctx, claimed, idsOf(entries)))) return undefined;
  const { segment } = claimed.dispatch;
  const language = segment === undefined ? channel.language : segmentOf(segment).language;
  const sections = editedSections(entries, organisations, edition.edits);
  const composed = await composeEditionMail(ctx, { edition, channel: { ...channel, language }, sections, organisations });
  if (composed.kind === 'refusal') await refuse(ctx, claimed, composed.code, composed.detail);
  if (composed.kind === 'refusal' || composed.message.kind !== 'mail') return undefined;
  const told = new Set(batches.flatMap((batch) => idsOf(readBy(batch))));
  const isFixed = !isFirst || (await fixContents(ctx.payload, edition, composed.message.subject, [...told]));
  return isFixed ? composed.message : undefined;
};

const idsOf = (entries: readonly EditionEntry[]): readonly string[] => entries.map(({ delivery }) => delivery.id);

/** Nothing of this batch may leave any more: its channel sends no editions any more, or the edition fell out. */
const cancelBatch = async (ctx: JobContext, dispatch: Dispatch): Promise<Turn> => {
  if (await moveDispatch(ctx.payload, dispatch, ['due'], 'cancelled')) log('dispatch.cancelled', { dispatch: dispatch.id });
  await settleEdition(ctx.payload, dispatch.subject, now());
  return 'idle';
};

/** The rows the edition was sealed with that still are right. */
const loadEntries = async (ctx: JobContext, settings: Settings, edition: Edition): Promise<readonly EditionEntry[]> => {
  const rows = await loadDeliveriesById(ctx.payload, edition.rows);
  return stillAsked(
    ctx.payload,
    settings,
    // What another segment was told is sent already.
    rows.filter(({ status, editionId }) => (status === 'sending' || status === 'sent') && editionId === edition.id),
    now,
  );
};
