import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { isSameText, littleText } from '#channels/linkedin-text';
import { addressesIn } from '#domain/addresses-in-text';
import type { EventContent } from '#domain/content';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { PURPOSES } from '#domain/purpose';
import { oneLine } from '#domain/text';
import { instant } from '#domain/time';
import { readLittle } from '../test/fakes/little-text';
import { germanText } from '../test/fixtures/arbitraries';
import { channelOf } from '../test/fixtures/domain';
import { congressOf, FUNDED, PUBLIC_URL, readerBodies, rowOf } from '../test/fixtures/reader';
import { composePost } from './post';

const LINK = `${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026`;
const DATE = 'Donnerstag, 10. Dezember 2026, 09:00 Uhr';
const networks = ['linkedin', 'mastodon', 'bluesky', 'x'] as const;
type Network = (typeof networks)[number];

const clusters = (text: string): string[] =>
  Array.from(new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text), (part) => part.segment);

/** As the network itself counts, by tools that are not ours. */
const isTaken: Readonly<Record<Network, (text: string) => boolean>> = {
  linkedin: (text) => text.length <= 3_000,
  mastodon: (text) => clusters(onMastodon(text)).length <= 500,
  bluesky: (text) => clusters(text).length <= 300 && new TextEncoder().encode(text).length <= 3_000,
  x: (text) => twitter.parseTweet(text).valid,
};
const onMastodon = (text: string): string =>
  twitter
    .extractUrls(text, { extractUrlsWithoutProtocol: false })
    .reduce((shorter, url) => shorter.replace(url, 'x'.repeat(23)), text)
    .replace(/(?<![=/\p{L}\p{N}_])(@[a-z0-9_]+)@[\w.-]+\w/giu, '$1');

const content: fc.Arbitrary<EventContent> = fc
  .record({
    title: fc.oneof(germanText(6), germanText(60), fc.constant('Übermorgen '.repeat(37))),
    teaser: germanText(40),
    venue: fc.oneof(
      germanText(4).map((text) => [...text].slice(0, 60).join('')),
      fc.constant('Industrie- und Handelskammer Kassel-Marburg, Großer Sitzungssaal, Kurfürstenstraße 9'),
    ),
    tags: fc.array(germanText(3), { maxLength: 5 }),
    isFunded: fc.boolean(),
    isMoved: fc.boolean(),
  })
  .map(({ title, teaser, venue, isFunded, isMoved }) =>
    congressOf({
      ...{ title: { de: `T${title}` }, teaser: { de: teaser }, funding: isFunded ? FUNDED : undefined },
      event: {
        ...{ venue, town: 'Baunatal' },
        ...(isMoved ? { status: 'moved', previousStartsAt: instant('2026-12-03T08:00:00Z') } : {}),
      },
    }),
  );

const ownText = fc.oneof(
  fc.constant(undefined),
  germanText(12),
  germanText(150),
  germanText(20).map((text) => `${text} ${LINK} und mehr`),
);

const asked = fc.record({
  content,
  ownText,
  purpose: fc.constantFrom(...PURPOSES),
  carrier: fc.constantFrom('spk', 'htai', 'hmwevw', 'een'),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const postOf = (network: Network, { content: about, ownText: own, purpose, carrier }: Asked): Post =>
  composePost({
    delivery: rowOf(about, purpose, carrier, own === undefined ? {} : { ownText: own }),
    content: about,
    organisations: readerBodies,
    channel: channelOf(carrier, network),
    publicUrl: PUBLIC_URL,
    limits: NETWORK_LIMITS[network],
  });

describe.each(networks)('a post on %s, whatever editors type', (network) => {
  const check = (holds: (post: Post, one: Asked) => void) =>
    fc.assert(
      fc.property(asked, (one) => holds(postOf(network, one), one)),
      { numRuns: 150 },
    );

  it('is taken as it is, with its link whole and once', () => {
    check(({ text }) => {
      expect(isTaken[network](text), text).toBe(true);
      expect(text.split(LINK)).toHaveLength(2);
      expect(text).toMatch(new RegExp(`(^|\\s)${LINK}(\\s|$)`));
    });
  });

  it('says what, when and where, and thanks its funder', () => {
    check(({ text }, one) => {
      if (one.ownText === undefined || one.ownText.trim() === '') {
        // An address is never cut, so it goes as a whole.
        const begin =
          addressesIn(one.content.title.de).length > 0 ? '' : clusters(oneLine(one.content.title.de)).slice(0, 8).join('').trim();
        expect(text.replaceAll('\u2060', '')).toContain(begin.replaceAll('\u2060', ''));
        expect(text).toContain(DATE);
        expect(text).toContain('Baunatal');
      }
      if (one.content.funding) expect(text).toMatch(/(^|\s)#EFREHessen(?![\p{L}\p{N}_])/u);
    });
  });

  it('mentions nobody whom an editor named without meaning to', () => {
    check(({ text }, one) => {
      if (network !== 'linkedin' && (one.ownText === undefined || one.ownText.trim() === ''))
        expect(twitter.extractMentions(text)).toEqual([]);
    });
  });

  it('consists of whole characters', () => {
    check(({ text }, one) => {
      const { title, teaser, event } = one.content;
      const typed = new Set(clusters([title.de, teaser.de, event.venue, one.ownText ?? ''].join('\n')));
      const broken = clusters(text).filter((cluster) => [...cluster].length > 1 && !typed.has(cluster));
      expect(broken).toEqual([]);
    });
  });

  it('reads on LinkedIn as it was written', () => {
    check(({ text }) => {
      expect(readLittle(littleText(text)).shown).toBe(text);
      expect(isSameText(readLittle(littleText(text)).kept, text)).toBe(true);
    });
  });
});
