import { isQuiet } from '#domain/calendar';
import { type ChannelSettings, sendsEditions } from '#domain/channel';
import type { Dispatch } from '#domain/dispatch';
import type { EditionEntry } from '#domain/edition';
import type { Mail } from '#domain/message';
import { entriesFor, segmentOf } from '#domain/segment';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { type Attempt, firstTold } from '#store/attempts';
import { loadDeliveriesById } from '#store/deliveries';
import { dispatchesOf, dueDispatches, loadDispatch, moveDispatch } from '#store/dispatches';
import { type Edition, fixContents, loadEdition } from '#store/editions';
import { isStopped, type Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import { loadSubscribers } from '#store/subscribers';
import type { JobContext } from '../context';
import { addressTo, composeEditionMail } from './compose';
import { type Claim, claim, dropClaim, handOver, refuse } from './hand-over';
import { settleEdition } from './settle-edition';

/** Batches looked at in one tick. */
const LIMIT = 500;

/** Batches of one edition handed over in one tick. */
const BATCHES_PER_ROUND = 5;

/** Sends batches of sealed editions; gives the number of batches handed over. */
export const dispatchEditions = async (ctx: JobContext, settings: Settings): Promise<number> => {
  const due = await dueDispatches(ctx.payload, 'edition', ctx.now, LIMIT);
  let handed = 0;
  for (const edition of new Set(due.map(({ subject }) => subject)))
    handed += await dispatchBatches(
      ctx,
      settings,
      due.filter(({ subject }) => subject === edition),
    );
  return handed;
};

/** Batches of one edition in their order, so many at most: other messages are waiting too. */
const dispatchBatches = async (ctx: JobContext, settings: Settings, due: readonly Dispatch[]): Promise<number> => {
  let handed = 0;
  for (const dispatch of [...due].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (handed === BATCHES_PER_ROUND) break;
    if (await dispatchBatch(ctx, settings, dispatch)) handed += 1;
  }
  return handed;
};

const dispatchBatch = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<boolean> => {
  const batches = await dispatchesOf(ctx.payload, 'edition', [dispatch.subject]);
  const same = batches.filter(({ segment }) => segment === dispatch.segment);
  const [anything, told] = [await firstTold(ctx.payload, batches), await firstTold(ctx.payload, same)];
  const edition = await loadEdition(ctx.payload, dispatch.subject);
  // Frozen, but the edition is not sealed yet: whoever seals it is still at it, or the next tick is.
  if (edition && edition.recipients === undefined && edition.status !== 'skipped') return false;
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || edition.status === 'skipped' || !sendsEditions(channel)) return cancelBatch(ctx, dispatch);
  if (isQuiet(channel.quiet, now()) || isStopped(settings, channel)) return false;
  if (!told && !isLeading(dispatch, anything ? same : batches)) return false;
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const subscribers = await loadSubscribers(ctx.payload, dispatch.recipientIds ?? [], hashAddress);
  const isFirst = anything === undefined;
  const mail =
    subscribers.length > 0
      ? await (told
          ? repeatTold(ctx, claimed, told)
          : composeFirst(ctx, settings, { edition, channel, batches, isFirst }, claimed))
      : undefined;
  if (mail) return (await handOver(ctx, claimed, ctx.channel(channel.via), addressTo(ctx, mail, subscribers))) !== undefined;
  // Somebody stopped its channel meanwhile, so that the edition was opened again: its people wait for it.
  const left = await loadEdition(ctx.payload, edition.id);
  await dropClaim(ctx, claimed, left && left.recipients === undefined ? 'due' : 'cancelled');
  await settleEdition(ctx.payload, edition.id, now());
  return false;
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
  const composed = await composeEditionMail(ctx, { edition, channel: { ...channel, language }, entries, organisations });
  if (composed.kind === 'refusal') await refuse(ctx, claimed, composed.code, composed.detail);
  if (composed.kind === 'refusal' || composed.message.kind !== 'mail') return undefined;
  const told = new Set(batches.flatMap((batch) => idsOf(readBy(batch))));
  const isFixed = !isFirst || (await fixContents(ctx.payload, edition.id, composed.message.subject, [...told]));
  return isFixed ? composed.message : undefined;
};

const idsOf = (entries: readonly EditionEntry[]): readonly string[] => entries.map(({ delivery }) => delivery.id);

/** Nothing of this batch may leave any more: its channel sends no editions any more, or the edition fell out. */
const cancelBatch = async (ctx: JobContext, dispatch: Dispatch): Promise<false> => {
  if (await moveDispatch(ctx.payload, dispatch, ['due'], 'cancelled')) log('dispatch.cancelled', { dispatch: dispatch.id });
  await settleEdition(ctx.payload, dispatch.subject, now());
  return false;
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
