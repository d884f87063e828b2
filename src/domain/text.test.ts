import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, cutText, cutToFit, oneLine, stripControls } from './text';

const FAMILY = '👩‍👩‍👧‍👦';
const piece = fc.constantFrom(
  'Wachstum',
  'Öffnung',
  'e\u0301',
  'ü',
  FAMILY,
  '🇩🇪',
  '„Scale-up“',
  ' ',
  ' ',
  '\n',
  'न्नि',
  '–',
  '👍🏽',
);
const prose = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

// XML 1.0 §2.2, production Char
const isForbiddenInXml = (code: number): boolean =>
  (code < 0x20 && code !== 9 && code !== 10 && code !== 13) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  code === 0xfffe ||
  code === 0xffff;

const clustersOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text), (part) => part.segment);

describe('counting what readers see as one', () => {
  it('is what the segmenter says, of usual letters that need no segmenting too', () => {
    const usual = [...Array(0x2b0).keys(), ...Array.from({ length: 24 }, (_, at) => 0x2010 + at), 0x20ac];
    const letters = usual.filter((code) => code !== 13).map((code) => String.fromCodePoint(code));
    expect(countGraphemes(letters.join(''))).toBe(clustersOf(letters.join('')).length);
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.constantFrom(...letters))), (parts) => {
        expect(countGraphemes(parts.join(''))).toBe(clustersOf(parts.join('')).length);
      }),
    );
  });
});

describe('stripping what machines choke on', () => {
  it('keeps tabs, line breaks, umlauts and emoji', () => {
    expect(stripControls(`Grüße\taus\nKassel ${FAMILY}`)).toBe(`Grüße\taus\nKassel ${FAMILY}`);
  });

  it('makes a space of a vertical tab from Word and drops other controls and lone surrogates', () => {
    expect(stripControls('a\u000Bb\u0007c\uD83Dd\uFFFEe\u0085f\r\ng')).toBe('a bcdef\ng');
  });

  it('leaves nothing that XML 1.0 forbids, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = stripControls(text + String.fromCharCode(0xd800));
        expect(Array.from(clean, (char) => char.codePointAt(0) ?? 0).filter(isForbiddenInXml)).toEqual([]);
      }),
    );
  });

  it('makes one line of several', () => {
    expect(oneLine('  Scale-up\r\n Hessen \u0000 2027 ')).toBe('Scale-up Hessen 2027');
  });
});

describe('cutting by graphemes', () => {
  it('leaves a text that fits as it is', () => {
    expect(cutText('Kassel', 6)).toBe('Kassel');
  });

  it('cuts after a whole word and says so', () => {
    expect(cutText('Innovation, Wachstum und Netzwerke', 21)).toBe('Innovation, Wachstum…');
    expect(cutText('Innovation, Wachstum', 13)).toBe('Innovation…');
  });

  it('cuts inside a word only when nothing else is left', () => {
    expect(cutText('Donaudampfschifffahrt', 6)).toBe('Donau…');
    expect(cutText('Kassel', 0)).toBe('');
  });

  it('stays within the limit and never breaks a grapheme', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 80 }), (text, max) => {
        const cut = cutText(text, max);
        expect(countGraphemes(cut)).toBeLessThanOrEqual(max);
        if (cut === text) return;
        expect(cut.endsWith('…')).toBe(true);
        const kept = clustersOf(cut.slice(0, -1));
        expect(kept).toEqual(clustersOf(text).slice(0, kept.length));
      }),
    );
  });
});

describe('cutting where an address stands', () => {
  it.each(['https://www.example.org/ein/langer/weg', 'hessen.example.org/anmeldung'])(
    'keeps „%s“ whole or leaves it out',
    (address) => {
      for (let max = 1; max <= address.length + 12; max++)
        expect([`${address}…`, `${address} und`, `${address} und…`, `${address} und mehr`, '…', '']).toContain(
          cutText(`${address} und mehr`, max),
        );
    },
  );

  it('measures as it is told', () => {
    expect(cutToFit('Große Größe', (text) => new TextEncoder().encode(text).length <= 10)).toBe('Große…');
  });
});

describe('counting characters', () => {
  it('counts a family as one', () => {
    expect(countGraphemes(`Für ${FAMILY}`)).toBe(5);
  });
});
