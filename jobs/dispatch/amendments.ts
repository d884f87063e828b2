import { type AmendmentTurn, amendmentTurn, purposeAmended } from '#domain/amendment';
import { holdOf, leftToPeople } from '#domain/amendment-stand';
import type { ChannelSettings } from '#domain/channel';
import type { EventContent } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import { type Dispatch, isUnderWay, type SendOutcome } from '#domain/dispatch';
import { ownTextOf } from '#domain/own-text';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { amendmentsOf, saidBy, sequenceOf } from '#store/amendments';
import { loadContents } from '#store/contents';
import { loadDelivery } from '#store/deliveries';
import { dispatchesIn, dispatchesOf, dueDispatches, moveDispatch } from '#store/dispatches';
import { findPosted, findPostedBy } from '#store/removals';
import type { Settings } from '#store/settings';
import type { JobContext } from '../context';
import { composeAmended } from './compose';
import { claim, dropClaim, endUnsent, handOver, refuse } from './hand-over';
import { grouped } from './shuffle';
import { ownWay, wayBack } from './way-out';

/** Posts looked at in one tick. */
const LIMIT = 100;

/** Takes from people what they need not do any more: the post was taken away, or its event is over. */
export const withdrawNeedless = async (ctx: JobContext, settings: Settings): Promise<void> => {
  for (const dispatch of await dispatchesIn(ctx.payload, 'amendment', 'handed-over'))
    if ((await turnOf(ctx, settings, dispatch)).kind === 'needless')
      await moveDispatch(ctx.payload, dispatch, ['handed-over'], 'cancelled');
};

/** The posts that say what is true no longer, by the channel they stand on. */
export const amendmentsByChannel = async ({ payload, now: at }: JobContext): Promise<ReadonlyMap<string, readonly Dispatch[]>> =>
  grouped(await dueDispatches(payload, 'amendment', at, LIMIT), ({ channelId }) => channelId ?? '');

type Amendable = { readonly row: Delivery; readonly content: EventContent; readonly channel: ChannelSettings };
type Found = Exclude<AmendmentTurn, { kind: 'now' }> | ({ readonly kind: 'now' } & Amendable);

/**
 * Puts right what a post says of an event that has changed since, or gives that to a person where the network or the carrier's own words leave
 * no other way; gives what the network said, undefined where it was not asked. It looks before the claim and after it: of two amendments of
 * one post, whoever claims second sees the other.
 */
export const dispatchAmendment = async (
  ctx: JobContext,
  settings: Settings,
  dispatch: Dispatch,
): Promise<SendOutcome | undefined> => {
  const before = await turnOf(ctx, settings, dispatch);
  if (before.kind !== 'now') {
    if (before.kind === 'wait') await moveDispatch(ctx.payload, dispatch, ['due'], 'due', { notBefore: before.until });
    else await moveDispatch(ctx.payload, dispatch, ['due'], 'cancelled');
    return undefined;
  }
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return undefined;
  const found = await turnOf(ctx, settings, claimed.dispatch);
  if (found.kind === 'now') return amend(ctx, settings, claimed, found);
  await dropClaim(ctx, claimed, found.kind === 'wait' ? 'due' : 'cancelled');
  return undefined;
};

const turnOf = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<Found> => {
  const { payload } = ctx;
  const row = await loadDelivery(payload, dispatch.subject);
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  if (!row || !channel) return { kind: 'needless' };
  const others = (await amendmentsOf(payload, [row.id])).filter(({ id }) => id !== dispatch.id);
  const [removal] = await dispatchesOf(payload, 'removal', [row.id]);
  const turn = amendmentTurn(
    {
      ...{ row, content: (await loadContents(payload, [row.content])).get(row.content) },
      sequence: sequenceOf(dispatch),
      others: others.map((other) => ({ sequence: sequenceOf(other), status: other.status })),
      isTakenAway: removal?.status === 'accepted',
      // What is about to be taken away is put right only when that fails.
      isHeld: (await isHeld(ctx, settings, channel, row)) || (removal !== undefined && isUnderWay(removal.status)),
      coolOffMinutes: settings.coolOffMinutes,
    },
    now(),
  );
  return turn.kind === 'now' ? { ...turn, row, channel } : turn;
};

/** Nothing is asked of a network whose channel is stopped, rests or signs in no more; where people do it, nobody is asked. */
const isHeld = async (
  { payload }: JobContext,
  { paused }: Settings,
  channel: ChannelSettings,
  row: Delivery,
): Promise<boolean> => {
  if (!holdOf(channel, paused, now())) return false;
  return !leftToPeople({ row, via: channel.via, postedBy: await findPostedBy(payload, row) });
};

const amend = async (
  ctx: JobContext,
  settings: Settings,
  claimed: Parameters<typeof handOver>[1],
  { row, content, channel }: Amendable,
): Promise<SendOutcome | undefined> => {
  const posted = await findPosted(ctx.payload, row.id);
  const { limits } = await ownWay(ctx, channel);
  const way = posted && (await wayBack(ctx, channel, posted));
  const told = { ...row, purpose: purposeAmended(row.purpose, content) };
  const parts = { row: told, content, channel, organisations: settings.organisations, limits };
  const composed = await composeAmended(ctx, parts, posted?.providerId ?? '');
  if (composed.kind === 'refusal' || composed.message.kind !== 'amendment') {
    await refuse(ctx, claimed, 'not-composed', 'an amendment could not be put together');
    return undefined;
  }
  const isOwnText = ownTextOf(row) !== undefined;
  // Networks give a post another text, and leave card and picture as they are, whatever became of earlier tries.
  const kept = posted?.post && { card: posted.post.card, image: posted.post.image };
  const message = { ...composed.message, post: { ...composed.message.post, ...kept } };
  if (!isOwnText && (await saidBy(ctx.payload, row.id))?.text === message.post.text) {
    await dropClaim(ctx, claimed);
    return undefined;
  }
  // Nobody's own words are written over, and nothing that a person, another way or another account has posted.
  if (isOwnText || !way?.amend) {
    if (await endUnsent(ctx, claimed, { kind: 'handed-over', askUntil: content.event.endsAt }))
      log('amendment.handed-over', { dispatch: claimed.dispatch.id, delivery: row.id });
    return undefined;
  }
  const { amend: ask } = way;
  return handOver(ctx, claimed, { ...way, send: () => ask(message) }, message);
};
