import { Router } from 'express';
import { now } from '#runtime/clock';
import { loadPublicPage } from '#store/public-entries';
import { loadOrganisations } from '#store/settings';
import { renderCalendar } from '#templates/event-calendar';
import { notFoundPage } from '#templates/pages';
import { sendRendered } from './conditional';
import type { SiteContext } from './context';
import { oneAddress, sendPage } from './pages';

/** `/veranstaltungen/<slug>.ics`, one event for the reader's calendar. */
export const calendarRoutes = ({ payload, publicUrl }: SiteContext): Router => {
  const router = Router();
  router.get('/veranstaltungen/:slug.ics', oneAddress, async (request, response) => {
    const { slug } = request.params;
    const at = now();
    const content = (await loadPublicPage(payload, 'events', String(slug), at))?.content;
    if (content?.kind !== 'event') return sendPage(response, notFoundPage(), 404);
    const organisations = await loadOrganisations(payload);
    const { ics, etag, lastModified } = renderCalendar({ content, organisations, publicUrl, now: at });
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${content.slug}.ics"`,
      'Cache-Control': 'public, max-age=60',
    });
    sendRendered(request, response, { body: Buffer.from(ics, 'utf8'), etag, lastModified });
  });
  return router;
};
