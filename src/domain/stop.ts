import type { ChannelSettings } from './channel';
import { type Delivery, isUnsent } from './delivery';

/** What people stopped for now: everything, or these channels. Plans do not change; what becomes due there waits. */
export type Stopped = 'all' | readonly Pick<ChannelSettings, 'id' | 'name' | 'carrier'>[];

/** What people stopped so that a row cannot leave. */
export type Stop = 'all' | 'channel';

/** What keeps a row from leaving that has not left; undefined when nothing does. */
export const stopOf = ({ status, channelId }: Pick<Delivery, 'status' | 'channelId'>, stopped: Stopped): Stop | undefined => {
  if (!isUnsent(status)) return undefined;
  if (stopped === 'all') return 'all';
  return stopped.some(({ id }) => id === channelId) ? 'channel' : undefined;
};
