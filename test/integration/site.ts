import { createServer } from 'node:http';
import type { RequestHandler } from 'express';
import type { Payload } from 'payload';
import type { SiteContext } from '#server/context';

/** The public part of the web site on a free port of this machine, without Next. */
export type Site = { readonly url: string; readonly close: () => Promise<void> };

/** As mail gateways ask for every link. */
export const SCANNERS = [
  'Mozilla/5.0 (compatible; BarracudaCentral)',
  'Microsoft Office Outlook',
  'python-requests/2.32',
  'curl/8',
  '',
];

/** Where it stands, and what answers in the place of Next. */
type SiteOptions = Partial<Pick<SiteContext, 'publicUrl' | 'proxyHops' | 'keptSeconds' | 'signIns' | 'hookSeconds'>> & {
  readonly behind?: RequestHandler;
};

/** Opens it; boot the house first. Feeds and pages are rendered for every request unless `keptSeconds` says otherwise. */
export const openPublicSite = async (payload: Payload, { behind, ...place }: SiteOptions = {}): Promise<Site> => {
  const { publicApp } = await import('#server/app');
  const app = publicApp({ payload, publicUrl: 'http://localhost:3000', keptSeconds: 0, ...place });
  if (behind) app.use(behind);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
