import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endOfDay } from '#domain/calendar';
import { digestAt } from '#domain/digest';
import { instant } from '#domain/time';
import { loadDigestLists } from '#jobs/notices/digest-lists';
import { loadBlock, waitingBlocks } from '#store/block';
import { takeOver } from '#store/decisions';
import { loadAccount } from '#store/people';
import { loadSettings } from '#store/settings';
import { loadTodayLists } from '../../src/admin/today-load';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

describe.each(testDatabases())('a newsletter that its body sends itself on %s', (kind) => {
  let world: World;
  let channel: string;
  beforeAll(async () => {
    world = await openWorld(kind, 'blocks');
    ({ id: channel } = await world.payload.create({
      collection: 'channels',
      data: {
        ...{ name: 'Rundbrief', slug: 'rundbrief', kind: 'newsletter', via: 'block', organisation: world.ids.carrier },
        ...{ slotRhythm: 'weekly', slotWeekday: '4', slotTime: '09:00', quietFrom: '00:00', quietTo: '00:00' },
        ...{ active: true, ownContent: false, language: 'de', mails: [] },
      },
    }));
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await operate({ coolOffMinutes: 0, paused: false });
  });

  const SLOT = instant('2026-11-26T08:00:00Z');
  const LATER = endOfDay('2026-12-24') ?? START;
  const operate = (data: object) => world.payload.updateGlobal({ slug: 'operations', data });
  const edit = (id: string, data: object) =>
    world.payload.update({ collection: 'events', id, data: { _status: 'published', ...data } as never });
  const rounds = async (count = 3): Promise<void> => {
    for (let i = 0; i < count; i++) await world.round();
  };
  const settings = () => loadSettings(world.payload, world.now());
  const blockUntil = async (until = LATER) => loadBlock(world.payload, await settings(), channel, until, world.now());
  const waiting = async () => waitingBlocks(world.payload, await settings(), world.ids.carrier, world.now());
  const inBlock = async (until = LATER) => (await blockUntil(until)).entries.map(({ delivery }) => delivery.purpose);
  const rowsOn = async () => (await world.rows()).filter((row) => row.channelId === channel);
  const take = async (blocks = [{ id: channel }]): Promise<void> => {
    const by = { user: world.ids.editor, now: world.now(), blocks };
    for (const { delivery } of (await blockUntil()).entries)
      await takeOver(world.payload, delivery.id, { ...by, fingerprint: delivery.fingerprint });
  };

  it('has in its block what is due until the day asked for, and nothing leaves by itself', async () => {
    await world.publish();
    await rounds();
    expect(await inBlock(SLOT.subtract({ seconds: 1 }))).toEqual([]);
    expect(await inBlock(SLOT)).toEqual(['announce']);
    world.at(SLOT.add({ hours: 30 }));
    await rounds();
    expect((await rowsOn()).map(({ status }) => status)).toEqual(['ready']);
    expect(await inBlock(SLOT)).toEqual(['announce']);
    expect(world.fakes.current.outbox.sent.map(({ message }) => message).filter((one) => 'listId' in one && one.listId)).toEqual(
      [],
    );
  });

  it('says how much waits for its next issue, unless it is stopped', async () => {
    await world.publish();
    await rounds();
    expect((await waiting()).map(({ channelName, count, until }) => [channelName, count, until.toString()])).toEqual([
      ['Rundbrief', 1, SLOT.toString()],
    ]);
    expect(await waitingBlocks(world.payload, await settings(), world.ids.organiser, world.now())).toEqual([]);
    await operate({ paused: true });
    expect(await waiting()).toEqual([]);
  });

  it('tells its own people what waits, whoever stands above too, and nobody that it leaves by itself', async () => {
    await world.publish();
    await rounds();
    const { carrier, organiser } = world.ids;
    const id = world.ids.coordinator;
    const user = await loadAccount(world.payload, id);
    const digest = digestAt(world.now());
    if (!digest) throw new Error('no digest at that time');
    const told = async (role: 'editor' | 'coordinator', organisation: string | undefined) => {
      const today = await loadTodayLists(world.payload, user, { id, role, organisation }, world.now());
      const mail = await loadDigestLists(
        world.payload,
        { id, role, organisation, name: '', email: '', language: 'de', mails: [] },
        digest,
        world.now(),
      );
      const leaving = [...today.upcoming.rows, ...(mail?.upcoming.rows ?? [])];
      return [today.blocks.length, mail?.blocks.total ?? 0, leaving.some(({ row }) => row.channelId === channel)];
    };
    for (const role of ['editor', 'coordinator'] as const) {
      expect(await told(role, carrier)).toEqual([1, 1, false]);
      expect(await told(role, organiser)).toEqual([0, 0, false]);
    }
    expect(await told('coordinator', undefined)).toEqual([0, 0, false]);
  });

  it('leaves out what was changed a moment ago, as long as it can be taken back', async () => {
    await operate({ coolOffMinutes: 15 });
    await world.publish();
    await rounds();
    expect((await blockUntil()).settling).toHaveLength(1);
    expect(await inBlock()).toEqual([]);
    expect(await waiting()).toEqual([]);
    world.pass(15 * 60);
    expect((await blockUntil()).settling).toEqual([]);
    expect(await inBlock()).toEqual(['announce']);
  });

  it('leaves out at once what was taken back or changed, before any job has run', async () => {
    const { id } = await world.publish();
    await rounds();
    await edit(id, { title: 'Gründertag 2026' });
    expect(await inBlock()).toEqual([]);
    await rounds();
    expect(await inBlock()).toEqual(['announce']);
    expect(await waiting()).toMatchObject([{ count: 1 }]);
    await world.payload.update({ collection: 'events', id, data: { _status: 'draft' } });
    expect(await inBlock()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('keeps what was taken over, and corrects it in the next issue', async () => {
    const { id } = await world.publish();
    await rounds();
    await take();
    expect(await inBlock()).toEqual([]);
    const [row] = await rowsOn();
    expect([row?.status, row?.sentAt?.toString()]).toEqual(['sent', START.toString()]);
    world.pass(3600);
    await edit(id, { status: 'cancelled' });
    await rounds();
    expect(await inBlock()).toEqual(['cancel']);
  });

  it.each([
    ['another newsletter', () => [{ id: world.ids.newsletter }]],
    ['none', () => []],
  ])('lets nothing be taken over where %s is filled with a block', async (_which, blocks) => {
    await world.publish();
    await rounds();
    await take(blocks());
    expect((await rowsOn()).map(({ status }) => status)).toEqual(['ready']);
  });

  it('misses what nobody took over until it was too late, and says so', async () => {
    await world.publish();
    await rounds();
    world.at(instant('2026-12-10T17:00:00Z'));
    await rounds();
    expect((await rowsOn()).map(({ status, reason }) => [status, reason])).toEqual([['missed', 'not-taken-over']]);
    expect(await inBlock()).toEqual([]);
  });
});
