import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

/** Reads it back as a spreadsheet does. */
const read = (csv: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end] of csv.slice(1).matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
    row.push(cell.replaceAll('""', '"'));
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
};

describe('tables for spreadsheets', () => {
  it('begin with the mark Excel needs and keep quotes, semicolons and line breaks', () => {
    const csv = csvOf([
      ['Titel', 'Größe'],
      ['„Nord; Süd“ "x"', 'zwei\nZeilen'],
    ]);
    expect(csv).toBe('\uFEFF"Titel";"Größe"\r\n"„Nord; Süd“ ""x""";"zwei\nZeilen"\r\n');
  });

  it.each(['=1+1', '+49 561', '-5', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1', '\n'])('shows %j as text', (formula) => {
    expect(read(csvOf([[formula]]))[0]?.[0]).toBe(`'${formula}`);
  });

  it('keeps what is no formula as it is, and never lets one through', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), { minLength: 1 }), (rows) => {
        const found = read(csvOf(rows));
        expect(found.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [y, row] of rows.entries())
          for (const [x, text] of row.entries()) {
            const cell = found[y]?.[x] ?? '';
            expect(cell === text || cell === `'${text}`).toBe(true);
            expect(cell.trimStart()).not.toMatch(/^[=+\-@]/);
          }
      }),
    );
  });
});
