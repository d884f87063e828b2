import { isQuiet } from '#domain/calendar';
import { type ChannelSettings, departureOf } from '#domain/channel';
import { type Content, contentRef, fingerprintOf } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Dispatch } from '#domain/dispatch';
import { givesWay } from '#domain/purpose';
import { settledAt } from '#domain/schedule';
import { isBefore } from '#domain/time';
import type { Channel } from '#runtime/channels';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { type Claim, findLeft } from '#store/attempts';
import { loadContents, putBackInLine, readStand } from '#store/contents';
import { loadDeliveriesById, moveDelivery, readyPosts } from '#store/deliveries';
import { dispatchesOf, insertDispatch, moveDispatch } from '#store/dispatches';
import { inChunks } from '#store/rows';
import { isStopped, loadSettings, type Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import type { JobContext } from '../context';
import { composeSingle } from './compose';
import { claim, dropClaim, handOver, refuse } from './hand-over';
import { settleDispatch } from './settle';
import { inLanes, inOwnOrder } from './shuffle';
import { wayOut } from './way-out';

/** Rows looked at in one tick, read together, and handed over at once. */
const LIMIT = 5000;
const CHUNK = 25;
const LANES = 4;

/** Sends what is ready and due on its own, outside quiet hours; gives the number of messages handed over. */
export const dispatchPosts = async (ctx: JobContext, settings: Settings): Promise<number> => {
  const open = settings.channels.filter((channel) => isOpen(settings, channel));
  const ids = await readyPosts(
    ctx.payload,
    open.map((channel) => channel.id),
    ctx.now,
    LIMIT,
  );
  let handed = 0;
  for (const chunk of inChunks(inOwnOrder(ids, ctx.owner), CHUNK)) handed += await dispatchChunk(ctx, chunk);
  return handed;
};

type Parcel = {
  readonly row: Delivery;
  readonly content: Content | undefined;
  readonly channel: ChannelSettings;
  readonly way: Channel;
  readonly dispatches: readonly Dispatch[];
};

const isOpen = (settings: Settings, channel: ChannelSettings): boolean =>
  channel.active && !isStopped(settings, channel) && departureOf(channel) === 'single' && !isQuiet(channel.quiet, now());

/** Everything is read anew for each chunk: channels, rows that others took meanwhile, contents. */
const dispatchChunk = async (ctx: JobContext, ids: readonly string[]): Promise<number> => {
  // Dispatches before rows: a row that is ready after its text was handed over has come back.
  const dispatches = await dispatchesOf(ctx.payload, 'post', ids);
  const rows = (await loadDeliveriesById(ctx.payload, ids)).filter((row) => row.status === 'ready');
  if (rows.length === 0) return 0;
  const settings = await loadSettings(ctx.payload, now());
  const channels = new Map(
    settings.channels.filter((channel) => isOpen(settings, channel)).map((channel) => [channel.id, channel]),
  );
  const contents = await loadContents(
    ctx.payload,
    rows.map((row) => row.content),
  );
  const ways = new Map<string, Channel>();
  for (const { channelId } of rows) {
    const channel = channels.get(channelId);
    if (channel && !ways.has(channelId)) ways.set(channelId, await wayOut(ctx, channel));
  }
  const parcels = rows.flatMap((row): Parcel[] => {
    const [channel, way] = [channels.get(row.channelId), ways.get(row.channelId)];
    const own = dispatches.filter(({ subject }) => subject === row.id);
    return channel && way ? [{ row, channel, way, dispatches: own, content: contents.get(row.content) }] : [];
  });
  let handed = 0;
  const queue = parcels.values();
  await inLanes(
    () => queue.next().value,
    LANES,
    async (parcel) => {
      if (await dispatchRow(ctx, settings, parcel)) handed += 1;
    },
  );
  return handed;
};

const dispatchRow = async (ctx: JobContext, settings: Settings, parcel: Parcel): Promise<boolean> => {
  const { row, content } = parcel;
  if (!isBefore(now(), row.latestAt)) {
    await moveDelivery(ctx.payload, row.id, 'ready', 'missed', { reason: 'too-late', editionId: undefined });
    return false;
  }
  if (!content || isBefore(now(), settledAt(row, content, settings.coolOffMinutes))) return false;
  if (!(await isStillRight(ctx, settings, row, content))) return false;
  const due = await makeDue(ctx, parcel);
  const claimed = due && (await claim(ctx, due));
  if (!claimed) return false;
  const taken = await takeRow(ctx, row, claimed);
  if (!taken) {
    await dropClaim(ctx, claimed);
    return false;
  }
  return sendRow(ctx, settings, { ...parcel, row: taken }, content, claimed);
};

/**
 * The content is what the row was planned and approved for, and the row has its place beside others; else it waits until planning
 * has looked at it again.
 */
const isStillRight = async (ctx: JobContext, settings: Settings, row: Delivery, content: Content): Promise<boolean> => {
  const stand = await readStand(ctx.payload, content, settings.basis, now());
  if (!stand?.isPlanned || stand.planRevision !== content.planRevision) return false;
  const isSame = content.live && fingerprintOf(content) === row.fingerprint;
  if (isSame && (await hasItsPlace(ctx, settings, row))) return true;
  const ref = contentRef(row.content);
  if (ref) await putBackInLine(ctx.payload, ref);
  log('dispatch.stale', { delivery: row.id }, 'warn');
  return false;
};

/** What gives way looks around once more: others may leave late, and at this moment. */
const hasItsPlace = async (ctx: JobContext, settings: Settings, row: Delivery): Promise<boolean> =>
  !givesWay(row.purpose) || (await stillAsked(ctx.payload, settings, [row], now)).length > 0;

/**
 * The row's dispatch, if it may be claimed: opened, or opened again after a person or planning brought the row back. Where a
 * person had its text before, the row gets a new one: a repeated key would swallow the second text.
 */
const makeDue = async (ctx: JobContext, { row, channel, dispatches }: Parcel): Promise<Dispatch | undefined> => {
  const handed = dispatches.filter(({ status }) => status === 'handed-over').length;
  const dispatch = dispatches.find(({ status }) => status !== 'handed-over');
  if (!dispatch)
    return insertDispatch(ctx.payload, {
      key: handed === 0 ? `post/${row.id}` : `post/${row.id}/${handed}`,
      kind: 'post',
      subject: row.id,
      channelId: channel.id,
      notBefore: ctx.now,
    });
  if (dispatch.status === 'sending' || (await hasLeft(ctx, dispatch))) return undefined;
  if (dispatch.status === 'due') return isBefore(now(), dispatch.notBefore) ? undefined : dispatch;
  return moveDispatch(ctx.payload, dispatch, ['cancelled', 'failed', 'unconfirmed'], 'due', { notBefore: ctx.now });
};

/** What is known to have left never leaves again, even if a crash kept row and dispatch from hearing of it. */
const hasLeft = async (ctx: JobContext, dispatch: Dispatch): Promise<boolean> => {
  const left = dispatch.attempt > 0 ? await findLeft(ctx.payload, dispatch.id) : undefined;
  if (!left?.outcome) return false;
  await settleDispatch(ctx.payload, dispatch, dispatch.attempt, left.outcome, now());
  return true;
};

const takeRow = (ctx: JobContext, row: Delivery, { dispatch, attempt }: Claim): Promise<Delivery | undefined> =>
  moveDelivery(ctx.payload, row.id, 'ready', 'sending', { dispatchId: dispatch.id, attempt: attempt.number, reason: undefined }, [
    { fingerprint: { equals: row.fingerprint } },
  ]);

const sendRow = async (
  ctx: JobContext,
  settings: Settings,
  { row, channel, way }: Parcel,
  content: Content,
  claimed: Claim,
): Promise<boolean> => {
  const composed = await composeSingle(ctx, { row, content, channel, organisations: settings.organisations, limits: way.limits });
  if (composed.kind === 'refusal') {
    await refuse(ctx, claimed, composed.code, composed.detail);
    return false;
  }
  return (await handOver(ctx, claimed, way, composed.message)) !== undefined;
};
