import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every row of the law table names the test that holds it. */
const NAMED = /`([^`]+\.tsx?)`: „([^“]+)“/g;

describe('the law table of docs/datenschutz.md', () => {
  const text = readFileSync('docs/datenschutz.md', 'utf8');
  const named = [...text.matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title }));

  it('names in every row a test that is there', () => {
    const rows = text.split('\n').filter((line) => /^\| (?!Verlangt|---)/.test(line));
    expect(named).toHaveLength(rows.length);
    const holds = (code: string, title: string) => ['it', 'test'].some((call) => code.includes(`${call}('${title}'`));
    const missing = named.filter(({ file, title }) => !existsSync(file) || !holds(readFileSync(file, 'utf8'), title));
    expect(missing).toEqual([]);
  });
});
