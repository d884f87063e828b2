import { viaNow } from '#domain/channel';
import { type Dispatch, leaseFor, type SendOutcome } from '#domain/dispatch';
import type { Message } from '#domain/message';
import { isBefore } from '#domain/time';
import { addressHasher } from '#runtime/address-hash';
import type { Channel } from '#runtime/channels';
import { now } from '#runtime/clock';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import {
  type Attempt,
  abandonAttempt,
  closeAttempt,
  currentAttempts,
  expiredAttempts,
  FINAL_STAGES,
  findAttempt,
  renewLease,
  withWords,
} from '#store/attempts';
import { deliveriesIn, loadDelivery } from '#store/deliveries';
import { loadDispatch, unsettledDispatches } from '#store/dispatches';
import { isStopped, loadSettings, type Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import { loadSubscribers } from '#store/subscribers';
import { openSuppressions } from '#store/suppressions';
import type { JobContext } from './context';
import { addressTo } from './dispatch/compose';
import { conclude, send } from './dispatch/hand-over';
import { LEASE_EXPIRED, releaseDispatch, settleDispatch } from './dispatch/settle';
import { settleEdition } from './dispatch/settle-edition';
import { ownWay } from './dispatch/way-out';

/** For so many hours an unclear message is asked after, at doubling intervals; then it is for people alone. */
const LOOK_HOURS = 24;

/**
 * Ends what processes left in the middle. A claim of which nothing left is given up; one that may have sent is *unconfirmed*, and
 * only its channel (by `find`, or by repeating the very same message where that cannot double it) or a person can say more. What
 * was answered but not settled is settled. Gives the number of attempts and dispatches brought on.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const settings = await loadSettings(ctx.payload, ctx.now);
  let count = 0;
  for (const attempt of await expiredAttempts(ctx.payload, ['claimed', 'handing'], ctx.now))
    if (await giveUp(ctx, attempt)) count += 1;
  const since = ctx.now.subtract({ hours: LOOK_HOURS });
  for (const attempt of await expiredAttempts(ctx.payload, ['unconfirmed'], ctx.now, since))
    if (await learnTruth(ctx, settings, attempt)) count += 1;
  return count + (await settleEnded(ctx)) + (await settleRows(ctx));
};

const giveUp = async (ctx: JobContext, attempt: Attempt): Promise<boolean> => {
  const isUnsent = attempt.stage === 'claimed';
  const outcome: SendOutcome = { kind: 'unconfirmed', detail: LEASE_EXPIRED };
  const isDone = isUnsent
    ? await abandonAttempt(ctx.payload, attempt, now())
    : await closeAttempt(ctx.payload, attempt, outcome, now(), ['handing']);
  if (isDone) log('claim.expired', { dispatch: attempt.dispatchId, attempt: attempt.number, stage: attempt.stage }, 'warn');
  return isDone;
};

/** Dispatches whose attempt says something else than they do: its process stopped between the two. */
const settleEnded = async (ctx: JobContext): Promise<number> => {
  const dispatches = await unsettledDispatches(ctx.payload);
  const ended = await currentAttempts(ctx.payload, dispatches, FINAL_STAGES);
  let count = 0;
  for (const dispatch of dispatches) {
    const attempt = ended.get(dispatch.id);
    if (!attempt || attempt.stage === dispatch.status) continue;
    await settleRest(ctx, dispatch, attempt);
    count += 1;
  }
  return count;
};

const settleRest = async (ctx: JobContext, dispatch: Dispatch, { number, stage, outcome }: Attempt): Promise<void> => {
  if (outcome) await settleDispatch(ctx.payload, dispatch, number, outcome, now());
  else await releaseDispatch(ctx.payload, dispatch, number);
  await settleWhole(ctx, dispatch);
  log('claim.settled', { dispatch: dispatch.id, attempt: number, stage });
};

/** Rows in hand whose dispatch says that nobody has it: a late truth that was cut off between its two steps. */
const settleRows = async (ctx: JobContext): Promise<number> => {
  let count = 0;
  for (const row of await deliveriesIn(ctx.payload, 'sending', { dispatchId: { exists: true } })) {
    const dispatch = row.dispatchId ? await loadDispatch(ctx.payload, row.dispatchId) : undefined;
    if (!dispatch || dispatch.status === 'sending') continue;
    const attempt = await findAttempt(ctx.payload, dispatch.id, row.attempt ?? dispatch.attempt);
    if (!attempt || !FINAL_STAGES.includes(attempt.stage)) continue;
    await settleRest(ctx, dispatch, attempt);
    count += 1;
  }
  return count;
};

/** Asks the channel what became of an unclear message, or repeats it where a repeated key cannot make a second one. */
const learnTruth = async (ctx: JobContext, settings: Settings, attempt: Attempt): Promise<boolean> => {
  const dispatch = await loadDispatch(ctx.payload, attempt.dispatchId);
  const isCurrent = dispatch?.attempt === attempt.number && (dispatch.status === 'sending' || dispatch.status === 'unconfirmed');
  const channel = dispatch && (await channelOf(ctx, settings, dispatch, attempt));
  if (!dispatch || !isCurrent || !channel) return false;
  const waited = Math.max(leaseOf(ctx, dispatch), Math.round(now().since(attempt.startedAt).total('seconds')));
  if (!(await renewLease(ctx.payload, attempt, now().add({ seconds: waited })))) return false;
  const outcome = (await find(ctx, channel, dispatch, attempt)) ?? (await repeat(ctx, settings, channel, dispatch, attempt));
  if (!outcome || outcome.kind === 'unconfirmed') return false;
  await conclude(ctx, { dispatch, attempt }, outcome);
  await settleWhole(ctx, dispatch);
  return true;
};

/** A batch of which more is known may be the last its edition waited for. */
const settleWhole = async (ctx: JobContext, { kind, subject }: Dispatch): Promise<void> => {
  if (kind === 'edition') await settleEdition(ctx.payload, subject, now());
};

const leaseOf = ({ leaseSeconds }: JobContext, { recipientIds }: Dispatch): number =>
  leaseFor(recipientIds?.length ?? 1, leaseSeconds);

/** The adapter by which the attempt was made: its channel may take another way now. None while its network takes a rest. */
const channelOf = async (
  ctx: JobContext,
  settings: Settings,
  dispatch: Dispatch,
  { message }: Attempt,
): Promise<Channel | undefined> => {
  if (isOurMail(dispatch)) return ctx.channel('outbox');
  if (message?.kind === 'removal' || message?.kind === 'amendment') return undefined;
  if (message?.kind === 'handover') return ctx.channel('manual');
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  const isResting = channel?.restUntil && isBefore(now(), channel.restUntil);
  return channel && !isResting ? ownWay(ctx, channel) : undefined;
};

const find = async (
  { payload }: JobContext,
  channel: Channel,
  dispatch: Dispatch,
  attempt: Attempt,
): Promise<SendOutcome | undefined> => {
  const { message } = channel.find ? await withWords(payload, attempt) : attempt;
  try {
    return message && (await channel.find?.({ key: dispatch.key, message, since: attempt.startedAt }));
  } catch (error) {
    if (isBusy(error)) throw error;
    log('channel.threw', { via: channel.via, dispatch: dispatch.id, ...describeError(error) }, 'error');
    return undefined;
  }
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
  if (age + leaseOf(ctx, dispatch) >= channel.repeatable.seconds || !(await isStillRight(ctx, settings, dispatch)))
    return undefined;
  const outcome = await send(channel, message, dispatch);
  return outcome.kind === 'accepted' || outcome.kind === 'handed-over' ? outcome : undefined;
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

/** A message about a row is repeated only while it still says the truth, and may say it. */
const isStillRight = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<boolean> => {
  if (dispatch.kind !== 'post') return true;
  const row = await loadDelivery(ctx.payload, dispatch.subject);
  return row !== undefined && (await stillAsked(ctx.payload, settings, [row], now)).length > 0;
};
