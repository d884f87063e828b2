import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChannelOf, openChannels } from '#runtime/channels';
import { dispatchesOf } from '#store/dispatches';
import { askRemoval, findPosted, removedRows } from '#store/removals';
import { rowsToSeeTo, seenTo } from '#store/see-to';
import { loadStopped } from '#store/settings';
import { LINKEDIN_TOKEN, type LinkedinStandIn, startLinkedin } from '../fakes/linkedin';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

describe.each(testDatabases())('posts on LinkedIn on %s', (kind) => {
  let world: World;
  let standIn: LinkedinStandIn;
  beforeAll(async () => {
    world = await openWorld(kind, 'linkedin');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['linkedin'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    standIn = await startLinkedin();
    const rested = { collection: 'channels', id: world.ids.social, data: { restUntil: null } } as const;
    await world.payload.db.updateOne({ ...rested, options: { atomic: true } });
    await setChannel({ kind: 'linkedin', via: 'linkedin', page: '4711', token: LINKEDIN_TOKEN, paused: false });
  });
  afterEach(() => standIn.close());

  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never, depth: 0 });
  const round = async () => {
    const channels = openChannels({ dataDir: world.house.dataDir, linkedinBaseUrl: standIn.url });
    await world.round({ channel: (via, account) => (via === 'linkedin' ? channels(via, account) : world.fakes.current[via]) });
  };
  const row = async () => (await world.rows()).find(({ channelId }) => channelId === world.ids.social);

  it('appear in the name of the page, once, and the ledger knows where', async () => {
    await world.publish({ title: 'Gründertag (kostenlos)' });
    for (let i = 0; i < 2; i++) await round();
    expect(standIn.posts).toHaveLength(1);
    expect(standIn.posts[0]).toMatchObject({ author: 'urn:li:organization:4711' });
    expect(standIn.posts[0]?.shown).toContain('Gründertag (kostenlos)');
    expect(await row()).toMatchObject({ status: 'sent', url: `https://www.linkedin.com/feed/update/${standIn.posts[0]?.id}/` });
  });

  it.each([
    ['unauthorised', 'account-refused'],
    ['sunset', 'version-given-up'],
  ] as const)('wait when the account is %s (%s), until somebody enters another token', async (act, trouble) => {
    standIn.setAct(act);
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    expect(await loadStopped(world.payload)).toMatchObject([{ id: world.ids.social, trouble }]);
    standIn.setAct(undefined);
    await round();
    expect(standIn.posts).toEqual([]);
    await setChannel({ token: LINKEDIN_TOKEN });
    for (let i = 0; i < 2; i++) {
      world.pass(3_600);
      await round();
    }
    expect([standIn.posts.length, (await row())?.status]).toEqual([1, 'sent']);
  });

  it('stop nothing when their refusal comes after somebody connected the channel anew', async () => {
    await world.publish();
    const channels = openChannels({ dataDir: world.house.dataDir, linkedinBaseUrl: standIn.url });
    standIn.setAct('unauthorised');
    await world.round({
      channel: (via, account) => {
        if (via !== 'linkedin') return world.fakes.current[via];
        const channel = channels(via, account);
        const send: typeof channel.send = async (...asked) => {
          const outcome = await channel.send(...asked);
          await setChannel({ token: LINKEDIN_TOKEN });
          return outcome;
        };
        return { ...channel, send };
      },
    });
    expect(await loadStopped(world.payload)).toEqual([]);
    standIn.setAct(undefined);
    world.pass(120);
    await round();
    expect([standIn.posts.length, (await row())?.status]).toEqual([1, 'sent']);
  });

  describe('that were sent', () => {
    const sent = async () => {
      await world.publish();
      for (let i = 0; i < 2; i++) await round();
      const found = await row();
      if (!found) throw new Error('nothing was sent');
      return found;
    };
    const removal = async (id: string) => (await dispatchesOf(world.payload, 'removal', [id]))[0]?.status;

    it('are taken away when somebody asks for it, once, and the ledger keeps that they stood there', async () => {
      const { id, channelId } = await sent();
      expect(await findPosted(world.payload, id)).toMatchObject({ providerId: standIn.posts[0]?.id });
      expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
      expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(false);
      expect(await removedRows(world.payload, [id])).toEqual(new Set());
      await round();
      expect([standIn.posts, await removal(id), (await row())?.status]).toEqual([[], 'accepted', 'sent']);
      expect(await removedRows(world.payload, [id])).toEqual(new Set([id]));
      expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(false);
    });

    it('are taken away however often the line drops, for nothing is gone twice', async () => {
      const { id, channelId } = await sent();
      await askRemoval(world.payload, id, channelId, world.now());
      standIn.setAct('hang-up');
      await round();
      expect([standIn.posts, await removal(id)]).toEqual([[], 'due']);
      standIn.setAct(undefined);
      world.pass(600);
      for (let i = 0; i < 2; i++) await round();
      expect(await removal(id)).toBe('accepted');
    });

    it('stay where they are when the channel is another page now, which goes on', async () => {
      const { id, channelId } = await sent();
      await setChannel({ page: '4712', token: LINKEDIN_TOKEN });
      await askRemoval(world.payload, id, channelId, world.now());
      await round();
      expect([standIn.posts.length, await removal(id), await loadStopped(world.payload)]).toEqual([1, 'handed-over', []]);
    });

    it('stay where they are when their account may not take them away, which stops nothing', async () => {
      const { id, channelId } = await sent();
      await askRemoval(world.payload, id, channelId, world.now());
      standIn.setAct('forbidden');
      await round();
      expect([standIn.posts.length, await removal(id), await loadStopped(world.payload)]).toEqual([1, 'handed-over', []]);
      expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
    });

    it('are for a person to take away where the network lets us not, until somebody has looked', async () => {
      const { id, channelId } = await sent();
      await askRemoval(world.payload, id, channelId, world.now());
      standIn.setAct('forbidden');
      await round();
      expect(await rowsToSeeTo(world.payload)).toEqual([id]);
      expect([await seenTo(world.payload, id), await seenTo(world.payload, id)]).toEqual([true, false]);
      expect([await rowsToSeeTo(world.payload), await removedRows(world.payload, [id])]).toEqual([[], new Set()]);
      expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
    });

    it('are for a person at once where the account is refused on a channel that people stopped', async () => {
      const { id, channelId } = await sent();
      await setChannel({ paused: true });
      await askRemoval(world.payload, id, channelId, world.now());
      standIn.setAct('unauthorised');
      await round();
      expect([standIn.posts.length, await removal(id), await rowsToSeeTo(world.payload)]).toEqual([1, 'handed-over', [id]]);
    });

    it('are taken away when another token is entered while the one before it is refused', async () => {
      const { id, channelId } = await sent();
      await askRemoval(world.payload, id, channelId, world.now());
      const channels = openChannels({ dataDir: world.house.dataDir, linkedinBaseUrl: standIn.url });
      const renewing: ChannelOf = (via, account) => {
        const { remove, ...channel } = channels(via, account);
        const removeLate: typeof remove = async (...asked) => {
          standIn.setAct('unauthorised');
          const answer = await remove?.(...asked);
          standIn.setAct(undefined);
          await setChannel({ token: LINKEDIN_TOKEN });
          return answer ?? { kind: 'unconfirmed', detail: '' };
        };
        return { ...channel, remove: removeLate };
      };
      await world.round({ channel: (via, account) => (via === 'linkedin' ? renewing(via, account) : world.fakes.current[via]) });
      expect([standIn.posts.length, await removal(id), await loadStopped(world.payload)]).toEqual([1, 'due', []]);
      world.pass(60);
      await round();
      expect([standIn.posts, await removal(id)]).toEqual([[], 'accepted']);
    });

    it('are for a person at once where the account is not taken any more', async () => {
      const { id, channelId } = await sent();
      await world.payload.db.updateOne({ collection: 'channels', id: channelId, data: { trouble: 'account-refused' } });
      await askRemoval(world.payload, id, channelId, world.now());
      await round();
      expect([standIn.posts.length, await removal(id), await rowsToSeeTo(world.payload)]).toEqual([1, 'handed-over', [id]]);
    });

    it('are taken away although a person stopped the channel', async () => {
      const { id, channelId } = await sent();
      await setChannel({ paused: true });
      await askRemoval(world.payload, id, channelId, world.now());
      await round();
      expect([standIn.posts, await removal(id)]).toEqual([[], 'accepted']);
    });

    it('are given up after two days on which the network never said that they are gone, and two more when asked for again', async () => {
      const { id, channelId } = await sent();
      await askRemoval(world.payload, id, channelId, world.now());
      standIn.setAct('hang-up');
      const stands: unknown[] = [];
      for (let i = 0; i < 4; i++) {
        await round();
        stands.push(await removal(id));
        world.pass(20 * 3_600);
      }
      expect(stands).toEqual(['due', 'due', 'due', 'handed-over']);
      expect(await askRemoval(world.payload, id, channelId, world.now())).toBe(true);
      await round();
      expect(await removal(id)).toBe('due');
    });

    it('wait with being taken away while the network takes nothing', async () => {
      const { id, channelId } = await sent();
      await askRemoval(world.payload, id, channelId, world.now());
      standIn.setAct('busy');
      await round();
      standIn.setAct(undefined);
      await round();
      expect([standIn.posts.length, await removal(id)]).toEqual([1, 'due']);
      world.pass(3_600);
      await round();
      expect([standIn.posts.length, await removal(id)]).toEqual([0, 'accepted']);
    });
  });

  it('of two rows with the same words are one post, and the other row does not count it as its own', async () => {
    await setChannel({ paused: true });
    await world.publish({ title: 'Gründertag' });
    await world.publish({ title: 'Gründerabend' });
    await round();
    const rows = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social);
    const links = (await world.payload.find({ collection: 'events', depth: 0 })).docs.map(({ slug }) => slug);
    const ownText = links.map((slug) => `http://localhost:3000/veranstaltungen/${slug}`).join(' ');
    for (const { id } of rows)
      await world.payload.db.updateOne({ collection: 'deliveries', id, data: { ownText }, options: { atomic: true } });
    await setChannel({ paused: false });
    for (let i = 0; i < 3; i++) {
      world.pass(600);
      await round();
    }
    expect(standIn.posts).toHaveLength(1);
    const after = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social);
    expect(after.map(({ status }) => status).sort()).toEqual(['failed', 'sent']);
  });

  it('whose answer was lost do not take the post of another row that says the same for theirs', async () => {
    await world.publish();
    for (let i = 0; i < 2; i++) await round();
    const sent = await row();
    standIn.setAct('fail');
    await world.publish({ title: 'Anderes' });
    await round();
    // As if its own text had been the same.
    const attempts = await world.payload.find({
      collection: 'attempts',
      sort: '-startedAt',
      where: { stage: { equals: 'unconfirmed' } },
    });
    const message = { ...(attempts.docs[0]?.message as object), text: standIn.posts[0]?.shown };
    await world.payload.db.updateOne({
      collection: 'attempts',
      id: String(attempts.docs[0]?.id),
      data: { message },
      options: { atomic: true },
    });
    standIn.setAct(undefined);
    world.pass(150);
    await round();
    const there = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social);
    expect([sent?.status, there.map(({ status }) => status).sort()]).toEqual(['sent', ['sent', 'unconfirmed']]);
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
