import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { littleText, readLittleText } from './linkedin-text';

describe('a text for LinkedIn', () => {
  it.each([
    ['Anmeldung (kostenlos) unter example.org/a_b', 'Anmeldung \\(kostenlos\\) unter example.org/a\\_b'],
    ['KI & Cloud <live> [neu] {x} | 5*3 ~ #', 'KI & Cloud \\<live\\> \\[neu\\] \\{x\\} \\| 5\\*3 \\~ \\#'],
    ['Fragen an @hessen', 'Fragen an \\@hessen'],
    ['C:\\Programme', 'C:\\\\Programme'],
    ['#Gründung in Kassel #EFRE', '#Gründung in Kassel #EFRE'],
    ['Raum 7#3, C# und #', 'Raum 7\\#3, C\\# und \\#'],
  ])('has every reserved sign of „%s“ behind a backslash, save that of a hashtag', (text, little) => {
    expect(littleText(text)).toBe(little);
  });

  it('reads as it was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readLittleText(littleText(text))).toBe(text);
      }),
    );
  });
});
