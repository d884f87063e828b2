import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promotionClauses } from '#domain/agreement';
import { instant } from '#domain/time';
import { seedBase } from '#jobs/seed-base';
import { setLogLevel } from '#runtime/log';
import { loadSettings } from '#store/settings';
import { bootHouse, type House, testDatabases } from './boot';

const NOW = instant('2026-11-23T09:00:00Z');
const ALL = { depth: 0, limit: 0, pagination: false } as const;

describe.each(testDatabases())('the first start on %s', (kind) => {
  let house: House;
  beforeAll(async () => {
    house = await bootHouse(kind, 'seed-base');
    setLogLevel('error');
    await Promise.all([seedBase(house.payload, NOW), seedBase(house.payload, NOW), seedBase(house.payload, NOW)]);
  });
  afterAll(() => house?.stop());

  it('knows the six bodies once, however many processes start at once', async () => {
    const { docs } = await house.payload.find({ ...ALL, collection: 'organisations', sort: 'shortName' });
    expect(docs.map(({ shortName, region }) => `${shortName} ${region}`)).toEqual([
      'EEN south',
      'HMWEVW south',
      'HTAI south',
      'IHK-HI south',
      'RMNH north',
      'SPK north',
    ]);
    const housed = docs.filter(({ house: at }) => at);
    expect(housed.map(({ shortName, house: at }) => [shortName, docs.find(({ id }) => id === at)?.shortName])).toEqual([
      ['EEN', 'HTAI'],
    ]);
  });

  it('has one feed per body as its only channels, and nobody to write to', async () => {
    const { docs } = await house.payload.find({ ...ALL, collection: 'channels' });
    expect(docs.map(({ kind: channel, via, active }) => [channel, via, active].join())).toEqual(Array(6).fill('feed,feed,true'));
    expect((await house.payload.count({ collection: 'subscribers' })).totalDocs).toBe(0);
  });

  it('has eight topics in both languages', async () => {
    const { docs } = await house.payload.find({ ...ALL, collection: 'topics', locale: 'all' });
    expect(docs).toHaveLength(8);
    for (const { title } of docs) expect(title).toMatchObject({ de: expect.any(String), en: expect.any(String) });
  });

  it('puts the agreement into force: quotes for what was agreed, and says of the rest that it is a proposal', async () => {
    const { agreement } = await loadSettings(house.payload, NOW);
    expect(agreement?.clauses.map(({ code, source }) => `${code} ${source.kind}`)).toEqual([
      'N-S-1 agreed',
      'S-N-1 agreed',
      'N-S-2 agreed',
      'S-N-2 agreed',
      'N-S-3 agreed',
      'S-N-3 agreed',
      'T-1 agreed',
      'G-1 proposal',
    ]);
    for (const clause of promotionClauses(agreement, NOW)) {
      expect(clause.text).toContain('Vorschlag, nicht beschlossen');
      expect(clause.minimumPerHalfYear).toBeUndefined();
      expect(clause.capPerWeek).toBeUndefined();
    }
  });

  it('leaves alone at later starts what people changed or deleted', async () => {
    const { payload } = house;
    const [body] = (await payload.find({ ...ALL, collection: 'organisations', where: { shortName: { equals: 'HMWEVW' } } })).docs;
    await payload.update({ collection: 'organisations', id: body?.id ?? '', data: { name: 'Ein anderer Name' } });
    const [topic] = (await payload.find({ ...ALL, collection: 'topics', where: { slug: { equals: 'cluster' } } })).docs;
    await payload.delete({ collection: 'topics', id: topic?.id ?? '' });
    await seedBase(payload, NOW);
    const after = await payload.findByID({ collection: 'organisations', id: body?.id ?? '' });
    expect(after.name).toBe('Ein anderer Name');
    expect((await payload.count({ collection: 'topics' })).totalDocs).toBe(7);
  });

  it('is completed by the next start when it was cut off', async () => {
    const { payload } = house;
    await payload.db.deleteMany({ collection: 'tick-claims', where: {} });
    const [feed] = (await payload.find({ ...ALL, collection: 'channels', where: { slug: { equals: 'een-hessen-feed' } } })).docs;
    await payload.delete({ collection: 'channels', id: feed?.id ?? '' });
    await seedBase(payload, NOW);
    expect((await payload.count({ collection: 'channels' })).totalDocs).toBe(6);
    expect((await payload.count({ collection: 'organisations' })).totalDocs).toBe(6);
    expect((await payload.count({ collection: 'agreements' })).totalDocs).toBe(1);
  });
});
