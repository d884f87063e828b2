import type { ChannelSettings } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import type { Dispatch } from '#domain/dispatch';
import { nextTry } from '#domain/patience';
import type { Channel } from '#runtime/channels';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { type Attempt, findLeft, unclearAttempts } from '#store/attempts';
import { moveDispatch } from '#store/dispatches';
import type { JobContext } from '../context';
import { conclude } from './hand-over';
import { look } from './look';
import { settleDispatch } from './settle';
import { ownWay } from './way-out';

/** A row that is to be tried again, and by which way. */
type Again = { readonly row: Delivery; readonly channel: ChannelSettings; readonly way: Channel };

/** Nothing of it is there as far as anybody can tell; `at`: when the post was put together that may have left all the same, if any may. */
export type Nowhere = { readonly at?: string | undefined; readonly isUnsure: boolean };

/**
 * Looks once more for what earlier tries may have left at the network, whoever wants another try. What is found counts as sent; while the
 * network cannot be read the row waits. Undefined in both cases: nothing may leave.
 */
export const lookBack = async (ctx: JobContext, again: Again, dispatch: Dispatch): Promise<Nowhere | undefined> => {
  const unclear = dispatch.attempt > 0 ? await unclearAttempts(ctx.payload, dispatch.id) : [];
  for (const attempt of unclear) {
    if (await askAfter(ctx, again, dispatch, attempt)) continue;
    await waitToLook(ctx, again.row, dispatch, attempt);
    return undefined;
  }
  if (await hasLeft(ctx, dispatch)) return undefined;
  return {
    at: unclear.map(writtenAt).find((at) => at !== undefined),
    isUnsure: unclear.some(({ message }) => message?.kind === 'post'),
  };
};

/**
 * False while nobody can tell; who posts by hand sees for themselves. Looking does no harm, whoever the channel is signed in as: a token that
 * was entered anew is of the same account, mostly.
 */
const askAfter = async (ctx: JobContext, { channel, way }: Again, dispatch: Dispatch, attempt: Attempt): Promise<boolean> => {
  if (attempt.message?.kind !== 'post') return true;
  const outcome = await look(ctx, await ownWay(ctx, channel), dispatch, attempt);
  if (outcome?.kind === 'unconfirmed') return way.via !== channel.via;
  if (outcome) await conclude(ctx, { dispatch, attempt }, outcome);
  return true;
};

/** Asked again after as long as it has waited since it came back, so that pauses double; never after telling it makes sense. */
const waitToLook = async (
  ctx: JobContext,
  { decidedAt, latestAt }: Delivery,
  dispatch: Dispatch,
  { startedAt }: Attempt,
): Promise<void> => {
  const at = now();
  const patience = { now: at, since: decidedAt ?? startedAt };
  const notBefore = nextTry(at.add({ seconds: ctx.leaseSeconds }), patience) ?? latestAt;
  await moveDispatch(ctx.payload, dispatch, ['due'], 'due', { notBefore });
  log('dispatch.unread', { dispatch: dispatch.id }, 'warn');
};

/** What is known to have left never leaves again, even if a crash kept row and dispatch from hearing of it. */
export const hasLeft = async (ctx: JobContext, dispatch: Dispatch): Promise<boolean> => {
  const left = dispatch.attempt > 0 ? await findLeft(ctx.payload, dispatch.id) : undefined;
  if (!left?.outcome) return false;
  await settleDispatch(ctx.payload, dispatch, dispatch.attempt, left.outcome, now());
  return true;
};

const writtenAt = ({ message }: Attempt): string | undefined => (message?.kind === 'post' ? message.at : undefined);
