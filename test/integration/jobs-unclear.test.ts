import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { attemptsOf } from '#store/attempts';
import { resolveUnconfirmed } from '#store/decisions';
import { dispatchesOf } from '#store/dispatches';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, START, type World } from './jobs-world';

const ACCEPTED: SendOutcome = { kind: 'accepted', providerId: '1', url: 'https://example.org/1' };
const HOUR = 3600;

describe.each(testDatabases())('a message of unknown fate on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'unclear');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const preview = () => world.fakes.current.preview;
  const theRow = async () => {
    const [row] = await world.rows();
    if (!row) throw new Error('no row');
    return row;
  };
  const theAttempts = async () => {
    const dispatches = await dispatchesOf(world.payload, 'post', [(await theRow()).id]);
    return attemptsOf(
      world.payload,
      dispatches.map(({ id }) => id),
    );
  };
  /** Rounds in which posts leave through this channel. */
  const roundWith = (channel: Partial<Channel>) =>
    world.round({ channel: (via) => (via === 'preview' ? { ...preview(), ...channel } : world.fakes.current[via]) });
  /** Plans and readies, sends nothing. */
  const ready = async () => {
    await planDeliveries(world.context());
    await settleApprovals(world.context());
  };

  it('never sends again what is unclear, until a person says that it did not leave', async () => {
    await world.publish();
    const blind = { find: async () => undefined };
    preview().answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await roundWith(blind);
    for (let i = 0; i < 3; i++) {
      world.pass(LEASE_SECONDS * 10);
      await roundWith(blind);
    }
    expect([(await theRow()).status, preview().sent.length]).toEqual(['unconfirmed', 1]);
    await resolveUnconfirmed(world.payload, (await theRow()).id, { user: 'u', now: world.now(), wasSent: false });
    await roundWith(blind);
    expect([(await theRow()).status, preview().sent.length]).toEqual(['sent', 2]);
  });

  it('left when it was tried, however late a person says that it did', async () => {
    await world.publish();
    const blind = { find: async () => undefined };
    preview().answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await roundWith(blind);
    const tried = world.now();
    world.pass(8 * 24 * HOUR);
    await resolveUnconfirmed(world.payload, (await theRow()).id, { user: 'u', now: world.now(), wasSent: true });
    const { status, sentAt, decidedAt } = await theRow();
    expect([status, sentAt?.toString(), decidedAt?.toString()]).toEqual(['sent', tried.toString(), world.now().toString()]);
  });

  it('takes a channel that throws for unclear', async () => {
    await world.publish();
    await roundWith({
      send: async () => {
        throw new Error('a fault of ours');
      },
    });
    expect(await theRow()).toMatchObject({ status: 'unconfirmed' });
  });

  it('asks the channel what became of an unclear message', async () => {
    await world.publish();
    preview().answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await world.round();
    world.pass(LEASE_SECONDS + 1);
    await world.round();
    expect([(await theRow()).status, preview().sent.length]).toEqual(['sent', 1]);
  });

  it('repeats the very same message under the same key where that cannot double it, only while it is true', async () => {
    const { id } = await world.publish();
    const calls: unknown[] = [];
    const repeatable: Partial<Channel> = {
      repeatable: { seconds: HOUR },
      find: async () => undefined,
      send: async (message, key) => {
        calls.push([key, JSON.stringify(message)]);
        return calls.length < 2 ? { kind: 'unconfirmed', detail: 'line dropped' } : ACCEPTED;
      },
    };
    await roundWith(repeatable);
    await world.payload.update({ collection: 'events', id, data: { title: 'Abend', _status: 'published' } });
    world.pass(LEASE_SECONDS + 1);
    await roundWith(repeatable);
    expect([calls.length, (await theRow()).status]).toEqual([1, 'unconfirmed']);
    await world.payload.update({ collection: 'events', id, data: { title: 'Gründertag', _status: 'published' } });
    world.pass(2 * LEASE_SECONDS + 2);
    await roundWith(repeatable);
    expect([calls.length, (await theRow()).status]).toEqual([2, 'sent']);
    expect(calls[1]).toEqual(calls[0]);
  });

  it.each([
    ['is stopped', { paused: true }],
    ['was switched off', { active: false }],
  ] as const)('repeats nothing on a channel that %s', async (_name, change) => {
    await world.publish();
    const calls: string[] = [];
    const repeatable: Partial<Channel> = {
      repeatable: { seconds: HOUR },
      find: async () => undefined,
      send: async (_message, key) => {
        calls.push(key);
        return calls.length < 2 ? { kind: 'unconfirmed', detail: 'line dropped' } : ACCEPTED;
      },
    };
    const setChannel = (data: object) =>
      world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never });
    await roundWith(repeatable);
    await setChannel(change);
    world.pass(LEASE_SECONDS + 1);
    await roundWith(repeatable);
    const held = [calls.length, (await theRow()).status];
    await setChannel({ paused: false, active: true });
    world.pass(2 * LEASE_SECONDS + 2);
    await roundWith(repeatable);
    expect([held, calls.length, (await theRow()).status]).toEqual([[1, 'unconfirmed'], 2, 'sent']);
  });

  it.each([
    ['server', { server: 'anders.example.org', token: 'token-a-0123456789-0123' }],
    ['account', { token: 'token-b-0123456789-0123' }],
  ])('neither looks for it nor repeats it on another %s than it was sent by', async (_what, change) => {
    const setChannel = (data: object) =>
      world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never });
    await setChannel({ via: 'mastodon', server: 'social.example.org', token: 'token-a-0123456789-0123' });
    await world.publish();
    const calls: string[] = [];
    const network: Partial<Channel> = {
      repeatable: { seconds: HOUR },
      find: async () => {
        calls.push('find');
        return undefined;
      },
      send: async () => {
        calls.push('send');
        return { kind: 'unconfirmed', detail: 'line dropped' };
      },
    };
    const round = () =>
      world.round({ channel: (via) => (via === 'mastodon' ? { ...preview(), ...network } : world.fakes.current[via]) });
    await round();
    await setChannel(change);
    world.pass(LEASE_SECONDS + 1);
    await round();
    expect([calls, (await theRow()).status]).toEqual([['send'], 'unconfirmed']);
    await setChannel({ via: 'preview' });
  });

  it.each<SendOutcome>([
    { kind: 'rejected', code: 'http-422', detail: 'known already' },
    { kind: 'postponed', notBefore: START, detail: '429' },
  ])('takes a repeated message that is $kind for no answer about the first', async (second) => {
    await world.publish();
    const answers: SendOutcome[] = [{ kind: 'unconfirmed', detail: 'line dropped' }, second, ACCEPTED];
    const repeatable: Partial<Channel> = {
      repeatable: { seconds: HOUR },
      find: async () => undefined,
      send: async () => answers.shift() ?? ACCEPTED,
    };
    await roundWith(repeatable);
    world.pass(LEASE_SECONDS + 1);
    await roundWith(repeatable);
    expect([(await theRow()).status, (await theAttempts()).length]).toEqual(['unconfirmed', 1]);
    world.pass(2 * LEASE_SECONDS + 2);
    await roundWith(repeatable);
    expect([(await theRow()).status, (await theAttempts()).length]).toEqual(['sent', 1]);
  });

  it('believes the truth however late it comes', async () => {
    await world.publish();
    await roundWith({
      find: async () => undefined,
      send: async () => {
        // The answer takes longer than the lease; meanwhile another process looks after it.
        world.pass(LEASE_SECONDS + 1);
        await roundWith({ find: async () => undefined });
        expect(await theRow()).toMatchObject({ status: 'unconfirmed', reason: 'lease-expired' });
        return ACCEPTED;
      },
    });
    expect(await theRow()).toMatchObject({ status: 'sent', reason: undefined });
  });

  it('does not send again what a person put back when the truth comes first', async () => {
    await world.publish();
    await roundWith({
      find: async () => undefined,
      send: async () => {
        world.pass(LEASE_SECONDS + 1);
        await roundWith({ find: async () => undefined });
        await resolveUnconfirmed(world.payload, (await theRow()).id, { user: 'u', now: world.now(), wasSent: false });
        return ACCEPTED;
      },
    });
    await world.round();
    expect([(await theRow()).status, preview().sent.length]).toEqual(['sent', 0]);
  });

  it('sends nothing when its process slept past its lease before the message left', async () => {
    await world.publish();
    await ready();
    const asleep = world.context();
    // The limits are read after the claim: there the process falls asleep, and another one takes over.
    let isAsleep = false;
    const sleepy = async (): Promise<void> => {
      isAsleep = true;
      world.pass(LEASE_SECONDS + 1);
      await world.round();
    };
    const payload = Object.create(asleep.payload, {
      db: {
        value: new Proxy(asleep.payload.db, {
          get: (target, name) => {
            const value: unknown = Reflect.get(target, name);
            if (typeof value !== 'function') return value;
            return async (...args: readonly { data?: { stage?: string } }[]) => {
              if (name === 'updateOne' && args[0]?.data?.stage === 'handing' && !isAsleep) await sleepy();
              return value.apply(target, args);
            };
          },
        }),
      },
    });
    await dispatchMessages({ ...asleep, payload });
    expect(isAsleep).toBe(true);
    expect([(await theRow()).status, preview().sent.length]).toEqual(['sent', 1]);
    expect((await theAttempts()).map(({ stage }) => stage)).toEqual(['abandoned', 'accepted']);
  });
});
