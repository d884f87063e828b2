import { isResting } from '#domain/access';
import type { Dispatch, SendOutcome } from '#domain/dispatch';
import { now } from '#runtime/clock';
import { dueDispatches } from '#store/dispatches';
import { findPosted } from '#store/removals';
import type { Settings } from '#store/settings';
import type { JobContext } from '../context';
import { claim, handOver, refuse } from './hand-over';
import { grouped } from './shuffle';
import { wayBack } from './way-out';

/** Posts looked at in one tick. */
const LIMIT = 100;

/** The posts that people asked to be taken away, by the channel they stand on. */
export const removalsByChannel = async ({ payload, now: at }: JobContext): Promise<ReadonlyMap<string, readonly Dispatch[]>> =>
  grouped(await dueDispatches(payload, 'removal', at, LIMIT), ({ channelId }) => channelId ?? '');

/**
 * Takes one away; gives what its network said, undefined where it was not asked. Somebody who stops a channel wants the wrong post gone all the
 * more: only a network that takes nothing for now keeps it waiting, and one that refuses the account leaves it to people.
 */
export const dispatchRemoval = async (
  ctx: JobContext,
  settings: Settings,
  dispatch: Dispatch,
): Promise<SendOutcome | undefined> => {
  const channel = settings.channels.find(({ id }) => id === dispatch.channelId);
  if (!channel || isResting(channel, now())) return undefined;
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return undefined;
  if (channel.trouble) {
    await refuse(ctx, claimed, 'channel-stopped', channel.trouble);
    return undefined;
  }
  const posted = await findPosted(ctx.payload, dispatch.subject);
  const way = posted && (await wayBack(ctx, channel, posted));
  if (!posted || !way?.remove) {
    await refuse(ctx, claimed, way || !posted ? 'wrong-way' : 'other-account', 'nothing to take away by this way');
    return undefined;
  }
  const { remove } = way;
  const removal = { kind: 'removal', providerId: posted.providerId } as const;
  return handOver(ctx, claimed, { ...way, send: () => remove(removal) }, removal);
};
