import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildWorker } from './processes';

/** A change to a source: the file, what stands in it, and what shall. */
export type Breach = readonly [file: string, from: string, to: string];

const PARTS = ['collections', 'jobs', 'templates', 'src', 'payload.config.ts', 'package.json', 'tsconfig.json'] as const;

/** A copy of the product with these breaches planted and its worker built; whoever asks for it removes it. */
export const copyWith = async (breaches: readonly Breach[]): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nordsued-copy-'));
  for (const name of PARTS) cpSync(name, path.join(folder, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  for (const [file, from, to] of breaches) {
    const source = readFileSync(path.join(folder, file), 'utf8');
    if (!source.includes(from)) throw new Error(`nothing to breach in ${file}: ${from}`);
    writeFileSync(path.join(folder, file), source.replace(from, to));
  }
  await buildWorker(folder);
  return folder;
};

/** For the tests of one file: a copy of the product as it is, and copies with breaches; all are removed behind the last test. */
export const keepCopies = () => {
  const folders: string[] = [];
  const copy = async (breaches: readonly Breach[]): Promise<string> => {
    const folder = await copyWith(breaches);
    folders.push(folder);
    return folder;
  };
  let product = '';
  beforeAll(async () => {
    product = await copy([]);
  }, 4 * 60_000);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return { product: () => product, copy };
};

/** Everybody who asks for a dispatch's claim gets it; all else stays exact. */
export const NO_CLAIM: readonly Breach[] = [
  ['src/store/attempts.ts', 'key: attemptKey(dispatch.id, number),', 'key: attemptKey(dispatch.id, number) + Math.random(),'],
  [
    'src/store/attempts.ts',
    "import { moveDispatch } from './dispatches';",
    "import { loadDispatch, moveDispatch } from './dispatches';",
  ],
  [
    'src/store/attempts.ts',
    '{ attempt: number, rows });\n  if (taken)',
    '{ attempt: number, rows }) ?? (await loadDispatch(payload, dispatch.id));\n  if (taken)',
  ],
];

/** The claim of a post is the one attempt of that number; dispatch and row, which only follow it, are no obstacle to who has one. */
export const UNCLAIMED_POSTS: readonly Breach[] = [
  ...NO_CLAIM,
  ['jobs/dispatch/post-row.ts', 'insertDispatch, moveDispatch }', 'openDispatch as insertDispatch, moveDispatch }'],
  [
    'jobs/dispatch/post-row.ts',
    'const taken = await takeRow(ctx, parcel, claimed);',
    'const taken = (await takeRow(ctx, parcel, claimed)) ?? parcel.row;',
  ],
];
