import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Content } from '#domain/content';
import type { Organisation } from '#domain/organisation';
import { instant } from '#domain/time';
import { congressOf, FUNDED, PUBLIC_URL, practiceOf, readerBodies } from '../test/fixtures/reader';
import { faultsOfXml } from '../test/fixtures/xmllint';
import { type FeedInput, type FeedItem, renderFeed } from './feed';

const body = (id: string): Organisation => {
  const found = readerBodies.get(id);
  if (!found) throw new Error(`no body ${id}`);
  return found;
};

const itemOf = (content: Content, change: Partial<FeedItem> = {}): FeedItem => ({
  content,
  organiser: body(content.organiser),
  ...change,
});

const feedOf = (items: readonly FeedItem[], change: Partial<FeedInput> = {}) =>
  renderFeed({
    title: 'Science Park Kassel: Veranstaltungen & Meldungen',
    description: 'Eigenes und was Science Park Kassel weitergibt',
    selfUrl: `${PUBLIC_URL}/feeds/spk.xml`,
    siteUrl: PUBLIC_URL,
    publicUrl: PUBLIC_URL,
    language: 'de',
    now: instant('2026-11-25T09:00:00Z'),
    items,
    ...change,
  });

const parsed = (xml: string) => {
  const { format, feed } = parseFeed(xml);
  if (format !== 'rss') throw new Error(`a ${format} feed`);
  return feed;
};

const full = [
  itemOf(congressOf(), {
    carriedBy: body('spk'),
    pictureBytes: 81_234,
    description: '<p>Mehr <a href="/veranstaltungen/x">hier</a><script>alert(1)</script></p>',
  }),
  itemOf(practiceOf(), { coOrganisers: [body('een')] }),
];

describe('a feed', () => {
  it('is read by a feed reader with everything a reader needs', () => {
    const feed = parsed(feedOf(full).xml);
    expect(feed).toMatchObject({
      title: 'Science Park Kassel: Veranstaltungen & Meldungen',
      link: PUBLIC_URL,
      language: 'de',
      atom: { links: [{ href: `${PUBLIC_URL}/feeds/spk.xml`, rel: 'self', type: 'application/rss+xml' }] },
    });
    const congress = feed.items?.find((one) => one.title === 'Hessischer Innovationskongress 2026');
    expect(congress).toMatchObject({
      link: `${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026`,
      guid: { value: 'urn:nordsued:events:kongress', isPermaLink: false },
      pubDate: 'Mon, 23 Nov 2026 09:00:00 GMT',
      enclosures: [{ url: `${PUBLIC_URL}/media/kongress-1200x630.jpg`, length: 81_234, type: 'image/jpeg' }],
      dc: { creators: ['Hessen Trade & Invest GmbH'] },
    });
    expect(congress?.description).toContain('Donnerstag, 10. Dezember 2026, 09:00 bis 17:00 Uhr<br>');
    expect(congress?.description).toContain('Kongress Palais Kassel, Holger-Börner-Platz 1, 34119 Kassel');
    expect(congress?.content?.encoded).toContain('Weitergegeben durch: Science Park Kassel');
    expect(congress?.content?.encoded).toContain(`<p>Mehr <a href="${PUBLIC_URL}/veranstaltungen/x">hier</a></p>`);
  });

  it('names all bodies of a common content', () => {
    const practice = parsed(feedOf(full).xml).items?.find((one) => one.link?.includes('/meldungen/'));
    expect(practice?.content?.encoded).toContain('Quelle: Science Park Kassel und Enterprise Europe Network Hessen');
  });

  it('says in the title what became of an event, under the same guid', () => {
    const titles = (['cancelled', 'moved', 'postponed'] as const).map((status) => {
      const item = parsed(
        feedOf([itemOf(congressOf({ event: { status, previousStartsAt: instant('2026-12-03T08:00:00Z') } }))]).xml,
      ).items?.[0];
      expect(item?.guid?.value).toBe('urn:nordsued:events:kongress');
      return item?.title;
    });
    expect(titles).toEqual([
      'Abgesagt: Hessischer Innovationskongress 2026',
      'Neuer Termin: Hessischer Innovationskongress 2026',
      'Verschoben: Hessischer Innovationskongress 2026',
    ]);
  });

  it('says in the title that nobody can come any more, and asks nobody to register', () => {
    const [item] = parsed(feedOf([itemOf(congressOf({ event: { soldOut: true } }))]).xml).items ?? [];
    expect(item?.title).toBe('Ausgebucht: Hessischer Innovationskongress 2026');
    expect(item?.content?.encoded).not.toMatch(/Anmeldung bis|Zur Anmeldung/);
    expect(item?.content?.encoded).toContain('>Weitere Informationen</a>');
  });

  it('shows the funding notice while it holds', () => {
    const funded = [itemOf(congressOf({ funding: FUNDED }))];
    const [item] = parsed(feedOf(funded).xml).items ?? [];
    expect(item?.content?.encoded).toContain(
      `<img src="${PUBLIC_URL}/api/media/file/eu.png" alt="Flagge der Europäischen Union"`,
    );
    expect(item?.content?.encoded).toContain('<p>Kofinanziert von der<br>Europäischen Union<br>#EFREHessen</p>');
    expect(feedOf(funded, { now: instant('2027-01-01T00:00:00Z') }).xml).not.toContain('Kofinanziert');
  });

  it('gives the same bytes and ETag for the same items, in whatever order they come, at whatever time', async () => {
    const one = feedOf(full);
    await new Promise((done) => setTimeout(done, 1100));
    expect(feedOf([...full].reverse())).toEqual(one);
    expect(one.etag).toMatch(/^"[\w-]{43}"$/);
  });

  it('changes its ETag with any change, and its date with the newest', () => {
    const before = feedOf(full);
    const changed = feedOf([itemOf(congressOf({ changedAt: instant('2026-11-25T07:00:00.5Z'), event: { town: 'Baunatal' } }))]);
    expect(changed.etag).not.toBe(before.etag);
    expect(changed.lastModified.toString()).toBe('2026-11-25T07:00:00.5Z');
    expect(parsed(changed.xml).lastBuildDate).toBe('Wed, 25 Nov 2026 07:00:00 GMT');
  });

  it('is newer when an older content joins it', () => {
    const since = instant('2026-11-28T08:00:00Z');
    expect(feedOf([...full, itemOf(congressOf({ ref: { collection: 'events', id: 'b' } }), { since })]).lastModified).toEqual(
      since,
    );
  });

  it('publishes at the end of an embargo', () => {
    const [item] = parsed(feedOf([itemOf(congressOf({ embargoUntil: instant('2026-11-30T07:00:00Z') }))]).xml).items ?? [];
    expect(item?.pubDate).toBe('Mon, 30 Nov 2026 07:00:00 GMT');
  });

  it('may be empty', () => {
    const { xml, lastModified } = feedOf([]);
    expect(xml).not.toContain('lastBuildDate');
    expect(lastModified.epochMilliseconds).toBe(0);
  });

  it('encloses no picture of unknown size', () => {
    expect(feedOf([itemOf(congressOf())]).xml).not.toContain('<enclosure');
    expect(feedOf([itemOf(congressOf(), { pictureBytes: 0 })]).xml).not.toContain('<enclosure');
  });
});

