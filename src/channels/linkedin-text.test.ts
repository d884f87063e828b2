import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLittle } from '../../test/fakes/little-text';
import { isSameText, littleText } from './linkedin-text';

describe('a text for LinkedIn', () => {
  it.each([
    ['Anmeldung (kostenlos) unter example.org/a_b', 'Anmeldung \\(kostenlos\\) unter example.org/a\\_b'],
    ['KI & Cloud <live> [neu] {x} | 5*3 ~ #', 'KI & Cloud \\<live\\> \\[neu\\] \\{x\\} \\| 5\\*3 \\~ \\#'],
    ['Fragen an @hessen', 'Fragen an \\@hessen'],
    ['C:\\Programme', 'C:\\\\Programme'],
    ['#Gründung in Kassel #EFRE', '#Gründung in Kassel #EFRE'],
    ['Raum 7#3, C# und #', 'Raum 7\\#3, C\\# und \\#'],
    ['Platz #1 im Programm #2027, #2027plus', 'Platz \\#1 im Programm \\#2027, #2027plus'],
    ['Mehr: https://example.org/#Anmeldung', 'Mehr: https://example.org/\\#Anmeldung'],
  ])('has every reserved sign of „%s“ behind a backslash, save that of a hashtag', (text, little) => {
    expect(littleText(text)).toBe(little);
  });

  it('reads as it was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readLittle(littleText(text)).shown).toBe(text);
        expect(isSameText(littleText(text), text)).toBe(true);
        expect(isSameText(readLittle(littleText(text)).kept, text)).toBe(true);
      }),
    );
  });

  it('mentions a page by its name and number, once, and reads as its name', () => {
    const text = 'Haus (A) lädt ein: mehr von Haus (A)';
    const little = littleText(text, [{ text: 'Haus (A)', account: '4711' }]);
    expect(little).toBe('@[Haus \\(A\\)](urn:li:organization:4711) lädt ein: mehr von Haus \\(A\\)');
    expect(isSameText(little, text)).toBe(true);
  });

  it('takes nothing for a mention that somebody typed', () => {
    const typed = '@[Haus](urn:li:organization:4711) und \\@[x](urn:li:organization:1)';
    expect(isSameText(littleText(typed), typed)).toBe(true);
    expect(littleText(typed)).not.toMatch(/(?<!\\)@\[/);
  });

  it.each([
    'Heute #KI in #Kassel (#Gründung)',
    'Heute {hashtag|\\#|KI} in {hashtag|\\#|kassel} \\({hashtag|\\#|Gründung}\\)',
    'Heute {hashtag|#|KI} in {hashtag|＃|Kassel} \\({hashtag|#|gründung}\\)\n',
  ])('is known again in whatever way LinkedIn writes its hashtags: %s', (commentary) => {
    expect(isSameText(commentary, 'Heute #KI in #Kassel (#Gründung)')).toBe(true);
    expect(isSameText(commentary, 'Heute #KI in #Kassel (#Förderung)')).toBe(false);
  });
});
