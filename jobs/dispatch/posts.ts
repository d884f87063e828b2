import { isResting } from '#domain/access';
import { isQuiet } from '#domain/calendar';
import { type ChannelSettings, departureOf } from '#domain/channel';
import { type Instant, isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { loadContents } from '#store/contents';
import { loadDeliveriesById, type ReadyPost } from '#store/deliveries';
import { dispatchesOf } from '#store/dispatches';
import { isStopped, loadHold, type Settings } from '#store/settings';
import type { JobContext } from '../context';
import { isShutOut } from './places';
import { dispatchRow, type Parcel } from './post-row';
import { wayOut } from './way-out';

/** Rows of a channel that are read together. */
const CHUNK = 25;

/** True when posts may leave a channel at this moment. */
export const isOpen = (settings: Pick<Settings, 'paused'>, channel: ChannelSettings): boolean =>
  channel.active &&
  !isStopped(settings, channel) &&
  departureOf(channel) === 'single' &&
  !isQuiet(channel.quiet, now()) &&
  !isResting(channel, now());

/** How many left, and which rows may still get their turn in this round. */
type Progress = { readonly handed: number; readonly waiting: readonly ReadyPost[] };

/** A channel and its rows that wait, in the order in which they take their turn. */
type Waiting = { readonly channel: string; readonly waiting: readonly ReadyPost[] };

/** Works off the next rows of a channel, one after the other; rows that others took and contents are read anew. */
export const dispatchChunk = async (
  ctx: JobContext,
  settings: Settings,
  { channel: id, waiting }: Waiting,
  end: Instant,
): Promise<Progress> => {
  const channel = settings.channels.find((one) => one.id === id && isOpen(settings, one));
  if (!channel) return { handed: 0, waiting: [] };
  const [chunk, later] = [waiting.slice(0, CHUNK), waiting.slice(CHUNK)];
  const parcels = await parcelsOf(ctx, channel, chunk);
  let handed = 0;
  for (const [index, parcel] of parcels.entries()) {
    const left = [...parcels.slice(index).map(({ row }) => row), ...later];
    if (index > 0 && (!isBefore(now(), end) || (await isOtherwise(ctx, settings, channel)))) return { handed, waiting: left };
    const turn = await dispatchRow(ctx, settings, parcel);
    if (turn === 'handed') handed += 1;
    if (turn === 'rest') return { handed: handed + 1, waiting: [] };
    // Somebody else moved the channel on: the same rows look again, in their order.
    if (turn === 'lost') return { handed, waiting: left };
    // What costs less may have a place all the same, and what will be over before there is one goes by hand.
    if (typeof turn === 'object' && !turn.isByCost) return { handed, waiting: left.filter((row) => isShutOut(row, turn)) };
  }
  return { handed, waiting: later };
};

/** Somebody stopped the channel, or everything, or its network asked for a rest, since the rows were read: then all is read anew. */
const isOtherwise = async ({ payload }: JobContext, settings: Settings, channel: ChannelSettings): Promise<boolean> => {
  const { isAllPaused, ...hold } = await loadHold(payload, channel.id);
  return isAllPaused || hold.paused !== channel.paused || !isOpen(settings, { ...channel, ...hold });
};

const parcelsOf = async (ctx: JobContext, channel: ChannelSettings, chunk: readonly ReadyPost[]): Promise<readonly Parcel[]> => {
  const ids = chunk.map(({ id }) => id);
  // Dispatches before rows: a row that is ready after its text was handed over has come back.
  const dispatches = await dispatchesOf(ctx.payload, 'post', ids);
  const rows = new Map((await loadDeliveriesById(ctx.payload, ids)).map((row) => [row.id, row]));
  const ready = ids.flatMap((id) => rows.get(id) ?? []).filter(({ status }) => status === 'ready');
  if (ready.length === 0) return [];
  const contents = await loadContents(
    ctx.payload,
    ready.map(({ content }) => content),
  );
  const way = await wayOut(ctx, channel);
  return ready.map((row) => ({
    ...{ row, channel, way, content: contents.get(row.content) },
    dispatches: dispatches.filter(({ subject }) => subject === row.id),
  }));
};