describe('what the W3C feed validator looks for', () => {
  const nasty = congressOf({
    title: { de: 'A\u000Bus dem \u0007Labor ]]> & <b>mehr</b>\uD800' },
    teaser: { de: 'Zeile\u0000 eins\nZeile ]]> zwei <script>alert(1)</script>' },
  });

  it('is well-formed whatever was pasted', () => {
    const { xml } = feedOf([itemOf(nasty)]);
    const [item] = parsed(xml).items ?? [];
    expect(item?.title).toBe('A us dem Labor ]]> & <b>mehr</b>');
    expect(item?.description).toContain('&lt;script&gt;');
    expect(faultsOfXml(xml)).toBe('');
  });

  it('parses for any text in any field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, teaser) => {
        const { xml } = feedOf([itemOf(congressOf({ title: { de: `T${title}` }, teaser: { de: teaser } }))]);
        expect(parsed(xml).items).toHaveLength(1);
        expect(xml).not.toMatch(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/u);
      }),
    );
  });

  it('finds one guid that is no permalink, one date and one absolute link in every item', () => {
    const { xml } = feedOf(full);
    const items = xml.match(/<item>[\s\S]*?<\/item>/g) ?? [];
    expect(items).toHaveLength(2);
    for (const item of items) {
      expect(item.match(/<guid isPermaLink="false">urn:[^<]+<\/guid>/g)).toHaveLength(1);
      expect(
        item.match(/<pubDate>(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT<\/pubDate>/g),
      ).toHaveLength(1);
      expect(item.match(/<link>https:\/\/[^<]+<\/link>/g)).toHaveLength(1);
      expect(item).not.toContain('<author>');
    }
  });

  it('finds no relative address in the HTML of an entry', () => {
    for (const { content } of parsed(feedOf(full).xml).items ?? [])
      for (const [, address] of content?.encoded?.matchAll(/(?:href|src)="([^"]*)"/g) ?? [])
        expect(address).toMatch(/^https:\/\//);
  });
});
