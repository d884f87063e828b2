import { type ChannelSettings, fallsBack } from './channel';
import { type Delivery, isUnsent } from './delivery';
import type { OrganisationId } from './organisation';

/**
 * What is stopped for now: everything, or these channels, by people or (with a trouble) by themselves. Plans do not change; what becomes
 * due there waits, or goes to a person who posts it by hand.
 */
export type Stopped =
  | 'all'
  | readonly Pick<ChannelSettings, 'id' | 'name' | 'kind' | 'carrier' | 'trouble' | 'ownerEmail' | 'check'>[];

/** What keeps a row from leaving as planned. `by-hand`: its channel stopped by itself, so that a person posts it. */
export type Stop = 'all' | 'channel' | 'by-hand';

/** What keeps a row from leaving that has not left; undefined when nothing does. */
export const stopOf = ({ status, channelId }: Pick<Delivery, 'status' | 'channelId'>, stopped: Stopped): Stop | undefined => {
  return isUnsent(status) ? stopOn(channelId, stopped) : undefined;
};

/** What keeps what is due on a channel from leaving as planned; undefined when nothing does. */
export const stopOn = (channelId: string, stopped: Stopped): Stop | undefined => {
  if (stopped === 'all') return 'all';
  const channel = stopped.find(({ id }) => id === channelId);
  return channel && (fallsBack(channel) ? 'by-hand' : 'channel');
};

/** Of what is stopped that which concerns the people of an organisation, as carrier; without one, all of it. */
export const stoppedFor = (stopped: Stopped, organisation: OrganisationId | undefined): Stopped =>
  stopped === 'all' || organisation === undefined ? stopped : stopped.filter(({ carrier }) => carrier === organisation);
