import { describe, expect, it } from 'vitest';
import { type ImportRow, importColumn, readImportRow } from './subscriber-import';
import { instant } from './time';

const NOW = instant('2026-11-23T09:00:00Z');
const row = (change: Partial<ImportRow> = {}): ImportRow => ({
  ...{ line: 2, address: 'anna@example.org', language: 'de', date: '14.03.2025', text: 'Ja, gern.', source: 'Messestand' },
  ...change,
});
const read = (change: Partial<ImportRow> = {}) =>
  readImportRow(row(change), { language: 'de', now: NOW }, (typed) => (typed.includes('@') ? typed.trim() : undefined));

describe('a row of a table of subscribers', () => {
  it('is a person with the proof of their consent', () => {
    expect(read({ text: 'Größe & Übersicht', source: 'Straßenfest\nFulda' })).toEqual({
      ...{ line: 2, email: 'anna@example.org', language: 'de', consentedAt: instant('2025-03-13T23:00:00Z') },
      ...{ text: 'Größe & Übersicht', source: 'Straßenfest Fulda' },
    });
  });

  it.each([
    ['2025-03-14', '2025-03-13T23:00:00Z'],
    ['2025-03-14T10:00:00Z', '2025-03-13T23:00:00Z'],
    ['1.7.2025', '2025-06-30T22:00:00Z'],
    ['01. 07. 2025 10:15', '2025-06-30T22:00:00Z'],
  ])('reads the day %s', (date, at) => {
    expect(read({ date })).toMatchObject({ consentedAt: instant(at) });
  });

  it.each(['', 'gestern', '30.02.2025', '24.11.2026', '2027-01-01', '31.12.1989', '14/03/2025', '14.03.25'])(
    'takes %j for no day of a consent',
    (date) => {
      expect(read({ date })).toBe('bad-date');
    },
  );

  it.each([
    [{ address: 'anna' }, 'bad-address'],
    [{ language: 'fr' }, 'bad-language'],
    [{ language: 'constructor' }, 'bad-language'],
    [{ text: ' \u0000 ' }, 'no-text'],
    [{ source: '' }, 'no-source'],
    [{ text: 'ä'.repeat(5_001) }, 'too-long'],
    [{ source: 'ä'.repeat(10_000) }, 'too-long'],
  ] as const)('with %j is refused: %s', (change, verdict) => {
    expect(read(change)).toBe(verdict);
  });

  it('is in the language of the newsletter where it names none', () => {
    expect([read({ language: '' }), read({ language: ' Englisch' })]).toMatchObject([{ language: 'de' }, { language: 'en' }]);
  });

  it('has columns that people call by different names', () => {
    expect(
      ['E-Mail-Adresse', 'Sprache', 'Einwilligung am', 'Wortlaut', 'Quelle', 'Vorname', 'constructor'].map(importColumn),
    ).toEqual([...['address', 'language', 'date', 'text', 'source', undefined, undefined]]);
  });
});
