import fc from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { costOf, X_PRICES } from './x-cost';

const cost = (text: string): number => costOf({ text });

describe('what a post on X costs', () => {
  it.each([
    'Gründungstag in Kassel, 10. Januar 2027',
    'Am 10.01.2027 um 9.30 Uhr, z.B. in Gießen, d.h. i.d.R. vor Ort usw.',
    'Version 2.0 der KI-Woche … #Hessen. @htai',
  ])('is 1.5 cents for "%s"', (text) => expect(cost(text)).toBe(1.5));

  it.each([
    'Mehr: https://nordsued.example.org/veranstaltungen/tag',
    'Mehr auf hessen.de',
    'Mehr auf www.köln.de/x?y=1.',
    '(science-park-kassel.de)',
    'Siehe HTTP://EXAMPLE.ORG',
    'co.uk',
    'Kassel.Das kann X für eine Adresse halten',
  ])('is 20 cents for "%s"', (text) => expect(cost(text)).toBe(20));

  it('is half a cent more with a picture that is described, and what X asks for tomorrow', () => {
    const image = { url: 'https://nordsued.example.org/bild.jpg', alt: 'Drei Leute' };
    expect(costOf({ text: 'Hallo', image })).toBe(2);
    expect(costOf({ text: 'Hallo', image: { ...image, alt: '' } })).toBe(1.5);
    expect(costOf({ text: 'Mehr auf hessen.de', image }, { ...X_PRICES, postWithLink: 30 })).toBe(30.5);
  });

  it('is never told too low: whatever X makes a link of counts as one', () => {
    const word = fc.constantFrom(
      ...['hessen.de', 'www.a.berlin', 'grüne.de', 'a-b.example.org/x', 'https://t.example', 'anna@hessen.de', 'z.B.', '10.01.'],
      ...[
        'Kassel.',
        '(',
        ')',
        '„',
        '“',
        '#Hessen.de',
        '@htai.de',
        '…',
        'x_y.de',
        'ä.de',
        'foo.xn--p1ai',
        '$a.de',
        'a.b.c.de',
        'e.V.',
      ],
    );
    const text = fc
      .array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 8 })
      .chain((words) => fc.constantFrom('', ' ', '\n', ',', '/').map((gap) => words.join(gap)));
    fc.assert(
      fc.property(text, (written) => {
        if (twitterText.extractUrls(written).length > 0) expect(cost(written)).toBe(20);
      }),
      { numRuns: 5_000 },
    );
  });
});
