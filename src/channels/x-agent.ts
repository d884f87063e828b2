import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** Opens the connections of one exchange and knows how far it came. */
export type WatchedAgent = {
  readonly agent: Agent;
  /** False while no connection came about: then nothing can have left. */
  readonly hasConnected: () => boolean;
  /** What the connection died of, where it said so. */
  readonly failure: () => string | undefined;
  /** Ends what is open, and whatever would still be opened. */
  readonly cut: () => void;
};

type Wanted = { readonly host: string; readonly port: number; readonly servername?: string };

/**
 * An agent for one exchange, every request on a connection of its own. The library that uses it knows no other host than X's: `baseUrl`
 * leads its connections to a stand-in instead, over plain HTTP where that says so; name and signature of the requests stay as they are.
 */
export const watchAgent = (baseUrl: string | undefined): WatchedAgent => {
  const place = baseUrl === undefined ? undefined : new URL(baseUrl);
  const isSecure = place?.protocol !== 'http:';
  const open = new Set<Socket>();
  let [connected, isOver] = [false, false];
  let failure: string | undefined;
  const createConnection = (wanted: Wanted): Socket => {
    const target = place ? { host: hostOf(place), port: Number(place.port) || (isSecure ? 443 : 80) } : wanted;
    const socket = isSecure ? connectSecurely({ ...wanted, ...target }) : connect({ host: target.host, port: target.port });
    open.add(socket);
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      connected = true;
    });
    socket.once('error', (error) => {
      failure = error.message || ('code' in error ? String(error.code) : '');
    });
    socket.once('close', () => open.delete(socket));
    if (isOver) socket.destroy();
    return socket;
  };
  return {
    agent: Object.assign(new Agent({ keepAlive: false }), { protocol: 'https:', defaultPort: 443, createConnection }),
    hasConnected: () => connected,
    failure: () => failure?.slice(0, 300) || undefined,
    cut: () => {
      isOver = true;
      for (const socket of open) socket.destroy();
    },
  };
};

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
