import { type EventContent, type EventFacts, ownersOf } from '#domain/content';
import { type Instant, inBerlin } from '#domain/time';
import { webAddress } from '#domain/web-address';
import type { ContentWords, Organisations } from './content-words';
import type { Markup } from './markup';

/** An event for search engines (schema.org/Event) as a script element that no browser runs. */
export const eventJsonLd = (content: EventContent, words: ContentWords, organisations: Organisations): Markup => {
  const facts = content.event;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: words.title,
    description: words.teaser,
    url: words.url,
    startDate: dateOf(facts.startsAt, facts),
    endDate: dateOf(facts.endsAt, facts),
    eventStatus: `https://schema.org/${STATUSES[facts.status]}`,
    previousStartDate: facts.previousStartsAt && dateOf(facts.previousStartsAt, facts),
    eventAttendanceMode: `https://schema.org/${MODES[facts.attendance]}`,
    location: locationOf(facts, words),
    offers: facts.soldOut ? { '@type': 'Offer', availability: 'https://schema.org/SoldOut', url: words.url } : undefined,
    image: words.pictureUrl,
    inLanguage: content.language,
    organizer: ownersOf(content)
      .flatMap((id) => organisations.get(id) ?? [])
      .map(({ name, website }) => ({ '@type': 'Organization', name, url: webAddress(website) })),
  };
  return { markup: `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>` };
};

const STATUSES = {
  planned: 'EventScheduled',
  moved: 'EventRescheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
} as const satisfies Record<EventFacts['status'], string>;

const MODES = {
  'on-site': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
} as const satisfies Record<EventFacts['attendance'], string>;

/** ISO 8601 with Berlin's offset, or the day alone for all-day events. */
const dateOf = (at: Instant, { allDay }: EventFacts): string => {
  const local = inBerlin(at);
  return allDay ? local.toPlainDate().toString() : local.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
};

const locationOf = (facts: EventFacts, words: ContentWords): readonly object[] => {
  const online = { '@type': 'VirtualLocation', url: words.link?.url ?? words.url };
  const place = {
    '@type': 'Place',
    name: facts.venue ?? facts.town ?? words.place,
    address: {
      '@type': 'PostalAddress',
      streetAddress: facts.street,
      postalCode: facts.postalCode,
      addressLocality: facts.town,
      addressRegion: 'Hessen',
      addressCountry: 'DE',
    },
  };
  if (facts.attendance === 'online') return [online];
  return facts.attendance === 'hybrid' ? [place, online] : [place];
};
