import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instant, toIso } from '#domain/time';
import type { JobContext } from '#jobs/context';
import { nextMoment } from '#jobs/next-moment';
import { run as raiseNotices } from '#jobs/raise-notices';
import { openChannels } from '#runtime/channels';
import { setClock } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { sealAccess } from '#runtime/seal-access';
import { claimRenewal, connectChannel, loadChannelAccess } from '#store/channel-access';
import { loadChannelAccount } from '#store/channel-accounts';
import { findRows } from '#store/rows';
import { LINKEDIN_TOKEN } from '../fakes/linkedin';
import { testDatabases } from './boot';
import { type NetworkHouse, openNetworkHouse, renewAccesses } from './network-house';

const START = instant('2026-11-23T09:00:00Z');
const DAY = 24 * 3_600;
const days = (count: number): Instant => START.add({ seconds: count * DAY });

describe.each(testDatabases())('the access of a connected channel on %s', (kind) => {
  let world: NetworkHouse;
  let at: Instant;
  let refreshes = 0;
  beforeAll(async () => {
    world = await openNetworkHouse(kind, 'renewal');
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    at = START;
    setClock(() => at);
    await world.payload.db.deleteMany({ collection: 'channels', where: {} });
    await world.payload.db.deleteMany({ collection: 'notices', where: {} });
    Object.assign(world.standIn.members, { tokens: 'answer', rotates: false, givesRefresh: true, accessSeconds: 60 * DAY });
    world.standIn.members.asked.length = 0;
  });

  const context = (owner = 'one'): JobContext => world.context(at, owner);
  /** A channel whose people signed in at START, with an access of so many seconds. */
  const connected = async (seconds = 60 * DAY): Promise<string> => {
    const { id } = await world.make({ token: LINKEDIN_TOKEN });
    const before = await loadChannelAccess(world.payload, id);
    if (!before) throw new Error('no channel');
    const token = `AQW-refresh-streng-geheim-${++refreshes}`;
    world.standIn.members.refreshes.add(token);
    const owner = `${before.organisation}/${before.slug}`;
    const access = sealAccess({ token: LINKEDIN_TOKEN, seconds, refresh: { token, seconds: 365 * DAY } }, 'linkedin', owner, at);
    await connectChannel(world.payload, id, { access, account: { id: '4711', name: 'IHK' }, before }, at);
    return id;
  };
  const secrets = (id: string) => world.secrets(id);
  const asked = () => world.standIn.members.asked.length;

  it('is renewed ten days before it ends, which can be foreseen, and what renews it ends no later for that', async () => {
    const id = await connected();
    at = days(50).subtract({ seconds: 1 });
    expect((await nextMoment(world.payload, at))?.toString()).toBe(days(50).toString());
    expect(await renewAccesses(context())).toBe(0);
    at = days(50);
    expect([await renewAccesses(context()), await renewAccesses(context()), asked()]).toEqual([1, 0, 1]);
    const { token, refresh } = await secrets(id);
    expect([token?.startsWith('AQX-access'), refresh]).toEqual([true, `AQW-refresh-streng-geheim-${refreshes}`]);
    expect(await world.read(id)).toMatchObject({ accessUntil: toIso(days(110)), refreshUntil: toIso(days(365)) });
  });

  it('is asked for once by two processes at a time, also where what renews it is good once', async () => {
    world.standIn.members.rotates = true;
    const id = await connected();
    at = days(51);
    const counts = await Promise.all([renewAccesses(context('one')), renewAccesses(context('two'))]);
    expect([counts.sort(), asked()]).toEqual([[0, 1], 1]);
    const { refresh } = await secrets(id);
    expect([refresh === `AQW-refresh-streng-geheim-${refreshes}`, world.standIn.members.refreshes.has(refresh ?? '')]).toEqual([
      ...[false, true],
    ]);
    at = at.add({ seconds: 51 * DAY });
    expect(await renewAccesses(context())).toBe(1);
  });

  it('is asked for again, later, when nobody knows what became of it', async () => {
    const id = await connected();
    world.standIn.members.tokens = 'fail';
    at = days(50);
    await renewAccesses(context());
    world.standIn.members.tokens = 'answer';
    expect([await renewAccesses(context()), asked()]).toEqual([0, 1]);
    at = at.add({ minutes: 60 });
    expect([await renewAccesses(context()), (await world.read(id)).accessUntil]).toEqual([
      1,
      toIso(at.add({ seconds: 60 * DAY })),
    ]);
  });

  it('is not lost in silence when a process dies with the answer: the next one is refused, and its people are told', async () => {
    world.standIn.members.rotates = true;
    const id = await connected();
    at = days(59).add({ hours: 1 });
    // The network has taken what renews it, and nobody heard the answer.
    world.standIn.members.tokens = 'hang-up';
    await renewAccesses(context());
    world.standIn.members.tokens = 'answer';
    at = at.add({ hours: 1 });
    await renewAccesses(context());
    expect(await world.read(id)).toMatchObject({ paused: true, trouble: 'account-refused', sealedRefresh: null });
    await raiseNotices(context());
    expect((await findRows(world.payload, 'notices', { kind: { equals: 'access-ends' } })).length).toBeGreaterThan(0);
  });

  it('goes on while it is good for days, when what renews it is refused, and its people are told', async () => {
    const id = await connected();
    world.standIn.members.refreshes.clear();
    at = days(50);
    await renewAccesses(context());
    expect(await world.read(id)).toMatchObject({ trouble: null, refreshSince: null, accessUntil: toIso(days(60)) });
    await raiseNotices(context());
    expect((await findRows(world.payload, 'notices', { kind: { equals: 'access-ends' } })).length).toBeGreaterThan(0);
    expect([await renewAccesses(context()), asked()]).toEqual([0, 1]);
  });

  it('forgets nothing when the network refuses the application and not the access', async () => {
    const id = await connected();
    at = days(50);
    const mistyped = openChannels(readEnv({ ...process.env, LINKEDIN_CLIENT_SECRET: 'WPL_AP1.vertippt' }));
    expect(await renewAccesses({ ...context(), channel: mistyped })).toBe(0);
    expect((await secrets(id)).refresh).toBe(`AQW-refresh-streng-geheim-${refreshes}`);
    at = at.add({ minutes: 60 });
    expect([await renewAccesses(context()), asked()]).toEqual([1, 2]);
  });

  it('is claimed for two minutes only: whoever dies holds nobody up for long', async () => {
    const id = await connected();
    at = days(50);
    const { refresh: used = '' } = (await loadChannelAccount(world.payload, id)) ?? {};
    expect(await claimRenewal(world.payload, id, { used, tries: 0 }, at, at.add({ seconds: 120 }))).toBe(true);
    expect(await renewAccesses(context())).toBe(0);
    at = at.add({ seconds: 120 });
    expect(await renewAccesses(context())).toBe(1);
  });

  it('keeps what a renewal brought when the form is saved at the same time', async () => {
    world.standIn.members.rotates = true;
    const id = await connected();
    at = days(50);
    // The save reads the channel before the renewal, and writes after it.
    const { hooks } = world.payload.collections.channels.config;
    const slow = async ({ data }: { data: Record<string, unknown> }) => {
      await renewAccesses(context());
      return data;
    };
    hooks.beforeChange.unshift(slow as never);
    await world.update(id, { name: 'Anders' });
    hooks.beforeChange.shift();
    const { token, refresh } = await secrets(id);
    expect([token?.startsWith('AQX-access'), world.standIn.members.refreshes.has(refresh ?? '')]).toEqual([true, true]);
    expect(await world.read(id)).toMatchObject({ name: 'Anders', accessUntil: toIso(days(110)) });
  });

  it('loses to a token that somebody pasted meanwhile', async () => {
    const id = await connected();
    at = days(50);
    const pasting: JobContext = {
      ...context(),
      channel: (via, account) => ({
        ...openChannels(readEnv())(via, account),
        renew: async () => {
          await world.update(id, { token: LINKEDIN_TOKEN });
          return { kind: 'renewed', access: { token: 'AQX-access-zu-spaet-0000' } };
        },
      }),
    };
    expect(await renewAccesses(pasting)).toBe(0);
    expect((await secrets(id)).token).toBe(LINKEDIN_TOKEN);
  });
});
