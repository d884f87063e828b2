import { type ChannelSettings, fallsBack, isNetwork } from '#domain/channel';
import { type Content, contentRef } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import { type Dispatch, type SendOutcome, troubleOf } from '#domain/dispatch';
import { ownTextOf } from '#domain/own-text';
import { settledAt } from '#domain/schedule';
import { isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import type { Claim, ClaimFacts } from '#store/attempts';
import { putBackInLine, readStand } from '#store/contents';
import { moveDelivery } from '#store/deliveries';
import { insertDispatch, moveDispatch } from '#store/dispatches';
import { isStill } from '#store/rows';
import type { Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import type { JobContext } from '../context';
import { composeSingle } from './compose';
import { claim, dropClaim, handOver, refuse } from './hand-over';
import { hasLeft, lookBack } from './look-back';
import { centsOf, findTurn, isShutOut, type Turn, takeTurn, type Wait } from './places';
import { type Way, wayByHand } from './way-out';

/** One row with what it is made of and by which way it leaves. */
export type Parcel = {
  readonly row: Delivery;
  readonly content: Content | undefined;
  readonly channel: ChannelSettings;
  readonly way: Way;
  readonly dispatches: readonly Dispatch[];
  /** When its message was put together that an earlier try may have left at the network. */
  readonly at?: string | undefined;
  /** An earlier try may have left. */
  readonly isUnsure?: boolean | undefined;
};

/**
 * What became of a row's turn: it was handed over, or not; `rest`: it was, and its channel takes nothing more in this round; `lost`: somebody
 * else took the turn; or the channel has no place for it yet.
 */
export type Fate = 'handed' | 'idle' | 'rest' | 'lost' | Wait;

/** Hands a row over, if it is still right, nobody else has it and its channel has a place for it. */
export const dispatchRow = async (ctx: JobContext, settings: Settings, parcel: Parcel): Promise<Fate> => {
  const { row, content } = parcel;
  if (!isBefore(now(), row.latestAt)) {
    await moveDelivery(ctx.payload, row.id, 'ready', 'missed', { reason: 'too-late', editionId: undefined });
    return 'idle';
  }
  if (!content || isBefore(now(), settledAt(row, content, settings.coolOffMinutes))) return 'idle';
  if (!(await isStillRight(ctx, settings, row, content))) return 'idle';
  const due = await makeDue(ctx, parcel);
  if (!due) return 'idle';
  const going = await goingOf(ctx, settings, parcel, content);
  if ('until' in going) return going;
  const nowhere = await lookBack(ctx, going.parcel, due);
  if (!nowhere) return 'idle';
  const told = { fingerprint: row.fingerprint, sequence: row.sequence, ownText: ownTextOf(row) ?? '' };
  const claimed = await claim(ctx, due, { people: 1, place: going.place, told });
  return claimed ? takeInHand(ctx, settings, { ...going.parcel, ...nowhere }, content, claimed, going.turn) : 'idle';
};

/** A row with the way it takes now, and the turn and place it takes there. */
type Going = { readonly parcel: Parcel; readonly turn?: Turn; readonly place?: ClaimFacts['place'] };

/**
 * What finds no place on its channel in time goes through a person's hands: no limit of ours takes back what was agreed. Of a preview, from
 * which nothing leaves, nobody is asked to post it.
 */
const goingOf = async (ctx: JobContext, settings: Settings, parcel: Parcel, content: Content): Promise<Going | Wait> => {
  const { row, channel, way } = parcel;
  if (way.via === 'manual' || !isNetwork(channel.kind)) return { parcel };
  const cents = await centsOf(() => compose(ctx, settings, parcel, content), channel);
  const turn = await findTurn(ctx.payload, channel, cents ?? 0);
  if (!turn || 'after' in turn) return { parcel, turn, place: { channel: channel.id, cents, account: way.account?.mark } };
  if (!isShutOut(row, turn)) return turn;
  return { parcel: way.via === 'preview' ? parcel : { ...parcel, way: await wayByHand(ctx, channel) } };
};

/** The claim stands before the turn is taken: whoever takes the next one sees it. */
const takeInHand = async (
  ctx: JobContext,
  settings: Settings,
  parcel: Parcel,
  content: Content,
  claimed: Claim,
  turn: Turn | undefined,
): Promise<Fate> => {
  if (turn && !(await takeTurn(ctx.payload, parcel.channel, turn))) {
    await dropClaim(ctx, claimed, 'due');
    return 'lost';
  }
  const taken = await takeRow(ctx, parcel, claimed);
  if (!taken) {
    await dropClaim(ctx, claimed);
    return 'idle';
  }
  return sendRow(ctx, settings, { ...parcel, row: taken }, content, claimed);
};

/**
 * The content is what the row was planned and approved for, and planning would ask for the row now, as it has not looked at it while it was in
 * hand or had failed; else it waits until planning has looked at it again.
 */
const isStillRight = async (ctx: JobContext, settings: Settings, row: Delivery, content: Content): Promise<boolean> => {
  const stand = await readStand(ctx.payload, content, settings.basis, now());
  if (!stand?.isPlanned || stand.planRevision !== content.planRevision) return false;
  if ((await stillAsked(ctx.payload, settings, [row], now)).length > 0) return true;
  const ref = contentRef(row.content);
  if (ref) await putBackInLine(ctx.payload, ref);
  log('dispatch.stale', { delivery: row.id }, 'warn');
  return false;
};

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

/** A row that a person posts although its channel has a way of its own says why. */
const takeRow = (ctx: JobContext, { row, channel, way }: Parcel, { dispatch, attempt }: Claim): Promise<Delivery | undefined> => {
  const isByHand = way.via === 'manual' && channel.via !== 'manual';
  const reason = isByHand ? byHandBecause(channel) : undefined;
  return moveDelivery(ctx.payload, row.id, 'ready', 'sending', { dispatchId: dispatch.id, attempt: attempt.number, reason }, [
    { fingerprint: { equals: row.fingerprint } },
    // What it costs, and what the attempt tells, was told from these words.
    isStill('ownText', row.ownText),
    isStill('ownTextStale', row.ownTextStale),
  ]);
};

const byHandBecause = (channel: ChannelSettings) => (fallsBack(channel) ? 'by-hand-for-now' : 'no-place');

const compose = (ctx: JobContext, { organisations }: Settings, { row, channel, way, at, isUnsure }: Parcel, content: Content) =>
  composeSingle(ctx, { row, content, channel: { ...channel, via: way.via }, organisations, limits: way.limits, at, isUnsure });

const sendRow = async (ctx: JobContext, settings: Settings, parcel: Parcel, content: Content, claimed: Claim): Promise<Fate> => {
  const composed = await compose(ctx, settings, parcel, content);
  if (composed.kind === 'refusal') {
    await refuse(ctx, claimed, composed.code, composed.detail);
    return 'idle';
  }
  const outcome = await handOver(ctx, claimed, parcel.way, composed.message);
  return outcome ? fateOf(outcome) : 'idle';
};

/** A network that takes nothing for now, does not answer, or takes nothing more of this channel, is not asked again in this round. */
const fateOf = (outcome: SendOutcome): Fate =>
  outcome.kind === 'postponed' ||
  outcome.kind === 'unconfirmed' ||
  troubleOf(outcome) ||
  ('restUntil' in outcome && outcome.restUntil)
    ? 'rest'
    : 'handed';
