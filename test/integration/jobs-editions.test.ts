import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant, toIso } from '#domain/time';
import { run as assembleEditions } from '#jobs/assemble-editions';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { nextMoment } from '#jobs/next-moment';
import { freezeBatches } from '#store/batches';
import { resolveUnconfirmed } from '#store/decisions';
import { joinEdition } from '#store/deliveries';
import { compareAndSet, findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');
const NEXT = instant('2026-12-03T08:00:00Z');

describe.each(testDatabases())('editions on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'editions');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const statuses = async () => (await world.rows()).map(({ status }) => status);
  const mailed = () =>
    world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
      key.startsWith('edition/') && message.kind === 'mail' ? message.recipients.map(({ address }) => address) : [],
    );
  /** An event in the next edition, whose people are frozen one by one so that there are several batches. */
  const filled = async (people: number) => {
    await world.subscribe(people);
    await world.publish();
    await world.round();
    const [edition] = await world.editions();
    if (!edition) throw new Error('no edition');
    await freezeBatches(world.payload, world.freezing(edition.id), world.now(), 1);
    return edition.id;
  };

  it('reach everybody once when three processes meet at the slot', async () => {
    await filled(7);
    for (const title of ['B', 'C']) await world.publish({ title });
    await world.round();
    world.at(SLOT);
    await Promise.all(['a', 'b', 'c'].map((owner) => world.round({ owner })));
    await world.round();
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
    expect(mailed().sort()).toEqual(Array.from({ length: 7 }, (_, i) => `leser-${i}@example.org`));
    expect(await world.editions()).toMatchObject([{ status: 'sent', recipients: 7, accepted: 7, rows: { length: 3 } }]);
  });

  describe('that are late because nobody was there at their slot', () => {
    const setQuiet = (quietFrom: string, quietTo: string) =>
      world.payload.update({ collection: 'channels', id: world.ids.newsletter, data: { quietFrom, quietTo } });
    beforeAll(async () => {
      await setQuiet('20:00', '07:00');
    });
    afterAll(async () => {
      await setQuiet('00:00', '00:00');
    });
    const NIGHT = instant('2026-11-26T21:00:00Z');
    const MORNING = instant('2026-11-27T06:00:00Z');

    it('leave after the quiet hours, also when they were closed and sealed in time', async () => {
      for (const isSealed of [false, true]) {
        await world.reset();
        await world.subscribe(2);
        await world.publish();
        await world.round();
        if (isSealed) {
          world.at(SLOT);
          await assembleEditions(world.context());
          await assembleEditions(world.context());
        }
        world.at(NIGHT);
        await world.round();
        expect(mailed()).toEqual([]);
        expect(await nextMoment(world.payload, NIGHT)).toEqual(MORNING);
        world.at(MORNING);
        await world.round();
        expect(mailed()).toHaveLength(2);
      }
    });
  });

  it('leave late rows to the next one', async () => {
    await filled(1);
    world.at(SLOT);
    await world.round();
    await world.publish({ title: 'Spät' });
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'sent' }, { status: 'open' }]);
    expect(instant((await world.editions())[1]?.slotAt ?? '').equals(NEXT)).toBe(true);
    world.at(NEXT);
    await world.round();
    expect(mailed()).toHaveLength(2);
  });

  it('are caught up when nobody was there at the slot', async () => {
    await filled(1);
    world.at(SLOT.add({ hours: 5 }));
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'sent' }]);
    expect(mailed()).toHaveLength(1);
  });

  it('let a row go that joined when everything was fixed already', async () => {
    const edition = await filled(1);
    world.at(SLOT);
    await world.publish({ title: 'Nachzügler' });
    await assembleEditions(world.context());
    await world.round();
    const late = (await world.rows()).find(({ status }) => status === 'ready');
    await compareAndSet(world.payload, 'deliveries', late?.id ?? '', [], { editionId: null });
    await joinEdition(world.payload, late?.id ?? '', edition);
    await world.round();
    const after = (await world.rows()).find(({ id }) => id === late?.id);
    expect(after?.editionId).not.toBe(edition);
    expect(await statuses()).toEqual(expect.arrayContaining(['sent', 'ready']));
  });

  it('fall out without readers, and their rows take the next one', async () => {
    await world.publish();
    await world.round();
    world.at(SLOT);
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'skipped' }]);
    await world.subscribe(1);
    await world.round();
    world.at(NEXT);
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'skipped' }, { status: 'sent' }]);
    expect(await statuses()).toEqual(['sent']);
  });

  it('skip who unsubscribed between freezing and sending', async () => {
    await filled(2);
    const [first] = await findRows(world.payload, 'subscribers', {}, { sort: 'email' });
    await compareAndSet(world.payload, 'subscribers', first?.id ?? '', [], { status: 'unsubscribed' });
    world.at(SLOT);
    await world.round();
    expect(mailed()).toEqual(['leser-1@example.org']);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 1 }]);
  });

  it('are unclear when no batch was accepted and one is, until the truth or a person is heard', async () => {
    await filled(2);
    world.fakes.current.outbox.answerNext({ kind: 'rejected', code: 'x', detail: 'y' });
    world.fakes.current.outbox.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    world.at(SLOT);
    await world.round();
    expect([await statuses(), (await world.editions())[0]?.status]).toEqual([['unconfirmed'], 'unconfirmed']);
    world.pass(200);
    await world.round();
    expect([await statuses(), (await world.editions())[0]?.status]).toEqual([['sent'], 'sent']);
  });

  it('follow a person who says that nothing left: the rows take the next one', async () => {
    await filled(1);
    world.fakes.current.outbox.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    world.at(SLOT);
    await world.round();
    const [row] = await world.rows();
    await resolveUnconfirmed(world.payload, row?.id ?? '', { user: 'u', now: world.now(), wasSent: false });
    expect([await statuses(), (await world.editions())[0]?.status]).toEqual([['ready'], 'failed']);
    world.at(NEXT);
    await world.round();
    expect((await world.editions())[1]).toMatchObject({ status: 'sent' });
  });

  it('left when they were tried, when a person says so days later', async () => {
    await filled(1);
    world.fakes.current.outbox.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    world.at(SLOT);
    await world.round();
    const tried = world.now();
    world.pass(8 * 24 * 3600);
    const [row] = await world.rows();
    await resolveUnconfirmed(world.payload, row?.id ?? '', { user: 'u', now: world.now(), wasSent: true });
    const sent = [(await world.rows())[0]?.sentAt?.toString(), (await world.editions())[0]?.sentAt];
    expect(sent).toEqual([tried.toString(), toIso(tried)]);
  });

  it('fail when every batch was refused', async () => {
    await filled(1);
    world.fakes.current.outbox.answerNext({ kind: 'rejected', code: 'x', detail: 'y' });
    world.at(SLOT);
    await world.round();
    expect([await statuses(), (await world.editions())[0]?.status]).toEqual([['failed'], 'failed']);
  });

  it('do not leave through a newsletter that was switched off', async () => {
    await filled(1);
    const channel = { collection: 'channels', id: world.ids.newsletter } as const;
    await world.payload.update({ ...channel, data: { active: false } });
    world.at(SLOT);
    await world.round();
    await world.payload.update({ ...channel, data: { active: true } });
    expect([await statuses(), (await world.editions())[0]?.status]).toEqual([['withdrawn'], 'skipped']);
    expect(mailed()).toEqual([]);
  });

  it.each(['open', 'sealed'])(
    'fall out while %s when people fill their newsletter with a block, which has their rows',
    async (stand) => {
      await filled(2);
      world.at(SLOT);
      if (stand === 'sealed') for (let i = 0; i < 2; i++) await assembleEditions(world.context());
      const channel = { collection: 'channels', id: world.ids.newsletter } as const;
      await world.payload.update({ ...channel, data: { via: 'block' } });
      for (let i = 0; i < 3; i++) await world.round();
      const after = (await world.rows()).map(({ status, editionId }) => [status, editionId]);
      await world.payload.update({ ...channel, data: { via: 'outbox' } });
      expect([after, (await world.editions()).map(({ status }) => status)]).toEqual([[['ready', undefined]], ['skipped']]);
      expect(await findRows(world.payload, 'attempts', {})).toEqual([]);
      expect(mailed()).toEqual([]);
    },
  );

  it('take their mails with them when they vanish at the last moment', async () => {
    await filled(1);
    world.at(SLOT);
    for (let i = 0; i < 2; i++) await assembleEditions(world.context());
    const find = world.payload.db.find;
    const vanishing = vi.spyOn(world.payload.db, 'find').mockImplementation(async (asked) => {
      if (asked.collection === 'attempts')
        for (const collection of ['editions', 'subscribers'] as const)
          await world.payload.db.deleteMany({ collection, where: {} });
      return find.call(world.payload.db, asked) as never;
    });
    await dispatchMessages(world.context());
    vanishing.mockRestore();
    expect(await findRows(world.payload, 'dispatches', { kind: { equals: 'edition' } })).toMatchObject([{ status: 'cancelled' }]);
  });
});
