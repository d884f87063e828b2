import { describe, expect, it } from 'vitest';
import { textOfTable } from './table-text.client';

const TEXT = 'adresse;wortlaut\na@example.org;„Größe & Übersicht – 5 €“';

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
describe('a table from a file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, as Excel’s Unicode text', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ])('keeps its umlauts when it was saved in %s', (_how, bytes) => {
    expect(textOfTable(bufferOf(bytes))).toBe(TEXT);
  });

  it('keeps its umlauts when Excel in Germany saved it, in Windows-1252', () => {
    // Node 20 takes it for Latin-1, which is the same for letters; browsers know the quotation marks, too.
    const text = 'adresse;wortlaut\na@example.org;Größe & Übersicht';
    expect(textOfTable(bufferOf(Buffer.from(text, 'latin1')))).toBe(text);
  });

  it('may be empty', () => {
    expect(textOfTable(new ArrayBuffer(0))).toBe('');
  });
});
