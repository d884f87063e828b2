import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { retryFailed, withdraw } from '#store/decisions';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';
import { type Stops, stopsOf } from './stops-world';

describe.each(testDatabases())('stopping and thinking on %s', (kind) => {
  let world: World;
  let stops: Stops;
  beforeAll(async () => {
    world = await openWorld(kind, 'stopped');
    stops = stopsOf(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => stops.reset());

  const edit = (id: string, data: object) =>
    world.payload.update({ collection: 'events', id, data: { _status: 'published', ...data } as never });

  it('holds what is due on a stopped channel and sends it once the channel goes on', async () => {
    await stops.stopChannels(true);
    await world.publish();
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social)).toBe('ready');
    await stops.stopChannels(false);
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social)).toBe('sent');
    expect(world.fakes.current.preview.sent).toHaveLength(1);
  });

  it('holds everything while everything is stopped, an edition in its slot too', async () => {
    await world.subscribe(3);
    await world.publish();
    await stops.operate({ paused: true });
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social)).toBe('ready');
    world.at((await stops.slotOfEdition()).add({ minutes: 1 }));
    await stops.rounds();
    expect(world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('edition'))).toHaveLength(0);
    await stops.operate({ paused: false });
    await stops.rounds();
    expect(await stops.statusOn(world.ids.newsletter)).toBe('sent');
  });

  it('sends one edition after a stop over several slots, with what was meant for all of them', async () => {
    await world.subscribe(2);
    await world.publish();
    await stops.rounds();
    const slot = await stops.slotOfEdition();
    await stops.stopChannels(true);
    world.at(slot.add({ hours: 24 }));
    await stops.rounds();
    await world.publish({ title: 'Frühstück' });
    for (const days of [2, 7, 8]) {
      world.at(slot.add({ hours: 24 * days }));
      await stops.rounds();
    }
    expect(await stops.editions()).toMatchObject([{ status: 'skipped' }, { status: 'open' }]);
    await stops.stopChannels(false);
    await stops.rounds();
    expect(await stops.editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent', rows: { length: 2 } }]);
    expect(world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('edition'))).toHaveLength(1);
  });

  it('sends one edition too when the stop ends at the slot of the last one', async () => {
    await world.subscribe(2);
    await world.publish();
    await stops.rounds();
    const slot = await stops.slotOfEdition();
    await stops.stopChannels(true);
    world.at(slot.add({ hours: 24 }));
    await stops.rounds();
    await world.publish({ title: 'Frühstück' });
    await stops.rounds();
    await stops.stopChannels(false);
    world.at(slot.add({ hours: 24 * 7 }));
    await stops.rounds();
    expect(await stops.editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent', rows: { length: 2 } }]);
  });

  it('lets people take back what is in an edition that was closed when its channel was stopped', async () => {
    await world.subscribe(2);
    const { id } = await world.publish();
    await stops.rounds();
    await stops.operate({ coolOffMinutes: 15 });
    const slot = await stops.slotOfEdition();
    world.at(slot.subtract({ minutes: 4 }));
    await edit(id, { teaser: 'Ein Tag mit neuem Programm.' });
    world.at(slot);
    await stops.rounds();
    expect(await stops.editions()).toMatchObject([{ status: 'closed' }]);
    await stops.stopChannels(true);
    world.at(slot.add({ minutes: 30 }));
    await stops.rounds();
    const row = await stops.rowOn(world.ids.newsletter);
    expect(await withdraw(world.payload, row?.id ?? '', { user: 'somebody', now: world.now() })).toMatchObject({ kind: 'done' });
    await stops.stopChannels(false);
    await stops.rounds();
    expect([await stops.statusOn(world.ids.newsletter), await stops.editions()]).toMatchObject([
      'withdrawn',
      [{ status: 'skipped' }],
    ]);
  });

  it('lets nothing leave before the time to think is over, and takes back what was withdrawn in it', async () => {
    await stops.operate({ coolOffMinutes: 15 });
    await world.publish();
    await stops.rounds();
    world.pass(14 * 60);
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social)).toBe('ready');
    await withdraw(world.payload, (await stops.rowOn(world.ids.social))?.id ?? '', { user: 'somebody', now: world.now() });
    world.pass(60 * 60);
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social)).toBe('withdrawn');
    expect(world.fakes.current.preview.sent).toHaveLength(0);
  });

  it('holds what a person tries again until the time to think is over, and foresees when that is', async () => {
    const { preview } = world.fakes.current;
    preview.answerNext({ kind: 'rejected', code: 'x', detail: 'y' });
    await world.publish();
    await stops.rounds();
    await stops.operate({ coolOffMinutes: 15 });
    await retryFailed(world.payload, (await stops.rowOn(world.ids.social))?.id ?? '', { user: 'somebody', now: world.now() });
    world.pass(14 * 60);
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social)).toBe('ready');
    expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ minutes: 15 }));
    world.at(START.add({ minutes: 15 }));
    await stops.rounds();
    expect([await stops.statusOn(world.ids.social), preview.sent.length]).toEqual(['sent', 1]);
  });

  it('tells at once what would come too late after the time to think', async () => {
    const { id } = await world.publish();
    await stops.rounds();
    await stops.operate({ coolOffMinutes: 15 });
    world.at(instant('2026-12-10T16:50:00Z'));
    await edit(id, { status: 'cancelled' });
    await stops.rounds();
    expect(await stops.statusOn(world.ids.social, 'cancel')).toBe('sent');
  });

  it('lets an edition wait for a change of the last minutes instead of leaving it out', async () => {
    await world.subscribe(3);
    const { id } = await world.publish();
    await stops.rounds();
    await stops.operate({ coolOffMinutes: 15 });
    const slot = await stops.slotOfEdition();
    world.at(slot.subtract({ minutes: 4 }));
    await edit(id, { teaser: 'Ein Tag mit neuem Programm.' });
    await stops.rounds();
    world.at(slot.add({ minutes: 9 }));
    await stops.rounds();
    expect(await stops.statusOn(world.ids.newsletter)).toBe('ready');
    world.at(slot.add({ minutes: 11 }));
    await stops.rounds();
    expect(await stops.statusOn(world.ids.newsletter)).toBe('sent');
  });
});
