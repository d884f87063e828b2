import type { Where } from 'payload';
import { ASK_DAYS_AHEAD, askFrom, decideSilence, ripen, whyMissed } from '#domain/approval';
import type { Delivery, DeliveryStatus, Reason } from '#domain/delivery';
import { type Instant, toIso } from '#domain/time';
import { log } from '#runtime/log';
import { loadContents } from '#store/contents';
import { deliveriesIn, moveDelivery } from '#store/deliveries';
import type { DeliverySet } from '#store/delivery-row';
import { loadOperations, loadSettings } from '#store/settings';
import type { JobContext } from './context';

/**
 * Planned rows ripen: they ask for approval or are ready. Silence counts as yes after its hours. What has become too late is
 * missed, with the reason. Gives the number of rows moved.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  let moved = 0;
  const ripe = await ripeRows(ctx);
  const askAt = await askMoments(ctx, ripe);
  for (const row of ripe) {
    const to = ripen(row, askAt(row), ctx.now);
    if (to && (await move(ctx, row, to, to === 'missed' ? 'too-late' : undefined))) moved += 1;
  }
  for (const row of await deliveriesIn(ctx.payload, 'awaiting-approval')) {
    const to = decideSilence(row, ctx.now);
    if (to && (await move(ctx, row, to, to === 'missed' ? 'no-approval-in-time' : undefined))) moved += 1;
  }
  return moved + (await missOver(ctx));
};

/** What was ready and did not leave in time. */
const missOver = async (ctx: JobContext): Promise<number> => {
  const over = await deliveriesIn(ctx.payload, 'ready', isOver(ctx));
  if (over.length === 0) return 0;
  const { channels } = await loadSettings(ctx.payload, ctx.now);
  let missed = 0;
  for (const row of over)
    if (
      await move(
        ctx,
        row,
        'missed',
        whyMissed(
          channels.find(({ id }) => id === row.channelId),
          row,
        ),
      )
    )
      missed += 1;
  return missed;
};

const ripeRows = (ctx: JobContext): Promise<readonly Delivery[]> => {
  const soon = toIso(ctx.now.add({ hours: ASK_DAYS_AHEAD * 24 }));
  const isRipe: Where = {
    or: [{ approval: { equals: 'automatic' } }, { dueAt: { less_than_equal: soon } }, isOver(ctx)],
  };
  return deliveriesIn(ctx.payload, 'planned', isRipe);
};

/** When people are asked about each of these rows; undefined where its content is gone. */
const askMoments = async (
  { payload }: JobContext,
  rows: readonly Delivery[],
): Promise<(row: Delivery) => Instant | undefined> => {
  const asking = rows.filter(({ approval, decidedAt }) => approval.kind !== 'automatic' && !decidedAt);
  const contents = await loadContents(payload, [...new Set(asking.map(({ content }) => content))]);
  const { coolOffMinutes } = await loadOperations(payload);
  return (row) => {
    const content = contents.get(row.content);
    return content && askFrom(row, content, coolOffMinutes);
  };
};

const isOver = (ctx: JobContext): Where => ({ latestAt: { less_than_equal: toIso(ctx.now) } });

/** A row that planning changed since it was read stays as it is: the next tick decides on what it says now. */
const move = async (ctx: JobContext, row: Delivery, to: DeliveryStatus, reason: Reason | undefined): Promise<boolean> => {
  const asRead: Where[] = [
    { fingerprint: { equals: row.fingerprint } },
    { approval: { equals: row.approval.kind } },
    { latestAt: { equals: toIso(row.latestAt) } },
  ];
  const isYes = row.status === 'awaiting-approval' && to === 'ready';
  const set: DeliverySet = {
    ...(to === 'missed' ? { reason, editionId: undefined } : { reason: undefined }),
    ...(isYes ? { decidedAt: ctx.now, decidedBy: undefined } : {}),
  };
  const moved = await moveDelivery(ctx.payload, row.id, row.status, to, set, asRead);
  if (moved) log('delivery.moved', { delivery: row.id, from: row.status, to, reason, silence: isYes || undefined });
  return moved !== undefined;
};
