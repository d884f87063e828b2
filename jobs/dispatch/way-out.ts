import { isOfAccount } from '#domain/account-mark';
import { type ChannelAccount, type ChannelSettings, viaNow } from '#domain/channel';
import type { Channel } from '#runtime/channels';
import type { Attempt } from '#store/attempts';
import { loadChannelAccount } from '#store/channel-accounts';
import type { JobContext } from '../context';

/** An adapter and the account of the channel it was opened for; mails of the house have none. */
export type Way = Channel & { readonly account?: ChannelAccount | undefined };

/** The adapter that a channel's next message takes, signed in with its own account where it needs one. */
export const wayOut = (ctx: JobContext, channel: ChannelSettings): Promise<Way> => openWay(ctx, channel.id, viaNow(channel));

/** Through the hands of the person in charge, whatever way a channel has. */
export const wayByHand = (ctx: JobContext, { id }: ChannelSettings): Promise<Way> => openWay(ctx, id, 'manual');

/** The adapter of a channel's own way, whatever its messages take for now. */
export const ownWay = (ctx: JobContext, { id, via }: ChannelSettings): Promise<Way> => openWay(ctx, id, via);

/**
 * The adapter of a channel's own way for whatever follows an attempt: asking after it, saying it again, taking its post away. Undefined
 * where the channel has another way or account now: there it is not, and must not be.
 */
export const wayBack = async (
  ctx: JobContext,
  channel: ChannelSettings,
  { account }: Pick<Attempt, 'account'>,
): Promise<Way | undefined> => {
  const way = await ownWay(ctx, channel);
  return isOfAccount(account, way.account?.mark) ? way : undefined;
};

const openWay = async (ctx: JobContext, id: string, via: ChannelSettings['via']): Promise<Way> => {
  const account = await loadChannelAccount(ctx.payload, id);
  return { ...ctx.channel(via, account), account };
};
