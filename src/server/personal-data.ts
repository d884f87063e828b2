import { type Response, Router } from 'express';
import { DATA_TOKEN, READER_TOKEN } from '#domain/addresses';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { signToken } from '#runtime/secrets';
import { erase } from '#store/erasure';
import { loadPersonalData } from '#store/personal-data';
import { subscriptionsOf } from '#store/preferences';
import { loadSettings } from '#store/settings';
import { loadSignup } from '#store/signups';
import { loadTopics } from '#store/topics';
import { dataLinkGonePage } from '#templates/data-request-pages';
import { erasedPage, erasePage, personalDataPage } from '#templates/personal-data-page';
import { behindLink } from './behind-link';
import type { SiteContext } from './context';
import { limitPosts } from './limits';
import { sendPage } from './pages';
import { secretAddress } from './security';

type Payload = SiteContext['payload'];

/**
 * What we keep of a person, to be read, taken along and deleted: behind a link that was mailed to the address, and stands for the
 * request that it answers. GET and HEAD only show; the POST of a second page deletes.
 */
export const personalDataRoutes = ({ payload }: SiteContext): Router => {
  const router = Router();
  router.use('/newsletter/auskunft/:token', secretAddress, limitPosts(300), pagesOf(payload));
  return router;
};

/** The pages below a link. */
const pagesOf = (payload: Payload): Router => {
  const router = Router({ mergeParams: true });
  const known = async ({ token = '' }: { readonly token?: string }, response: Response): Promise<string | undefined> => {
    const gone = (): void => sendPage(response, dataLinkGonePage(), 410);
    return (await behindLink({ purpose: DATA_TOKEN, token }, (id) => loadSignup(payload, id), response, gone))?.email;
  };
  router.get('/daten', async ({ params, baseUrl }, response) => {
    const email = await known(params, response);
    if (email) await show(payload, email, baseUrl, response);
  });
  router.get('/daten.json', async ({ params }, response) => {
    const email = await known(params, response);
    if (email) await download(payload, email, response);
  });
  router
    .route('/loeschen')
    .get(async ({ params, baseUrl }, response) => {
      if (await known(params, response)) sendPage(response, erasePage(`${baseUrl}/loeschen`));
    })
    .post(async ({ params }, response) => {
      const email = await known(params, response);
      if (!email) return;
      const { channels } = await loadSettings(payload, now());
      const ids = channels.map(({ id }) => id);
      await erase(payload, email, ids, hashAddress, now());
      log('reader.erased');
      sendPage(response, erasedPage());
    });
  return router;
};

const dataOf = async (payload: Payload, email: string) =>
  loadPersonalData(payload, await loadSettings(payload, now()), email, hashAddress, now());

const show = async (payload: Payload, email: string, base: string, response: Response): Promise<void> => {
  const [data, preferences] = [await dataOf(payload, email), await preferencesOf(payload, email)];
  const links = { file: `${base}/daten.json`, erase: `${base}/loeschen`, preferences };
  sendPage(response, personalDataPage({ data, topics: await loadTopics(payload), links }));
};

/** Where they choose what they get; undefined for somebody without any newsletter. */
const preferencesOf = async (payload: Payload, email: string): Promise<string | undefined> => {
  const [first] = await subscriptionsOf(payload, email);
  return first && `/einstellungen/${signToken({ purpose: READER_TOKEN, subject: first.id })}`;
};

const download = async (payload: Payload, email: string, response: Response): Promise<void> => {
  const data = { generatedAt: now().toString(), ...(await dataOf(payload, email)) };
  response.set('Content-Disposition', 'attachment; filename="nordsued-daten.json"');
  response.type('application/json').send(`${JSON.stringify(data, null, 2)}\n`);
};
