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

  it('mentions a page by its name and number, once, and reads as its name', () => {
    const text = 'Haus (A) lädt ein: mehr von Haus (A)';
    const little = littleText(text, [{ text: 'Haus (A)', account: '4711' }]);
    expect(little).toBe('@[Haus \\(A\\)](urn:li:organization:4711) lädt ein: mehr von Haus \\(A\\)');
    expect(readLittleText(little)).toBe(text);
  });

  it('takes nothing for a mention that somebody typed', () => {
    const typed = '@[Haus](urn:li:organization:4711) und \\@[x](urn:li:organization:1)';
    expect(readLittleText(littleText(typed))).toBe(typed);
    expect(littleText(typed)).not.toMatch(/(?<!\\)@\[/);
  });
});
