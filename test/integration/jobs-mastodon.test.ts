import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChannels } from '#runtime/channels';
import { dispatchesOf } from '#store/dispatches';
import { askRemoval, findPosted, findPostedBy } from '#store/removals';
import { loadStopped } from '#store/settings';
import { MASTODON_TOKEN, type MastodonStandIn, startMastodon } from '../fakes/mastodon';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';

describe.each(testDatabases())('posts on Mastodon on %s', (kind) => {
  let world: World;
  let standIn: MastodonStandIn;
  beforeAll(async () => {
    world = await openWorld(kind, 'mastodon');
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    standIn = await startMastodon();
    await setChannel({ via: 'mastodon', server: 'social.example.org', token: MASTODON_TOKEN, paused: false, ownerEmail: null });
  });
  afterEach(() => standIn.close());

  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never, depth: 0 });
  const round = async () => {
    const channels = openChannels({ dataDir: world.house.dataDir, mastodonBaseUrl: standIn.url });
    await world.round({ channel: (via, account) => (via === 'mastodon' ? channels(via, account) : world.fakes.current[via]) });
  };
  const row = async () => (await world.rows()).find(({ channelId }) => channelId === world.ids.social);
  const rounds = async (count: number) => {
    for (let i = 0; i < count; i++) {
      world.pass(900);
      await round();
    }
  };

  it('appear once, and the ledger knows where', async () => {
    await world.publish({ title: 'Gründertag (kostenlos)' });
    for (let i = 0; i < 2; i++) await round();
    const [status] = standIn.statuses;
    expect([standIn.statuses.length, status?.visibility, status?.language]).toEqual([1, 'public', 'de']);
    expect(status?.text).toContain('Gründertag (kostenlos)');
    expect(await row()).toMatchObject({ status: 'sent', url: `${standIn.url}/@nordsued/${status?.id}` });
  });

  it('wait when the account is refused, until somebody enters another token', async () => {
    standIn.setAct('unauthorised');
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    expect(await loadStopped(world.payload)).toMatchObject([{ id: world.ids.social, trouble: 'account-refused' }]);
    standIn.setAct(undefined);
    await rounds(1);
    expect(standIn.statuses).toEqual([]);
    await setChannel({ token: MASTODON_TOKEN });
    await rounds(2);
    expect([standIn.statuses.length, (await row())?.status]).toEqual([1, 'sent']);
  });

  it('are taken away when somebody asks for it, and the ledger keeps that they stood there', async () => {
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    const { id = '', channelId = '' } = (await row()) ?? {};
    expect(await findPosted(world.payload, id)).toMatchObject({ providerId: standIn.statuses[0]?.id });
    expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
    await round();
    const [removal] = await dispatchesOf(world.payload, 'removal', [id]);
    expect([standIn.statuses, removal?.status, (await row())?.status]).toEqual([[], 'accepted', 'sent']);
  });

  it('are ours as long as their channel has the account and the way they were made by', async () => {
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    const { id = '', channelId = '' } = (await row()) ?? {};
    const by = () => findPostedBy(world.payload, { id, channelId });
    expect(await by()).toBe('us');
    for (const data of [{ token: `${MASTODON_TOKEN}x` }, { via: 'manual', ownerEmail: 'haende@example.org' }]) {
      await world.payload.update({ collection: 'channels', id: channelId, data: data as never, depth: 0 });
      expect(await by()).toBe('us-elsewhere');
    }
  });

  it('whose answer was lost are looked up and never posted twice', async () => {
    standIn.setAct('hang-up');
    await world.publish();
    await round();
    expect([standIn.statuses.length, (await row())?.status]).toEqual([1, 'unconfirmed']);
    standIn.setAct(undefined);
    await rounds(2);
    expect([standIn.statuses.length, (await row())?.status]).toEqual([1, 'sent']);
  });

  it('that may not have arrived are said again with the same key', async () => {
    standIn.setAct('fail');
    await world.publish();
    await round();
    expect([standIn.statuses.length, (await row())?.status]).toEqual([0, 'unconfirmed']);
    standIn.setAct(undefined);
    await rounds(1);
    expect([standIn.statuses.length, (await row())?.status]).toEqual([1, 'sent']);
    const keys = standIn.requests.filter((line) => line.startsWith('POST /api/v1/statuses')).map((line) => line.split(' ')[2]);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  });

  it('are not said again when the server may have forgotten the key', async () => {
    standIn.setAct('fail');
    await world.publish();
    await round();
    standIn.setAct(undefined);
    world.pass(3_600);
    await rounds(2);
    expect([standIn.statuses.length, (await row())?.status]).toEqual([0, 'unconfirmed']);
  });
});
