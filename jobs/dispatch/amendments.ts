import { isResting } from '#domain/access';
import { amendsFrom, purposeAmended } from '#domain/amendment';
import { AMENDING_VIAS, type ChannelSettings, fallsBack } from '#domain/channel';
import type { EventContent } from '#domain/content';
import { type Delivery, isOut } from '#domain/delivery';
import type { Dispatch, SendOutcome } from '#domain/dispatch';
import { type Instant, isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { amendmentsOf, saidBy, sequenceOf } from '#store/amendments';
import { loadContents } from '#store/contents';
import { loadDelivery } from '#store/deliveries';
import { dispatchesIn, dispatchesOf, dueDispatches, moveDispatch } from '#store/dispatches';
import { findPosted } from '#store/removals';
import { isStopped, type Settings } from '#store/settings';
import type { JobContext } from '../context';
import { composeAmended } from './compose';
import { claim, dropClaim, endUnsent, handOver, refuse } from './hand-over';
import { grouped } from './shuffle';
import { ownWay, wayBack } from './way-out';

/** Posts looked at in one tick; what has to wait comes up again after so many minutes. */
const LIMIT = 100;
const WAIT_MINUTES = 10;
/** What lies with a person is looked at again after so many hours. */
const HANDED_HOURS = 6;

/** Takes from people what they need not do any more: the post was taken away, or its event is over. */
export const withdrawNeedless = async (ctx: JobContext, settings: Settings): Promise<void> => {
  for (const dispatch of await dispatchesIn(ctx.payload, 'amendment', 'handed-over'))
    if ((await look(ctx, settings, dispatch)).kind === 'needless')
      await moveDispatch(ctx.payload, dispatch, ['handed-over'], 'cancelled');
};

/** The posts that say what is true no longer, by the channel they stand on. */
export const amendmentsByChannel = async ({ payload, now: at }: JobContext): Promise<ReadonlyMap<string, readonly Dispatch[]>> =>
  grouped(await dueDispatches(payload, 'amendment', at, LIMIT), ({ channelId }) => channelId ?? '');

type Amendable = { readonly row: Delivery; readonly content: EventContent; readonly channel: ChannelSettings };
type Look =
  | { readonly kind: 'needless' }
  | { readonly kind: 'wait'; readonly until?: Instant }
  | ({ readonly kind: 'now' } & Amendable);

const NEEDLESS = { kind: 'needless' } as const;

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
  const before = await look(ctx, settings, dispatch);
  if (before.kind !== 'now') {
    const notBefore = (before.kind === 'wait' && before.until) || now().add({ minutes: WAIT_MINUTES });
    await moveDispatch(ctx.payload, dispatch, ['due'], before.kind === 'wait' ? 'due' : 'cancelled', { notBefore });
    return undefined;
  }
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return undefined;
  const found = await look(ctx, settings, claimed.dispatch);
  if (found.kind === 'now') return amend(ctx, settings, claimed, found);
  await dropClaim(ctx, claimed, found.kind === 'wait' ? 'due' : 'cancelled');
  return undefined;
};

/** Whether a post still is to be amended, and can be now. */
const look = async ({ payload }: JobContext, settings: Settings, dispatch: Dispatch): Promise<Look> => {
  const row = await loadDelivery(payload, dispatch.subject);
  const content = row && (await loadContents(payload, [row.content])).get(row.content);
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  if (!row || !channel || content?.kind !== 'event' || !isBefore(now(), content.event.endsAt)) return NEEDLESS;
  const others = (await amendmentsOf(payload, [row.id])).filter(({ id }) => id !== dispatch.id);
  const sequence = sequenceOf(dispatch);
  const from = amendsFrom(row, content, { isAmended: others.length > 0, coolOffMinutes: settings.coolOffMinutes });
  const isReplaced = others.some((other) => sequenceOf(other) > sequence);
  if (!from || isReplaced || !isOut(row.status) || (await isTakenAway({ payload }, row))) return NEEDLESS;
  if (isBefore(now(), from)) return { kind: 'wait', until: from };
  // Whoever was handed its text reads there that it is true no longer, and may have posted it.
  if (row.status === 'handed-over') return { kind: 'wait', until: now().add({ hours: HANDED_HOURS }) };
  const isInHand = row.status !== 'sent' || others.some(({ status }) => status === 'sending');
  // Of a version that nobody has planned yet another amendment comes.
  if (isInHand || content.sequence !== sequence || isHeld(settings, channel)) return { kind: 'wait' };
  return { kind: 'now', row, content, channel };
};

const isTakenAway = async ({ payload }: Pick<JobContext, 'payload'>, { id }: Delivery): Promise<boolean> =>
  (await dispatchesOf(payload, 'removal', [id])).some(({ status }) => status !== 'failed' && status !== 'cancelled');

/** Nothing is asked of a network whose channel is stopped, rests or signs in no more; where people do it, nobody is asked. */
const isHeld = (settings: Settings, channel: ChannelSettings): boolean => {
  if (!AMENDING_VIAS.includes(channel.via)) return false;
  return isStopped(settings, channel) || fallsBack(channel) || isResting(channel, now());
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
  const isOwnText = row.ownText !== undefined && !row.ownTextStale;
  const said = await saidBy(ctx.payload, row.id);
  // Networks give a post another text, and leave card and picture as they are.
  const kept = said && { card: said.card, image: said.image };
  const message = { ...composed.message, post: { ...composed.message.post, ...kept } };
  if (!isOwnText && said?.text === message.post.text) {
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
