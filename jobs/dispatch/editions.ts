import { isQuiet } from '#domain/calendar';
import { type ChannelSettings, sendsEditions } from '#domain/channel';
import type { Dispatch } from '#domain/dispatch';
import type { EditionEntry } from '#domain/edition';
import type { Mail } from '#domain/message';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { firstTold } from '#store/attempts';
import { loadDeliveriesById } from '#store/deliveries';
import { dispatchesOf, dueDispatches, moveDispatch } from '#store/dispatches';
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
  const edition = await loadEdition(ctx.payload, dispatch.subject);
  // Frozen, but the edition is not sealed yet: whoever seals it is still at it, or the next tick is.
  if (edition && edition.recipients === undefined && edition.status !== 'skipped') return false;
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || edition.status === 'skipped' || !sendsEditions(channel)) return cancelBatch(ctx, dispatch);
  if (isQuiet(channel.quiet, now()) || isStopped(settings, channel)) return false;
  const told = await firstTold(ctx.payload, batches);
  if (!told && !isLeading(dispatch, batches)) return false;
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const subscribers = await loadSubscribers(ctx.payload, dispatch.recipientIds ?? [], hashAddress);
  const mail = subscribers.length > 0 ? (told ?? (await composeFirst(ctx, settings, edition, channel, claimed))) : undefined;
  if (mail?.kind === 'mail')
    return (await handOver(ctx, claimed, ctx.channel(channel.via), addressTo(ctx, mail, subscribers))) !== undefined;
  // Somebody stopped its channel meanwhile, so that the edition was opened again: its people wait for it.
  const left = await loadEdition(ctx.payload, edition.id);
  await dropClaim(ctx, claimed, left && left.recipients === undefined ? 'due' : 'cancelled');
  await settleEdition(ctx.payload, edition.id, now());
  return false;
};

/**
 * All batches of an edition say the same: as long as nothing of it may have left, only the first one that has not failed may say
 * it, the others wait for its words.
 */
const isLeading = (dispatch: Dispatch, batches: readonly Dispatch[]): boolean =>
  batches.find(({ status }) => status !== 'failed' && status !== 'cancelled')?.id === dispatch.id;

/** The mail of an edition of which nothing has left; what is no longer right is not in it, nor in the edition from now on. */
const composeFirst = async (
  ctx: JobContext,
  settings: Settings,
  edition: Edition,
  channel: ChannelSettings,
  claimed: Claim,
): Promise<Mail | undefined> => {
  const entries = await loadEntries(ctx, settings, edition);
  if (entries.length === 0) return undefined;
  const composed = await composeEditionMail(ctx, { edition, channel, entries, organisations: settings.organisations });
  if (composed.kind === 'refusal') await refuse(ctx, claimed, composed.code, composed.detail);
  if (composed.kind === 'refusal' || composed.message.kind !== 'mail') return undefined;
  const rows = entries.map(({ delivery }) => delivery.id);
  return (await fixContents(ctx.payload, edition.id, composed.message.subject, rows)) ? composed.message : undefined;
};

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
    rows.filter((row) => row.status === 'sending' && row.editionId === edition.id),
    now,
  );
};
