import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountOwner } from '#domain/channel';
import type { Renewal } from '#domain/connection';
import { toIso } from '#domain/time';
import type { JobContext } from '#jobs/context';
import { sealAccess } from '#runtime/seal-access';
import { connectChannel, loadChannelAccess } from '#store/channel-access';
import { loadChannelAccount } from '#store/channel-accounts';
import { insertOnce } from '#store/rows';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';
import { type Pace, paceOf } from './pace-world';

const MINUTE = 60;
const HOUR = 3_600;

const FRESH = { kind: 'renewed', access: { token: 'neu', seconds: 2 * HOUR, refresh: { token: 'refresh-2' } } } as const;
const SILENT = { kind: 'unknown', detail: 'timeout' } as const;

/** What somebody else waits for until it is opened. */
const gateOf = () => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe.each(testDatabases())('a round on %s in which an access is renewed', (kind) => {
  let world: World;
  let pace: Pace;
  /** By which access each post was tried. */
  let posted: string[];
  let asked: number;
  let first: string | undefined;
  beforeAll(async () => {
    world = await openWorld(kind, 'renewal-round');
    pace = await paceOf(world);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await pace.reset();
    [posted, asked] = [[], 0];
    await pace.setChannel({ kind: 'x', via: 'x', paused: false, pausedAt: null, trouble: null });
    first = await connect();
  });

  /** Signed in anew, for two hours. */
  const connect = async (): Promise<string | undefined> => {
    const { payload, ids } = world;
    const before = await loadChannelAccess(payload, ids.social);
    if (!before) throw new Error('no channel');
    const owner = accountOwner(before.organisation, before.slug);
    const access = sealAccess({ token: 'alt', seconds: 2 * HOUR, refresh: { token: 'refresh-1' } }, 'x', owner, world.now());
    await connectChannel(payload, ids.social, { access, account: { id: '4711', name: '@htai' }, before }, world.now());
    return (await loadChannelAccount(payload, ids.social))?.apiKey;
  };
  /** X, which refuses an access that is over and answers a renewal like this. */
  const x = (renew: () => Promise<Renewal>): JobContext['channel'] => {
    const until = world.now().add({ seconds: 2 * HOUR });
    return (via, account) => {
      const fake = world.fakes.current[via];
      if (via !== 'x') return fake;
      return {
        ...fake,
        renew: () => {
          asked += 1;
          return renew();
        },
        send: async (message, key) => {
          const isFirst = account?.apiKey === first;
          posted.push(isFirst ? 'old' : 'new');
          if (isFirst && world.now().since(until).sign >= 0)
            return { kind: 'rejected', code: 'account-refused', detail: 'HTTP 401' };
          return fake.send(message, key);
        },
      };
    };
  };
  const channelNow = () => world.payload.findByID({ collection: 'channels', id: world.ids.social, depth: 0 });
  const until = async (is: () => boolean): Promise<void> => {
    for (let i = 0; i < 1_000 && !is(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(is()).toBe(true);
  };

  it.each([0, 1, 9, 90])('posts in this round and by the new access, %i hours after the old one ended', async (hours) => {
    const channel = x(async () => FRESH);
    await pace.ready(2);
    world.pass((2 + hours) * HOUR);
    await world.round({ channel });
    expect([posted, asked, await pace.statuses()]).toEqual([['new', 'new'], 1, ['sent', 'sent']]);
  });

  it.each([0, 9])('lets no second worker post by the old access meanwhile, %i hours after it ended', async (hours) => {
    const gate = gateOf();
    const channel = x(async () => {
      await gate.opened;
      return FRESH;
    });
    await pace.ready(1);
    world.pass((2 + hours) * HOUR);
    const one = world.round({ channel, owner: 'one' });
    await until(() => asked > 0);
    for (const owner of ['two', 'three']) await world.round({ channel, owner });
    expect([posted, await pace.statuses(), (await channelNow()).trouble ?? null]).toEqual([[], ['ready'], null]);
    gate.open();
    await one;
    expect([posted, asked, await pace.statuses(), (await channelNow()).paused]).toEqual([['new'], 1, ['sent'], false]);
  });

  it('posts by the access that is good still, while another worker renews it', async () => {
    const gate = gateOf();
    const channel = x(async () => {
      await gate.opened;
      return FRESH;
    });
    await pace.ready(1);
    world.pass(110 * MINUTE);
    const one = world.round({ channel, owner: 'one' });
    await until(() => asked > 0);
    await world.round({ channel, owner: 'two' });
    expect([posted, await pace.statuses()]).toEqual([['old'], ['sent']]);
    gate.open();
    await one;
    expect([posted, asked]).toEqual([['old'], 1]);
  });

  it('waits when nobody answers, however late the first try came, and posts when one succeeds', async () => {
    let answer: Renewal = SILENT;
    const channel = x(async () => answer);
    await pace.ready(1);
    world.pass(11 * HOUR);
    for (let i = 0; i < 4; i++) {
      await world.round({ channel });
      world.pass(MINUTE);
    }
    expect([posted, asked, (await channelNow()).paused]).toEqual([[], 2, false]);
    answer = FRESH;
    await world.round({ channel });
    expect([posted, await pace.statuses()]).toEqual([['new'], ['sent']]);
  });

  it('leaves it to people when six hours of tries came to nothing, and not before', async () => {
    const channel = x(async () => SILENT);
    await pace.ready(1);
    world.pass(3 * HOUR);
    await world.round({ channel });
    await pace.setChannel({ renewTries: 178 });
    world.pass(2 * MINUTE);
    await world.round({ channel });
    expect([await pace.statuses(), (await channelNow()).paused]).toEqual([['ready'], false]);
    world.pass(2 * MINUTE);
    await world.round({ channel });
    expect(await channelNow()).toMatchObject({ paused: true, trouble: 'account-refused' });
    await world.round({ channel });
    expect([posted, await pace.statuses()]).toEqual([[], ['handed-over']]);
  });

  it('counts in vain what was tried since the access was over, and forgets it with the next one', async () => {
    let answer: Renewal = SILENT;
    const channel = x(async () => answer);
    const tries: unknown[] = [];
    for (const minutes of [110, 8, 2, 2]) {
      world.pass(minutes * MINUTE);
      await world.round({ channel });
      tries.push((await channelNow()).renewTries);
    }
    answer = FRESH;
    world.pass(2 * MINUTE);
    await world.round({ channel });
    expect([...tries, (await channelNow()).renewTries ?? null]).toEqual([0, 1, 2, 3, null]);
  });

  it('waits for the lease of a worker that was killed, and leaves it to people when what renews it was spent', async () => {
    let isSpent = false;
    const dying = x(() => {
      isSpent = true;
      return new Promise(() => {});
    });
    const channel = x(async (): Promise<Renewal> => (isSpent ? { kind: 'refused', detail: 'HTTP 400' } : FRESH));
    await pace.ready(1);
    world.pass(11 * HOUR);
    void world.round({ channel: dying, owner: 'dying' });
    await until(() => isSpent);
    for (const seconds of [0, 119]) {
      world.pass(seconds);
      await world.round({ channel, owner: 'two' });
    }
    expect([posted, asked, (await channelNow()).paused]).toEqual([[], 1, false]);
    world.pass(1);
    await world.round({ channel, owner: 'two' });
    expect(await channelNow()).toMatchObject({ paused: true, trouble: 'account-refused' });
    await world.round({ channel, owner: 'three' });
    expect([posted, asked, await pace.statuses()]).toEqual([[], 2, ['handed-over']]);
  });

  it('is stopped before what renews it is forgotten, so that nobody takes it for open in between', async () => {
    const channel = x(async () => ({ kind: 'refused', detail: 'HTTP 400' }));
    world.pass(3 * HOUR);
    const updates = vi.spyOn(world.payload.db, 'updateOne');
    await world.round({ channel });
    const written = updates.mock.calls.map(([{ data }]) => data).filter((data) => 'paused' in data || 'sealedRefresh' in data);
    updates.mockRestore();
    expect(written).toMatchObject([{ paused: true }, { sealedRefresh: null }]);
  });

  it('keeps no other channel and no mail waiting for a network that hangs', async () => {
    await pace.setChannel({ kind: 'linkedin', via: 'preview', wantsApproval: false }, world.ids.byHand);
    const [requestedAt, expiresAt] = [toIso(START), toIso(START.add({ hours: 48 }))];
    await insertOnce(world.payload, 'signups', {
      ...{ key: 'leserin@example.org', kind: 'newsletters', email: 'leserin@example.org', formUrl: 'https://example.org' },
      ...{ status: 'due', requestedAt, expiresAt },
      choices: [{ channel: world.ids.newsletter, newsletter: 'Nordsüd', organisation: 'HTAI', text: 'Ja.' }],
    });
    const gate = gateOf();
    let mailed = false;
    const channel = x(async () => {
      mailed = world.fakes.current.outbox.sent.some(({ key }) => key.startsWith('confirmation/'));
      await gate.opened;
      return FRESH;
    });
    await pace.ready(2);
    world.pass(3 * HOUR);
    const round = world.round({ channel });
    await until(() => asked > 0 && pace.preview().sent.length === 2);
    expect([posted, mailed]).toEqual([[], true]);
    gate.open();
    await round;
    expect(posted).toEqual(['new', 'new']);
  });

  it('takes no other channel with it when an answer cannot be kept', async () => {
    await pace.setChannel({ kind: 'linkedin', via: 'preview' }, world.ids.byHand);
    const endless = { kind: 'renewed', access: { token: 'neu', seconds: 1e13 } } as const;
    const channel = x(async () => endless);
    await pace.ready(1);
    world.pass(3 * HOUR);
    expect(Object.keys(await world.round({ channel }))).toContain('dispatch-messages');
    expect([posted, pace.preview().sent.length, await pace.statuses(), (await channelNow()).paused]).toEqual([
      ...[[], 1],
      ...[['ready'], false],
    ]);
  });

  it.each([
    ['with nothing to post', {}],
    ['that people stopped', { paused: true }],
    ['that stopped by itself', { paused: true, trouble: 'account-refused' }],
  ])('renews it in time on a channel %s', async (_, stand) => {
    const channel = x(async () => FRESH);
    await pace.setChannel(stand);
    world.pass(100 * MINUTE - 1);
    await world.round({ channel });
    expect(asked).toBe(0);
    world.pass(1);
    await world.round({ channel });
    const accessUntil = world.now().add({ seconds: 2 * HOUR });
    expect([asked, (await channelNow()).accessUntil, (await channelNow()).paused === true]).toEqual([
      ...[1, accessUntil.toString({ smallestUnit: 'millisecond' })],
      'paused' in stand,
    ]);
  });

  it('gives to people what is due on a channel that stopped by itself, though its access is over and tried again', async () => {
    const channel = x(async () => SILENT);
    await pace.ready(1);
    await pace.setChannel({ paused: true, trouble: 'account-refused' });
    world.pass(3 * HOUR);
    await world.round({ channel });
    expect([posted, asked, await pace.statuses()]).toEqual([[], 1, ['handed-over']]);
  });
});
