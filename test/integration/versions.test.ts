import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadVersions } from '../../src/admin/versions-load';
import { draftOf, make } from './access-documents';
import { loosely, openRest, type Person, type Rest } from './access-doors';
import { addPerson, idOf, mark, settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

describe.each(testDatabases())('who made a version, on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  beforeAll(async () => {
    house = await bootHouse(kind, 'versions');
    rest = openRest(house);
    world = await settle(house, rest);
  });
  afterAll(() => house.stop());

  type Slug = 'events' | 'news-items' | 'agreements';
  const wanted = (slug: Slug) => ({ slug, state: 'draft', owner: 'own', viewer: 'editor' }) as const;
  const begin = async (as: Person, slug: Slug, query: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { body } = await rest('POST', `/${slug}`, { as, query, body: draftOf(world, wanted(slug)) });
    return idOf(body.doc);
  };
  const versionsOf = (as: Person, collection: Slug, id: string, isPublished = false) =>
    loadVersions({ payload: house.payload, user: Object(as.user), collection }, id, { isPublished });
  /** Names, newest version first. */
  const changersOf = async (as: Person, collection: Slug, id: string) => {
    const { lines, names } = await versionsOf(as, collection, id);
    return lines.map(({ changedBy }) => changedBy && names.get(changedBy));
  };
  const nameOf = ({ user }: Person) => String(user.name);

  it.each(['events', 'news-items'] as const)('is noted of %s whichever way it was made', async (slug) => {
    const { admin, author, coordinator, editor } = world.people;
    const id = await begin(author, slug, { draft: 'true' });
    const change = (as: Person, query: Readonly<Record<string, string>>, body: object = {}) =>
      rest('PATCH', `/${slug}/${id}`, { as, query, body: { title: mark(), ...body } });
    await change(editor, { draft: 'true' });
    await change(coordinator, {}, { _status: 'published' });
    await change(editor, { draft: 'true', autosave: 'true' });
    await loosely(house.payload).update({ collection: slug, id, data: { title: mark() } });
    const { docs } = await house.payload.findVersions({ collection: slug, where: { parent: { equals: id } }, sort: 'updatedAt' });
    await rest('POST', `/${slug}/versions/${docs[0]?.id}`, { as: admin });
    expect(await changersOf(editor, slug, id)).toEqual([
      nameOf(admin),
      undefined,
      nameOf(editor),
      nameOf(coordinator),
      nameOf(editor),
      nameOf(author),
    ]);
  });

  it('is noted of agreements', async () => {
    const { admin, coordinator } = world.people;
    const id = await begin(coordinator, 'agreements');
    await rest('PATCH', `/agreements/${id}`, { as: admin, body: { title: mark() } });
    expect(await changersOf(coordinator, 'agreements', id)).toEqual([nameOf(admin), nameOf(coordinator)]);
    expect((await versionsOf(coordinator, 'agreements', id)).lines.map(({ stand }) => stand)).toEqual([undefined, undefined]);
  });

  it('is what nobody may say for somebody else', async () => {
    const { admin, coordinator, editor } = world.people;
    const changedBy = String(world.stranger.user.id);
    for (const as of [editor, coordinator, admin])
      for (const slug of ['events', 'news-items'] as const) {
        const body = { ...draftOf(world, wanted(slug)), changedBy };
        const { body: made } = await rest('POST', `/${slug}`, { as, query: { draft: 'true' }, body });
        const id = idOf(made.doc);
        await rest('PATCH', `/${slug}/${id}`, { as, query: { draft: 'true' }, body: { title: mark(), changedBy } });
        expect(await changersOf(as, slug, id)).toEqual([nameOf(as), nameOf(as)]);
      }
  });

  it('names who has left since', async () => {
    const leaver = await addPerson(house.payload, rest, { role: 'editor', organisation: world.organisations.own });
    const id = await begin(leaver, 'events', { draft: 'true' });
    await rest('PATCH', `/users/${leaver.user.id}`, { as: world.people.admin, body: { active: false } });
    expect(await changersOf(world.people.author, 'events', id)).toEqual([nameOf(leaver)]);
  });

  it('is told to nobody who may not read the versions', async () => {
    const id = (await make(world, { ...wanted('events'), state: 'published' })) ?? '';
    await rest('PATCH', `/events/${id}`, { as: world.people.editor, body: { teaser: mark() } });
    expect((await versionsOf(world.stranger, 'events', id)).lines).toEqual([]);
    for (const query of [{}, { draft: 'true', depth: '3' }, { showHiddenFields: 'true', 'select[changedBy]': 'true' }]) {
      const { text } = await rest('GET', `/events/${id}`, { query });
      for (const secret of ['changedBy', String(world.people.editor.user.id), nameOf(world.people.editor)])
        expect(text, JSON.stringify(query)).not.toContain(secret);
    }
    const asked = await rest('GET', '/events', { query: { 'where[changedBy][exists]': 'true' } });
    expect(asked.status).toBe(400);
  });

  it('comes with what the version is now', async () => {
    const { editor } = world.people;
    const id = await begin(editor, 'events', { draft: 'true' });
    const stands = async (isPublished: boolean) =>
      (await versionsOf(editor, 'events', id, isPublished)).lines.map(({ stand }) => stand);
    expect(await stands(false)).toEqual(['currentDraft']);
    for (const number of [1, 2])
      await rest('PATCH', `/events/${id}`, { as: editor, body: { title: `${number}`, _status: 'published' } });
    await rest('PATCH', `/events/${id}`, { as: editor, query: { draft: 'true' }, body: { title: mark() } });
    expect(await stands(true)).toEqual(['currentDraft', 'currentlyPublished', 'previouslyPublished', 'draft']);
    const first = await loadVersions({ payload: house.payload, user: Object(editor.user), collection: 'events' }, id, {
      isPublished: true,
      limit: 3,
    });
    expect([first.lines.length, first.newer, first.older]).toEqual([3, undefined, 2]);
  });
});
