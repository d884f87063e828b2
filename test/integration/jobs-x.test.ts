import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChannels } from '#runtime/channels';
import { dispatchesOf } from '#store/dispatches';
import { askRemoval, findPosted } from '#store/removals';
import { loadStopped } from '#store/settings';
import { startX, X_SECRET, type XStandIn } from '../fakes/x';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

describe.each(testDatabases())('posts on X on %s', (kind) => {
  let world: World;
  let standIn: XStandIn;
  beforeAll(async () => {
    world = await openWorld(kind, 'x');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['x'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    standIn = await startX();
    await setChannel({ kind: 'x', via: 'x', token: X_SECRET, paused: false });
  });
  afterEach(() => standIn.close());

  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never, depth: 0 });
  const round = async () => {
    const channels = openChannels({ dataDir: world.house.dataDir, xBaseUrl: standIn.url });
    await world.round({ channel: (via, account) => (via === 'x' ? channels(via, account) : world.fakes.current[via]) });
  };
  const row = async () => (await world.rows()).find(({ channelId }) => channelId === world.ids.social);

  it('appear in the name of the account, once, and the ledger knows where', async () => {
    await world.publish({ title: 'Gründertag & mehr' });
    for (let i = 0; i < 2; i++) await round();
    expect(standIn.posts).toHaveLength(1);
    expect(standIn.posts[0]?.written).toContain('Gründertag & mehr');
    expect(await row()).toMatchObject({ status: 'sent', url: `https://x.com/i/web/status/${standIn.posts[0]?.id}` });
  });

  it.each([
    ['unauthorised', 'account-refused'],
    ['no-credits', 'spending-limit'],
    ['spend-cap', 'spending-limit'],
  ] as const)('wait when X says %s (%s), until somebody has put it right', async (act, trouble) => {
    standIn.setAct(act);
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    expect(await loadStopped(world.payload)).toMatchObject([{ id: world.ids.social, trouble }]);
    standIn.setAct(undefined);
    await round();
    expect(standIn.posts).toEqual([]);
    await setChannel(trouble === 'account-refused' ? { token: X_SECRET } : { paused: false });
    for (let i = 0; i < 2; i++) {
      world.pass(3_600);
      await round();
    }
    expect([standIn.posts.length, (await row())?.status]).toEqual([1, 'sent']);
  });

  it('are taken away when somebody asks for it, and the ledger keeps that they stood there', async () => {
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    const { id = '', channelId = '' } = (await row()) ?? {};
    expect(await findPosted(world.payload, id)).toMatchObject({ providerId: standIn.posts[0]?.id });
    expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
    await round();
    const [removal] = await dispatchesOf(world.payload, 'removal', [id]);
    expect([standIn.posts, removal?.status, (await row())?.status]).toEqual([[], 'accepted', 'sent']);
  });

  it('whose answer was lost are looked up and never posted twice', async () => {
    standIn.setAct('hang-up');
    await world.publish();
    await round();
    expect([standIn.posts.length, (await row())?.status]).toEqual([1, 'unconfirmed']);
    standIn.setAct(undefined);
    for (let i = 0; i < 3; i++) {
      world.pass(3_600);
      await round();
    }
    expect([standIn.posts.length, (await row())?.status]).toEqual([1, 'sent']);
  });
});
