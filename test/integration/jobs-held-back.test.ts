import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { run as assembleEditions } from '#jobs/assemble-editions';
import { withdraw } from '#store/decisions';
import { fixContents, unsealEdition } from '#store/editions';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { type Stops, stopsOf } from './stops-world';

describe.each(testDatabases())('what a stop held back, on %s', (kind) => {
  let world: World;
  let stops: Stops;
  beforeAll(async () => {
    world = await openWorld(kind, 'held-back');
    stops = stopsOf(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => stops.reset());

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
      await stops.rounds();
      world.at(await stops.slotOfEdition());
      for (let i = 0; i < 2; i++) await assembleEditions(world.context());
      const [edition] = await stops.editions();
      expect(edition).toMatchObject({ status: 'closed', recipients: 2, rows: { length: 2 } });
      expect(await stops.statusOn(world.ids.newsletter)).toBe('sending');
      return edition?.id ?? '';
    };

    it('is open again: people take back what is in it, and the rest leaves once the stop is over', async () => {
      await sealed();
      await stops.stopChannels(true);
      await stops.rounds();
      expect(await stops.statusOn(world.ids.newsletter)).toBe('ready');
      const row = await stops.rowOn(world.ids.newsletter);
      expect(await withdraw(world.payload, row?.id ?? '', { user: 'somebody', now: world.now() })).toMatchObject({
        kind: 'done',
      });
      world.pass(3600);
      await stops.rounds();
      await stops.stopChannels(false);
      await stops.rounds();
      expect(await stops.editions()).toMatchObject([{ status: 'sent', rows: { length: 1 } }]);
      expect(mailed().sort()).toEqual(['leser-0@example.org', 'leser-1@example.org']);
      const other = (await world.rows()).find(({ channelId, id }) => channelId === world.ids.newsletter && id !== row?.id);
      expect([await stops.statusOn(world.ids.newsletter), other?.status]).toEqual(['withdrawn', 'sent']);
    });

    it('gives its rows to the next one when the stop lasts until then', async () => {
      await sealed();
      await stops.operate({ paused: true });
      await stops.rounds();
      await world.publish({ title: 'Abendessen' });
      for (const days of [1, 6]) {
        world.pass(days * 24 * 3600);
        await stops.rounds();
      }
      await stops.operate({ paused: false });
      await stops.rounds();
      expect(await stops.editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent', rows: { length: 3 } }]);
      expect(mailed()).toHaveLength(2);
    });

    it('is put into words or opened again, never both', async () => {
      const id = await sealed();
      expect(await unsealEdition(world.payload, id)).toBe(true);
      expect(await fixContents(world.payload, { id, version: 0 }, 'Ausgabe', [])).toBe(false);
      await stops.rounds(1);
      expect(await stops.statusOn(world.ids.newsletter)).toBe('sent');
      expect(mailed()).toHaveLength(2);
      expect(await unsealEdition(world.payload, id)).toBe(false);
    });
  });

  describe('where readers are reminded too', () => {
    const STARTS = { startsAt: '2026-12-20T17:00:00.000Z', endsAt: '2026-12-20T19:00:00.000Z' };
    const remindedOn = instant('2026-12-13T08:00:00Z');
    beforeAll(async () => {
      await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'linkedin'], remindDays: 7 }]);
    });

    it('lets the announcement alone leave when a stop ends after both were due', async () => {
      await stops.operate({ paused: true });
      await world.publish(STARTS);
      await stops.rounds();
      world.at(remindedOn);
      await stops.rounds();
      for (const channel of [world.ids.social, world.ids.byHand])
        expect([await stops.statusOn(channel), await stops.statusOn(channel, 'remind')]).toEqual(['ready', 'ready']);
      await stops.operate({ paused: false });
      await stops.rounds();
      expect([await stops.statusOn(world.ids.social), await stops.statusOn(world.ids.byHand)]).toEqual(['sent', 'handed-over']);
      for (const channel of [world.ids.social, world.ids.byHand])
        expect(await stops.rowOn(channel, 'remind')).toMatchObject({ status: 'withdrawn', reason: 'superseded' });
      const { preview, manual } = world.fakes.current;
      expect([preview.sent.length, manual.sent.length]).toEqual([1, 1]);
    });

    it('reminds as planned when the announcement left in time', async () => {
      await world.publish(STARTS);
      await stops.rounds();
      world.at(remindedOn);
      await stops.rounds();
      expect([await stops.statusOn(world.ids.social), await stops.statusOn(world.ids.social, 'remind')]).toEqual([
        'sent',
        'sent',
      ]);
    });
  });
});
