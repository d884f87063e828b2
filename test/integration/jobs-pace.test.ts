import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';
import { instant } from '#domain/time';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { nextMoment } from '#jobs/next-moment';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { restChannel } from '#store/channel-accounts';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

const NO_LIMITS = { perDay: null, gapMinutes: null, monthlyCents: null, postCents: null, linkPostCents: null };

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
  beforeAll(async () => {
    world = await openWorld(kind, 'pace');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'x', 'linkedin'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await setChannel({ kind: 'mastodon', restUntil: null, quietSundays: false, ...NO_LIMITS });
    await setChannel({ kind: 'linkedin', via: 'manual', restUntil: null }, world.ids.byHand);
  });

  const setChannel = (data: Record<string, unknown>, id = world.ids.social) =>
    world.payload.db.updateOne({ collection: 'channels', id, data, options: { atomic: true } });
  const save = (data: object) => world.payload.update({ collection: 'channels', id: world.ids.social, data, depth: 0 });
  const preview = () => world.fakes.current.preview;
  const ready = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await world.publish({ title: `Termin ${i}` });
    await planDeliveries(world.context());
    await settleApprovals(world.context());
  };
  const statuses = async () =>
    (await world.rows()).filter(({ channelId }) => channelId === world.ids.social).map(({ status }) => status);
  const count = async (status: string) => (await statuses()).filter((one) => one === status).length;
  /** Several workers at once, with a network that takes its time. */
  const workers = (names: readonly string[]) =>
    Promise.all(
      names.map((owner) => {
        const slow: Channel = {
          ...preview(),
          send: async (message, key) => {
            await pause(3);
            return preview().send(message, key);
          },
        };
        return dispatchMessages(
          world.context({ owner, channel: (via) => (via === 'preview' ? slow : world.fakes.current[via]) }),
        );
      }),
    );

  describe('a rest', () => {
    const BUSY: SendOutcome = {
      ...{ kind: 'postponed', notBefore: START.add({ minutes: 5 }), detail: 'HTTP 429' },
      restUntil: START.add({ minutes: 5 }),
    };

    it('holds all other posts of the channel, whoever looks and whenever, and nobody else', async () => {
      await setChannel({ via: 'preview' }, world.ids.byHand);
      await ready(4);
      preview().answerNext(BUSY);
      let asked = 0;
      const counting: Channel = {
        ...preview(),
        send: async (message, key) => {
          asked += 1;
          return preview().send(message, key);
        },
      };
      const round = (owner: string) =>
        dispatchMessages(world.context({ owner, channel: (via) => (via === 'preview' ? counting : world.fakes.current[via]) }));
      await round('one');
      expect(asked).toBe(5);
      for (const owner of ['one', 'two']) await round(owner);
      world.pass(299);
      await round('three');
      expect([asked, preview().sent.length]).toEqual([5, 4]);
      expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ minutes: 5 }));
      world.pass(1);
      await round('one');
      expect([asked, preview().sent.length]).toEqual([9, 8]);
      expect((await world.rows()).every(({ status }) => status === 'sent')).toBe(true);
    });

    it('is never cut short, and a person who saves the channel does not end it', async () => {
      const restUntil = async () => (await world.payload.findByID({ collection: 'channels', id: world.ids.social })).restUntil;
      expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 2 }))).toBe(true);
      expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 1 }))).toBe(false);
      await save({ name: 'Ein anderer Name' });
      expect(await restUntil()).toBe('2026-11-23T11:00:00.000Z');
      expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 3 }))).toBe(true);
      expect(await restUntil()).toBe('2026-11-23T12:00:00.000Z');
    });

    it('that lasts too long is said to be why a row was missed', async () => {
      await ready(1);
      await restChannel(world.payload, world.ids.social, instant('2026-12-10T18:00:00Z'));
      world.at(instant('2026-12-10T17:00:00Z'));
      await world.round();
      expect(await world.rows()).toContainEqual(expect.objectContaining({ status: 'missed', reason: 'not-reachable' }));
    });
  });

  describe('limits', () => {
    it('hold however many workers look at once', async () => {
      await setChannel({ perDay: 3 });
      await ready(12);
      for (let i = 0; i < 4; i++) await workers(['a', 'b', 'c', 'd']);
      expect([await count('sent'), await count('ready'), preview().sent.length]).toEqual([3, 9, 3]);
      expect(await nextMoment(world.payload, world.now())).toEqual(instant('2026-11-24T08:00:00Z'));
      world.at(instant('2026-11-24T08:00:00Z'));
      for (let i = 0; i < 4; i++) await workers(['a', 'b', 'c', 'd']);
      expect([await count('sent'), preview().sent.length]).toEqual([6, 6]);
    });

    it('hold when every worker has another row before it at the same moment', async () => {
      await setChannel({ perDay: 1 });
      await ready(8);
      const ids = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social).map(({ id }) => id);
      const meeting = meetingOf(4);
      await Promise.all(
        ids.slice(0, 4).map((id) => dispatchMessages(world.context({ owner: id, payload: onlyRow(world.payload, id, meeting) }))),
      );
      expect([await count('sent'), preview().sent.length]).toEqual([1, 1]);
    });

    it('keep posts apart, and count what nobody knows the fate of', async () => {
      await setChannel({ gapMinutes: 30 });
      await ready(3);
      preview().answerNext({ kind: 'unconfirmed', detail: 'no-answer-in-time' });
      for (let i = 0; i < 2; i++) await workers(['a', 'b']);
      expect([await count('unconfirmed'), await count('ready')]).toEqual([1, 2]);
      world.pass(30 * 60);
      for (let i = 0; i < 2; i++) await workers(['a', 'b']);
      expect([await count('sent'), await count('ready')]).toEqual([1, 1]);
    });

    it('do not count what a network certainly did not take', async () => {
      await setChannel({ perDay: 1 });
      await ready(2);
      preview().answerNext({ kind: 'rejected', code: 'http-422', detail: '' });
      for (let i = 0; i < 2; i++) await world.round();
      expect([await count('failed'), await count('sent')]).toEqual([1, 1]);
    });

    it('of money count links as dear as they are, and every attempt keeps what it was estimated at', async () => {
      await setChannel({ kind: 'x', monthlyCents: 45 });
      await ready(3);
      for (let i = 0; i < 3; i++) await world.round();
      expect([await count('sent'), await count('ready')]).toEqual([2, 1]);
      expect((await findRows(world.payload, 'attempts', { channel: { exists: true } })).map(({ cents }) => cents)).toEqual([
        20, 20,
      ]);
      world.at(instant('2026-12-01T08:00:00Z'));
      await world.round();
      expect(await count('sent')).toBe(3);
    });

    it('let a cancellation go before what waits longer', async () => {
      await setChannel({ perDay: 1 });
      const { id } = await world.publish({ title: 'Wird abgesagt' });
      await world.round();
      await ready(2);
      world.pass(60);
      await world.payload.update({ collection: 'events', id, data: { status: 'cancelled', _status: 'published' } as never });
      for (let i = 0; i < 2; i++) await world.round();
      world.at(instant('2026-11-24T08:00:00Z'));
      await world.round();
      const sent = (await world.rows()).filter(({ status }) => status === 'sent').map(({ purpose }) => purpose);
      expect(sent.sort()).toEqual(['announce', 'cancel']);
    });

    it('that leave no place in time are told to the people of the channel before it is too late', async () => {
      await setChannel({ perDay: 1 });
      await ready(1);
      await world.round();
      await world.publish({
        title: 'Schon heute Abend',
        startsAt: '2026-11-23T17:00:00.000Z',
        endsAt: '2026-11-23T19:00:00.000Z',
      });
      for (let i = 0; i < 2; i++) await world.round();
      expect((await world.rows()).find(({ status }) => status === 'missed')).toMatchObject({ reason: 'no-place' });
      const told = world.fakes.current.outbox.sent.map(({ message }) => (message.kind === 'mail' ? message.subject : ''));
      expect(told.filter((subject) => subject.startsWith('Kein Platz auf dem Kanal: Schon heute Abend'))).toHaveLength(2);
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
      await setChannel({ kind: 'x' });
      await expect(save({ [field]: value })).rejects.toMatchObject({ data: { errors: [{ path: field, message: words }] } });
    });
  });

  it('lets no slow channel hold up another', async () => {
    await setChannel({ via: 'preview' }, world.ids.byHand);
    await ready(3);
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
      return preview().send(message, key);
    };
    await dispatchMessages(
      world.context({ channel: (via) => (via === 'preview' ? { ...preview(), send } : world.fakes.current[via]) }),
    );
    expect(order.slice(0, 3)).toEqual(Array(3).fill(world.ids.social));
    expect(order).toHaveLength(6);
  });
});
