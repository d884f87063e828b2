import { createServer, type IncomingMessage } from 'node:http';
import type { Express } from 'express';
import next from 'next';
import type { Env } from '#runtime/env';
import { listen } from './port';
import type { Stop } from './start';

/** What the site needs besides the public part: whether Next compiles as it goes (`npm run dev`). */
type SiteOptions = { readonly env: Pick<Env, 'host' | 'port'>; readonly dev: boolean };

/**
 * Opens the web site: the public part in front, Next (the admin) behind it, then listens. Answers what closes it again.
 * Throws StartError when the port is taken or the host is not this machine's.
 */
export const openSite = async (app: Express, { env, dev }: SiteOptions): Promise<Stop> => {
  const server = createServer(app);
  const admin = next({ dev, dir: process.cwd(), httpServer: server, port: env.port, hostname: env.host });
  await admin.prepare();
  const handle = admin.getRequestHandler();
  // No body parser and no compression before Next: it reads and writes its streams itself.
  app.use((request, response) => {
    admitReads(request);
    return handle(request, response);
  });
  await listen(server, env);
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    await closed;
    await admin.close();
  };
};

/**
 * At a plain http address browsers do not say which site a page was asked from, and Payload then takes no cookie: nobody could
 * use the admin. Reading changes nothing, and whatever writes carries an Origin.
 */
const admitReads = ({ method, headers }: IncomingMessage): void => {
  if ((method === 'GET' || method === 'HEAD') && !headers.origin) headers['sec-fetch-site'] ??= 'none';
};
