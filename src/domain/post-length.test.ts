import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { FAMILY, germanText } from '../../test/fixtures/arbitraries';
import { fitsIn, postLength, utf8Length } from './post-length';
import { NETWORK_LIMITS } from './post-limits';

const { linkedin, mastodon, bluesky, x } = NETWORK_LIMITS;
const LINK = 'https://nordsued.example.org/veranstaltungen/innovationskongress-2026?von=rss';
const onX = (text: string): number => twitter.parseTweet(text).weightedLength;

describe('the length of a text on X', () => {
  it.each([
    ['Grüße aus Kassel äöüß', 21],
    ['„Wachstum“ – und mehr', 21],
    [`${FAMILY}👍🏽🇩🇪`, 6],
    ['e\u0301', 1],
    ['日本', 4],
    [LINK, 23],
    [`Los: ${LINK}.`, 29],
    ['example.org und hessen.de', 51],
    ['post@example.org', 16],
    ['Termin z. B. am 24.12. in e.V.-Räumen', 37],
  ])('is that of „%s“ as X counts it: %i', (text, length) => {
    expect(postLength(text, x)).toBe(length);
    expect(onX(text)).toBe(length);
  });

  it('is that of each usual letter as X counts it, and more only of what may be an emoji', () => {
    const usual = [...Array(0x2b0).keys(), ...Array.from({ length: 24 }, (_, at) => 0x2010 + at), 0x20ac];
    const letters = usual.filter((code) => code >= 32).map((code) => String.fromCodePoint(code));
    expect(letters.filter((letter) => postLength(`a${letter}b`, x) !== onX(`a${letter}b`))).toEqual(['©', '®']);
  });

  it('is never less than X counts, whatever editors type', () => {
    fc.assert(
      fc.property(germanText(60), (text) => {
        expect(postLength(text, x)).toBeGreaterThanOrEqual(onX(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never less than X counts of what looks like an address', () => {
    const part = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'www.',
        'hessen',
        '.',
        'de',
        '.de',
        '.example.org',
        '/',
        '/weg',
        '?a=b',
        '&c',
        '#teil',
        ':8080',
        '-',
      ],
      ...['_', ' ', '(', ')', '“', '…', 'Ä', '@', 'com', 'Kommen', ',', '~', '%20', '24', "'", '\n'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        expect(postLength(text, x)).toBeGreaterThanOrEqual(onX(text));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the length of a text elsewhere', () => {
  it('counts an address as 23 on Mastodon, but no bare domain', () => {
    expect(postLength(`Los: ${LINK}`, mastodon)).toBe(5 + 23);
    expect(postLength('Los: https://a.de', mastodon)).toBe(5 + 23);
    expect(postLength('Los: hessen.de', mastodon)).toBe(14);
  });

  it('counts a mention on Mastodon without its server, and an address of mail whole', () => {
    expect(postLength('Mit @kassel@social.example.org!', mastodon)).toBe(12);
    expect(postLength('post@kassel.example.org', mastodon)).toBe(23);
  });

  it('counts on Bluesky what readers see as one, and bytes beside it', () => {
    expect(postLength(`Für ${FAMILY}`, bluesky)).toBe(5);
    expect(fitsIn('ä'.repeat(300), bluesky)).toBe(true);
    expect(fitsIn('ä'.repeat(301), bluesky)).toBe(false);
    expect(fitsIn(FAMILY.repeat(120), bluesky)).toBe(true);
    expect(fitsIn(FAMILY.repeat(121), bluesky)).toBe(false);
  });

  it('counts units on LinkedIn', () => {
    expect(postLength(`Für ${FAMILY}`, linkedin)).toBe(4 + FAMILY.length);
  });

  it('knows bytes as encoders do', () => {
    fc.assert(
      fc.property(germanText(40), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
