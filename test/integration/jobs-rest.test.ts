import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';
import { instant } from '#domain/time';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { nextMoment } from '#jobs/next-moment';
import { loadChannelAccount, restChannel } from '#store/channel-accounts';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';
import { type Pace, paceOf } from './pace-world';

describe.each(testDatabases())('a rest of a channel on %s', (kind) => {
  let world: World;
  let pace: Pace;
  beforeAll(async () => {
    world = await openWorld(kind, 'rest');
    pace = await paceOf(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => pace.reset());

  const BUSY: SendOutcome = {
    ...{ kind: 'postponed', notBefore: START.add({ minutes: 5 }), detail: 'HTTP 429' },
    restUntil: START.add({ minutes: 5 }),
  };

  it('holds all other posts of the channel, whoever looks and whenever, and nobody else', async () => {
    await pace.setChannel({ via: 'preview' }, world.ids.byHand);
    await pace.ready(4);
    pace.preview().answerNext(BUSY);
    let asked = 0;
    const counting: Channel = {
      ...pace.preview(),
      send: async (message, key) => {
        asked += 1;
        return pace.preview().send(message, key);
      },
    };
    const round = (owner: string) =>
      dispatchMessages(world.context({ owner, channel: (via) => (via === 'preview' ? counting : world.fakes.current[via]) }));
    await round('one');
    expect(asked).toBe(5);
    for (const owner of ['one', 'two']) await round(owner);
    world.pass(299);
    await round('three');
    expect([asked, pace.preview().sent.length]).toEqual([5, 4]);
    expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ minutes: 5 }));
    world.pass(1);
    await round('one');
    expect([asked, pace.preview().sent.length]).toEqual([9, 8]);
    expect((await world.rows()).every(({ status }) => status === 'sent')).toBe(true);
  });

  it('is taken from a network that does not answer, twice as long after each post of unknown fate', async () => {
    await pace.ready(5);
    for (let i = 0; i < 3; i++) pace.preview().answerNext({ kind: 'unconfirmed', detail: 'HTTP 503' });
    const blind: Channel = { ...pace.preview(), find: async () => undefined };
    const unclear: number[] = [];
    for (const seconds of [0, 119, 2, 239, 2]) {
      world.pass(seconds);
      await dispatchMessages(world.context({ channel: (via) => (via === 'preview' ? blind : world.fakes.current[via]) }));
      unclear.push(await pace.count('unconfirmed'));
    }
    expect(unclear).toEqual([1, 1, 2, 2, 3]);
    world.pass(481);
    await dispatchMessages(world.context({ channel: (via) => (via === 'preview' ? blind : world.fakes.current[via]) }));
    expect([await pace.count('unconfirmed'), await pace.count('sent')]).toEqual([3, 2]);
  });

  it('does not lengthen for an account what another one caused', async () => {
    await pace.ready(4);
    for (let i = 0; i < 3; i++) pace.preview().answerNext({ kind: 'unconfirmed', detail: 'HTTP 503' });
    const blind: Channel = { ...pace.preview(), find: async () => undefined };
    const unclear: number[] = [];
    for (const seconds of [0, 121, 0, 121]) {
      if (seconds === 0 && unclear.length > 0) await pace.setChannel({ server: 'andere.example.org', restUntil: null });
      world.pass(seconds);
      await dispatchMessages(world.context({ channel: (via) => (via === 'preview' ? blind : world.fakes.current[via]) }));
      unclear.push(await pace.count('unconfirmed'));
    }
    expect([unclear, await pace.count('sent')]).toEqual([[1, 2, 3, 3], 1]);
    await pace.setChannel({ server: null });
  });

  it('that somebody else was told of, or a stop, holds the very next post', async () => {
    await pace.ready(3);
    const stopping: Channel = {
      ...pace.preview(),
      send: async (message, key) => {
        await restChannel(world.payload, world.ids.social, START.add({ minutes: 5 }));
        return pace.preview().send(message, key);
      },
    };
    await dispatchMessages(world.context({ channel: (via) => (via === 'preview' ? stopping : world.fakes.current[via]) }));
    expect([await pace.count('sent'), await pace.count('ready')]).toEqual([1, 2]);
  });

  it('is never cut short, and a person who saves the channel does not end it', async () => {
    const restUntil = async () => (await world.payload.findByID({ collection: 'channels', id: world.ids.social })).restUntil;
    expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 2 }))).toBe(true);
    expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 1 }))).toBe(false);
    await pace.save({ name: 'Ein anderer Name' });
    expect(await restUntil()).toBe('2026-11-23T11:00:00.000Z');
    expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 3 }))).toBe(true);
    expect(await restUntil()).toBe('2026-11-23T12:00:00.000Z');
  });

  it('ends with the account that had to take it, and no late word of that one rests the next', async () => {
    const channel = () => world.payload.findByID({ collection: 'channels', id: world.ids.social, depth: 0 });
    const account = { kind: 'bluesky', via: 'bluesky', handle: 'alt.example.org', token: 'aaaa-bbbb-cccc-dddd' };
    await pace.save(account);
    const before = await loadChannelAccount(world.payload, world.ids.social);
    expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 10 }), before)).toBe(true);
    await pace.save({ name: 'Ein anderer Name' });
    expect((await channel()).restUntil).toBe('2026-11-23T19:00:00.000Z');
    await pace.save({ handle: 'neu.example.org', token: 'eeee-ffff-gggg-hhhh' });
    expect((await channel()).restUntil ?? undefined).toBeUndefined();
    expect(await restChannel(world.payload, world.ids.social, START.add({ hours: 11 }), before)).toBe(false);
    await pace.setChannel({ via: 'preview', sealedToken: null, handle: null });
  });

  it('that lasts too long is said to be why a row was missed', async () => {
    await pace.ready(1);
    await restChannel(world.payload, world.ids.social, instant('2026-12-10T18:00:00Z'));
    world.at(instant('2026-12-10T17:00:00Z'));
    await world.round();
    expect(await world.rows()).toContainEqual(expect.objectContaining({ status: 'missed', reason: 'not-reachable' }));
  });
});
