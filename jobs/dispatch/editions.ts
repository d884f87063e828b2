import { type ChannelSettings, isNewsletter } from '#domain/channel';
import { isOut } from '#domain/delivery';
import type { Dispatch } from '#domain/dispatch';
import type { EditionEntry } from '#domain/edition';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { loadContents } from '#store/contents';
import { loadDeliveriesById } from '#store/deliveries';
import { dueDispatches, moveDispatch } from '#store/dispatches';
import { type Edition, loadEdition, noteSubject } from '#store/editions';
import type { Settings } from '#store/settings';
import { loadSubscribers } from '#store/subscribers';
import type { JobContext } from '../context';
import { composeBatch } from './compose';
import { claim, dropClaim, handOver, refuse } from './hand-over';
import { settleEdition } from './settle-edition';

/** Batches looked at in one tick. */
const LIMIT = 500;

/** True for newsletters we send ourselves; one that a person sends by hand gets its rows one by one. */
export const collectsEditions = (channel: ChannelSettings): boolean => isNewsletter(channel.kind) && channel.via !== 'manual';

/** Sends batches of sealed editions; gives the number of batches handed over. */
export const dispatchEditions = async (ctx: JobContext, settings: Settings): Promise<number> => {
  let handed = 0;
  for (const dispatch of await dueDispatches(ctx.payload, 'edition', ctx.now, LIMIT))
    if (await dispatchBatch(ctx, settings, dispatch)) handed += 1;
  return handed;
};

const dispatchBatch = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<boolean> => {
  const edition = await loadEdition(ctx.payload, dispatch.subject);
  // Frozen, but the edition is not sealed yet: whoever seals it is still at it, or the next tick is.
  if (edition && edition.recipients === undefined && edition.status !== 'skipped') return false;
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || edition.status === 'skipped' || !channel?.active) return cancelBatch(ctx, dispatch);
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const entries = await loadEntries(ctx, edition);
  const subscribers = await loadSubscribers(ctx.payload, dispatch.recipientIds ?? []);
  if (entries.length === 0 || subscribers.length === 0) {
    await dropClaim(ctx, claimed);
    await settleEdition(ctx.payload, edition.id, now());
    return false;
  }
  const { organisations } = settings;
  const composed = await composeBatch(ctx, { edition, channel, entries, organisations, subscribers });
  if (composed.kind === 'refusal') {
    await refuse(ctx, claimed, composed.code, composed.detail);
    return false;
  }
  if (composed.message.kind === 'mail') await noteSubject(ctx.payload, edition.id, composed.message.subject);
  return (await handOver(ctx, claimed, ctx.channel(channel.via), composed.message)) !== undefined;
};

/** Nothing of this batch may leave any more: its channel is switched off, or the edition fell out. */
const cancelBatch = async (ctx: JobContext, dispatch: Dispatch): Promise<false> => {
  if (await moveDispatch(ctx.payload, dispatch, ['due'], 'cancelled')) log('dispatch.cancelled', { dispatch: dispatch.id });
  await settleEdition(ctx.payload, dispatch.subject, now());
  return false;
};

/** The rows the edition was sealed with, whose content is still published. */
const loadEntries = async (ctx: JobContext, edition: Edition): Promise<readonly EditionEntry[]> => {
  const rows = (await loadDeliveriesById(ctx.payload, edition.rows)).filter((row) => isOut(row.status));
  const contents = await loadContents(
    ctx.payload,
    rows.map((row) => row.content),
  );
  return rows.flatMap((delivery) => {
    const content = contents.get(delivery.content);
    return content?.live ? [{ delivery, content }] : [];
  });
};
