import { createServer, type Server } from 'node:http';
import type { Env } from '#runtime/env';
import { StartError } from './start';

/** Throws the StartError of a port that is taken, before anything long is begun. */
export const probePort = async (env: Pick<Env, 'host' | 'port'>): Promise<void> => {
  const server = createServer();
  await listen(server, env);
  await new Promise((resolve) => server.close(resolve));
};

/** Listens at HOST and PORT. Throws StartError when the port is taken or the host is not this machine's. */
export const listen = (server: Server, { host, port }: Pick<Env, 'host' | 'port'>): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => reject(explainListening(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });

const explainListening = (error: Error & { code?: string }, host: string, port: number): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`PORT: Auf ${host}:${port} läuft schon etwas. Bitte dieses beenden oder einen anderen PORT nennen.`);
    case 'EACCES':
      return new StartError(`PORT: Für ${port} fehlt die Berechtigung. Bitte einen PORT ab 1024 nennen.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST: ${host} ist keine Adresse dieses Rechners. Bitte 127.0.0.1 oder 0.0.0.0 nennen.`);
    default:
      return error;
  }
};
