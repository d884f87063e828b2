import { chmodSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { READER_TOKEN } from '#domain/addresses';
import type { Row } from '#store/rows';
import { bootHouse, type House } from './boot';
import { openPublicSite, type Site } from './site';

const UNUSABLE = 'Gerade kann nichts gespeichert werden. Bitte sagen Sie der Administration Bescheid.';

describe('a site whose database file', () => {
  let house: House;
  let site: Site;
  let file = '';
  let said: string[] = [];

  beforeEach(async () => {
    house = await bootHouse('sqlite', 'file');
    site = await openPublicSite(house.payload);
    file = join(house.dataDir, 'test.db');
    said = [];
    const { setLogLevel } = await import('#runtime/log');
    setLogLevel('error');
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
      said.push(String(line));
      return true;
    });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await site?.close();
    await house?.stop();
  });

  const subscribe = async (): Promise<{ id: string; address: string }> => {
    const data = {
      email: 'erika@example.org',
      channel: 'unknown',
      language: 'de',
      status: 'confirmed',
      key: `k-${Math.random()}`,
    };
    const { id } = (await house.payload.db.create({ collection: 'subscribers', data })) as Row<'subscribers'>;
    const { signToken } = await import('#runtime/secrets');
    return { id, address: `/abmelden/${signToken({ purpose: READER_TOKEN, subject: id })}` };
  };

  const post = (path: string) => fetch(site.url + path, { method: 'POST' });
  const isReady = async (): Promise<boolean> => (await fetch(`${site.url}/health/ready`)).status === 200;
  const linesAbout = (text: string) => said.filter((line) => line.includes(text));

  const runJobs = async () => {
    const [jobs, { openChannels }] = await Promise.all([import('#jobs/index'), import('#runtime/channels')]);
    const env = { publicUrl: 'http://localhost:3000', mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: 120 };
    return jobs.runJobs(jobs.jobContext(house.payload, env, openChannels({ dataDir: house.dataDir }), 'test'));
  };

  /** Nothing is ready, nothing is written, and people are told so, in the log once. */
  const expectRefusal = async (address: string, line: string): Promise<void> => {
    expect(await isReady()).toBe(false);
    for (let time = 0; time < 2; time++) {
      const page = await post(address);
      expect([page.status, await page.text()]).toEqual([503, UNUSABLE]);
      const rest = await post('/api/events');
      expect([rest.status, await rest.json()]).toEqual([503, { errors: [{ message: UNUSABLE }] }]);
    }
    await expect(house.payload.db.create({ collection: 'topics', data: { name: 'Kälte' } })).rejects.toThrow();
    expect(linesAbout(line)).toHaveLength(1);
  };

  it('was removed writes nothing into what is lost, nor begins an empty one', async () => {
    const { address } = await subscribe();
    expect(await isReady()).toBe(true);
    rmSync(file);
    await expectRefusal(address, 'Datenbank: Die Datei ist verschwunden');
    expect(await runJobs()).toEqual({});
    expect(linesAbout('job.failed')).toEqual([]);
    const { reconnect } = await import('#runtime/database');
    await expect(reconnect(house.payload)).rejects.toThrow('verschwunden');
    expect(await isReady()).toBe(false);
  });

  it('was replaced writes into neither, and goes on when the old one is back', async () => {
    const { address } = await subscribe();
    renameSync(file, `${file}.away`);
    const other = drizzle(`file:${file}`).$client;
    await other.execute('CREATE TABLE subscribers (id text)');
    other.close();
    await expectRefusal(address, 'Datenbank: Die Datei ist verschwunden oder eine andere geworden');
    renameSync(`${file}.away`, file);
    expect((await post(address)).status).toBe(200);
    expect(await isReady()).toBe(true);
  });

  it('was made read-only says so until it may be written again', async () => {
    const { address } = await subscribe();
    chmodSync(file, 0o444);
    await expectRefusal(address, 'Datenbank: Die Datei ist schreibgeschützt');
    chmodSync(file, 0o644);
    expect((await post(address)).status).toBe(200);
    expect(await isReady()).toBe(true);
  });

  it('is held by somebody else answers 503, and what is written afterwards stays', async () => {
    const { guardAgainstBusy } = await import('#runtime/busy');
    guardAgainstBusy(house.payload, 'reopen');
    const { id, address } = await subscribe();
    const ours: unknown = Reflect.get(house.payload.db, 'client');
    await (ours as ReturnType<typeof drizzle>['$client']).execute('PRAGMA busy_timeout = 200');
    const other = drizzle(process.env.DATABASE_URI ?? '').$client;
    await other.execute('BEGIN IMMEDIATE');
    const busy = await post(address);
    await other.execute('ROLLBACK');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '10']);
    expect((await post(address)).status).toBe(200);
    const seen = await other.execute({ sql: 'SELECT status FROM subscribers WHERE id = ?', args: [id] });
    other.close();
    expect(seen.rows[0]?.status).toBe('unsubscribed');
  });
});
