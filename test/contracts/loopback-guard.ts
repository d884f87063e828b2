import net from 'node:net';

/** Watches every outgoing connection of this process until `stop`; `foreign` lists the hosts that are not this machine. */
export const watchConnections = (): { readonly foreign: readonly string[]; readonly stop: () => void } => {
  const foreign: string[] = [];
  const original = net.Socket.prototype.connect;
  const watched: typeof original = function (this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (!LOOPBACK.test(host)) foreign.push(host);
    return Reflect.apply(original, this, args);
  };
  net.Socket.prototype.connect = watched;
  return {
    foreign,
    stop: () => {
      net.Socket.prototype.connect = original;
    },
  };
};

const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3}|)$/;

/** `connect(port, host)`, `connect(options)` or Node's own `connect([options, callback])`; a path is a socket file. */
const hostOf = (args: readonly unknown[]): string => {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && first.path) return '';
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  return typeof args[1] === 'string' ? args[1] : 'localhost';
};
