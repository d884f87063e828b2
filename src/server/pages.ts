import { type Response, Router } from 'express';
import type { ContentCollection } from '#domain/content';
import { PRACTICE } from '#i18n/site';
import { now } from '#runtime/clock';
import { listPublic } from '#store/public-contents';
import { loadPublicPage } from '#store/public-entries';
import { loadOrganisations } from '#store/settings';
import { contentPage, homePage, notFoundPage } from '#templates/pages';
import type { SiteContext } from './context';

/** The home page and the pages of contents, rendered without any script. */
export const pageRoutes = (context: SiteContext): Router => {
  const router = Router();
  const { payload, publicUrl } = context;
  router.get('/', async (_request, response) => {
    const at = now();
    const [contents, organisations] = await Promise.all([listPublic(payload, at), loadOrganisations(payload)]);
    sendPage(response, homePage({ contents, organisations, publicUrl, now: at }));
  });
  router.get('/veranstaltungen/:slug', async ({ params }, response) => sendContent(context, 'events', params.slug, response));
  router.get('/meldungen/:slug', async ({ params }, response) => sendContent(context, 'news-items', params.slug, response));
  return router;
};

/** Sends a page that changes now and then. */
export const sendPage = (response: Response, html: string, status = 200): void => {
  if (!response.hasHeader('Cache-Control')) response.set('Cache-Control', status === 200 ? 'public, max-age=60' : 'no-store');
  response.status(status).type('html').send(html);
};

const sendContent = async (
  { payload, publicUrl }: SiteContext,
  collection: ContentCollection,
  slug: string,
  response: Response,
): Promise<void> => {
  const at = now();
  const entry = await loadPublicPage(payload, collection, slug, at);
  if (!entry) return sendPage(response, notFoundPage(), 404);
  const { content, html, practice } = entry;
  const organisations = await loadOrganisations(payload);
  const parts = (practice ?? []).map(({ part, text }) => ({ heading: PRACTICE[part], text }));
  sendPage(response, contentPage({ content, organisations, publicUrl, now: at, description: html?.de, parts }));
};
