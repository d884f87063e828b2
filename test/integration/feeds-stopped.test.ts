// A stop holds what feeds would take up; what is in them stays, and pages show what is published.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listPublic } from '#store/public-contents';
import { loadFeedEntries } from '#store/public-entries';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

const MINUTE = 60;

describe.each(testDatabases())('feeds that people stop on %s', (kind) => {
  let world: World;
  let feed = '';
  beforeAll(async () => {
    world = await openWorld(kind, 'feeds-stopped');
    const data = { slug: 'spk-feed', name: 'Feed', kind: 'feed', via: 'feed', organisation: world.ids.organiser };
    const quiet = { quietFrom: '00:00', quietTo: '00:00', language: 'de' };
    feed = (await world.payload.create({ collection: 'channels', data: { ...data, ...quiet } as never })).id;
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await operate({ coolOffMinutes: 0, paused: false });
    await stopFeed(false);
  });

  const operate = (data: { coolOffMinutes?: number; paused?: boolean }) =>
    world.payload.updateGlobal({ slug: 'operations', data });
  const stopFeed = (paused: boolean) => world.payload.update({ collection: 'channels', id: feed, data: { paused } });
  const titles = async (organisation?: string) =>
    (await loadFeedEntries(world.payload, world.now(), organisation)).map(({ content }) => content.title.de).sort();
  const later = async (title: string) => {
    world.pass(MINUTE);
    const event = await world.publish({ title });
    world.pass(MINUTE);
    return event;
  };

  it('take up nothing new while everything is stopped, and catch up afterwards', async () => {
    const { id } = await world.publish();
    await operate({ paused: true });
    await later('Neu');
    await operate({ coolOffMinutes: 0 });
    await world.payload.update({ collection: 'events', id, data: { status: 'cancelled' } });
    expect([await titles(), await titles(world.ids.organiser)]).toEqual([['Gründertag'], ['Gründertag']]);
    expect((await loadFeedEntries(world.payload, world.now()))[0]?.content).toMatchObject({ event: { status: 'cancelled' } });
    expect(await listPublic(world.payload, world.now())).toHaveLength(2);
    await operate({ paused: false });
    expect([await titles(), await titles(world.ids.organiser)]).toEqual([
      ['Gründertag', 'Neu'],
      ['Gründertag', 'Neu'],
    ]);
  });

  it('of one body are stopped alone, whatever else of the channel is saved meanwhile', async () => {
    await stopFeed(true);
    await later('Neu');
    await world.payload.update({ collection: 'channels', id: feed, data: { name: 'Unser Feed' } });
    expect([await titles(), await titles(world.ids.organiser)]).toEqual([['Neu'], []]);
    await stopFeed(false);
    expect(await titles(world.ids.organiser)).toEqual(['Neu']);
  });

  it('do not take up either whose time to think, or embargo, ends during a stop', async () => {
    await operate({ coolOffMinutes: 15 });
    await world.publish();
    await world.publish({ title: 'Gesperrt', embargoUntil: START.add({ minutes: 20 }).toString() });
    world.pass(10 * MINUTE);
    await operate({ paused: true });
    world.pass(20 * MINUTE);
    expect(await titles()).toEqual([]);
    await operate({ paused: false });
    expect(await titles()).toEqual(['Gesperrt', 'Gründertag']);
  });

  it('keep the moment of the stop for themselves', async () => {
    await operate({ paused: true });
    const data = { paused: true, pausedAt: START.subtract({ hours: 24 }).toString() };
    const user = { ...(await world.payload.findByID({ collection: 'users', id: world.ids.coordinator })), collection: 'users' };
    await world.payload.updateGlobal({ slug: 'operations', data: data as never, user: user as never, overrideAccess: false });
    const { pausedAt } = await world.payload.findGlobal({ slug: 'operations' });
    expect(pausedAt).toBe('2026-11-23T09:00:00.000Z');
  });
});
