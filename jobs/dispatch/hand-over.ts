import type { ChannelAccount, ChannelTrouble } from '#domain/channel';
import { type Dispatch, leaseFor, type SendOutcome, troubleOf } from '#domain/dispatch';
import type { Message } from '#domain/message';
import { restAfter, SERIES_HOURS } from '#domain/patience';
import { receiptsOf } from '#domain/receipt';
import { isChange, ofChange } from '#domain/settlement';
import { type Instant, isBefore, toIso } from '#domain/time';
import type { Channel } from '#runtime/channels';
import { now } from '#runtime/clock';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import {
  abandonAttempt,
  beginHanding,
  type Claim,
  type ClaimFacts,
  claimDispatch,
  closeAttempt,
  findLeft,
  unclearAttempts,
  unclearInARow,
} from '#store/attempts';
import { restChannel, stopChannel } from '#store/channel-accounts';
import { moveDispatch } from '#store/dispatches';
import { keepReceipts } from '#store/receipts';
import { isAnothersPost } from '#store/removals';
import type { JobContext } from '../context';
import { settleDispatch } from './settle';
import type { Way } from './way-out';

/**
 * Of a batch: how many people it goes to at most, and the ledger rows it tells, where its words are known. Of a post: the place it takes
 * on its channel, and what it tells.
 */
type Claiming = Pick<ClaimFacts, 'rows' | 'place' | 'told'> & { readonly people: number };

/** Takes a due dispatch in hand; undefined when somebody else has it. */
export const claim = async (
  ctx: JobContext,
  dispatch: Dispatch,
  { people, ...facts }: Claiming = { people: 1 },
): Promise<Claim | undefined> => {
  const at = now();
  const leaseUntil = at.add({ seconds: leaseFor(people, ctx.leaseSeconds) });
  return claimDispatch(ctx.payload, dispatch, { ...facts, owner: ctx.owner, now: at, leaseUntil });
};

/** Gives a claim up of which nothing has left: what it was about has gone (it can be reopened), or has to wait. */
export const dropClaim = async (
  ctx: JobContext,
  { dispatch, attempt }: Claim,
  to: 'cancelled' | 'due' = 'cancelled',
): Promise<void> => {
  if (!(await abandonAttempt(ctx.payload, attempt, now()))) return;
  const moved = await moveDispatch(ctx.payload, dispatch, ['sending'], to);
  if (moved) log(`dispatch.${moved.status}`, { dispatch: dispatch.id });
};

/**
 * Hands a message over: writes down exactly what goes out, sends, writes down the answer, settles. Undefined when the claim was
 * taken away before: then nothing left. `wordsOf`: the attempt that holds the words of a newsletter already.
 */
export const handOver = async (
  ctx: JobContext,
  { dispatch, attempt }: Claim,
  way: Way,
  message: Message,
  wordsOf?: string,
): Promise<SendOutcome | undefined> => {
  if (!(await beginHanding(ctx.payload, attempt, message, wordsOf))) {
    log('dispatch.overtaken', { dispatch: dispatch.id, attempt: attempt.number }, 'warn');
    return undefined;
  }
  // Stopped for longer than the lease: others may have taken it for unconfirmed already, so it must not leave now.
  const outcome: SendOutcome = isBefore(now(), attempt.leaseUntil)
    ? await ownAnswer(ctx, dispatch, await send(way, message, dispatch))
    : { kind: 'postponed', notBefore: now(), detail: 'lease-over' };
  await conclude(ctx, { dispatch, attempt: { ...attempt, message } }, outcome, way.account);
  return outcome;
};

/**
 * A network that is asked by words may name the post of another row that says the same: two rows never share one, or taking one away
 * would take both.
 */
export const isAnothers = async ({ payload }: JobContext, dispatch: Dispatch, outcome: SendOutcome): Promise<boolean> =>
  dispatch.kind === 'post' &&
  outcome.kind === 'accepted' &&
  isAnothersPost(payload, dispatch, outcome.providerId, now().subtract({ hours: 48 }));

const ownAnswer = async (ctx: JobContext, dispatch: Dispatch, outcome: SendOutcome): Promise<SendOutcome> => {
  const isOthers = (await isEarliers(ctx, dispatch, outcome)) || (await isAnothers(ctx, dispatch, outcome));
  return isOthers ? { kind: 'rejected', code: 'duplicate', detail: '' } : outcome;
};

/**
 * A repeated key may be answered with what an earlier try left there, one of unknown fate or one that heard so itself meanwhile: that one made
 * the post, and this one none.
 */
