import type { ChannelSettings } from '#domain/channel';
import type { Channel } from '#runtime/channels';
import { loadChannelAccount } from '#store/channel-accounts';
import type { JobContext } from '../context';

/** The adapter of a channel, signed in with its own account where it needs one. */
export const wayOut = async (ctx: JobContext, { id, via }: Pick<ChannelSettings, 'id' | 'via'>): Promise<Channel> =>
  ctx.channel(via, await loadChannelAccount(ctx.payload, id));
