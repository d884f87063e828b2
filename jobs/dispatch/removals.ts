import { isResting } from '#domain/access';
import { fallsBack } from '#domain/channel';
import type { Dispatch } from '#domain/dispatch';
import { now } from '#runtime/clock';
import { dueDispatches } from '#store/dispatches';
import { postedAs } from '#store/removals';
import { isStopped, type Settings } from '#store/settings';
import type { JobContext } from '../context';
import { claim, handOver, refuse } from './hand-over';
import { ownWay } from './way-out';

/** Posts looked at in one tick. */
const LIMIT = 100;

/** Takes away at their networks the posts that people asked to be taken away; gives the number of networks asked. */
export const dispatchRemovals = async (ctx: JobContext, settings: Settings): Promise<number> => {
  let asked = 0;
  for (const dispatch of await dueDispatches(ctx.payload, 'removal', ctx.now, LIMIT))
    if (await dispatchRemoval(ctx, settings, dispatch)) asked += 1;
  return asked;
};

/** A channel that is stopped, rests or signs in no more keeps it waiting. */
const dispatchRemoval = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<boolean> => {
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  if (!channel || isStopped(settings, channel) || fallsBack(channel) || isResting(channel, now())) return false;
  const way = await ownWay(ctx, channel);
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const providerId = await postedAs(ctx.payload, dispatch.subject);
  const { remove } = way;
  if (!remove || !providerId) {
    await refuse(ctx, claimed, 'wrong-way', 'nothing to take away by this way');
    return false;
  }
  const removal = { kind: 'removal', providerId } as const;
  return (await handOver(ctx, claimed, { ...way, send: () => remove(removal) }, removal)) !== undefined;
};
