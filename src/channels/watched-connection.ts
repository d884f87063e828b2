import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** Agents for one request on a connection of its own, and whether that ever came about: if not, nothing of the request can have left. */
export type WatchedConnection = {
  readonly agents: { readonly httpAgent: http.Agent; readonly httpsAgent: https.Agent };
  readonly wasOpened: () => boolean;
};

/** Watches the connection of a client that takes agents; one over TLS counts once the other side has proved who it is. */
export const watchConnection = (): WatchedConnection => {
  let isOpened = false;
  const watched = <A extends http.Agent>(agent: A, ready: 'connect' | 'secureConnect'): A => {
    const opening = agent as unknown as Opening;
    const open = opening.createConnection.bind(agent);
    opening.createConnection = (...details) => {
      const socket = open(...details);
      socket.once(ready, () => {
        isOpened = true;
      });
      return socket;
    };
    return agent;
  };
  return {
    agents: {
      httpAgent: watched(new http.Agent({ keepAlive: false }), 'connect'),
      httpsAgent: watched(new https.Agent({ keepAlive: false }), 'secureConnect'),
    },
    wasOpened: () => isOpened,
  };
};

/** Node's types do not name it on agents, although it is there to be replaced (Agent, `createConnection`). */
type Opening = { createConnection: (...details: readonly unknown[]) => Socket };
