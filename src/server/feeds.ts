import { type Response, Router } from 'express';
import { below, feedUrl } from '#domain/addresses';
import type { Organisations } from '#domain/agreement';
import type { Organisation } from '#domain/organisation';
import { type Instant, latest } from '#domain/time';
import { FEED, feedOf } from '#i18n/site';
import { loadFeedEntries, type PublicEntry } from '#store/public-entries';
import { loadOrganisations } from '#store/settings';
import { type FeedItem, renderFeed } from '#templates/feed';
import { notFoundPage } from '#templates/pages';
import { type Rendered, sendRendered } from './conditional';
import type { SiteContext } from './context';
import { keeping } from './keeping';
import { sendPage } from './pages';

/** `/feeds/alle.xml`, all public content, and `/feeds/<organisation>.xml`, one body's own and what it promotes. */
export const feedRoutes = (context: SiteContext): Router => {
  const router = Router();
  const render = keeping<string, Rendered | undefined>(context.keptSeconds, (slug, at, last) =>
    renderNamed(context, slug, at, last),
  );
  router.get('/feeds/:slug.xml', async (request, response) => {
    const feed = await render(request.params.slug);
    if (feed) {
      feedHeaders(response, context.keptSeconds);
      sendRendered(request, response, feed);
    } else sendPage(response, notFoundPage(), 404);
  });
  return router;
};

/** Renders the feed of this name; undefined when there is none. */
const renderNamed = async (
  context: SiteContext,
  slug: string,
  at: Instant,
  last: Rendered | undefined,
): Promise<Rendered | undefined> => {
  const feed = await renderOne(context, slug, at);
  if (!feed) return undefined;
  // Entries leave, and come by a clause, without a newer date: the text is as new as the moment we first saw it.
  const lastModified = last?.etag === feed.etag ? last.lastModified : latest(feed.lastModified, at);
  return { ...feed, lastModified };
};

const renderOne = async ({ payload, publicUrl }: SiteContext, slug: string, at: Instant): Promise<Rendered | undefined> => {
  const organisations = await loadOrganisations(payload);
  const body = [...organisations.values()].find((one) => one.slug === slug);
  if (!body && slug !== 'alle') return undefined;
  const entries = await loadFeedEntries(payload, at, body?.id);
  const { xml, etag, lastModified } = renderFeed({
    ...(body ? feedOf(body.name) : FEED),
    selfUrl: feedUrl(publicUrl, slug),
    siteUrl: below(publicUrl, '/'),
    publicUrl,
    language: 'de',
    now: at,
    items: entries.flatMap((entry) => itemOf(entry, organisations, body)),
  });
  return { body: Buffer.from(xml, 'utf8'), etag, lastModified };
};

const itemOf = (
  { content, html, pictureBytes, since }: PublicEntry,
  organisations: Organisations,
  body: Organisation | undefined,
): readonly FeedItem[] => {
  const organiser = organisations.get(content.organiser);
  if (!organiser) return [];
  const coOrganisers = content.coOrganisers.flatMap((id) => organisations.get(id) ?? []);
  const isOwn = !body || [organiser, ...coOrganisers].some(({ id }) => id === body.id);
  return [{ content, organiser, coOrganisers, carriedBy: isOwn ? undefined : body, description: html?.de, pictureBytes, since }];
};

const feedHeaders = (response: Response, seconds: number): void => {
  response.set({
    'Content-Type': 'application/rss+xml; charset=utf-8',
    'Cache-Control': `public, max-age=${Math.max(seconds, 60)}`,
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
  });
};
