import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { loadBehind, loadContent, markPlanned, putBackInLine, readStand } from '#store/contents';
import { listPublic } from '#store/public-contents';
import { loadSettings } from '#store/settings';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

describe.each(testDatabases())('what the store knows of contents on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'contents');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  describe('a content', () => {
    const basis = async () => (await loadSettings(world.payload, START)).basis;

    it('waits in line until it is planned as it is', async () => {
      await world.publish();
      const [content] = await loadBehind(world.payload, await basis(), START, 10);
      if (content?.kind !== 'event') throw new Error('not in line');
      expect(content).toMatchObject({
        title: { de: 'Gründertag' },
        live: true,
        organiser: world.ids.organiser,
        slug: 'gruendertag',
      });
      expect(await readStand(world.payload, content, await basis(), START)).toEqual({ planRevision: 1, isPlanned: false });
      expect(await markPlanned(world.payload, { ...content, planRevision: 0 }, await basis())).toBe(false);
      const sooner = { ...content, changedAt: START.subtract({ seconds: 1 }) };
      expect(await markPlanned(world.payload, sooner, await basis())).toBe(false);
      expect(await markPlanned(world.payload, content, await basis())).toBe(true);
      expect(await loadBehind(world.payload, await basis(), START, 10)).toEqual([]);
      expect(await readStand(world.payload, content, await basis(), START)).toMatchObject({ isPlanned: true });
      expect(await putBackInLine(world.payload, content.ref)).toBe(true);
      expect(await loadBehind(world.payload, await basis(), START, 10)).toHaveLength(1);
    });

    it('comes back in line with every change that takes effect, also as withdrawn', async () => {
      const { id } = await world.publish();
      const mark = async () => {
        const [content] = await loadBehind(world.payload, await basis(), START, 10);
        return content ? [await markPlanned(world.payload, content, await basis()), content.live] : 'nothing';
      };
      expect(await mark()).toEqual([true, true]);
      await world.payload.update({ collection: 'events', id, draft: true, data: { title: 'Entwurf' } });
      expect(await mark()).toBe('nothing');
      await world.payload.update({ collection: 'events', id, data: { title: 'Neu', _status: 'published' } });
      expect(await mark()).toEqual([true, true]);
      await world.payload.update({ collection: 'events', id, data: { _status: 'draft' } });
      expect(await mark()).toEqual([true, false]);
    });

    it('is planned anew when the basis changes, as long as it is worth it', async () => {
      await world.publish();
      const [content] = await loadBehind(world.payload, 'old', START, 10);
      if (!content) throw new Error('not in line');
      await markPlanned(world.payload, content, 'old');
      expect(await loadBehind(world.payload, 'new', START, 10)).toHaveLength(1);
      expect(await loadBehind(world.payload, 'new', instant('2027-06-01T00:00:00Z'), 10)).toEqual([]);
    });

    it('keeps its published text and its admin date when it is marked', async () => {
      const { id } = await world.publish();
      const before = await world.payload.findByID({ collection: 'events', id });
      const content = await loadContent(world.payload, `events/${id}`);
      if (!content) throw new Error('not found');
      await markPlanned(world.payload, content, 'basis');
      const after = await world.payload.findByID({ collection: 'events', id });
      expect(after).toEqual({ ...before, plannedFor: 'basis' });
    });

    it('is public while it is published, past its embargo and not long over', async () => {
      await world.publish();
      await world.publish({ title: 'Gesperrt', embargoUntil: '2026-12-01T09:00:00.000Z' });
      await world.publish({ title: 'Intern', visibility: 'stakeholders' });
      await world.publish({ title: 'Entwurf', _status: 'draft' });
      const titles = async (at: string, organisation?: string) =>
        (await listPublic(world.payload, instant(at), { organisation })).map((content) => content.title.de);
      expect(await titles('2026-11-23T09:00:00Z')).toEqual(['Gründertag']);
      expect((await titles('2026-12-01T09:00:00Z')).sort()).toEqual(['Gesperrt', 'Gründertag']);
      expect(await titles('2026-11-23T09:00:00Z', world.ids.organiser)).toEqual(['Gründertag']);
      expect(await titles('2026-11-23T09:00:00Z', world.ids.carrier)).toEqual([]);
      expect(await titles('2027-03-20T09:00:00Z')).toEqual([]);
    });
  });

  it('changes the basis of plans with agreement, channels and validity, not with names', async () => {
    const basis = async (at = START) => (await loadSettings(world.payload, at)).basis;
    const before = await basis();
    expect(await basis(START.add({ hours: 1 }))).toBe(before);
    await world.payload.update({ collection: 'channels', id: world.ids.social, data: { name: 'Anders' } });
    expect(await basis()).toBe(before);
    await world.payload.update({ collection: 'channels', id: world.ids.social, data: { wantsApproval: true } });
    const withApproval = await basis();
    expect(withApproval).not.toBe(before);
    await world.payload.update({ collection: 'channels', id: world.ids.social, data: { wantsApproval: false } });
    expect(await basis()).toBe(before);
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'], validTo: '2026-12-01T00:00:00.000Z' }]);
    const second = await basis();
    expect(second).not.toBe(before);
    expect(await basis(instant('2026-12-01T00:00:00Z'))).not.toBe(second);
  });
});
