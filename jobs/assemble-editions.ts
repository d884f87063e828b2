import { isQuiet, nextSlot } from '#domain/calendar';
import { type ChannelSettings, type Slot, sendsEditions } from '#domain/channel';
import { contentRef } from '#domain/content';
import type { Delivery, DeliveryChange } from '#domain/delivery';
import { joinsEdition } from '#domain/edition-making';
import { newsletterOf } from '#domain/newsletter';
import { type Instant, isBefore, latest } from '#domain/time';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { putBackInLine } from '#store/contents';
import {
  deliveriesIn,
  isAnyUnsentDue,
  joinEdition,
  leaveEdition,
  moveDelivery,
  readyForEdition,
  rowsOfEdition,
} from '#store/deliveries';
import { closeEdition, type Edition, editionsIn, loadEditions, openEdition, skipEdition, unsealEdition } from '#store/editions';
import { isStopped, loadSettings, type Settings } from '#store/settings';
import type { JobContext } from './context';
import { sealEditionRows } from './dispatch/seal-edition';
import { settleEdition } from './dispatch/settle-edition';

/**
 * Fills the next edition of every newsletter with the rows that are ready for it, closes it at its slot (late rows take the next
 * one), fixes its rows and people, and says what became of it. Gives the number of rows that joined and editions that moved on.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const settings = await loadSettings(ctx.payload, ctx.now);
  let count = 0;
  for (const channel of settings.channels)
    if (channel.slot && sendsEditions(channel)) count += await fill(ctx, channel, channel.slot);
  const due = (await editionsIn(ctx.payload, ['open', 'closed'])).filter(
    (edition) => isFilling(edition) && !isBefore(ctx.now, edition.slotAt),
  );
  for (const edition of due) if (await end(ctx, settings, edition, due)) count += 1;
  for (const edition of await editionsIn(ctx.payload, ['closed', 'unconfirmed'])) count += await bringOn(ctx, settings, edition);
  return count + (await releaseStrays(ctx));
};

/** Seals a closed edition, or says what became of a sealed one; while its channel is stopped it is open. */
const bringOn = async (ctx: JobContext, settings: Settings, edition: Edition): Promise<number> => {
  const isStill = isHeld(settings, edition);
  const released = isStill ? await reopen(ctx, edition) : 0;
  if (edition.recipients !== undefined) await settleEdition(ctx.payload, edition.id, now());
  else if (!isStill) return sealEditionRows(ctx, settings, edition);
  return released;
};

/**
 * While its channel is stopped nothing of an edition is in hand of which nothing has left, so that people can still take back what is
 * in it. Gives the number of rows released; repeatable after a crash anywhere.
 */
const reopen = async (ctx: JobContext, { id, recipients }: Edition): Promise<number> => {
  if (recipients !== undefined) {
    if (!(await unsealEdition(ctx.payload, id))) return 0;
    log('edition.reopened', { edition: id });
  }
  let released = 0;
  for (const row of await rowsOfEdition(ctx.payload, id))
    if (row.status === 'sending' && (await release(ctx, row, id, {}))) released += 1;
  return released;
};

/** As long as its channel is stopped an edition waits. */
const isHeld = (settings: Settings, { channelId }: Edition): boolean => {
  const channel = settings.channels.find(({ id }) => id === channelId);
  return channel?.active === true && isStopped(settings, channel);
};

const fill = async (ctx: JobContext, channel: ChannelSettings, slot: Slot): Promise<number> => {
  const newsletter = newsletterOf(channel);
  // What is meant for an edition that nobody opened before it was to be edited takes the next one.
  await ensureNext(ctx, channel, nextSlot(slot, ctx.now.add({ hours: newsletter.leadHours })), slot);
  let joined = 0;
  for (const edition of await editionsIn(ctx.payload, ['open'])) {
    if (edition.channelId !== channel.id) continue;
    const issue = { slotAt: edition.slotAt, nextSlotAt: nextSlot(slot, edition.slotAt.add({ milliseconds: 1 })) };
    for (const row of await readyForEdition(ctx.payload, channel.id, latest(edition.slotAt, ctx.now)))
      if (joinsEdition(row, issue, newsletter, ctx.now) && (await joinEdition(ctx.payload, row.id, edition.id))) joined += 1;
  }
  return joined;
};

