import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOMAIN_BREACHES, IMPORT_BREACHES, LINT_BREACHES, TARGETS } from './fixtures/breaches';

// The walls hold only while something notices when one is broken: here every rule is broken once, in a copy.

const ROOT = process.cwd();
const LEFT_OUT = new Set(['node_modules', '.next', 'dist', 'data', '.git', 'coverage']);
const IN_TREE = ['collections', 'jobs', 'templates', 'src', 'test', 'payload.config.ts'];

const copyTree = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'walls-'));
  cpSync(ROOT, copy, { recursive: true, filter: (source) => !LEFT_OUT.has(path.relative(ROOT, source)) });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
};

const plant = (copy: string, { file, code }: { file: string; code: string }): void => {
  const target = path.join(copy, file);
  mkdirSync(path.dirname(target), { recursive: true });
  if (existsSync(target)) appendFileSync(target, `\n${code}`);
  else writeFileSync(target, code);
};

/** Runs a tool of the tree under node itself, so that no shell is needed; answers exit code and output. */
const run = (cwd: string, tool: string, args: readonly string[]): { readonly code: number | null; readonly text: string } => {
  const found = spawnSync(process.execPath, [path.join('node_modules', tool), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { code: found.status, text: found.stdout + found.stderr };
};

const cruise = (cwd: string) =>
  run(cwd, 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    ...IN_TREE,
  ]);
const lint = (cwd: string) => run(cwd, '@biomejs/biome/bin/biome', ['ci', '--max-diagnostics=none', '--reporter=github', '.']);
const compileDomain = (cwd: string) => run(cwd, 'typescript/bin/tsc', ['--noEmit', '-p', 'src/domain', '--pretty', 'false']);

const cruiserRules = (): readonly string[] => {
  const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  return config.forbidden.map(({ name }) => name);
};

const checkGenerated = (cwd: string) => run(cwd, 'tsx/dist/cli.mjs', ['--conditions=production', 'test/gates/generated.ts']);

/** A new field that nobody told types and schema of. */
const growField = (copy: string): void => {
  const file = path.join(copy, 'collections/topics.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('fields: [', "fields: [\n    { name: 'planted', type: 'text' },"));
};

describe('the walls', () => {
  let whole = '';
  let broken = '';

  beforeAll(() => {
    whole = copyTree();
    broken = copyTree();
    for (const planted of [...TARGETS, ...IMPORT_BREACHES, ...LINT_BREACHES, ...DOMAIN_BREACHES]) plant(broken, planted);
  });

  afterAll(() => {
    for (const copy of [whole, broken]) rmSync(copy, { recursive: true, force: true });
  });

  it('let an unbroken copy pass', () => {
    for (const check of [cruise, lint, compileDomain]) {
      const { code, text } = check(whole);
      expect(code, text).toBe(0);
    }
  });

  it('name every rule about imports that is broken, with its file', () => {
    const { code, text } = cruise(broken);
    expect(code).not.toBe(0);
    const lines = text.split('\n');
    const unnoticed = IMPORT_BREACHES.filter(({ rule, file }) => !lines.some((line) => line.includes(` ${rule}: ${file}`)));
    expect(unnoticed).toEqual([]);
  });

  it('name every rule about style that is broken, with its file', () => {
    const { code, text } = lint(broken);
    expect(code).not.toBe(0);
    const lines = text.split('\n');
    const unnoticed = LINT_BREACHES.filter(({ rule, file }) => !lines.some((line) => line.includes(rule) && line.includes(file)));
    expect(unnoticed).toEqual([]);
  });

  it('keep Node and the browser out of the domain', () => {
    const { code, text } = compileDomain(broken);
    expect(code).not.toBe(0);
    const lines = text.split('\n');
    const unnoticed = DOMAIN_BREACHES.filter(
      ({ rule, file }) => !lines.some((line) => line.includes(rule) && line.includes(file)),
    );
    expect(unnoticed).toEqual([]);
  });

  it('notice a field without types and migration', () => {
    growField(whole);
    const { code, text } = checkGenerated(whole);
    expect(code).not.toBe(0);
    expect(text).toContain('payload-types.ts was out of date');
    expect(text).toContain('A migration is missing');
  });

  it('are each broken here at least once', () => {
    const tried = new Set(IMPORT_BREACHES.map(({ rule }) => rule));
    expect(cruiserRules().filter((rule) => !tried.has(rule))).toEqual([]);
  });
});
