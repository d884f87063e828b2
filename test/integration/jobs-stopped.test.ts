import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryStatus } from '#domain/delivery';
import type { Purpose } from '#domain/purpose';
import { instant } from '#domain/time';
import { run as assembleEditions } from '#jobs/assemble-editions';
import { nextMoment } from '#jobs/next-moment';
import { retryFailed, withdraw } from '#store/decisions';
import { fixContents, unsealEdition } from '#store/editions';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

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

  describe('an edition that was sealed when its channel was stopped', () => {
    const mailed = () =>
      world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
        key.startsWith('edition/') && message.kind === 'mail' ? message.recipients.map(({ address }) => address) : [],
      );
    /** Sealed at its slot, nothing of it has left. */
    const sealed = async (): Promise<string> => {
      await world.subscribe(2);
      await world.publish();
      await world.publish({ title: 'Frühstück' });
      await rounds();
      world.at(await slotOfEdition());
      for (let i = 0; i < 2; i++) await assembleEditions(world.context());
      const [edition] = await editions();
      expect(edition).toMatchObject({ status: 'closed', recipients: 2, rows: { length: 2 } });
      expect(await statusOn(world.ids.newsletter)).toBe('sending');
      return edition?.id ?? '';
    };

    it('is open again: people take back what is in it, and the rest leaves once the stop is over', async () => {
      await sealed();
      await stopChannels(true);
      await rounds();
      expect(await statusOn(world.ids.newsletter)).toBe('ready');
      const row = await rowOn(world.ids.newsletter);
      expect(await withdraw(world.payload, row?.id ?? '', { user: 'somebody', now: world.now() })).toMatchObject({
        kind: 'done',
      });
      world.pass(3600);
      await rounds();
      await stopChannels(false);
      await rounds();
      expect(await editions()).toMatchObject([{ status: 'sent', rows: { length: 1 } }]);
      expect(mailed().sort()).toEqual(['leser-0@example.org', 'leser-1@example.org']);
      const other = (await world.rows()).find(({ channelId, id }) => channelId === world.ids.newsletter && id !== row?.id);
      expect([await statusOn(world.ids.newsletter), other?.status]).toEqual(['withdrawn', 'sent']);
    });

    it('gives its rows to the next one when the stop lasts until then', async () => {
      await sealed();
      await operate({ paused: true });
      await rounds();
      await world.publish({ title: 'Abendessen' });
      for (const days of [1, 6]) {
        world.pass(days * 24 * 3600);
        await rounds();
      }
      await operate({ paused: false });
      await rounds();
      expect(await editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent', rows: { length: 3 } }]);
      expect(mailed()).toHaveLength(2);
    });

    it('is put into words or opened again, never both', async () => {
      const id = await sealed();
      expect(await unsealEdition(world.payload, id)).toBe(true);
      expect(await fixContents(world.payload, id, 'Ausgabe', [])).toBe(false);
      await rounds(1);
      expect(await statusOn(world.ids.newsletter)).toBe('sent');
      expect(mailed()).toHaveLength(2);
      expect(await unsealEdition(world.payload, id)).toBe(false);
    });
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

  describe('where readers are reminded too', () => {
    const STARTS = { startsAt: '2026-12-20T17:00:00.000Z', endsAt: '2026-12-20T19:00:00.000Z' };
    const remindedOn = instant('2026-12-13T08:00:00Z');
    beforeAll(async () => {
      await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'linkedin'], remindDays: 7 }]);
    });

    it('lets the announcement alone leave when a stop ends after both were due', async () => {
      await operate({ paused: true });
      await world.publish(STARTS);
      await rounds();
      world.at(remindedOn);
      await rounds();
      for (const channel of [world.ids.social, world.ids.byHand])
        expect([await statusOn(channel), await statusOn(channel, 'remind')]).toEqual(['ready', 'ready']);
      await operate({ paused: false });
      await rounds();
      expect([await statusOn(world.ids.social), await statusOn(world.ids.byHand)]).toEqual(['sent', 'handed-over']);
      for (const channel of [world.ids.social, world.ids.byHand])
        expect(await rowOn(channel, 'remind')).toMatchObject({ status: 'withdrawn', reason: 'superseded' });
      const { preview, manual } = world.fakes.current;
      expect([preview.sent.length, manual.sent.length]).toEqual([1, 1]);
    });

    it('reminds as planned when the announcement left in time', async () => {
      await world.publish(STARTS);
      await rounds();
      world.at(remindedOn);
      await rounds();
      expect([await statusOn(world.ids.social), await statusOn(world.ids.social, 'remind')]).toEqual(['sent', 'sent']);
    });
  });
});