/** Opens the edition of the next slot as soon as a row is meant for it; when that one is closed already, the one after it. */
const ensureNext = async (ctx: JobContext, channel: ChannelSettings, slotAt: Instant, slot: Slot): Promise<void> => {
  if (!(await isAnyUnsentDue(ctx.payload, channel.id, slotAt))) return;
  const edition = await openEdition(ctx.payload, channel, slotAt);
  if (edition.status !== 'open') await ensureNext(ctx, channel, nextSlot(slot, slotAt.add({ milliseconds: 1 })), slot);
};

/**
 * At its slot an edition closes, after quiet hours when it is late, and when nobody has stopped its channel; that of a channel that
 * was switched off, or is filled by people with a block since, falls out. Of several that are due, as after a stop, readers get the
 * last one alone: it waits until the others have fallen out, and takes their rows.
 */
const end = async (ctx: JobContext, settings: Settings, edition: Edition, due: readonly Edition[]): Promise<boolean> => {
  const channel = settings.channels.find(({ id }) => id === edition.channelId);
  const others = due.filter(({ id, channelId }) => id !== edition.id && channelId === edition.channelId);
  if (!sendsEditions(channel) || others.some(({ slotAt }) => isBefore(edition.slotAt, slotAt))) return fallOut(ctx, edition);
  if (others.length > 0 || isQuiet(channel.quiet, ctx.now) || isHeld(settings, edition)) return false;
  const isClosed = await closeEdition(ctx.payload, edition.id);
  if (isClosed) log('edition.closed', { edition: edition.id });
  return isClosed;
};

const fallOut = async (ctx: JobContext, { id }: Edition): Promise<boolean> => {
  const isSkipped = await skipEdition(ctx.payload, id);
  if (isSkipped) log('edition.skipped', { edition: id });
  return isSkipped;
};

/** Rows that joined too late, were left out at the last moment, or whose edition fell out, are free for the next one. */
const releaseStrays = async (ctx: JobContext): Promise<number> => {
  const ready = await deliveriesIn(ctx.payload, 'ready', { editionId: { exists: true } });
  const sending = await deliveriesIn(ctx.payload, 'sending', { editionId: { exists: true } });
  const editions = await loadEditions(ctx.payload, [...new Set([...ready, ...sending].flatMap((row) => row.editionId ?? []))]);
  let released = 0;
  for (const { id, editionId } of ready)
    if (editionId && !isFilling(editions.get(editionId)) && (await leaveEdition(ctx.payload, id, editionId))) released += 1;
  for (const { id, editionId, content } of sending) {
    const edition = editionId ? editions.get(editionId) : undefined;
    if (!edition || isFilling(edition) || (edition.status !== 'skipped' && edition.rows.includes(id))) continue;
    if (await release(ctx, { id, content }, edition.id, { editionId: undefined })) released += 1;
  }
  return released;
};

/** Gives up a row in hand. While it was, planning could not touch it; a crash in between is healed when the next edition is sealed. */
const release = async (
  ctx: JobContext,
  { id, content }: Pick<Delivery, 'id' | 'content'>,
  editionId: string,
  set: Pick<DeliveryChange, 'editionId'>,
): Promise<boolean> => {
  const inIt = [{ editionId: { equals: editionId } }];
  const isReleased = (await moveDelivery(ctx.payload, id, 'sending', 'ready', set, inIt)) !== undefined;
  const ref = contentRef(content);
  if (ref) await putBackInLine(ctx.payload, ref);
  return isReleased;
};

const isFilling = (edition: Edition | undefined): boolean =>
  edition !== undefined && (edition.status === 'open' || edition.status === 'closed') && edition.recipients === undefined;