const isEarliers = async ({ payload }: JobContext, { id }: Dispatch, outcome: SendOutcome): Promise<boolean> => {
  if (outcome.kind !== 'accepted' || !outcome.isEarlier) return false;
  const [earlier] = await unclearAttempts(payload, id);
  if (earlier && (await closeAttempt(payload, earlier, outcome, now()))) return true;
  return (await findLeft(payload, id)) !== undefined;
};

/** Writes down that a claim ends without anything being handed over. */
export const refuse = async (ctx: JobContext, claimed: Claim, code: string, detail: string): Promise<void> => {
  if (await endUnsent(ctx, claimed, { kind: 'rejected', code, detail }))
    log('dispatch.rejected', { dispatch: claimed.dispatch.id, code }, 'warn');
};

/** Writes down what a claim ends with of which nothing has left; false when it was taken away. */
export const endUnsent = async (ctx: JobContext, { dispatch, attempt }: Claim, outcome: SendOutcome): Promise<boolean> => {
  const at = now();
  if (!(await closeAttempt(ctx.payload, attempt, outcome, at, ['claimed']))) return false;
  await settleDispatch(ctx.payload, dispatch, attempt.number, outcome, at);
  return true;
};

/** Writes an answer down, however late it comes, and settles by it; `account`: whose message it was. */
export const conclude = async (
  ctx: JobContext,
  { dispatch, attempt }: Claim,
  answered: SendOutcome,
  account?: ChannelAccount,
): Promise<void> => {
  const at = now();
  const outcome = isChange(dispatch.kind) ? ofChange(answered, at) : answered;
  // First, and whoever closes it: the answer itself keeps counts alone. What dies before this is heard again with the next edition.
  await keepReceipts(ctx.payload, receiptsOf(dispatch, attempt.number, outcome.refusals ?? [], at));
  if (!(await closeAttempt(ctx.payload, attempt, outcome, at))) return;
  const trouble = troubleOf(outcome);
  if (trouble && dispatch.channelId) await stopRefused(ctx, dispatch.channelId, trouble, account);
  await rest(ctx, dispatch, outcome, account);
  await settleDispatch(ctx.payload, dispatch, attempt.number, outcome, at, account);
  const facts = { dispatch: dispatch.id, kind: dispatch.kind, subject: dispatch.subject, attempt: attempt.number };
  log(`dispatch.${outcome.kind}`, facts, outcome.kind === 'accepted' || outcome.kind === 'handed-over' ? 'info' : 'warn');
};

/** Whatever the message, its provider will not take it: the channel waits for a person, before anything else of it is tried. */
const stopRefused = async (
  ctx: JobContext,
  channel: string,
  trouble: ChannelTrouble,
  account: ChannelAccount | undefined,
): Promise<void> => {
  if (await stopChannel(ctx.payload, channel, trouble, account, now())) log('channel.stopped', { channel, trouble }, 'error');
};

/** A network that takes no more gets nothing else of the channel, from nobody; the batches of an edition are held by `holdBatches`. */
const rest = async (
  ctx: JobContext,
  { kind, channelId }: Dispatch,
  outcome: SendOutcome,
  account: ChannelAccount | undefined,
): Promise<void> => {
  const until =
    channelId && kind !== 'edition' ? await restOf(ctx, { channel: channelId, account: account?.mark }, outcome) : undefined;
  if (until && channelId && (await restChannel(ctx.payload, channelId, until, account)))
    log('channel.rests', { channel: channelId, until: toIso(until) }, 'warn');
};

/** Until when the network asked for a rest; one that does not answer gets one until it can be looked at, so that not every row ends unclear. */
const restOf = async (
  { payload, leaseSeconds }: JobContext,
  of: Parameters<typeof unclearInARow>[1],
  outcome: SendOutcome,
): Promise<Instant | undefined> => {
  if ('restUntil' in outcome) return outcome.restUntil;
  if (outcome.kind !== 'unconfirmed') return undefined;
  const at = now();
  const unclear = await unclearInARow(payload, of, at.subtract({ hours: SERIES_HOURS }));
  return unclear > 0 ? restAfter(unclear, leaseSeconds, at) : undefined;
};

/** Sends; a channel that throws leaves open whether something left. */
export const send = async (channel: Channel, message: Message, dispatch: Dispatch): Promise<SendOutcome> => {
  try {
    return await channel.send(message, dispatch.key, dispatch.attempt);
  } catch (error) {
    log('channel.threw', { via: channel.via, dispatch: dispatch.id, ...describeError(error) }, 'error');
    return { kind: 'unconfirmed', detail: 'channel-threw' };
  }
};
