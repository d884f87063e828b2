import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountOwner } from '#domain/channel';
import type { Renewal } from '#domain/connection';
import { type Instant, instant, toIso } from '#domain/time';
import type { JobContext } from '#jobs/context';
import { run as raiseNotices } from '#jobs/raise-notices';
import { setClock } from '#runtime/clock';
import { sealAccess } from '#runtime/seal-access';
import { connectChannel, loadChannelAccess } from '#store/channel-access';
import { findRows } from '#store/rows';
import { loadStopped } from '#store/settings';
import { X_TOKEN } from '../fakes/x';
import { testDatabases } from './boot';
import { type NetworkHouse, openNetworkHouse, renewAccesses } from './network-house';

const START = instant('2026-11-23T09:00:00Z');
const minutes = (count: number): Instant => START.add({ minutes: count });

describe.each(testDatabases())('an access that is renewed with what X takes once, on %s', (kind) => {
  let world: NetworkHouse;
  let at: Instant;
  let count = 0;
  beforeAll(async () => {
    world = await openNetworkHouse(kind, 'renewal-once');
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    at = START;
    setClock(() => at);
    await world.payload.db.deleteMany({ collection: 'channels', where: {} });
    await world.payload.db.deleteMany({ collection: 'notices', where: {} });
    world.x.signIn.endpoint = 'answer';
    world.x.signIn.asked.length = 0;
  });

  const context = (owner = 'one'): JobContext => world.context(at, owner);
  /** A worker that dies with the answer in its hands, or before it asked. */
  const dying = (asks: boolean): JobContext => {
    const channel: JobContext['channel'] = (via, account) => {
      const x = context().channel(via, account);
      const renew = async (): Promise<Renewal> => {
        if (asks) await x.renew?.();
        return new Promise<never>(() => {});
      };
      return { ...x, renew };
    };
    return { ...context('dying'), channel };
  };
  /** Lets it come so far that it hangs for ever, which is what others see of a process that was killed. */
  const die = async (asks: boolean, id: string): Promise<void> => {
    void renewAccesses(dying(asks));
    const claimed = async () => (await world.read(id)).renewNotBefore === toIso(at.add({ seconds: 120 }));
    const isThere = async () => (asks ? asked() > 0 : await claimed());
    while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  /** A channel whose people signed in at START. */
  const connected = async (): Promise<string> => {
    const { id } = await world.make({ kind: 'x', via: 'x', page: undefined, token: undefined });
    const before = await loadChannelAccess(world.payload, id);
    if (!before) throw new Error('no channel');
    const token = `refresh-streng-geheim-${++count}`;
    world.x.signIn.refreshTokens.set(token, 'tweet.write offline.access');
    const owner = accountOwner(before.organisation, before.slug);
    const access = sealAccess({ token: X_TOKEN, seconds: 7_200, refresh: { token } }, 'x', owner, at);
    await connectChannel(world.payload, id, { access, account: { id: '4711', name: '@stand_in' }, before }, at);
    return id;
  };
  const secrets = (id: string) => world.secrets(id);
  const asked = () => world.x.signIn.asked.length;
  /** Its people are told, by mail and on the start page, and nothing asks again. */
  const expectGivenUp = async (id: string): Promise<void> => {
    expect(await world.read(id)).toMatchObject({
      paused: true,
      trouble: 'account-refused',
      sealedRefresh: null,
    });
    expect(await loadStopped(world.payload)).toMatchObject([{ id, trouble: 'account-refused' }]);
    await raiseNotices(context());
    expect((await findRows(world.payload, 'notices', { kind: { equals: 'access-ends' } })).length).toBeGreaterThan(0);
    const before = asked();
    for (let i = 0; i < 3; i++) {
      at = at.add({ hours: 1 });
      await renewAccesses(context());
    }
    expect(asked()).toBe(before);
  };

  it('is renewed twenty minutes ahead, again and again, by two workers at once with each token only once', async () => {
    const id = await connected();
    at = minutes(99);
    expect(await renewAccesses(context())).toBe(0);
    const used = new Set<string>();
    for (let round = 1; round <= 5; round++) {
      at = minutes(100 * round);
      used.add((await secrets(id)).refresh ?? '');
      const counts = await Promise.all(['one', 'two', 'three'].map((owner) => renewAccesses(context(owner))));
      expect([counts.sort(), asked()]).toEqual([[0, 0, 1], round]);
    }
    const { token, refresh } = await secrets(id);
    expect([used.size, world.x.signIn.tokens.has(token ?? ''), world.x.signIn.refreshTokens.has(refresh ?? '')]).toEqual([
      5,
      true,
      true,
    ]);
    expect(await world.read(id)).toMatchObject({ trouble: null, accessUntil: toIso(at.add({ hours: 2 })) });
  });

  it('is given up and told when a worker is killed after X answered: the next question is refused', async () => {
    const id = await connected();
    at = minutes(100);
    await die(true, id);
    expect([await renewAccesses(context('two')), asked()]).toEqual([0, 1]);
    at = at.add({ seconds: 120 });
    const counts = await Promise.all([renewAccesses(context('two')), renewAccesses(context('three'))]);
    expect([counts, asked()]).toEqual([[0, 0], 2]);
    await expectGivenUp(id);
  });

  it('is renewed by the next worker when one is killed before it asked X', async () => {
    const id = await connected();
    at = minutes(100);
    await die(false, id);
    expect([await renewAccesses(context('two')), asked()]).toEqual([0, 0]);
    at = at.add({ seconds: 120 });
    const counts = await Promise.all([renewAccesses(context('two')), renewAccesses(context('three'))]);
    expect([counts.sort(), asked(), (await world.read(id)).trouble]).toEqual([[0, 1], 1, null]);
  });

  it('is given up and told when X has taken it and its answer is lost: the next question is refused', async () => {
    const id = await connected();
    world.x.signIn.endpoint = 'hang-up';
    at = minutes(100);
    await renewAccesses(context());
    world.x.signIn.endpoint = 'answer';
    at = at.add({ minutes: 4 });
    await renewAccesses(context());
    await expectGivenUp(id);
  });

  it.each(['busy', 'fail'] as const)('is tried again where X has not taken it (%s)', async (endpoint) => {
    const id = await connected();
    world.x.signIn.endpoint = endpoint;
    at = minutes(100);
    expect(await renewAccesses(context())).toBe(0);
    expect(await world.read(id)).toMatchObject({ trouble: null });
    world.x.signIn.endpoint = 'answer';
    at = at.add({ minutes: 4 });
    expect([await renewAccesses(context()), (await world.read(id)).accessUntil]).toEqual([1, toIso(at.add({ hours: 2 }))]);
  });

  it('stops at once when X refuses it, and goes on when its people sign in again', async () => {
    const id = await connected();
    world.x.signIn.endpoint = 'refuse';
    at = minutes(100);
    await renewAccesses(context());
    expect(await world.read(id)).toMatchObject({ paused: true, trouble: 'account-refused', sealedRefresh: null });
    world.x.signIn.endpoint = 'answer';
    const before = await loadChannelAccess(world.payload, id);
    if (!before) throw new Error('no channel');
    const owner = accountOwner(before.organisation, before.slug);
    const access = sealAccess({ token: X_TOKEN, seconds: 7_200 }, 'x', owner, at);
    await connectChannel(world.payload, id, { access, account: { id: '4711', name: '@stand_in' }, before }, at);
    expect(await world.read(id)).toMatchObject({ paused: false, trouble: null });
  });
});
