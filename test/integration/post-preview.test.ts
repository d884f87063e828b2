// The posts that are shown while a content is being edited, before anything is saved.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UNSAVED, type Unsaved } from '#store/unsaved-content';
import { loadPostPreviews } from '../../src/admin/post-preview-load';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';

const TYPED = { title: 'Gründertag', teaser: 'Alles zum Gründen.', startsAt: '2026-12-10T17:00:00.000Z', town: 'Kassel' };

describe.each(testDatabases())('posts about what stands in a form on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'post-preview');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  /** What a person of the house is shown. */
  const shownTo = async (userId: string, change: Omit<Partial<Unsaved>, 'values'> & { values: object }, channel?: string) => {
    const user = { ...(await world.payload.findByID({ collection: 'users', id: userId })), collection: 'users' as const };
    const unsaved = UNSAVED.parse({ collection: 'events', locale: 'de', ...change });
    return loadPostPreviews({ payload: world.payload, user }, unsaved, channel);
  };
  const counted = async () => (await world.payload.count({ collection: 'events' })).totalDocs;

  it('are those of the own channels, each within its network’s limits, and nothing is stored', async () => {
    const { posts, channels } = await shownTo(world.ids.editor, { values: { ...TYPED, organiser: world.ids.organiser } });
    expect(posts?.map(({ shown }) => shown.network).sort()).toEqual(['linkedin', 'mastodon']);
    expect(channels).toEqual([]);
    const mastodon = posts?.find(({ shown }) => shown.network === 'mastodon')?.shown;
    expect(mastodon?.post.text).toContain('Gründertag\n\nDonnerstag, 10. Dezember 2026, 18:00 Uhr\nKassel\n\nAlles zum Gründen.');
    expect(mastodon?.post.text).toContain('http://localhost:3000/veranstaltungen/gruendertag');
    expect(mastodon?.limits).toMatchObject({ counting: 'mastodon', textLength: 500 });
    expect(await counted()).toBe(0);
  });

  it('are those of another’s channel where somebody chooses it', async () => {
    const own = await shownTo(world.ids.organisersEditor, { values: TYPED });
    expect(own.posts).toEqual([]);
    expect(own.channels.map(({ label }) => label).sort()).toEqual(['htai · htai-linkedin', 'htai · htai-mastodon']);
    const chosen = await shownTo(world.ids.organisersEditor, { values: TYPED }, world.ids.social);
    expect(chosen.posts?.map(({ channel }) => channel)).toEqual(['htai-mastodon']);
    // Whose form names no organiser writes for their own house.
    expect(chosen.posts?.[0]?.shown.post.text).toContain('spk lädt ein');
  });

  it('wait for what every post needs, and leave out what is not readable', async () => {
    expect((await shownTo(world.ids.editor, { values: { title: 'Nur ein Titel' } })).posts).toBeUndefined();
    const odd = { ...TYPED, organiser: world.ids.organiser, attendance: 'nirgends', coOrganisers: 'alle', deadline: 'bald' };
    expect((await shownTo(world.ids.editor, { values: odd })).posts).toHaveLength(2);
  });

  it('take what is typed now before what was saved, and show drafts to nobody who may not read them', async () => {
    const { id } = await world.publish({ _status: 'draft', teaser: 'Gespeichert' });
    const own = await shownTo(world.ids.organisersEditor, { id, values: { ...TYPED, title: 'Neuer Name' } }, world.ids.social);
    expect(own.posts?.[0]?.shown.post.text).toContain('Neuer Name');
    expect(own.posts?.[0]?.shown.post.text).not.toContain('Gespeichert');
    expect((await shownTo(world.ids.editor, { id, values: {} })).posts).toBeUndefined();
    expect(await world.payload.findByID({ collection: 'events', id, draft: true })).toMatchObject({ title: 'Gründertag' });
  });
});
