import { type ChannelSettings, viaNow } from '#domain/channel';
import type { Channel } from '#runtime/channels';
import { loadChannelAccount } from '#store/channel-accounts';
import type { JobContext } from '../context';

/** The adapter that a channel's next message takes, signed in with its own account where it needs one. */
export const wayOut = (ctx: JobContext, channel: ChannelSettings): Promise<Channel> => openWay(ctx, channel.id, viaNow(channel));

/** The adapter of a channel's own way, whatever its messages take for now. */
export const ownWay = (ctx: JobContext, { id, via }: ChannelSettings): Promise<Channel> => openWay(ctx, id, via);

const openWay = async (ctx: JobContext, id: string, via: ChannelSettings['via']): Promise<Channel> =>
  ctx.channel(via, await loadChannelAccount(ctx.payload, id));
