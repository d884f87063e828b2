import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryStatus } from '#domain/delivery';
import type { Purpose } from '#domain/purpose';
import { instant } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { retryFailed, withdraw } from '#store/decisions';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

describe.each(testDatabases())('stopping and thinking on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'stopped');
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await operate({ coolOffMinutes: 0, paused: false });
    await stopChannels(false);
  });

  const operate = (data: { coolOffMinutes?: number; paused?: boolean }) =>
    world.payload.updateGlobal({ slug: 'operations', data });
  const stopChannels = async (paused: boolean): Promise<void> => {
    for (const id of [world.ids.social, world.ids.newsletter])
      await world.payload.update({ collection: 'channels', id, data: { paused } });
  };
  const edit = (id: string, data: object) =>
    world.payload.update({ collection: 'events', id, data: { _status: 'published', ...data } as never });
  const rowOn = async (channel: string, purpose: Purpose = 'announce') =>
    (await world.rows()).find((row) => row.channelId === channel && row.purpose === purpose);
  const statusOn = async (channel: string, purpose: Purpose = 'announce'): Promise<DeliveryStatus | undefined> =>
    (await rowOn(channel, purpose))?.status;
  const editions = () => findRows(world.payload, 'editions', {}, { sort: 'slotAt' });
  /** Rounds at the moments that matter, until nothing is due any more. */
  const rounds = async (count = 4): Promise<void> => {
    for (let i = 0; i < count; i++) await world.round();
  };
  const slotOfEdition = async () => {
    const row = (await world.rows()).find(({ channelId }) => channelId === world.ids.newsletter);
    if (!row) throw new Error('nothing is planned for the newsletter');
    return row.dueAt;
  };

  it('holds what is due on a stopped channel and sends it once the channel goes on', async () => {
    await stopChannels(true);
    await world.publish();
    await rounds();
    expect(await statusOn(world.ids.social)).toBe('ready');
    await stopChannels(false);
    await rounds();
    expect(await statusOn(world.ids.social)).toBe('sent');
    expect(world.fakes.current.preview.sent).toHaveLength(1);
  });

  it('holds everything while everything is stopped, an edition in its slot too', async () => {
    await world.subscribe(3);
    await world.publish();
    await operate({ paused: true });
    await rounds();
    expect(await statusOn(world.ids.social)).toBe('ready');
    world.at((await slotOfEdition()).add({ minutes: 1 }));
    await rounds();
    expect(world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('edition'))).toHaveLength(0);
    await operate({ paused: false });
    await rounds();
    expect(await statusOn(world.ids.newsletter)).toBe('sent');
  });

  it('sends one edition after a stop over several slots, with what was meant for all of them', async () => {
    await world.subscribe(2);
    await world.publish();
    await rounds();
    const slot = await slotOfEdition();
    await stopChannels(true);
    world.at(slot.add({ hours: 24 }));
    await rounds();
    await world.publish({ title: 'Frühstück' });
    for (const days of [2, 7, 8]) {
      world.at(slot.add({ hours: 24 * days }));
      await rounds();
    }
    expect(await editions()).toMatchObject([{ status: 'skipped' }, { status: 'open' }]);
    await stopChannels(false);
    await rounds();
    expect(await editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent', rows: { length: 2 } }]);
    expect(world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('edition'))).toHaveLength(1);
  });

  it('sends one edition too when the stop ends at the slot of the last one', async () => {
    await world.subscribe(2);
    await world.publish();
    await rounds();
    const slot = await slotOfEdition();
    await stopChannels(true);
    world.at(slot.add({ hours: 24 }));
    await rounds();
    await world.publish({ title: 'Frühstück' });
    await rounds();
    await stopChannels(false);
    world.at(slot.add({ hours: 24 * 7 }));
    await rounds();
    expect(await editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent', rows: { length: 2 } }]);
  });

  it('lets people take back what is in an edition that was closed when its channel was stopped', async () => {
    await world.subscribe(2);
    const { id } = await world.publish();
    await rounds();
    await operate({ coolOffMinutes: 15 });
    const slot = await slotOfEdition();
    world.at(slot.subtract({ minutes: 4 }));
    await edit(id, { teaser: 'Ein Tag mit neuem Programm.' });
    world.at(slot);
    await rounds();
    expect(await editions()).toMatchObject([{ status: 'closed' }]);
    await stopChannels(true);
    world.at(slot.add({ minutes: 30 }));
    await rounds();
    const row = await rowOn(world.ids.newsletter);
    expect(await withdraw(world.payload, row?.id ?? '', { user: 'somebody', now: world.now() })).toMatchObject({ kind: 'done' });
    await stopChannels(false);
    await rounds();
    expect([await statusOn(world.ids.newsletter), await editions()]).toMatchObject(['withdrawn', [{ status: 'skipped' }]]);
  });

  it('lets nothing leave before the time to think is over, and takes back what was withdrawn in it', async () => {
    await operate({ coolOffMinutes: 15 });
    await world.publish();
    await rounds();
    world.pass(14 * 60);
    await rounds();
    expect(await statusOn(world.ids.social)).toBe('ready');
    await withdraw(world.payload, (await rowOn(world.ids.social))?.id ?? '', { user: 'somebody', now: world.now() });
    world.pass(60 * 60);
    await rounds();
    expect(await statusOn(world.ids.social)).toBe('withdrawn');
    expect(world.fakes.current.preview.sent).toHaveLength(0);
  });

  it('holds what a person tries again until the time to think is over, and foresees when that is', async () => {
    const { preview } = world.fakes.current;
    preview.answerNext({ kind: 'rejected', code: 'x', detail: 'y' });
    await world.publish();
    await rounds();
    await operate({ coolOffMinutes: 15 });
    await retryFailed(world.payload, (await rowOn(world.ids.social))?.id ?? '', { user: 'somebody', now: world.now() });
    world.pass(14 * 60);
    await rounds();
    expect(await statusOn(world.ids.social)).toBe('ready');
    expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ minutes: 15 }));
    world.at(START.add({ minutes: 15 }));
    await rounds();
    expect([await statusOn(world.ids.social), preview.sent.length]).toEqual(['sent', 1]);
  });

  it('tells at once what would come too late after the time to think', async () => {
    const { id } = await world.publish();
    await rounds();
    await operate({ coolOffMinutes: 15 });
    world.at(instant('2026-12-10T16:50:00Z'));
    await edit(id, { status: 'cancelled' });
    await rounds();
    expect(await statusOn(world.ids.social, 'cancel')).toBe('sent');
  });

  it('lets an edition wait for a change of the last minutes instead of leaving it out', async () => {
    await world.subscribe(3);
    const { id } = await world.publish();
    await rounds();
    await operate({ coolOffMinutes: 15 });
    const slot = await slotOfEdition();
    world.at(slot.subtract({ minutes: 4 }));
    await edit(id, { teaser: 'Ein Tag mit neuem Programm.' });
    await rounds();
    world.at(slot.add({ minutes: 9 }));
    await rounds();
    expect(await statusOn(world.ids.newsletter)).toBe('ready');
    world.at(slot.add({ minutes: 11 }));
    await rounds();
    expect(await statusOn(world.ids.newsletter)).toBe('sent');
  });
});
