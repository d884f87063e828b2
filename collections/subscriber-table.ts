import { CsvError, parse } from 'csv-parse/sync';
import { IMPORT_ROWS, type ImportColumn, type ImportRow, importColumn } from '#domain/subscriber-import';
import { IMPORT_REFUSED, unreadableLine } from '#i18n/subscriber-import';
import type { Words } from '#i18n/words';

/** The rows of a table whose first line names the columns, or what is wrong with it. Separated by what that line has most of. */
export const readTable = (csv: string, rest: Readonly<Record<'text' | 'source', string>>): readonly ImportRow[] | Words => {
  if (csv.trim() === '') return IMPORT_REFUSED.empty;
  const cells = readCells(csv);
  if ('de' in cells) return cells;
  const [head, ...lines] = cells;
  const columns = (head?.record ?? []).map(importColumn);
  if (!columns.includes('address') || !columns.includes('date')) return IMPORT_REFUSED.columns;
  if (lines.length > IMPORT_ROWS) return IMPORT_REFUSED.rows;
  return lines.map(({ record, line }) => {
    const cell = (column: ImportColumn): string => record[columns.indexOf(column)]?.trim() ?? '';
    const [address, language, date] = [cell('address'), cell('language'), cell('date')];
    return { line, address, language, date, text: cell('text') || rest.text, source: cell('source') || rest.source };
  });
};

type Line = { readonly line: number; readonly record: readonly string[] };

const readCells = (csv: string): readonly Line[] | Words => {
  const [top = ''] = csv.split('\n', 1);
  const [delimiter = ';'] = [';', ',', '\t'].sort((a, b) => top.split(b).length - top.split(a).length);
  const found: Line[] = [];
  const keep = (record: string[], { lines: line }: { readonly lines: number }): null => {
    found.push({ line, record });
    return null;
  };
  try {
    parse(csv, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, on_record: keep });
    return found;
  } catch (error) {
    if (error instanceof CsvError) return unreadableLine(typeof error.lines === 'number' ? error.lines : 1);
    throw error;
  }
};
