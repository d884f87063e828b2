import type { Dispatch } from '#domain/dispatch';
import { isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { dueDispatches } from '#store/dispatches';
import { findPosted } from '#store/removals';
import type { Settings } from '#store/settings';
import type { JobContext } from '../context';
import { claim, handOver, refuse } from './hand-over';
import { wayBack } from './way-out';

/** Posts looked at in one tick. */
const LIMIT = 100;

/** Takes away at their networks the posts that people asked to be taken away; gives the number of networks asked. */
export const dispatchRemovals = async (ctx: JobContext, settings: Settings): Promise<number> => {
  let asked = 0;
  for (const dispatch of await dueDispatches(ctx.payload, 'removal', ctx.now, LIMIT))
    if (await dispatchRemoval(ctx, settings, dispatch)) asked += 1;
  return asked;
};

/** Somebody who stops a channel wants the wrong post gone all the more: only a network that takes nothing, or nobody, keeps it waiting. */
const dispatchRemoval = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<boolean> => {
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  const isResting = channel?.restUntil && isBefore(now(), channel.restUntil);
  if (!channel || channel.trouble || isResting) return false;
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const posted = await findPosted(ctx.payload, dispatch.subject);
  const way = posted && (await wayBack(ctx, channel, posted));
  if (!posted || !way?.remove) {
    await refuse(ctx, claimed, way || !posted ? 'wrong-way' : 'other-account', 'nothing to take away by this way');
    return false;
  }
  const { remove } = way;
  const removal = { kind: 'removal', providerId: posted.providerId } as const;
  return (await handOver(ctx, claimed, { ...way, send: () => remove(removal) }, removal)) !== undefined;
};
