import { type EventFault, type EventPost, readEvents } from '#channels/sendgrid-events';
import type { ChannelAccount, ChannelId } from '#domain/channel';
import type { Receipt } from '#domain/receipt';
import { now } from './clock';
import { readEnv } from './env';

/** What a POST to the address of a channel told, or why it is not believed. Requests come by here: channels are nobody else's to import. */
export const readSendgridPost = (
  post: EventPost,
  channelId: ChannelId,
  { eventKey }: Pick<ChannelAccount, 'eventKey'>,
): { readonly receipts: readonly Receipt[] } | { readonly fault: EventFault | 'no-key' } => {
  if (!eventKey) return { fault: 'no-key' };
  return readEvents(post, { publicKey: eventKey, channelId, now: now(), toleranceSeconds: readEnv().hookToleranceSeconds });
};
