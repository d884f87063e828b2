import { isResting } from '#domain/access';
import { isQuiet } from '#domain/calendar';
import { type ChannelSettings, departureOf } from '#domain/channel';
import { inTurn } from '#domain/spacing';
import { type Instant, isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { loadContents } from '#store/contents';
import { loadDeliveriesById, type ReadyPost, readyPosts } from '#store/deliveries';
import { dispatchesOf } from '#store/dispatches';
import { isStopped, loadSettings, type Settings } from '#store/settings';
import type { JobContext } from '../context';
import { missWithoutPlace } from './places';
import { dispatchRow, type Parcel } from './post-row';
import { inLanes, inOwnOrder } from './shuffle';
import { wayOut } from './way-out';

/** Rows of a channel looked at in one tick, and read together. */
const LIMIT = 2_000;
const CHUNK = 25;

/** Channels worked for at once: each has one message in hand, so that a slow one holds up nobody but itself. */
const LANES = 8;

/** So long a round begins new messages; whatever else waits goes between two rounds, and the next one follows at once. */
const ROUND_SECONDS = 20;

/** A channel and its rows that wait, in the order in which they take their turn. */
type Line = { readonly channel: string; readonly waiting: readonly ReadyPost[] };

/** Sends what is ready and due on its own, outside quiet hours; gives the number of messages handed over. */
export const dispatchPosts = async (ctx: JobContext, settings: Settings): Promise<number> => {
  const end = now().add({ seconds: ROUND_SECONDS });
  const lines = await openLines(ctx, settings);
  let handed = 0;
  let begun = 0;
  const next = () => (begun === 0 || isBefore(now(), end) ? lines.shift() : undefined);
  await inLanes(next, LANES, async (line) => {
    begun += 1;
    const result = await dispatchChunk(ctx, line, end);
    handed += result.handed;
    if (result.waiting.length > 0) lines.push({ ...line, waiting: result.waiting });
  });
  return handed;
};

/** Several processes begin with different channels, and so seldom meet. */
const openLines = async (ctx: JobContext, settings: Settings): Promise<Line[]> => {
  const open = settings.channels.filter((channel) => isOpen(settings, channel)).map(({ id }) => id);
  const lines: Line[] = [];
  for (const channel of inOwnOrder(open, ctx.owner)) {
    const waiting = inTurn(await readyPosts(ctx.payload, channel, ctx.now, LIMIT));
    if (waiting.length > 0) lines.push({ channel, waiting });
  }
  return lines;
};

const isOpen = (settings: Settings, channel: ChannelSettings): boolean =>
  channel.active &&
  !isStopped(settings, channel) &&
  departureOf(channel) === 'single' &&
  !isQuiet(channel.quiet, now()) &&
  !isResting(channel, now());

/** How many left, and which rows may still get their turn in this round. */
type Progress = { readonly handed: number; readonly waiting: readonly ReadyPost[] };

/** Works off the next rows of a channel, one after the other; everything is read anew: channel, rows that others took, contents. */
const dispatchChunk = async (ctx: JobContext, { channel: id, waiting }: Line, end: Instant): Promise<Progress> => {
  const settings = await loadSettings(ctx.payload, now());
  const channel = settings.channels.find((one) => one.id === id && isOpen(settings, one));
  if (!channel) return { handed: 0, waiting: [] };
  const [chunk, later] = [waiting.slice(0, CHUNK), waiting.slice(CHUNK)];
  const parcels = await parcelsOf(ctx, channel, chunk);
  let handed = 0;
  for (const [index, parcel] of parcels.entries()) {
    const left = [...parcels.slice(index).map(({ row }) => row), ...later];
    if (index > 0 && !isBefore(now(), end)) return { handed, waiting: left };
    const turn = await dispatchRow(ctx, settings, parcel);
    if (turn === 'handed') handed += 1;
    if (turn === 'rest') return { handed: handed + 1, waiting: [] };
    // Somebody else moved the channel on: the same rows look again, in their order.
    if (turn === 'lost') return { handed, waiting: left };
    if (typeof turn === 'object') {
      await missWithoutPlace(ctx, left, turn);
      return { handed, waiting: [] };
    }
  }
  return { handed, waiting: later };
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
