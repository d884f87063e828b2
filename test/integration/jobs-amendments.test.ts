// What posts say of an event that changes after they went out: put right at the network where that can be, else given to a person.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { approve, confirmHandover } from '#store/decisions';
import { askRemoval } from '#store/removals';
import { findRows } from '#store/rows';
import { seenTo } from '#store/see-to';
import { loadDeliveryPage } from '../../src/admin/delivery-load';
import { loadTodayLists } from '../../src/admin/today-load';
import { BLUESKY_HANDLE, BLUESKY_PASSWORD } from '../fakes/bluesky';
import { type Life, mortalChannel, mortalPayload, openLife } from '../fakes/killable';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, type World } from './jobs-world';
import { MOVED, postedIn } from './posted-world';

/** Every step on SQLite; on MongoDB, where rounds take longer here, every fourth. */
const STRIDE = { sqlite: 1, mongodb: 4 } as const;

describe.each(testDatabases())('a post whose event changes on %s', (kind) => {
  let world: World;
  const posted = postedIn(() => world);
  const { networks, setChannel, opened, channel, rounds, row, first, edits, amendments, change, announced } = posted;
  beforeAll(async () => {
    world = await openWorld(kind, 'amendments');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'bluesky'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(posted.begin);
  afterEach(posted.end);

  /** Ids of the rows that the start page shows as problems. */
  const today = async (who: 'editor' | 'organisersEditor') => {
    const user = await world.payload.findByID({ collection: 'users', id: world.ids[who], depth: 0 });
    const viewer = { id: user.id, role: 'editor', organisation: String(user.organisation) } as const;
    const lists = await loadTodayLists(world.payload, { ...user, collection: 'users' }, viewer, world.now());
    return lists.troubles.rows.map((one) => one.row.id);
  };

  /** The page about the first row. */
  const pageOf = async () => {
    const user = await world.payload.findByID({ collection: 'users', id: world.ids.editor, depth: 0 });
    const viewer = { id: user.id, role: 'editor', organisation: String(user.organisation) } as const;
    const asked = { payload: world.payload, user: { ...user, collection: 'users' }, viewer, language: 'de' } as const;
    return loadDeliveryPage(asked, (await row()).id);
  };
  /** The words that it shows. */
  const page = async () => (await pageOf())?.text;

  it('says the new date, and the correction goes out beside it', async () => {
    const id = await announced();
    expect(first()).toContain('10. Dezember');
    await change(id, MOVED);
    await rounds(2);
    expect(first()).toContain('12. Dezember');
    expect([networks().mastodon.statuses.length, edits(), await amendments()]).toEqual([2, 1, ['accepted']]);
    expect((await row()).status).toBe('sent');
    await rounds(3);
    expect(edits()).toBe(1);
  });

  it('says that the event is off', async () => {
    const id = await announced();
    await change(id, { status: 'cancelled' });
    await rounds(2);
    expect(first()).toMatch(/^Abgesagt|fällt aus|findet nicht statt/i);
  });

  it('says what is true whatever happens to the date afterwards, and so does the correction', async () => {
    const id = await announced();
    await change(id, MOVED);
    await rounds(2);
    await change(id, { ...MOVED, startsAt: '2026-12-14T17:00:00.000Z', endsAt: '2026-12-14T19:00:00.000Z' });
    await rounds(2);
    expect(networks().mastodon.statuses.map(({ text }) => text.includes('14. Dezember'))).toEqual([true, true, true]);
    await change(id, { status: 'planned', startsAt: '2026-12-10T17:00:00.000Z', endsAt: '2026-12-10T19:00:00.000Z' });
    await rounds(2);
    expect(networks().mastodon.statuses.map(({ text }) => text.includes('10. Dezember'))).toEqual(
      networks().mastodon.statuses.map(() => true),
    );
    expect(await amendments()).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('stays as it is where it does not say what has changed', async () => {
    const id = await announced();
    await change(id, { street: 'Königsplatz 1' });
    await rounds(2);
    expect([edits(), await amendments()]).toEqual([0, ['cancelled']]);
  });

  it('is not touched where its carrier wrote it, but given to people until they have seen to it', async () => {
    await setChannel({ wantsApproval: true });
    const { id } = await world.publish();
    await rounds(1);
    const { id: rowId } = await row();
    await approve(world.payload, rowId, { user: world.ids.editor, now: world.now(), ownText: 'Wir freuen uns auf den 10.12.!' });
    await rounds(2);
    expect(first()).toContain('Wir freuen uns');
    await change(id, MOVED);
    await rounds(2);
    expect([first()?.includes('10.12.'), edits(), await amendments()]).toEqual([true, 0, ['handed-over']]);
    expect(networks().mastodon.statuses).toHaveLength(2);
    expect(await today('editor')).toEqual([rowId]);
    expect(await today('organisersEditor')).toEqual([]);
    expect([await seenTo(world.payload, rowId), await seenTo(world.payload, rowId)]).toEqual([true, false]);
    await rounds(2);
    expect([await amendments(), await today('editor'), edits()]).toEqual([['accepted'], [], 0]);
    // Nothing is asked of the network, so that a stop holds nothing back.
    await setChannel({ paused: true });
    await change(id, { ...MOVED, startsAt: '2026-12-14T17:00:00.000Z', endsAt: '2026-12-14T19:00:00.000Z' });
    await rounds(2);
    expect(await amendments()).toEqual(['accepted', 'handed-over']);
    await askRemoval(world.payload, rowId, world.ids.social, world.now());
    await rounds(2);
    expect(await amendments()).toEqual(['accepted', 'cancelled']);
  });

  it('that a person posted is given to people soon after they said so', async () => {
    await setChannel({ via: 'manual', ownerEmail: 'haende@example.org' });
    const { id } = await world.publish();
    await rounds(2);
    await change(id, MOVED);
    await rounds(2);
    const { id: rowId, status } = await row();
    expect([status, await amendments()]).toEqual(['handed-over', ['due']]);
    await confirmHandover(world.payload, rowId, world.now());
    await rounds(2);
    expect([await amendments(), await today('editor')]).toEqual([['handed-over'], [rowId]]);
  });

  it('is amended however often the answer is lost, and given to people when that does not end', async () => {
    const id = await announced();
    await change(id, MOVED);
    networks().mastodon.setAct('fail');
    await rounds(1);
    expect([first()?.includes('10. Dezember'), await amendments()]).toEqual([true, ['due']]);
    networks().mastodon.setAct('cut-off');
    await rounds(1);
    networks().mastodon.setAct(undefined);
    await rounds(2);
    expect([first()?.includes('12. Dezember'), await amendments()]).toEqual([true, ['accepted']]);
    await change(id, { ...MOVED, startsAt: '2026-12-14T17:00:00.000Z', endsAt: '2026-12-14T19:00:00.000Z' });
    networks().mastodon.setAct('fail');
    expect(await page()).toMatchObject({ isAmended: true, text: expect.stringContaining('12. Dezember') });
    await rounds(26, 7_200);
    expect(await amendments()).toEqual(['accepted', 'handed-over']);
    // Somebody may have changed it there by hand: only what went out is certain.
    expect(await page()).toMatchObject({ isAmended: false, text: expect.stringContaining('10. Dezember') });
  });

  it('that is gone is amended no more', async () => {
    const id = await announced();
    const statuses = networks().mastodon.statuses as unknown[];
    statuses.splice(0, 1);
    await change(id, MOVED);
    await rounds(2);
    expect(await amendments()).toEqual(['cancelled']);
  });

  it('waits while its network takes nothing, and lets nothing be asked there', async () => {
    const id = await announced();
    await change(id, MOVED);
    networks().mastodon.setAct('busy');
    await rounds(1, 1);
    const asked = networks().mastodon.requests.length;
    await rounds(1, 1);
    expect(networks().mastodon.requests).toHaveLength(asked);
    networks().mastodon.setAct(undefined);
    await rounds(3);
    expect([first()?.includes('12. Dezember'), await amendments()]).toEqual([true, ['accepted']]);
  });

  it('is amended once by two workers', async () => {
    const id = await announced();
    await change(id, MOVED);
    const { run: plan } = await import('#jobs/plan-deliveries');
    await plan(world.context());
    const workers = ['one', 'two', 'three'].map((owner) => world.context({ owner, channel: channel() }));
    await Promise.all(workers.map((worker) => dispatchMessages(worker)));
    expect([edits(), first()?.includes('12. Dezember'), await amendments()]).toEqual([1, true, ['accepted']]);
  });

  it('where its network lets nothing be changed is given to people until it is taken away', async () => {
    const account = { handle: BLUESKY_HANDLE, token: BLUESKY_PASSWORD, server: null };
    await setChannel({ kind: 'bluesky', via: 'bluesky', ...account });
    const id = await announced();
    await change(id, MOVED);
    await rounds(2);
    expect([networks().bluesky.records.size, await amendments()]).toEqual([2, ['handed-over']]);
    expect(await today('editor')).toEqual([(await row()).id]);
    const { id: correction } = await row('update');
    expect((await pageOf())?.toldBy).toBe(correction);
    await askRemoval(world.payload, correction, world.ids.social, world.now());
    expect((await pageOf())?.toldBy).toBeUndefined();
    await rounds(1);
    await askRemoval(world.payload, (await row()).id, world.ids.social, world.now());
    expect(await today('editor')).toEqual([]);
    await rounds(2);
    expect([networks().bluesky.records.size, await amendments()]).toEqual([0, ['cancelled']]);
  });

  it('stays with people when it could not be taken away either', async () => {
    const account = { handle: BLUESKY_HANDLE, token: BLUESKY_PASSWORD, server: null };
    await setChannel({ kind: 'bluesky', via: 'bluesky', ...account });
    const id = await announced();
    await change(id, MOVED);
    await rounds(2);
    await world.payload.db.updateOne({ collection: 'channels', id: world.ids.social, data: { trouble: 'account-refused' } });
    const { id: rowId } = await row();
    await askRemoval(world.payload, rowId, world.ids.social, world.now());
    await rounds(2);
    expect([await amendments(), await today('editor')]).toEqual([['handed-over'], [rowId]]);
    expect([await seenTo(world.payload, rowId), await today('editor')]).toEqual([true, []]);
  });

  it('is for nobody when the event is over', async () => {
    const account = { handle: BLUESKY_HANDLE, token: BLUESKY_PASSWORD, server: null };
    await setChannel({ kind: 'bluesky', via: 'bluesky', ...account });
    await change(await announced(), MOVED);
    await rounds(2);
    world.pass(40 * 24 * 3_600);
    await rounds(1);
    expect(await amendments()).toEqual(['cancelled']);
  });

  /** It was announced, then a process that may die learns of the change; afterwards a healthy one takes over. */
  const live = async (lastStep: number): Promise<number> => {
    const statuses = networks().mastodon.statuses as unknown[];
    statuses.splice(0);
    await change(await announced(), MOVED);
    const life: Life = openLife(lastStep);
    const channels = opened();
    const mortal = (via: Parameters<typeof channels>[0], account?: Parameters<typeof channels>[1]) =>
      mortalChannel(channel(channels)(via, account), life);
    await world.round({ payload: mortalPayload(world.payload, life), channel: mortal, owner: 'mortal' }).catch(() => 0);
    if (life.isOver()) {
      world.pass(LEASE_SECONDS + 1);
      for (let i = 0; i < 3; i++) await rounds(1, 600);
    }
    return life.steps();
  };

  it('says what is true at whatever step a process dies, and nothing stays in the middle', async () => {
    const steps = await live(Number.POSITIVE_INFINITY);
    expect(steps).toBeGreaterThan(10);
    for (let last = 0; last < steps; last += STRIDE[kind]) {
      await world.reset();
      await live(last);
      const open = await findRows(world.payload, 'dispatches', { status: { in: ['due', 'sending'] } });
      expect
        .soft([first()?.includes('12. Dezember'), await amendments()], `died after step ${last}`)
        .toEqual([true, ['accepted']]);
      expect
        .soft(
          open.filter(({ kind: what }) => what === 'amendment'),
          `died after step ${last}`,
        )
        .toEqual([]);
      expect.soft(networks().mastodon.statuses.length, `died after step ${last}`).toBeLessThanOrEqual(2);
    }
  }, 600_000);

  it('is not put right at a network that learns of it before the time to think is over', async () => {
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 30 } });
    const { id } = await world.publish();
    world.pass(1_800);
    await rounds(2);
    await change(id, MOVED);
    await rounds(1, 600);
    expect([edits(), await amendments()]).toEqual([0, ['due']]);
    await rounds(5, 600);
    expect([edits(), first()?.includes('12. Dezember')]).toEqual([1, true]);
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
  });
});
