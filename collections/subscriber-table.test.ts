import { describe, expect, it } from 'vitest';
import { IMPORT_ROWS } from '#domain/subscriber-import';
import { IMPORT_REFUSED } from '#i18n/subscriber-import';
import { readTable } from './subscriber-table';

const REST = { text: 'Ja.', source: 'Messe' };
const read = (csv: string) => readTable(csv, REST);

describe('a table of subscribers', () => {
  it.each([
    ['semicolons', 'adresse;sprache;datum\na@example.org;de;14.03.2025'],
    ['commas and a byte order mark', '\uFEFFE-Mail,Sprache,Datum\r\na@example.org,de,14.03.2025\r\n'],
    ['tabs', 'Adresse\tSprache\tDatum\na@example.org\tde\t14.03.2025\n\n'],
  ])('is read with %s', (_what, csv) => {
    expect(read(csv)).toEqual([{ line: 2, address: 'a@example.org', language: 'de', date: '14.03.2025', ...REST }]);
  });

  it('names each row by its line, also behind cells of several lines, and takes its own words before those for all', () => {
    const csv = 'adresse;datum;wortlaut;herkunft\na@example.org;1.1.2025;"Ja,\n""gern"" über Größe";\n\nb@example.org;1.1.2025';
    expect(read(csv)).toEqual([
      { line: 3, address: 'a@example.org', language: '', date: '1.1.2025', text: 'Ja,\n"gern" über Größe', source: 'Messe' },
      { line: 5, address: 'b@example.org', language: '', date: '1.1.2025', ...REST },
    ]);
  });

  it.each([
    ['nothing', ' \n', IMPORT_REFUSED.empty],
    ['no columns', 'a@example.org;de;14.03.2025', IMPORT_REFUSED.columns],
    ['too many rows', `adresse;datum\n${'a;b\n'.repeat(IMPORT_ROWS + 1)}`, IMPORT_REFUSED.rows],
  ])('with %s is refused', (_what, csv, words) => {
    expect(read(csv)).toEqual(words);
  });

  it('says where it breaks off', () => {
    expect(read('adresse;datum\n"a@example.org;1.1.2025\nb@example.org;1.1.2025')).toMatchObject({
      de: expect.stringMatching(/^Die Tabelle lässt sich ab Zeile \d nicht lesen\./),
    });
    expect(read('adresse;datum\na"b;c')).toMatchObject({ de: expect.stringContaining('ab Zeile 2') });
  });

  it('of 10,000 rows is read in a moment', () => {
    const begun = performance.now();
    expect(read(`adresse;datum\n${'a@example.org;1.1.2025\n'.repeat(IMPORT_ROWS)}`)).toHaveLength(IMPORT_ROWS);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
