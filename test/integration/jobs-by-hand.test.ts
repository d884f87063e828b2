import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import { stoppedInWords } from '#i18n/today';
import { openChannels } from '#runtime/channels';
import { confirmHandover } from '#store/decisions';
import { loadStopped } from '#store/settings';
import { LINKEDIN_TOKEN, type LinkedinStandIn, startLinkedin } from '../fakes/linkedin';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

describe.each(testDatabases())('a network channel that stopped by itself on %s', (kind) => {
  let world: World;
  let standIn: LinkedinStandIn;
  beforeAll(async () => {
    world = await openWorld(kind, 'by-hand');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['linkedin'] }]);
    await world.payload.update({ collection: 'channels', id: world.ids.byHand, data: { active: false }, depth: 0 });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    standIn = await startLinkedin();
    await setChannel({ kind: 'linkedin', via: 'linkedin', page: '4711', token: LINKEDIN_TOKEN, ...RUNNING });
  });
  afterEach(() => standIn.close());

  const RUNNING = { paused: false, ownerEmail: 'presse@example.org' };
  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never, depth: 0 });
  /** A round in which LinkedIn is asked on loopback; `before` each post. */
  const round = async (before: () => void = () => {}) => {
    const channels = openChannels({ dataDir: world.house.dataDir, linkedinBaseUrl: standIn.url });
    const watched = (channel: Channel): Channel => ({
      ...channel,
      send: (...asked) => {
        before();
        return channel.send(...asked);
      },
    });
    await world.round({
      channel: (via, account) => (via === 'linkedin' ? watched(channels(via, account)) : world.fakes.current[via]),
    });
  };
  const rounds = async (count: number) => {
    for (let i = 0; i < count; i++) {
      world.pass(120);
      await round();
    }
  };
  const statuses = async () => (await world.rows()).map(({ status }) => status).sort();
  const handed = () => world.fakes.current.manual.sent;
  const publish = async (count: number) => {
    for (let i = 0; i < count; i++) await world.publish({ title: `Termin ${i}` });
  };

  it('hands the refused post and all others that are due to a person, who is told why, and posts the next ones itself again', async () => {
    standIn.setAct('unauthorised');
    await publish(5);
    await round();
    await rounds(3);
    expect(await statuses()).toEqual(Array(5).fill('handed-over'));
    expect([handed().length, standIn.posts.length]).toEqual([5, 0]);
    expect(handed()[0]?.message).toMatchObject({ kind: 'handover', mail: { recipients: [{ address: 'presse@example.org' }] } });
    expect(new Set((await world.rows()).map(({ reason }) => reason))).toEqual(new Set(['by-hand-for-now']));
    standIn.setAct(undefined);
    await setChannel({ token: 'AQX-seite-eins-0123456789' });
    await world.publish({ title: 'Der nächste' });
    await rounds(3);
    expect(standIn.posts.map(({ shown }) => shown.includes('Der nächste'))).toEqual([true]);
    expect([handed().length, (await statuses()).filter((status) => status === 'handed-over').length]).toEqual([5, 5]);
    const row = (await world.rows()).find(({ status }) => status === 'handed-over');
    expect(await confirmHandover(world.payload, row?.id ?? '', world.now(), {})).toMatchObject({ kind: 'done' });
  });

  it('leaves what the network took where it is, and asks it no more after the first refusal', async () => {
    await publish(5);
    let asked = 0;
    await round(() => {
      asked += 1;
      if (asked === 3) standIn.setAct('forbidden');
    });
    await rounds(2);
    expect([asked, standIn.posts.length, handed().length]).toEqual([3, 2, 3]);
    expect(await statuses()).toEqual([...Array(3).fill('handed-over'), 'sent', 'sent']);
  });

  it('is not told to people as one on which nothing leaves', async () => {
    standIn.setAct('sunset');
    await publish(1);
    await round();
    const stopped = await loadStopped(world.payload);
    expect(stopped).toMatchObject([{ trouble: 'version-given-up', ownerEmail: 'presse@example.org' }]);
    expect(stoppedInWords(stopped).de).toBe('Zurzeit nur von Hand: htai-mastodon.');
  });

  it('gives texts to the contact of its organisation where nobody is in charge', async () => {
    await setChannel({ ownerEmail: null });
    await world.payload.update({
      ...{ collection: 'organisations', id: world.ids.carrier, data: { contactEmail: 'kontakt@example.org' }, depth: 0 },
    });
    standIn.setAct('unauthorised');
    await publish(1);
    await round();
    await rounds(2);
    expect(handed()[0]?.message).toMatchObject({ mail: { recipients: [{ address: 'kontakt@example.org' }] } });
    await world.payload.update({ collection: 'organisations', id: world.ids.carrier, data: { contactEmail: null }, depth: 0 });
  });

  it('waits with what is due where neither a person nor a contact of its organisation is entered', async () => {
    await setChannel({ ownerEmail: null });
    standIn.setAct('unauthorised');
    await publish(2);
    await rounds(3);
    expect([await statuses(), handed().length]).toEqual([['ready', 'ready'], 0]);
  });

  it('waits with what is due when a person paused it', async () => {
    await setChannel({ paused: true });
    standIn.setAct('unauthorised');
    await publish(2);
    await rounds(3);
    expect([await statuses(), handed().length]).toEqual([['ready', 'ready'], 0]);
  });
});
