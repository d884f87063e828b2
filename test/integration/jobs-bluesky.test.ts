import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccount, ChannelVia } from '#domain/channel';
import { type Channel, openChannels } from '#runtime/channels';
import { resolveUnconfirmed } from '#store/decisions';
import { dispatchesOf } from '#store/dispatches';
import { askRemoval, findPosted } from '#store/removals';
import { loadStopped } from '#store/settings';
import { BLUESKY_HANDLE, BLUESKY_PASSWORD, type BlueskyStandIn, startBluesky } from '../fakes/bluesky';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

describe.each(testDatabases())('posts on Bluesky on %s', (kind) => {
  let world: World;
  let standIn: BlueskyStandIn;
  let channels: ReturnType<typeof openChannels>;
  beforeAll(async () => {
    world = await openWorld(kind, 'bluesky');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['bluesky'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    standIn = await startBluesky();
    channels = openChannels({ dataDir: world.house.dataDir, blueskyBaseUrl: standIn.url });
    await setChannel({ kind: 'bluesky', via: 'bluesky', handle: BLUESKY_HANDLE, token: BLUESKY_PASSWORD, paused: false });
  });
  afterEach(() => standIn.close());

  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never, depth: 0 });
  const rounds = async (count: number) => {
    for (let i = 0; i < count; i++) {
      await world.round({ channel: (via, account) => (via === 'bluesky' ? channels(via, account) : world.fakes.current[via]) });
      world.pass(900);
    }
  };
  const row = async () => (await world.rows()).find(({ channelId }) => channelId === world.ids.social);
  const logins = () => standIn.requests.filter((name) => name === 'createSession').length;

  it('appear once, the ledger knows where, and nobody logs in for each', async () => {
    await world.publish({ title: 'Gründertag (kostenlos)' });
    await world.publish({ title: 'Pitch-Abend' });
    await rounds(2);
    expect([...standIn.records.values()].map(({ text }) => text.includes('Gründertag (kostenlos)')).sort()).toEqual([
      false,
      true,
    ]);
    expect(await row()).toMatchObject({ status: 'sent', url: expect.stringContaining('https://bsky.app/profile/did:plc:') });
    expect(logins()).toBe(1);
  });

  it('wait when the account is refused, until somebody enters another app password', async () => {
    standIn.setAct('unauthorised');
    await world.publish();
    await rounds(2);
    expect(await loadStopped(world.payload)).toMatchObject([{ id: world.ids.social, trouble: 'account-refused' }]);
    standIn.setAct(undefined);
    await setChannel({ token: BLUESKY_PASSWORD });
    await rounds(3);
    expect([standIn.records.size, (await row())?.status]).toEqual([1, 'sent']);
  });

  it('are taken away when somebody asks for it, however often the answer is lost, and the ledger keeps that they stood there', async () => {
    await world.publish();
    await rounds(2);
    const { id = '', channelId = '' } = (await row()) ?? {};
    expect((await findPosted(world.payload, id))?.providerId).toMatch(/^at:/);
    expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
    const removal = async () => (await dispatchesOf(world.payload, 'removal', [id]))[0]?.status;
    standIn.setAct('cut-off');
    await rounds(1);
    expect([standIn.records.size, await removal()]).toEqual([0, 'due']);
    standIn.setAct(undefined);
    await rounds(2);
    expect([await removal(), (await row())?.status]).toEqual(['accepted', 'sent']);
  });

  it.each(['hang-up', 'fail'] as const)(
    'whose answer was lost (%s) are looked up or said again, and are there once',
    async (act) => {
      standIn.setAct(act);
      await world.publish();
      await rounds(1);
      expect((await row())?.status).toBe('unconfirmed');
      standIn.setAct(undefined);
      await rounds(2);
      expect([standIn.records.size, (await row())?.status]).toEqual([1, 'sent']);
    },
  );

  it('keep the key of their first try when a person has them said again in other words', async () => {
    standIn.setAct('hang-up');
    await world.publish();
    await world.round({ channel: (via, account) => (via === 'bluesky' ? channels(via, account) : world.fakes.current[via]) });
    const { id = '' } = (await row()) ?? {};
    await resolveUnconfirmed(world.payload, id, { user: 'u', now: world.now(), wasSent: false });
    const deaf = (via: ChannelVia, account?: ChannelAccount): Channel => {
      if (via !== 'bluesky') return world.fakes.current[via];
      // Whoever looks sees nothing yet.
      return { ...channels(via, account), find: async () => undefined };
    };
    standIn.setAct(undefined);
    world.pass(121);
    await world.round({ channel: deaf });
    expect([standIn.records.size, (await row())?.status]).toEqual([1, 'sent']);
  });
});
