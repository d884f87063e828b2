import { isResting } from '#domain/access';
import { viaNow } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import { type Dispatch, leaseFor, type SendOutcome } from '#domain/dispatch';
import type { Message } from '#domain/message';
import { LOOK_HOURS } from '#domain/patience';
import { isBefore } from '#domain/time';
import { addressHasher } from '#runtime/address-hash';
import type { Channel } from '#runtime/channels';
import { now } from '#runtime/clock';
import { findAskedAfter } from '#store/asked-after';
import { type Attempt, expiredAttempts, renewLease, withWords } from '#store/attempts';
import { loadDelivery } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { loadDispatch, loadDispatches } from '#store/dispatches';
import { isStopped, loadSettings, type Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import { loadSubscribers } from '#store/subscribers';
import { openSuppressions } from '#store/suppressions';
import type { JobContext } from '../context';
import { addressTo } from './compose';
import { conclude, send } from './hand-over';
import { look } from './look';
import { settleEdition } from './settle-edition';
import { grouped } from './shuffle';
import { wayBack } from './way-out';

/** For so many hours at most we look before people are sent to. */
const ALONE_HOURS = 2;

/** What is to be asked after now, by channel; our own mails have none (''). */
export const unclearByChannel = async ({ payload, now: at }: JobContext): Promise<ReadonlyMap<string, readonly Attempt[]>> => {
  const attempts = await expiredAttempts(payload, ['unconfirmed'], at, at.subtract({ hours: LOOK_HOURS }));
  const dispatches = await loadDispatches(payload, [...new Set(attempts.map(({ dispatchId }) => dispatchId))]);
  const channelOf = new Map(dispatches.map(({ id, channelId }) => [id, channelId ?? '']));
  return grouped(attempts, ({ dispatchId }) => channelOf.get(dispatchId) ?? '');
};

/**
 * Asks the channel what became of an unclear message, or repeats it where a repeated key cannot make a second one. False when the provider
 * could not be read, so that nobody need ask it after others now.
 */
export const learnTruth = async (ctx: JobContext, settings: Settings, attempt: Attempt): Promise<boolean> => {
  const dispatch = await loadDispatch(ctx.payload, attempt.dispatchId);
  const isCurrent = dispatch?.attempt === attempt.number && (dispatch.status === 'sending' || dispatch.status === 'unconfirmed');
  const channel = dispatch && (await channelOf(ctx, settings, dispatch, attempt));
  if (!dispatch || !isCurrent || !channel || !(await isAwaited(ctx, dispatch, attempt))) return true;
  const waited = Math.max(leaseOf(ctx, dispatch), Math.round(now().since(attempt.startedAt).total('seconds')));
  if (!(await renewLease(ctx.payload, attempt, now().add({ seconds: waited })))) return true;
  const outcome = (await look(ctx, channel, dispatch, attempt)) ?? (await repeat(ctx, settings, channel, dispatch, attempt));
  if (!outcome || outcome.kind === 'unconfirmed') return !outcome;
  await conclude(ctx, { dispatch, attempt }, outcome);
  // A batch of which more is known may be the last its edition waited for.
  if (dispatch.kind === 'edition') await settleEdition(ctx.payload, dispatch.subject, now());
  return true;
};

/** True while nobody has asked the network yet what became of a row's post, but a round will. */
export const isYetToLook = async (ctx: JobContext, row: LedgerRow): Promise<boolean> => {
  const { channels } = await loadSettings(ctx.payload, ctx.now);
  const channel = channels.find(({ id }) => id === row.channelId);
  const attempt = channel && (await findAskedAfter(ctx.payload, row, channel, ctx.now));
  return attempt !== undefined && !wasAskedAfter(ctx, attempt);
};

/** Whoever asks after a post makes the lease longer first; people do not wait for longer, however long the network rests. */
const wasAskedAfter = ({ now: at, leaseSeconds }: JobContext, { startedAt, leaseUntil }: Attempt): boolean =>
  isBefore(startedAt.add({ seconds: leaseFor(1, leaseSeconds) }), leaseUntil) ||
  !isBefore(at, startedAt.add({ hours: ALONE_HOURS }));

const leaseOf = ({ leaseSeconds }: JobContext, { recipientIds }: Dispatch): number =>
  leaseFor(recipientIds?.length ?? 1, leaseSeconds);

/** The adapter by which the attempt was made: its channel may take another way, or be another account, now. None while its network takes a rest. */
const channelOf = async (
  ctx: JobContext,
  settings: Settings,
  dispatch: Dispatch,
  attempt: Attempt,
): Promise<Channel | undefined> => {
  const { message } = attempt;
  if (isOurMail(dispatch)) return ctx.channel('outbox');
  if (message?.kind === 'handover') return ctx.channel('manual');
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  return channel && !isResting(channel, now()) ? wayBack(ctx, channel, attempt) : undefined;
};

/**
 * The very same message with the very same key, only where the channel promises that this cannot make a second one. A refusal of
 * the second says nothing of the first: only that it is there now is believed.
 */
const repeat = async (
  ctx: JobContext,
  settings: Settings,
  channel: Channel,
  dispatch: Dispatch,
  attempt: Attempt,
): Promise<SendOutcome | undefined> => {
  const message = channel.repeatable && maySend(settings, dispatch, channel) ? await messageOf(ctx, attempt) : undefined;
  if (!channel.repeatable || !message) return undefined;
  const age = now().since(attempt.startedAt).total('seconds');
  if (age + leaseOf(ctx, dispatch) >= channel.repeatable.seconds || !(await isStillRight(ctx, settings, dispatch, attempt)))
    return undefined;
  const outcome = await send(channel, message, dispatch);
  return outcome.kind === 'rejected' || outcome.kind === 'postponed' ? undefined : outcome;
};

/** What the attempt handed over, a newsletter with those of its people who still are to get it. */
const messageOf = async (ctx: JobContext, attempt: Attempt): Promise<Message | undefined> => {
  const { message, people } = await withWords(ctx.payload, attempt);
  if (message?.kind !== 'mail' || !people) return message;
  return addressTo(
    ctx,
    message,
    await loadSubscribers(ctx.payload, people, await openSuppressions(ctx.payload, addressHasher())),
  );
};

/**
 * Nothing is repeated on a channel that was switched off or is stopped, nor by a way that is not its way now; the first may or may not have
 * left. Our own mails always may.
 */
const maySend = (settings: Settings, { kind, channelId }: Dispatch, { via }: Channel): boolean => {
  const channel = settings.channels.find(({ id }) => id === channelId);
  return isOurMail({ kind }) || (channel?.active === true && !isStopped(settings, channel) && viaNow(channel) === via);
};

/** Mails in our own name, which belong to no channel. */
const isOurMail = ({ kind }: Pick<Dispatch, 'kind'>): boolean => kind === 'notice' || kind === 'confirmation';

/** What became of the attempt still counts: a row that people took in hand meanwhile is looked back for before it leaves again. */
const isAwaited = async (ctx: JobContext, dispatch: Dispatch, attempt: Attempt): Promise<boolean> =>
  dispatch.kind !== 'post' || (await awaitingRow(ctx, dispatch, attempt)) !== undefined;

const awaitingRow = async (
  { payload }: JobContext,
  { id, subject }: Dispatch,
  { number }: Attempt,
): Promise<Delivery | undefined> => {
  const row = await loadDelivery(payload, subject);
  const isOpen = row?.status === 'sending' || row?.status === 'unconfirmed';
  return isOpen && row.dispatchId === id && row.attempt === number ? row : undefined;
};

/** A message about a row is repeated only while the row waits for it, and it says the truth. */
const isStillRight = async (ctx: JobContext, settings: Settings, dispatch: Dispatch, attempt: Attempt): Promise<boolean> => {
  if (dispatch.kind !== 'post') return true;
  const row = await awaitingRow(ctx, dispatch, attempt);
  return row !== undefined && (await stillAsked(ctx.payload, settings, [row], now)).length > 0;
};
