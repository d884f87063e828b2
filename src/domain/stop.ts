import type { ChannelSettings } from './channel';
import { type Delivery, isUnsent } from './delivery';
import type { OrganisationId } from './organisation';

/** What people stopped for now: everything, or these channels. Plans do not change; what becomes due there waits. */
export type Stopped = 'all' | readonly Pick<ChannelSettings, 'id' | 'name' | 'carrier' | 'trouble'>[];

/** What people stopped so that a row cannot leave. */
export type Stop = 'all' | 'channel';

/** What keeps a row from leaving that has not left; undefined when nothing does. */
export const stopOf = ({ status, channelId }: Pick<Delivery, 'status' | 'channelId'>, stopped: Stopped): Stop | undefined => {
  if (!isUnsent(status)) return undefined;
  if (stopped === 'all') return 'all';
  return stopped.some(({ id }) => id === channelId) ? 'channel' : undefined;
};

/** Of what is stopped that which concerns the people of an organisation, as carrier; without one, all of it. */
export const stoppedFor = (stopped: Stopped, organisation: OrganisationId | undefined): Stopped =>
  stopped === 'all' || organisation === undefined ? stopped : stopped.filter(({ carrier }) => carrier === organisation);
