import { log } from '#runtime/log';
import { closeConnection, expiredConnections } from '#store/connections';
import type { JobContext } from './context';

/** Who was sent to a network and did not come back in time has to begin anew: what was remembered is deleted. Gives the number. */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const expired = await expiredConnections(payload, now);
  for (const connection of expired) await closeConnection(payload, connection);
  if (expired.length > 0) log('connections.forgotten', { count: expired.length });
  return expired.length;
};
