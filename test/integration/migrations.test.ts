import type { Migration } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesText, holdsCode } from '#store/clause-codes';
import { loadDelivery } from '#store/deliveries';
import { migrations as mongodb } from '#store/migrations/mongodb/index';
import { migrations as sqlite } from '#store/migrations/sqlite/index';
import { findRows } from '#store/rows';
import { bootHouse, type House, testDatabases } from './boot';

const CHANNEL = {
  kind: 'mastodon',
  via: 'preview',
  language: 'de',
  active: true,
  ownContent: false,
  quietFrom: '00:00',
  quietTo: '00:00',
} as const;

const AT = '2026-11-24T09:00:00.000Z';

describe.each(testDatabases())('rows written before a migration on %s', (kind) => {
  let house: House;
  beforeAll(async () => {
    house = await bootHouse(kind, 'migrations');
  });
  afterAll(() => house.stop());

  const addRow = async (alsoFulfils: string | null): Promise<string> => {
    const data = {
      ...{ key: `row-${alsoFulfils}`, content: 'events/e1', organiser: 'o1', channel: 'c1', carrier: 'o2', purpose: 'announce' },
      ...{ occasion: 0, status: 'sent', becauseKind: 'clause', clause: 'N-S-1', approval: 'automatic', alsoFulfils },
      ...{ wantedAt: AT, dueAt: AT, latestAt: AT, fingerprint: 'f', sequence: 0 },
    };
    return String((await house.payload.db.create({ collection: 'deliveries', data })).id);
  };

  const kept = async (): Promise<readonly unknown[]> =>
    (await findRows(house.payload, 'deliveries', {}, { sort: 'key' })).map((row) => row.alsoFulfils ?? null);

  /** As Payload runs it when a newer program meets an older database. */
  const run = async (way: 'up' | 'down', name = '20261125_174000_whole_codes'): Promise<void> => {
    const { payload } = house;
    const adapter = payload.db as unknown as { readonly drizzle: never };
    if (kind === 'sqlite')
      await sqlite.find((one) => one.name === name)?.[way]({ payload, db: adapter.drizzle, req: {} as never });
    else await mongodb.find((one) => one.name === name)?.[way]({ payload, req: {} as never });
  };

  it('are found by whole codes after it, however often it runs, and read the same', async () => {
    const id = await addRow('N-S-10,V-1');
    for (const text of ['V-1', codesText(['V-1']), null]) await addRow(text);
    const old = ['N-S-10,V-1', 'V-1', ',V-1,', null];
    expect(new Set(await kept())).toEqual(new Set(old));
    if (kind === 'mongodb') await house.payload.db.migrate({ migrations: mongodb as unknown as Migration[] });
    await run('up');
    await run('up');
    const framed = [',N-S-10,V-1,', ',V-1,', ',V-1,', null];
    expect((await kept()).toSorted()).toEqual(framed.toSorted());
    expect((await loadDelivery(house.payload, id))?.alsoFulfils).toEqual(['N-S-10', 'V-1']);
    const count = async (code: string): Promise<number> =>
      (await house.payload.db.count({ collection: 'deliveries', where: holdsCode('alsoFulfils', code) })).totalDocs;
    expect([await count('N-S-1'), await count('N-S-10'), await count('V-1')]).toEqual([0, 1, 3]);
    await run('down');
    expect((await kept()).toSorted()).toEqual(['N-S-10,V-1', 'V-1', 'V-1', null].toSorted());
  });

  it('say since when they are stopped, however often it runs on MongoDB', async () => {
    const { payload } = house;
    const body = { name: 'spk', shortName: 'spk', slug: 'spk', region: 'north' } as const;
    const { id: organisation } = await payload.create({ collection: 'organisations', data: body });
    const add = (slug: string, paused: boolean) =>
      payload.create({ collection: 'channels', data: { ...CHANNEL, slug, name: slug, organisation, paused } });
    const { id: stopped } = await add('stopped', true);
    const { id: running } = await add('running', false);
    await payload.updateGlobal({ slug: 'operations', data: { paused: true } });
    const channel = (id: string) => payload.findByID({ collection: 'channels', id, depth: 0 });
    const operations = () => payload.findGlobal({ slug: 'operations', depth: 0 });
    await run('down', '20261125_174537_stops');
    await run('up', '20261125_174537_stops');
    const kept = async () => [(await channel(stopped)).pausedAt, (await operations()).pausedAt];
    const savedAt = [(await channel(stopped)).updatedAt, (await operations()).updatedAt];
    expect(await kept()).toEqual(savedAt);
    expect((await channel(running)).pausedAt ?? null).toBeNull();
    if (kind === 'sqlite') return;
    await payload.db.updateOne({ collection: 'channels', id: stopped, data: { name: 'Umbenannt' } });
    await run('up', '20261125_174537_stops');
    expect(await kept()).toEqual(savedAt);
    const found = await payload.find({ collection: 'channels', where: { pausedAt: { less_than_equal: savedAt[0] } }, depth: 0 });
    expect(found.docs.map(({ id }) => id)).toEqual([stopped]);
  });
});
