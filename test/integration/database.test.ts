import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { buildConfig, getPayload, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardAgainstBusy } from '#runtime/busy';
import { isBusy, openDatabase, reconnect } from '#runtime/database';
import { readEnv } from '#runtime/env';
import { setLogLevel } from '#runtime/log';

// A collection of its own: this is about the adapter as we open it, whatever the schema.
let payload: Payload;
const folder = mkdtempSync(join(tmpdir(), 'nordsued-busy-'));
const env = readEnv({ DATA_DIR: folder, PAYLOAD_SECRET: 'x'.repeat(32) });
const other = drizzle(env.databaseUri).$client;

beforeAll(async () => {
  await other.execute('CREATE TABLE tick_claims (id text PRIMARY KEY, key text UNIQUE, updated_at text, created_at text)');
  payload = await getPayload({
    config: buildConfig({
      secret: 'x'.repeat(32),
      telemetry: false,
      collections: [{ slug: 'tick-claims', fields: [{ name: 'key', type: 'text', unique: true }] }],
      db: openDatabase(env, { sqlite: [], mongodb: [] }),
    }),
  });
  payload.logger.level = 'silent';
  setLogLevel('silent');
});
afterAll(async () => {
  await payload.destroy();
  other.close();
  rmSync(folder, { recursive: true });
});

const add = (key: string) => payload.db.create({ collection: 'tick-claims', data: { key } });
const countOutside = async (): Promise<unknown> => (await other.execute('SELECT count(*) AS n FROM tick_claims')).rows[0]?.n;
const pragma = async (name: string): Promise<unknown> => {
  const adapter: object = payload.db;
  if (!('client' in adapter)) return undefined;
  const client = adapter.client as typeof other;
  return Object.values((await client.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0];
};

describe('SQLite as we open it', () => {
  it('waits for others, keeps a write-ahead log and names rows by unordered ids', async () => {
    expect([await pragma('busy_timeout'), await pragma('journal_mode'), await pragma('synchronous')]).toEqual([10_000, 'wal', 1]);
    const row = await add('first');
    expect(row.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('loses no write after SQLITE_BUSY once it was opened afresh', async () => {
    await pragma('busy_timeout = 100');
    await other.execute('BEGIN IMMEDIATE');
    const busy = await add('while locked').catch((error: unknown) => error);
    expect(isBusy(busy)).toBe(true);
    await other.execute('ROLLBACK');

    await reconnect(payload);
    for (const key of ['a', 'b', 'c']) await add(key);
    expect(await countOutside()).toBe(4);
    expect(await pragma('busy_timeout')).toBe(10_000);
  });

  it('lets nothing through that was waiting behind SQLITE_BUSY, when the process is to end', async () => {
    const before = await countOutside();
    guardAgainstBusy(payload, 'refuse');
    await pragma('busy_timeout = 100');
    await other.execute('BEGIN IMMEDIATE');
    const first = add('busy').catch((error: unknown) => error);
    const behind = add('behind').catch((error: unknown) => error);
    expect(isBusy(await first)).toBe(true);
    await other.execute('ROLLBACK');
    expect([isBusy(await behind), isBusy(await add('later').catch((error: unknown) => error))]).toEqual([true, true]);
    expect(await countOutside()).toBe(before);
    await reconnect(payload);
    await add('afterwards');
    expect(await countOutside()).toBe(Number(before) + 1);
  });
});
