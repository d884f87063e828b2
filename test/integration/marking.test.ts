import { createLocalReq, type Payload, restoreVersionOperation } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant, toIso } from '#domain/time';
import { setClock } from '#runtime/clock';
import { bootHouse, type House, testDatabases } from './boot';

const T0 = '2026-12-01T08:00:00.000Z';
const later = (days: number): string => toIso(instant(T0).add({ hours: 24 * days }));
const at = (iso: string): void => setClock(() => instant(iso));

const EVENT = {
  title: 'Gründertag',
  teaser: 'Ein Tag für alle, die gründen.',
  startsAt: '2027-01-10T17:00:00.000Z',
  endsAt: '2027-01-10T19:00:00.000Z',
  attendance: 'on-site',
  placeRegion: 'north',
  town: 'Kassel',
} as const;

describe.each(testDatabases())('contents are marked for planning on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let organiser: string;
  let rows = 0;

  beforeAll(async () => {
    house = await bootHouse(kind, 'marking');
    payload = house.payload;
    const names = { name: 'Science Park Kassel', shortName: 'Science Park', slug: 'science-park-kassel' };
    const data = { ...names, region: 'north' } as const;
    organiser = (await payload.create({ collection: 'organisations', data })).id;
  });
  afterAll(async () => {
    setClock(undefined);
    await house.stop();
  });
  beforeEach(() => at(T0));

  const mainRow = async (id: string): Promise<Record<string, unknown>> => {
    const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'events',
      where: { id: { equals: id } },
    });
    return row ?? {};
  };
  const publish = (data: object = {}) =>
    payload.create({ collection: 'events', data: { ...EVENT, ...data, organiser, _status: 'published' } });
  const draft = (data: object = {}) =>
    payload.create({ collection: 'events', draft: true, data: { ...EVENT, ...data, organiser } });
  const markAsPlanned = (id: string) =>
    payload.db.updateOne({
      collection: 'events',
      where: { id: { equals: id } },
      data: { plannedFor: 'basis' },
      options: { atomic: true },
    });
  const tell = (id: string, sequence = 0) =>
    payload.db.create({
      collection: 'deliveries',
      data: {
        key: `row-${++rows}`,
        content: `events/${id}`,
        organiser,
        channel: 'c',
        carrier: organiser,
        purpose: 'announce',
        occasion: 0,
        becauseKind: 'own-channel',
        approval: 'automatic',
        wantedAt: T0,
        dueAt: T0,
        latestAt: T0,
        status: 'sent',
        fingerprint: 'f',
        sequence,
      },
    });

  test('a draft is nothing the flow knows of, however often it is saved', async () => {
    const { id } = await draft();
    await payload.update({ collection: 'events', id, draft: true, autosave: true, data: { title: 'Anders' } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 0, plannedFor: '', sequence: 0, _status: 'draft' });
    expect((await mainRow(id)).publishedAt ?? null).toBeNull();
    expect((await mainRow(id)).slug ?? null).toBeNull();
  });

  test('the first publication gives revision, dates and an address', async () => {
    const { id } = await draft({ title: 'Gründer:innen & Geld' });
    at(later(1));
    await payload.update({ collection: 'events', id, data: { _status: 'published' } });
    expect(await mainRow(id)).toMatchObject({
      planRevision: 1,
      plannedFor: '',
      publishedAt: later(1),
      changedAt: later(1),
      planUntil: EVENT.endsAt,
      sequence: 0,
      slug: 'gruender-innen-geld',
    });
  });

  test('a taken address is numbered, and no address changes with the title', async () => {
    const first = await publish({ title: 'Messe' });
    const second = await publish({ title: 'Messe' });
    expect([first.slug, second.slug]).toEqual(['messe', 'messe-2']);
    await payload.update({ collection: 'events', id: first.id, data: { title: 'Große Messe' } });
    expect((await mainRow(first.id)).slug).toBe('messe');
  });

  test('an address that was public once stays for ever, and is nobody else’s', async () => {
    const { id } = await draft({ title: 'Entwurf' });
    const { docs } = await payload.findVersions({ collection: 'events', where: { parent: { equals: id } }, limit: 1 });
    const change = (data: object, options: object = {}) => payload.update({ collection: 'events', id, data, ...options });
    await change({ title: 'Hessentag', _status: 'published' });
    const steps = [
      () => change({ title: 'Anders', slug: 'anders' }),
      () => change({ title: 'Als Entwurf' }, { draft: true }),
      () => change({ _status: 'draft' }),
      () => change({ title: 'Wieder da', _status: 'published' }),
      () => payload.restoreVersion({ collection: 'events', id: docs[0]?.id ?? '' }),
      () => change({ deletedAt: later(1) }),
    ];
    for (const step of steps) {
      await step();
      expect((await mainRow(id)).slug).toBe('hessentag');
    }
    expect((await publish({ title: 'Hessentag' })).slug).toBe('hessentag-2');
    await change({ deletedAt: null, _status: 'published' }, { trash: true });
    expect((await mainRow(id)).slug).toBe('hessentag');
  });

  test('a change of the published is a new revision; only time, place and status raise the sequence', async () => {
    const { id } = await publish();
    await markAsPlanned(id);
    at(later(2));
    await payload.update({ collection: 'events', id, data: { teaser: 'Neu' } });
    expect(await mainRow(id)).toMatchObject({
      planRevision: 2,
      plannedFor: '',
      publishedAt: T0,
      changedAt: later(2),
      sequence: 0,
    });
    await payload.update({ collection: 'events', id, data: { town: 'Fulda' } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 3, sequence: 1 });
    await payload.update({ collection: 'events', id, data: { status: 'cancelled' } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 4, sequence: 2 });
  });

  test('a draft over the published leaves the published alone, and publishing it later counts from the published', async () => {
    const { id } = await publish();
    await payload.update({ collection: 'events', id, draft: true, data: { title: 'Entwurf', town: 'Fulda' } });
    await markAsPlanned(id);
    const before = await mainRow(id);
    await payload.update({ collection: 'events', id, draft: true, autosave: true, data: { title: 'Entwurf 2' } });
    expect(await mainRow(id)).toEqual(before);
    expect(before).toMatchObject({ planRevision: 1, plannedFor: 'basis', _status: 'published' });
    // Somebody else changes the published meanwhile: the draft's own snapshot is stale by now.
    await payload.db.updateOne({
      collection: 'events',
      where: { id: { equals: id } },
      data: { planRevision: 7 },
      options: { atomic: true },
    });
    at(later(3));
    await payload.update({ collection: 'events', id, data: { _status: 'published' } });
    expect(await mainRow(id)).toMatchObject({
      planRevision: 8,
      plannedFor: '',
      town: 'Fulda',
      sequence: 1,
      publishedAt: T0,
      changedAt: later(3),
    });
  });

  test('unpublish, trash and restore are each seen once', async () => {
    const { id } = await publish();
    await payload.update({ collection: 'events', id, data: { _status: 'draft' } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 2, plannedFor: '', _status: 'draft', publishedAt: T0 });
    await payload.update({ collection: 'events', id, data: { _status: 'published' } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 3, _status: 'published', publishedAt: T0 });
    await payload.update({ collection: 'events', id, data: { deletedAt: later(1) } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 4 });
    await payload.update({ collection: 'events', id, trash: true, data: { deletedAt: null, _status: 'published' } });
    expect(await mainRow(id)).toMatchObject({ planRevision: 5, _status: 'published', publishedAt: T0, sequence: 0 });
  });

  test('restoring an old version counts on and keeps address and first publication', async () => {
    const { id } = await publish({ title: 'Erste Fassung' });
    await payload.update({ collection: 'events', id, data: { title: 'Zweite Fassung', town: 'Fulda' } });
    const { docs } = await payload.findVersions({
      collection: 'events',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      limit: 1,
    });
    await payload.restoreVersion({ collection: 'events', id: docs[0]?.id ?? '' });
    expect(await mainRow(id)).toMatchObject({
      planRevision: 3,
      sequence: 2,
      slug: 'erste-fassung',
      publishedAt: T0,
      town: 'Kassel',
    });
  });

  test('an old version restored as a draft changes nothing readers see', async () => {
    const { id } = await publish();
    await payload.update({ collection: 'events', id, data: { title: 'Zweite Fassung' } });
    const before = await mainRow(id);
    const { docs } = await payload.findVersions({
      collection: 'events',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      limit: 1,
    });
    const req = await createLocalReq({}, payload);
    await restoreVersionOperation({
      id: docs[0]?.id ?? '',
      collection: payload.collections.events,
      draft: true,
      overrideAccess: true,
      req,
    });
    expect(await mainRow(id)).toEqual(before);
  });

  test('scheduled publishing marks like publishing by hand', async () => {
    const user = await payload.create({
      collection: 'users',
      data: { name: 'Admin', email: 'admin@example.org', password: 'sehr-geheim-2026', role: 'admin' },
    });
    const { id } = await draft();
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'events', value: id }, user: { relationTo: 'users', value: user.id } },
    });
    at(later(1));
    await payload.jobs.run({ queue: 'default' });
    expect(await mainRow(id)).toMatchObject({ planRevision: 1, plannedFor: '', publishedAt: later(1), _status: 'published' });
  });

  test('a clone is a draft that nobody was told of', async () => {
    const { id, slug } = await publish({
      status: 'moved',
      previousStartsAt: '2027-01-08T17:00:00.000Z',
      endsAt: '2027-01-10T19:00:00.000Z',
      deadline: '2027-01-09T17:00:00.000Z',
      embargoUntil: '2026-12-01T08:00:00.000Z',
      soldOut: true,
      doNotPromote: true,
      doNotPromoteReason: 'Nur für Eingeladene.',
    });
    const clone = await payload.duplicate({ collection: 'events', id });
    expect(slug).toBeTruthy();
    expect(clone).toMatchObject({ _status: 'draft', status: 'planned', planRevision: 0, plannedFor: '', sequence: 0 });
    expect([clone.slug ?? null, clone.publishedAt ?? null, clone.planUntil ?? null]).toEqual([null, null, null]);
    for (const name of ['startsAt', 'endsAt', 'deadline', 'previousStartsAt', 'embargoUntil', 'doNotPromoteReason'] as const)
      expect(clone[name] ?? null, name).toBeNull();
    expect(clone).toMatchObject({ soldOut: false, doNotPromote: false, title: `${EVENT.title} (Kopie)`, town: EVENT.town });
    const data = { _status: 'published', startsAt: '2028-01-10T17:00:00.000Z' } as const;
    const published = await payload.update({ collection: 'events', id: clone.id, data });
    expect(published.slug).toMatch(/^gruendertag-kopie/);
  });

  test('a new date is told as moved once somebody knows the old one', async () => {
    const quiet = await publish();
    await payload.update({ collection: 'events', id: quiet.id, data: { startsAt: '2027-01-11T17:00:00Z', endsAt: null } });
    expect(await mainRow(quiet.id)).toMatchObject({ status: 'planned', sequence: 1 });
    const told = await publish();
    await tell(told.id);
    await payload.update({ collection: 'events', id: told.id, data: { startsAt: '2027-01-11T17:00:00Z', endsAt: null } });
    expect(await mainRow(told.id)).toMatchObject({ status: 'moved', previousStartsAt: EVENT.startsAt, sequence: 1 });
    // Moved again before anybody heard of the first move: people still have the first date in mind.
    await payload.update({ collection: 'events', id: told.id, data: { startsAt: '2027-01-12T17:00:00Z' } });
    expect(await mainRow(told.id)).toMatchObject({ status: 'moved', previousStartsAt: EVENT.startsAt, sequence: 2 });
    await payload.update({ collection: 'events', id: told.id, data: { startsAt: EVENT.startsAt } });
    expect(await mainRow(told.id)).toMatchObject({ status: 'planned', sequence: 3 });
    expect((await mainRow(told.id)).previousStartsAt ?? null).toBeNull();
  });

  test('what was ever published cannot be deleted for good, so that nobody else gets its address', async () => {
    const { id, slug } = await publish({ title: 'Nur einmal' });
    await payload.update({ collection: 'events', id, data: { _status: 'draft' } });
    await payload.update({ collection: 'events', id, data: { deletedAt: new Date().toISOString() } });
    const deletion = payload.delete({ collection: 'events', id, trash: true });
    await expect(deletion).rejects.toThrow(/war schon veröffentlicht/);
    expect([slug, (await publish({ title: 'Nur einmal' })).slug]).toEqual(['nur-einmal', 'nur-einmal-2']);
    // The stand-in for MongoDB cannot delete at all.
    if (kind === 'mongodb' && !process.env.MONGODB_TEST_URI) return;
    const unseen = await draft();
    await payload.delete({ collection: 'events', id: unseen.id });
    expect(await mainRow(unseen.id)).toEqual({});
  });
});
