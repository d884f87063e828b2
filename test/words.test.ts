// What people read: said as the glossary says it, and said at all.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the words of the house', () => {
  it('call a body as the glossary does', () => {
    const found = wordFiles().flatMap((file) => readFileSync(file, 'utf8').match(AVOIDED) ?? []);
    expect(found).toEqual([]);
  });

  it('are all used somewhere', async () => {
    const unused: string[] = [];
    for (const file of wordFiles()) {
      const tables: object = await import(/* @vite-ignore */ `${process.cwd()}/${file}`);
      for (const [name, table] of Object.entries(tables)) unused.push(...unusedOf(name, table));
    }
    expect(unused).toEqual([]);
  });

  it('are missed when nobody says them', () => {
    expect(unusedOf('TODAY', { title: { de: 'Heute' }, gone: { de: 'Weg' }, more: { gone: { de: 'Auch weg' } } })).toEqual([
      'TODAY.gone',
      'TODAY.more.gone',
    ]);
    expect(unusedOf('NOWHERE', ['Weg'])).toEqual(['NOWHERE']);
  });
});

/** What an organisation is not called. */
const AVOIDED = /\b\w*[Pp]artner\w*|\bMandant\w*|\b[Tt]enants?\b|Häusern?(?!\w)/g;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`);
const wordFiles = (): readonly string[] => filesIn('src/i18n');
/** All that may say words, without what only names them: imports, and where a table begins. */
const SPEAKERS = [...['collections', 'jobs', 'templates', 'src'].flatMap(filesIn), 'payload.config.ts']
  .map((file) => readFileSync(file, 'utf8').replaceAll(/^import [^;]*;|\bconst [A-Z_]+(?=[ :])/gm, ''))
  .join('\n');

/** The entries of a table that nobody names; a list, and a table that is handed on or looked up as a whole, uses all of them. */
const unusedOf = (path: string, value: unknown): readonly string[] => {
  const isTable = typeof value === 'object' && value !== null && !('de' in value) && !Array.isArray(value);
  if (!isTable) return isSaid(path) ? [] : [path];
  return isSaid(path, '(?!\\.\\w)') ? [] : Object.entries(value).flatMap(([key, inner]) => unusedOf(`${path}.${key}`, inner));
};

const isSaid = (path: string, rest = ''): boolean => new RegExp(`\\b${path.replaceAll('.', '\\.')}\\b${rest}`).test(SPEAKERS);
