/**
 * A table as CSV that a German Excel opens with a double click: UTF-8 with byte order mark, semicolons, CRLF, every cell quoted
 * (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`;

const cellOf = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** What spreadsheets begin to calculate with, also in its full-width form, and the white space they skip before it. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
