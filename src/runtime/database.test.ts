import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainDatabaseError, isBusy, isUnreachable, probeDatabase } from './database';
import { ConfigError, readEnv } from './env';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nordsüd daten-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const linesOf = async (probing: Promise<void>): Promise<readonly string[]> => {
  try {
    await probing;
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};

const lock = async (file: string): Promise<() => void> => {
  const client = drizzle(pathToFileURL(file).href).$client;
  await client.execute('BEGIN IMMEDIATE');
  return () => client.close();
};

describe('the database before the start', () => {
  it('is fine when its folder does not exist yet', async () => {
    const dataDir = join(folder, 'neu', 'hier');
    expect(await linesOf(probeDatabase(readEnv({ DATA_DIR: dataDir })))).toEqual([]);
  });

  it('leaves nothing open or locked behind', async () => {
    const env = readEnv({ DATA_DIR: folder });
    await probeDatabase(env);
    const unlock = await lock(join(folder, 'nordsued.db'));
    unlock();
  });

  it('is said to be locked when another program holds it', async () => {
    const unlock = await lock(join(folder, 'nordsued.db'));
    const lines = await linesOf(probeDatabase(readEnv({ DATA_DIR: folder }), 100));
    unlock();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Datenbank: .*gesperrt/);
  });

  it('is said to be gone when its folder is missing', async () => {
    const lines = await linesOf(probeDatabase(readEnv({ DATA_DIR: folder, DATABASE_URI: `file:${folder}/weg/x.db` })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Datenbank: .*nicht öffnen/);
  });

  it('is said to be none when the file holds something else', async () => {
    writeFileSync(join(folder, 'nordsued.db'), 'Das ist ein Brief und keine Datenbank. '.repeat(100));
    const lines = await linesOf(probeDatabase(readEnv({ DATA_DIR: folder })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Datenbank: .*keine SQLite-Datenbank/);
  });

  it('is said to be gone when a folder has its name', async () => {
    mkdirSync(join(folder, 'nordsued.db'));
    expect(await linesOf(probeDatabase(readEnv({ DATA_DIR: folder })))).toHaveLength(1);
  });

  it('needs a data folder that can be made', async () => {
    writeFileSync(join(folder, 'datei'), '');
    const lines = await linesOf(probeDatabase(readEnv({ DATA_DIR: join(folder, 'datei', 'data') })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^DATA_DIR: .*lässt sich nicht anlegen/);
  });

  it('is not asked when it is MongoDB', async () => {
    expect(await linesOf(probeDatabase(readEnv({ DATA_DIR: folder, DATABASE_URI: 'mongodb://127.0.0.1:1/x' })))).toEqual([]);
  });
});

describe('errors of the database', () => {
  const caused = (code: string, message = ''): Error =>
    new Error('Failed query', { cause: Object.assign(new Error(message), { code }) });

  it.each([
    [caused('SQLITE_BUSY'), /gesperrt/],
    [new Error('Error: cannot connect to SQLite: database is locked'), /gesperrt/],
    [caused('SQLITE_READONLY'), /schreibgeschützt/],
    [caused('SQLITE_READONLY_DBMOVED'), /schreibgeschützt/],
    [caused('SQLITE_CANTOPEN'), /nicht öffnen/],
    [new Error('Unable to open connection to local database data/x.db: 14'), /nicht öffnen/],
    [caused('SQLITE_FULL'), /Datenträger/],
    [new Error('Error: cannot connect to MongoDB: Details: connect ECONNREFUSED 127.0.0.1:1'), /MongoDB ist nicht erreichbar/],
    [Object.assign(new Error('Authentication failed.'), { name: 'MongoServerError', code: 18 }), /Anmeldung abgelehnt/],
  ])('are said in one line: %s', (error, expected) => {
    const line = explainDatabaseError(error);
    expect(line).toMatch(expected);
    expect(line).not.toContain('\n');
  });

  it.each([new Error('x is not a function'), 'gone', undefined, new TypeError('database')])(
    'are not made out of others: %s',
    (error) => expect(explainDatabaseError(error)).toBeUndefined(),
  );

  it('are known as busy through any wrapping', () => {
    expect(isBusy(new Error('outer', { cause: caused('SQLITE_BUSY') }))).toBe(true);
    expect(isBusy(caused('SQLITE_BUSY_SNAPSHOT'))).toBe(true);
    expect(isBusy(new Error('cannot begin transaction: SQLITE_BUSY'))).toBe(true);
    expect(isBusy(caused('SQLITE_CONSTRAINT'))).toBe(false);
    expect(isBusy(undefined)).toBe(false);
  });

  it.each([
    'MongoNetworkTimeoutError',
    'MongoWaitQueueTimeoutError',
    'MongooseServerSelectionError',
    'PoolClearedOnNetworkError',
  ])('are known as those of a MongoDB that does not answer: %s', (name) =>
    expect(isUnreachable(new Error('outer', { cause: Object.assign(new Error('x'), { name }) }))).toBe(true),
  );

  it.each([caused('SQLITE_BUSY'), Object.assign(new Error('E11000'), { name: 'MongoServerError', code: 11000 }), undefined])(
    'are not taken for those: %s',
    (error) => expect(isUnreachable(error)).toBe(false),
  );
});
