import { type RequestHandler, type Response, Router } from 'express';
import type { ContentCollection } from '#domain/content';
import type { Region } from '#domain/organisation';
import type { Instant } from '#domain/time';
import { PRACTICE } from '#i18n/site';
import { now } from '#runtime/clock';
import { listPublic } from '#store/public-contents';
import { loadPublicPage } from '#store/public-entries';
import { loadOrganisations } from '#store/settings';
import { loadSiteText } from '#store/site-texts';
import { contentPage, homePage, notFoundPage, organisationPage, regionAsked, siteTextPage } from '#templates/pages';
import type { SiteContext } from './context';
import { keeping } from './keeping';

/** The public pages, rendered without any script. What none of them knows is left to who comes after. */
export const pageRoutes = (context: SiteContext): Router => {
  const router = Router();
  const { payload, publicUrl, keptSeconds } = context;
  router.use(oneAddress);
  // Lists grow with all there is, and while one is rendered nothing ticks.
  const home = keeping(keptSeconds, (region: Region | undefined, at) => renderHome(context, region, at));
  const organisation = keeping(keptSeconds, (slug: string, at) => renderOrganisation(context, slug, at));
  router.get('/', async ({ query }, response) => sendPage(response, await home(regionAsked(query.region))));
  router.get('/veranstaltungen/:slug', async ({ params }, response) => sendContent(context, 'events', params.slug, response));
  router.get('/meldungen/:slug', async ({ params }, response) => sendContent(context, 'news-items', params.slug, response));
  for (const [path, text] of SITE_TEXTS)
    router.get(path, async (_request, response) =>
      sendPage(response, siteTextPage(text, path, publicUrl, await loadSiteText(payload, text))),
    );
  router.get('/:organisation', async ({ params }, response, next) => {
    const html = await organisation(params.organisation);
    if (html) sendPage(response, html);
    else next();
  });
  return router;
};

const SITE_TEXTS = [
  ['/impressum', 'imprint'],
  ['/datenschutz', 'privacy'],
  ['/barrierefreiheit', 'accessibility'],
] as const;

/** Sends a page that changes now and then. */
export const sendPage = (response: Response, html: string, status = 200): void => {
  if (!response.hasHeader('Cache-Control')) response.set('Cache-Control', status === 200 ? 'public, max-age=60' : 'no-store');
  response.status(status).type('html').send(html);
};

/** Leads from other spellings of an address, in capitals or with a slash at its end, to the one that stands in feeds and posts. */
export const oneAddress: RequestHandler = ({ method, path, url }, response, next) => {
  const canonical = path.toLowerCase().replace(/\/+$/, '');
  const isOther = canonical !== path && (method === 'GET' || method === 'HEAD');
  // Only what looks like a page: a path such as `//elsewhere` would lead away from here.
  if (isOther && PAGE_PATH.test(canonical)) response.redirect(301, canonical + url.slice(path.length));
  else next();
};

const PAGE_PATH = /^\/[a-z0-9-]+(?:\/[a-z0-9-]+(?:\.ics)?)?$/;

const sendContent = async (
  { payload, publicUrl }: SiteContext,
  collection: ContentCollection,
  slug: string,
  response: Response,
): Promise<void> => {
  const at = now();
  const entry = await loadPublicPage(payload, collection, slug, at);
  if (!entry) return sendPage(response, notFoundPage(), 404);
  const { content, html, practice, contact, attachments } = entry;
  const organisations = await loadOrganisations(payload);
  const parts = (practice ?? []).map(({ part, text }) => ({ heading: PRACTICE[part], text }));
  const shown = { content, contact, attachments, description: html?.de, parts };
  sendPage(response, contentPage({ ...shown, organisations, publicUrl, now: at }));
};

const renderHome = async ({ payload, publicUrl }: SiteContext, region: Region | undefined, at: Instant): Promise<string> => {
  const [contents, organisations] = await Promise.all([listPublic(payload, at), loadOrganisations(payload)]);
  return homePage({ contents, organisations, publicUrl, now: at, region });
};

/** The page of a body that takes part; undefined when there is none of this name. */
const renderOrganisation = async (
  { payload, publicUrl }: SiteContext,
  slug: string,
  at: Instant,
): Promise<string | undefined> => {
  const organisations = await loadOrganisations(payload);
  const organisation = [...organisations.values()].find((one) => one.slug === slug && one.active);
  if (!organisation) return undefined;
  const contents = await listPublic(payload, at, { organisation: organisation.id });
  return organisationPage({ organisation, contents, organisations, publicUrl, now: at });
};
