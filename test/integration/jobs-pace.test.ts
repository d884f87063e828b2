import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import { instant } from '#domain/time';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { nextMoment } from '#jobs/next-moment';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';
import { type Pace, paceOf } from './pace-world';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Everybody who comes waits for the others. */
const meetingOf = (size: number) => {
  let [come, open] = [0, (): void => {}];
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async (): Promise<void> => {
    come += 1;
    if (come === size) open();
    await all;
  };
};

/** The same payload, on which one row waits alone, and nobody claims before all others are about to. */
const onlyRow = (payload: Payload, id: string, meet: () => Promise<void>): Payload => {
  const find: Payload['db']['find'] = async (args) => {
    const found = await payload.db.find<never>(args);
    const isQueue = args.collection === 'deliveries' && args.select;
    return isQueue ? { ...found, docs: found.docs.filter((doc: { id: string }) => doc.id === id) } : found;
  };
  const create: Payload['db']['create'] = async (args) => {
    if (args.collection === 'attempts') await meet();
    return payload.db.create(args);
  };
  const db = new Proxy(payload.db, {
    get: (target, name) => {
      if (name === 'find') return find;
      if (name === 'create') return create;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return Object.create(payload, { db: { value: db } });
};

describe.each(testDatabases())('the pace of a channel on %s', (kind) => {
  let world: World;
  let pace: Pace;
  beforeAll(async () => {
    world = await openWorld(kind, 'pace');
    pace = await paceOf(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => pace.reset());

  /** Several workers at once, with a network that takes its time. */
  const workers = (names: readonly string[]) =>
    Promise.all(
      names.map((owner) => {
        const slow: Channel = {
          ...pace.preview(),
          send: async (message, key) => {
            await pause(3);
            return pace.preview().send(message, key);
          },
        };
        return dispatchMessages(
          world.context({ owner, channel: (via) => (via === 'preview' ? slow : world.fakes.current[via]) }),
        );
      }),
    );

  describe('limits', () => {
    it('hold however many workers look at once', async () => {
      await pace.setChannel({ perDay: 3 });
      await pace.ready(12);
      for (let i = 0; i < 4; i++) await workers(['a', 'b', 'c', 'd']);
      expect([await pace.count('sent'), await pace.count('ready'), pace.preview().sent.length]).toEqual([3, 9, 3]);
      expect(await nextMoment(world.payload, world.now())).toEqual(instant('2026-11-24T08:00:00Z'));
      world.at(instant('2026-11-24T08:00:00Z'));
      for (let i = 0; i < 4; i++) await workers(['a', 'b', 'c', 'd']);
      expect([await pace.count('sent'), pace.preview().sent.length]).toEqual([6, 6]);
    });

    it('hold when every worker has another row before it at the same moment', async () => {
      await pace.setChannel({ perDay: 1 });
      await pace.ready(8);
      const ids = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social).map(({ id }) => id);
      const meeting = meetingOf(4);
      await Promise.all(
        ids.slice(0, 4).map((id) => dispatchMessages(world.context({ owner: id, payload: onlyRow(world.payload, id, meeting) }))),
      );
      expect([await pace.count('sent'), pace.preview().sent.length]).toEqual([1, 1]);
    });

    it('keep posts apart, and count what nobody knows the fate of', async () => {
      await pace.setChannel({ gapMinutes: 30 });
      await pace.ready(3);
      pace.preview().answerNext({ kind: 'unconfirmed', detail: 'no-answer-in-time' });
      for (let i = 0; i < 2; i++) await workers(['a', 'b']);
      expect([await pace.count('unconfirmed'), await pace.count('ready')]).toEqual([1, 2]);
      world.pass(30 * 60);
      for (let i = 0; i < 2; i++) await workers(['a', 'b']);
      // The first was found meanwhile.
      expect([await pace.count('sent'), await pace.count('ready')]).toEqual([2, 1]);
    });

    it('do not count what a network certainly did not take', async () => {
      await pace.setChannel({ perDay: 1 });
      await pace.ready(2);
      pace.preview().answerNext({ kind: 'rejected', code: 'http-422', detail: '' });
      for (let i = 0; i < 2; i++) await world.round();
      expect([await pace.count('failed'), await pace.count('sent')]).toEqual([1, 1]);
    });

    it('of money count links as dear as they are, and every attempt keeps what it was estimated at', async () => {
      await pace.setChannel({ kind: 'x', monthlyCents: 45 });
      await pace.ready(3);
      for (let i = 0; i < 3; i++) await world.round();
      expect([await pace.count('sent'), await pace.count('ready')]).toEqual([2, 1]);
      expect((await findRows(world.payload, 'attempts', { channel: { exists: true } })).map(({ cents }) => cents)).toEqual([
        20, 20,
      ]);
      world.at(instant('2026-12-01T08:00:00Z'));
      await world.round();
      expect(await pace.count('sent')).toBe(3);
    });

    it('of money let a post that costs less go before a dearer one, which a person gets when it cannot wait', async () => {
      await pace.setChannel({ kind: 'x', via: 'x', monthlyCents: 40.4 });
      const picture = await world.payload.create({
        ...{ collection: 'media', data: { alt: 'Ein Saal', credit: 'Beispiel' } as never },
        file: { name: 'saal.png', mimetype: 'image/png', size: PNG.length, data: PNG },
      });
      const soon = { startsAt: '2026-11-29T17:00:00.000Z', endsAt: '2026-11-29T19:00:00.000Z' };
      await world.publish({ title: 'Zuerst' });
      await world.round();
      const names = new Map<string, string>();
      for (const change of [{ title: 'Teuer', picture: picture.id }, { title: 'Günstig' }, { title: 'Zu spät' }])
        names.set(`events/${(await world.publish({ ...change, ...soon })).id}`, change.title);
      await planDeliveries(world.context());
      await settleApprovals(world.context());
      // In this order: what is due at the same moment takes its turn by chance.
      const order = [...names.keys()];
      for (const { id, content } of await world.rows()) {
        const data = { dueAt: `2026-11-23T08:00:0${order.indexOf(content) + 1}.000Z` };
        await world.payload.db.updateOne({ collection: 'deliveries', id, data, options: { atomic: true } });
      }
      for (let i = 0; i < 2; i++) await dispatchMessages(world.context());
      const stands = (await world.rows())
        .filter(({ content, channelId }) => names.has(content) && channelId === world.ids.social)
        .map(({ content, status, reason }) => [names.get(content), status, reason]);
      expect(stands.sort()).toEqual([
        ['Günstig', 'sent', undefined],
        ['Teuer', 'handed-over', 'no-place'],
        ['Zu spät', 'handed-over', 'no-place'],
      ]);
    });

    it('let a cancellation go before what waits longer', async () => {
      await pace.setChannel({ perDay: 1 });
      const { id } = await world.publish({ title: 'Wird abgesagt' });
      await world.round();
      await pace.ready(2);
      world.pass(60);
      await world.payload.update({ collection: 'events', id, data: { status: 'cancelled', _status: 'published' } as never });
      for (let i = 0; i < 2; i++) await world.round();
      world.at(instant('2026-11-24T08:00:00Z'));
      await world.round();
      const sent = (await world.rows()).filter(({ status }) => status === 'sent').map(({ purpose }) => purpose);
      expect(sent.sort()).toEqual(['announce', 'cancel']);
    });

    it.each([
      ['perDay', 0, 'Bitte eine ganze Zahl von 1 bis 100 eintragen.'],
      ['perDay', 2.5, 'Bitte eine ganze Zahl von 1 bis 100 eintragen.'],
      ['gapMinutes', 1_441, 'Bitte eine ganze Zahl von 1 bis 1440 eintragen.'],
      [
        'monthlyCents',
        20,
        'Das reicht nicht für einen Beitrag mit Link und beschriebenem Bild, der 20,5 Cent kostet. Bitte mehr eintragen oder leer lassen.',
      ],
      ['linkPostCents', -1, 'Bitte einen Preis von 0 bis 1000 Cent eintragen, zum Beispiel 1,5.'],
    ])('are refused at their field where they make no sense: %s = %s', async (field, value, words) => {
      await pace.setChannel({ kind: 'x' });
      await expect(pace.save({ [field]: value })).rejects.toMatchObject({ data: { errors: [{ path: field, message: words }] } });
    });
  });

  it('lets no network that hangs while it is asked after a post hold up another', async () => {
    await pace.setChannel({ via: 'preview' }, world.ids.byHand);
    await pace.ready(1);
    const rows = new Map((await world.rows()).map((row) => [row.id, row.channelId]));
    const channelOf = (key: string) => rows.get(key.slice('post/'.length));
    let release = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const order: string[] = [];
    const network: Channel = {
      ...pace.preview(),
      send: async (message, key) => {
        if (channelOf(key) === world.ids.byHand) return { kind: 'unconfirmed', detail: 'no-answer-in-time' };
        order.push('posted');
        if (order.length > 1) release();
        return pace.preview().send(message, key);
      },
      find: async () => {
        order.push('asked');
        await hanging;
        return { kind: 'unconfirmed', detail: 'no-answer-in-time' };
      },
    };
    const round = () =>
      dispatchMessages(world.context({ channel: (via) => (via === 'preview' ? network : world.fakes.current[via]) }));
    await round();
    await world.publish({ title: 'Ein anderer' });
    world.pass(121);
    await planDeliveries(world.context());
    await settleApprovals(world.context());
    for (const row of await world.rows()) rows.set(row.id, row.channelId);
    await round();
    expect(order).toEqual(['posted', 'asked', 'posted']);
  });

  it('lets no slow channel hold up another', async () => {
    await pace.setChannel({ via: 'preview' }, world.ids.byHand);
    await pace.ready(3);
    const order: string[] = [];
    let release = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const rows = new Map((await world.rows()).map((row) => [row.id, row.channelId]));
    const send: Channel['send'] = async (message, key) => {
      const channel = rows.get(key.slice('post/'.length)) ?? '';
      if (channel === world.ids.byHand) await hanging;
      order.push(channel);
      if (order.length === 3) release();
      return pace.preview().send(message, key);
    };
    await dispatchMessages(
      world.context({ channel: (via) => (via === 'preview' ? { ...pace.preview(), send } : world.fakes.current[via]) }),
    );
    expect(order.slice(0, 3)).toEqual(Array(3).fill(world.ids.social));
    expect(order).toHaveLength(6);
  });
});
