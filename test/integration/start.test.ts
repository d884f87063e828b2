import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The compiled entries as people start them. Next stays out of it: what fails, fails before.

type Ended = { readonly code: number | null; readonly out: string; readonly lines: readonly string[] };

/** All that a checkout with its packages has and a start needs. */
const SOURCES = [
  'collections',
  'jobs',
  'templates',
  'src',
  'payload.config.ts',
  'next.config.ts',
  'package.json',
  'node_modules',
];

const folder = mkdtempSync(path.join(tmpdir(), 'nordsued-start-'));
const folderOf = (name: string): string => path.join(folder, name);

const begin = (args: readonly string[], env: Record<string, string>, cwd = process.cwd()): ChildProcess =>
  spawn(process.execPath, ['--conditions=production', ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const end = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    // What the log says of it stands in JSON lines; what people read are the others.
    child.once('close', (code) => resolve({ code, out, lines: err.split('\n').filter((line) => line && !line.startsWith('{')) }));
  });

const start = (entry: 'web' | 'worker', env: Record<string, string>): Promise<Ended> => end(begin([`dist/${entry}.js`], env));

const said = (child: ChildProcess, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      if (out.includes(text)) resolve();
    });
    child.once('close', () => reject(new Error(`ended before it said ${text}: ${out}`)));
  });

describe('a start', () => {
  beforeAll(async () => {
    // Compiles the entries when they are out of date, then stops at the configuration.
    await end(begin(['src/server/launch.mjs', 'worker'], { PORT: 'x' }));
    expect(existsSync('dist/web.js')).toBe(true);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names every fault of the configuration in a line of its own', async () => {
    const { code, lines } = await start('web', {
      PORT: 'hundert',
      TICKS: 'maybe',
      DATABASE_URI: 'mysql://x',
      DATA_DIR: folderOf('a'),
    });
    expect(code).toBe(2);
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['DATABASE_URI', 'PORT', 'TICKS']);
  });

  it.each(['web', 'demo'])('of %s says what is wrong before it builds anything', async (entry) => {
    const unbuilt = folderOf(`unbuilt-${entry}`);
    mkdirSync(unbuilt);
    for (const name of SOURCES) symlinkSync(path.resolve(name), path.join(unbuilt, name));
    const { code, out, lines } = await end(begin(['src/server/launch.mjs', entry], { PORT: 'hundert' }, unbuilt));
    expect([code, out, lines]).toEqual([2, '', [expect.stringMatching(/^PORT: "hundert" ist keine Zahl/)]]);
  });

  it('says in one line that the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const { code, lines } = await start('web', { PORT: port, DATA_DIR: folderOf('b') });
    server.close();
    expect([code, lines]).toEqual([1, [expect.stringMatching(/^PORT: .*läuft schon etwas/)]]);
  });

  it('says in one line what is wrong with the database', async () => {
    writeFileSync(folderOf('file'), 'no folder');
    writeFileSync(folderOf('text.db'), 'This is no database, but it is long enough to look like one. '.repeat(100));
    const faults: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ DATA_DIR: path.join(folderOf('file'), 'x') }, /^DATA_DIR: /],
      [{ DATA_DIR: folderOf('c'), DATABASE_URI: `file:${folderOf('text.db')}` }, /keine SQLite-Datenbank/],
      [{ DATA_DIR: folderOf('d'), DATABASE_URI: `file:${folderOf('nowhere/x.db')}` }, /^Datenbank: /],
      [{ DATA_DIR: folderOf('e'), DATABASE_URI: 'mongodb://127.0.0.1:1/x' }, /^(PAYLOAD_SECRET|SECRETS_KEY): fehlt/],
      [
        {
          ...{ DATA_DIR: folderOf('e'), DATABASE_URI: 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=500' },
          ...{ PAYLOAD_SECRET: 'x'.repeat(32), SECRETS_KEY: 'x'.repeat(32) },
        },
        /MongoDB ist nicht erreichbar/,
      ],
    ];
    for (const [env, line] of faults) {
      const { code, lines } = await start('worker', env);
      expect(code).not.toBe(0);
      for (const one of lines) expect(one).toMatch(line);
      expect(lines.length).toBeGreaterThan(0);
    }
  });

  it('says in one line that somebody else holds the database', async () => {
    const uri = `file:${folderOf('held.db')}`;
    const other = drizzle(uri).$client;
    await other.execute('BEGIN EXCLUSIVE');
    const { code, lines } = await start('worker', { DATA_DIR: folderOf('f'), DATABASE_URI: uri });
    other.close();
    expect(code).not.toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^Datenbank: .*gesperrt/)]);
  });

  it('of several processes at once on an empty folder succeeds for all, and each ends cleanly', async () => {
    const workers = [1, 2, 3].map(() => begin(['dist/worker.js'], { DATA_DIR: folderOf('fresh') }));
    const ends = workers.map(end);
    await Promise.all(workers.map((worker) => said(worker, 'läuft')));
    for (const worker of workers) worker.kill('SIGTERM');
    for (const { code, lines } of await Promise.all(ends)) expect([code, lines]).toEqual([0, []]);
  });
});
