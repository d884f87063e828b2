import fc from 'fast-check';
import twitter from 'twitter-text';
import { expect, it } from 'vitest';
import type { EventFacts } from '#domain/content';
import { isHandle } from '#domain/handle';
import { NETWORKS, type NetworkKind } from '#domain/network';
import type { Organisation } from '#domain/organisation';
import { postLength } from '#domain/post-length';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { PURPOSES } from '#domain/purpose';
import { instant } from '#domain/time';
import { germanText, handles, textWithin } from '../test/fixtures/arbitraries';
import { channelOf } from '../test/fixtures/domain';
import { congressOf, FUNDED, PUBLIC_URL, readerBodies, rowOf } from '../test/fixtures/reader';
import { composePost } from './post';

const LINK = `${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026`;
const TOWN = 'Marburg an der Lahn';

type Stand = { readonly facts: Partial<EventFacts>; readonly date: Readonly<Record<'de' | 'en', string>> };
const PLANNED = { de: 'Donnerstag, 10. Dezember 2026, 09:00 Uhr', en: 'Thursday, 10 December 2026, 09:00' };
const stands: readonly Stand[] = [
  { facts: { status: 'planned' }, date: PLANNED },
  { facts: { status: 'moved', previousStartsAt: instant('2026-12-03T08:00:00Z') }, date: PLANNED },
  { facts: { status: 'postponed' }, date: { de: 'Neuer Termin noch offen', en: 'New date still open' } },
  { facts: { status: 'cancelled' }, date: PLANNED },
  {
    facts: { endsAt: instant('2026-12-11T16:00:00Z') },
    date: { de: 'Donnerstag, 10. bis Freitag, 11. Dezember 2026', en: 'Thursday, 10 to Friday, 11 December 2026' },
  },
];
const places = [
  { attendance: 'on-site', place: { de: TOWN, en: TOWN } },
  { attendance: 'hybrid', place: { de: `${TOWN} und online`, en: `${TOWN} and online` } },
  { attendance: 'online', place: { de: 'Online', en: 'Online' } },
] as const;

const title = fc.oneof(textWithin(400), germanText(6), fc.constant('Übermorgen '.repeat(36)), fc.constant('Scale-up-Forum'));
const venue = fc.oneof(
  textWithin(200),
  fc.constant(`Landgraf-Philipp-Saal der ${'Alten '.repeat(28)}Aula`),
  fc.constant('Industrie- und Handelskammer Kassel-Marburg, Großer Sitzungssaal'),
);

const asked = fc.record({
  ...{ title, venue, englishTitle: fc.option(title, { nil: undefined }), teaser: germanText(40) },
  ...{ stand: fc.constantFrom(...stands), where: fc.constantFrom(...places), isFunded: fc.boolean() },
  coOrganisers: fc.subarray(['spk', 'een', 'hmwevw']),
  handles: fc.array(handles, { minLength: readerBodies.size, maxLength: readerBodies.size }),
  purpose: fc.constantFrom(...PURPOSES),
  carrier: fc.constantFrom(...readerBodies.keys()),
  wanted: fc.constantFrom('de', 'en'),
  instanceLimit: fc.integer({ min: 200, max: 500 }),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const contentOf = ({ title: de, englishTitle, teaser, venue: hall, stand, where, isFunded, coOrganisers }: Asked) =>
  congressOf({
    ...{ title: { de, en: englishTitle }, teaser: { de: teaser }, coOrganisers, funding: isFunded ? FUNDED : undefined },
    event: { ...stand.facts, venue: hall, town: TOWN, attendance: where.attendance },
  });

const limitsOn = (network: NetworkKind, { instanceLimit }: Asked) => ({
  ...NETWORK_LIMITS[network],
  ...(network === 'mastodon' && { textLength: instanceLimit }),
});

const postOn = (network: NetworkKind, one: Asked) => {
  const content = contentOf(one);
  const known = [...readerBodies.values()].map((body, at): Organisation => ({ ...body, handles: one.handles[at] }));
  return composePost({
    ...{ delivery: rowOf(content, one.purpose, one.carrier), content, publicUrl: PUBLIC_URL, limits: limitsOn(network, one) },
    organisations: new Map(known.map((body) => [body.id, body])),
    channel: channelOf(one.carrier, network, { language: one.wanted }),
  });
};

it.each(NETWORKS)('a post on %s says when, where, what about and where to read more, however long all else is', (network) => {
  fc.assert(
    fc.property(asked, (one) => {
      const { text, language } = postOn(network, one);
      const lines = text.split('\n');
      expect(lines).toContain(one.stand.date[language]);
      expect(lines).toContain(LINK);
      expect(
        lines.some((line) => line.endsWith(one.where.place[language])),
        text,
      ).toBe(true);
      const about = (language === 'en' ? one.englishTitle : one.title) ?? '';
      expect(text).toContain(/^[\p{L}-]{1,8}/u.exec(about)?.[0] ?? '');
      const limits = limitsOn(network, one);
      expect(postLength(text, limits), text).toBeLessThanOrEqual(limits.textLength ?? Infinity);
      if (network === 'x') expect(twitter.parseTweet(text).valid, text).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('tries handles as their networks write them', () => {
  fc.assert(
    fc.property(handles, (one) => {
      for (const network of NETWORKS) expect(isHandle(network, one[network] ?? ''), one[network]).toBe(true);
    }),
  );
});
