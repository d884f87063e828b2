import { type Response, Router } from 'express';
import { type ChannelSettings, isNewsletter } from '#domain/channel';
import { newsletterOf } from '#domain/newsletter';
import { now } from '#runtime/clock';
import { loadArchive, loadArchived } from '#store/archive';
import { loadSettings, type Settings } from '#store/settings';
import { archivePage } from '#templates/archive-page';
import { notFoundPage } from '#templates/pages';
import { webVersion } from '#templates/web-version';
import type { SiteContext } from './context';
import { oneAddress, sendPage } from './pages';
import { mailHeaders } from './security';

/** `/ausgaben/<newsletter>` and `/ausgaben/<newsletter>/<day>`: what newsletters said, from the mails as they were sent. */
export const archiveRoutes = ({ payload, publicUrl }: SiteContext): Router => {
  const router = Router();
  router.get('/ausgaben/:newsletter', oneAddress, async ({ params }, response) => {
    const settings = await loadSettings(payload, now());
    const channel = newsletterNamed(settings, String(params.newsletter));
    const editions = channel ? await loadArchive(payload, channel.id) : [];
    if (!channel || editions.length === 0) return sendPage(response, notFoundPage(), 404);
    const { name, slug, carrier } = channel;
    const publisher = settings.organisations.get(carrier)?.name ?? name;
    hideIfWanted(response, channel);
    sendPage(response, archivePage({ name, slug, publisher, editions, publicUrl }));
  });
  router.get('/ausgaben/:newsletter/:day', async ({ params }, response) => {
    const channel = newsletterNamed(await loadSettings(payload, now()), params.newsletter);
    const html = channel && (await loadArchived(payload, channel.id, params.day));
    if (!html) return sendPage(response, notFoundPage(), 404);
    hideIfWanted(response, channel);
    response.set(mailHeaders(publicUrl));
    sendPage(response, webVersion(html, channel.slug, publicUrl));
  });
  return router;
};

const newsletterNamed = ({ channels }: Settings, slug: string): ChannelSettings | undefined =>
  channels.find((channel) => channel.slug === slug.toLowerCase() && isNewsletter(channel.kind));

const hideIfWanted = (response: Response, channel: ChannelSettings): void => {
  if (newsletterOf(channel).isHidden) response.set('X-Robots-Tag', 'noindex');
};
