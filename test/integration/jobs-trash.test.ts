// The trash empties after thirty days, but for what was ever published.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant } from '#domain/time';
import { setLogLevel } from '#runtime/log';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

/** Payload dates the trash by the real time, wherever the clock stands: by then all of it is old. */
const AGES_LATER = instant('2099-02-01T09:00:00Z');

describe.each(testDatabases())('the trash on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'trash');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const throwAway = (id: string, deletedAt = new Date().toISOString()) =>
    world.payload.update({ collection: 'events', id, data: { deletedAt } });
  const left = async () =>
    (await world.payload.find({ collection: 'events', trash: true, pagination: false, depth: 0 })).docs.map(({ id }) => id);
  const versionsOf = async (id: string) =>
    (await world.payload.db.findVersions({ collection: 'events', where: { parent: { equals: id } }, pagination: false })).docs
      .length;

  it('loses what was never published, with its versions', async () => {
    const { id } = await world.publish({ _status: 'draft' });
    await throwAway(id);
    await world.round();
    world.at(AGES_LATER);
    await world.round();
    expect([await left(), await versionsOf(id)]).toEqual([[], 0]);
  });

  it('keeps what was published once, though the ledger tells nothing of it, and its address with it', async () => {
    const { id } = await world.publish({ visibility: 'stakeholders' });
    await world.round();
    await throwAway(id);
    world.at(AGES_LATER);
    await world.round();
    expect([await world.rows(), await left()]).toEqual([[], [id]]);
    const next = { startsAt: '2099-05-10T17:00:00.000Z', endsAt: '2099-05-10T19:00:00.000Z' };
    expect((await world.publish(next)).slug).toBe('gruendertag-2');
  });

  it('keeps what is not thirty days old, and what is not in it', async () => {
    const { id } = await world.publish({ _status: 'draft', title: 'Entwurf' });
    const { id: kept } = await world.publish({ _status: 'draft', title: 'Noch gebraucht' });
    await throwAway(id, '2026-12-01T09:00:00.000Z');
    world.at(instant('2026-12-31T09:00:00Z'));
    await world.round();
    expect((await left()).toSorted()).toEqual([id, kept].toSorted());
    // Once a day: not at the very moment.
    world.at(instant('2026-12-31T09:00:01Z'));
    await world.round();
    expect(await left()).toHaveLength(2);
    world.at(instant('2027-01-01T09:00:00Z'));
    await world.round();
    expect(await left()).toEqual([kept]);
  });

  it('loses a draft into which nobody entered anything within a day, and keeps one with anything in it', async () => {
    const draft = { collection: 'events', draft: true, depth: 0 } as const;
    const { id: untouched } = await world.payload.create({ ...draft, data: {} });
    const { id: english } = await world.payload.create({ ...draft, locale: 'en', data: { title: 'A title' } });
    const { id: saved } = await world.payload.create({ ...draft, data: {} });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await world.payload.update({ ...draft, id: saved, autosave: true, data: { allDay: true } });
    vi.useRealTimers();
    await world.round();
    expect(await left()).toContain(untouched);
    world.at(AGES_LATER);
    await world.round();
    expect((await left()).toSorted()).toEqual([english, saved].toSorted());
  });

  it('keeps whatever was entered at once, and what is entered while it is being deleted', async () => {
    const draft = { collection: 'events', draft: true, depth: 0 } as const;
    const make = async (data: object) => (await world.payload.create({ ...draft, data })).id;
    const defaults = { venue: 'Kulturbahnhof', town: 'Kassel' };
    await world.payload.update({ collection: 'organisations', id: world.ids.organiser, data: { defaults } });
    await make(defaults);
    const root = { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [] } as const;
    const kept = [
      await make({ description: { root } }),
      await make({ venue: 'Kurhaus', town: 'Kassel' }),
      await make({ street: 'Am Markt 1' }),
      await make({ coOrganisers: [world.ids.carrier] }),
      await make({ contact: { phone: '0561 12345' } }),
      await make({ funding: { text: 'Gefördert' } }),
      await make({ allDay: true }),
    ];
    const entering = await make({});
    const remove = world.payload.db.deleteVersions;
    const deleting = vi.spyOn(world.payload.db, 'deleteVersions').mockImplementation(async (args) => {
      deleting.mockRestore();
      await world.payload.update({ ...draft, id: entering, autosave: true, data: { venue: 'Rathaus' } });
      return remove.call(world.payload.db, args);
    });
    world.at(AGES_LATER);
    await world.round();
    expect((await left()).toSorted()).toEqual([...kept, entering].toSorted());
  });

  const failing = async (error: Error): Promise<readonly [unknown, string]> => {
    const { id } = await world.publish({ _status: 'draft' });
    await throwAway(id, START.toString());
    world.at(AGES_LATER);
    const deleting = vi.spyOn(world.payload.db, 'deleteOne').mockRejectedValueOnce(error);
    let written = '';
    const writing = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      written += String(chunk);
      return true;
    });
    setLogLevel('warn');
    const thrown: unknown = await world.round().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    setLogLevel('silent');
    writing.mockRestore();
    deleting.mockRestore();
    return [thrown, written];
  };

  it('says of what could not be deleted only what holds nothing people entered', async () => {
    const [thrown, written] = await failing(new TypeError('Gründertag'));
    expect(thrown).toBeUndefined();
    expect(JSON.parse(written)).toMatchObject({ event: 'trash.kept', error: 'TypeError' });
    expect(written).not.toContain('Gründertag');
    expect(await left()).toHaveLength(1);
  });

  it('is left alone while the database is busy', async () => {
    const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    expect((await failing(busy))[0]).toBe(busy);
  });

  it('is emptied by two processes as by one', async () => {
    const { id } = await world.publish({ _status: 'draft' });
    await throwAway(id, START.toString());
    world.at(AGES_LATER);
    const rounds = await Promise.all([world.round(), world.round({ owner: 'two' })]);
    expect(rounds.map((round) => round['empty-trash'] ?? 0).sort()).toEqual([0, 1]);
    expect(await left()).toEqual([]);
  });
});
