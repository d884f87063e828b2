import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, make } from './access-documents';
import { openRest, type Person, type Rest } from './access-doors';
import { addPerson, idOf, inDays, mark, PASSWORD, type Role, settle, stored, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

/** Fields of contents that only the flow writes, with what a client might send. */
const FLOW = {
  slug: 'gekapert',
  publishedAt: inDays(-400),
  changedAt: inDays(-400),
  planRevision: 4711,
  plannedFor: 'gekapert',
  planUntil: inDays(400),
  sequence: 4711,
};

/** Fields that editors of the own organisation may not write, with what they might send. */
const LOCKED: Partial<Record<CollectionSlug, (world: World) => Readonly<Record<string, unknown>>>> = {
  organisations: () => ({ slug: 'gekapert', region: 'south', statewide: true, active: false }),
  channels: ({ organisations }) => ({
    slug: 'gekapert',
    kind: 'mastodon',
    via: 'preview',
    active: false,
    organisation: organisations.foreign,
  }),
  media: ({ organisations }) => ({ organisation: organisations.foreign }),
  events: ({ organisations }) => ({ organiser: organisations.foreign }),
  'news-items': ({ organisations }) => ({ organiser: organisations.foreign }),
};

const ROLES: readonly Role[] = ['author', 'editor', 'coordinator', 'admin'];

describe.each(testDatabases())('fields on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  beforeAll(async () => {
    house = await bootHouse(kind, 'fields');
    rest = openRest(house);
    world = await settle(house, rest);
  });
  afterAll(() => house.stop());

  const wanted = (slug: CollectionSlug, state: string) => ({ slug, state, owner: 'own', viewer: 'editor' }) as const;
  const made = async (slug: CollectionSlug, state: string): Promise<string> => (await make(world, wanted(slug, state))) ?? '';
  const flowOf = async (slug: CollectionSlug, id: string, main = false) => {
    const doc = await stored(world.payload, slug, id, main);
    return Object.fromEntries(Object.keys(FLOW).map((name) => [name, doc?.[name] ?? null]));
  };

  it.each(ROLES)('lets no %s write what belongs to the flow', async (role) => {
    const as = world.people[role];
    for (const slug of ['events', 'news-items'] as const) {
      const data = { ...draftOf(world, wanted(slug, 'draft')), ...FLOW, _status: 'draft' };
      const { status, body } = await rest('POST', `/${slug}`, { as, query: { draft: 'true' }, body: data });
      expect(status).toBe(201);
      for (const [name, value] of Object.entries(await flowOf(slug, idOf(body.doc))))
        expect(value, name).not.toBe(Object(FLOW)[name]);
      const id = await made(slug, 'draft');
      const before = await flowOf(slug, id);
      await rest('PATCH', `/${slug}/${id}`, { as, query: { draft: 'true' }, body: FLOW });
      expect(await flowOf(slug, id)).toEqual(before);
    }
  });

  it('keeps the marks of what is published when an admin sends others', async () => {
    const id = await made('events', 'published');
    const { publishedAt, slug, sequence } = await flowOf('events', id, true);
    await rest('PATCH', `/events/${id}`, { as: world.people.admin, body: { ...FLOW, teaser: mark() } });
    expect(await flowOf('events', id, true)).toMatchObject({ publishedAt, slug, sequence });
    expect((await flowOf('events', id, true)).planRevision).not.toBe(FLOW.planRevision);
  });

  it('shows the public nothing of the flow', async () => {
    const { body } = await rest('GET', `/events/${await made('events', 'published')}`);
    for (const name of ['planRevision', 'plannedFor', 'planUntil', 'sequence', 'changedBy'])
      expect(body).not.toHaveProperty(name);
  });

  it.each(['author', 'editor', 'coordinator'] as const)('lets no %s raise or move the own account', async (role) => {
    const { user } = world.people[role];
    const before = await stored(world.payload, 'users', user.id);
    const body = {
      role: 'admin',
      organisation: world.organisations.foreign,
      email: `${mark()}@example.org`,
      hash: 'x',
      salt: 'x',
      loginAttempts: 3,
      lockUntil: inDays(1),
      resetPasswordToken: 'x',
      sessions: [],
    };
    await rest('PATCH', `/users/${user.id}`, { as: world.people[role], body });
    const after = await stored(world.payload, 'users', user.id);
    for (const name of Object.keys(body)) expect(after?.[name], name).toEqual(before?.[name]);
  });

  it('lets the coordination give the roles of editor and author only', async () => {
    const { coordinator } = world.people;
    const editor = await addPerson(world.payload, rest, { role: 'editor', organisation: world.organisations.own });
    for (const role of ['coordinator', 'admin'] as const) {
      await rest('PATCH', `/users/${editor.user.id}`, { as: coordinator, body: { role } });
      await rest('PATCH', '/users', { as: coordinator, query: { 'where[id][equals]': editor.user.id }, body: { role } });
      expect((await stored(world.payload, 'users', editor.user.id))?.role).toBe('editor');
      const email = `${mark()}@example.org`;
      await rest('POST', '/users', { as: coordinator, body: { name: email, email, password: PASSWORD, role } });
      const found = await world.payload.find({ collection: 'users', where: { email: { equals: email } } });
      expect(found.docs.map((user) => user.role)).not.toContain(role);
    }
  });

  it.each(Object.keys(LOCKED) as CollectionSlug[])('lets no editor write the locked fields of %s', async (slug) => {
    const id = await made(slug, slug === 'media' ? 'unused' : 'published');
    const sent = LOCKED[slug]?.(world) ?? {};
    const before = await stored(world.payload, slug, id);
    await rest('PATCH', `/${slug}/${id}`, { as: world.people.editor, body: sent });
    const after = await stored(world.payload, slug, id);
    for (const name of Object.keys(sent)) expect(after?.[name], name).toEqual(before?.[name]);
  });

  /** Ways by which an author could try to get something published. */
  const TRICKS: Readonly<Record<string, (as: Person, slug: 'events' | 'news-items', id: string) => Promise<unknown>>> = {
    plainly: (as, slug, id) => rest('PATCH', `/${slug}/${id}`, { as, body: { _status: 'published' } }),
    'as a draft': (as, slug, id) =>
      rest('PATCH', `/${slug}/${id}`, { as, query: { draft: 'true' }, body: { _status: 'published' } }),
    'by autosave': (as, slug, id) =>
      rest('PATCH', `/${slug}/${id}`, { as, query: { draft: 'true', autosave: 'true' }, body: { _status: 'published' } }),
    'without a word about it': (as, slug, id) => rest('PATCH', `/${slug}/${id}`, { as, body: { teaser: mark() } }),
    'in one language': (as, slug, id) =>
      rest('PATCH', `/${slug}/${id}`, { as, query: { publishSpecificLocale: 'de' }, body: {} }),
    'in one language as a draft': (as, slug, id) =>
      rest('PATCH', `/${slug}/${id}`, { as, query: { publishSpecificLocale: 'de', draft: 'true' }, body: {} }),
    'in all languages': (as, slug, id) => rest('PATCH', `/${slug}/${id}`, { as, query: { publishAllLocales: 'true' }, body: {} }),
    'many at once': (as, slug, id) =>
      rest('PATCH', `/${slug}`, { as, query: { 'where[id][equals]': id }, body: { _status: 'published' } }),
    'by its versions': async (as, slug, id) => {
      const { docs } = await world.payload.findVersions({ collection: slug, where: { parent: { equals: id } }, limit: 0 });
      for (const version of docs) await rest('POST', `/${slug}/versions/${version.id}`, { as });
    },
  };

  it.each(Object.keys(TRICKS))('keeps authors from publishing %s', async (trick) => {
    for (const slug of ['events', 'news-items'] as const)
      for (const state of ['draft', 'unpublished']) {
        const id = await made(slug, state);
        await TRICKS[trick]?.(world.people.author, slug, id);
        expect((await stored(world.payload, slug, id, true))?._status, `${slug} ${state}`).toBe('draft');
      }
  });

  it('keeps authors from beginning with something published', async () => {
    for (const slug of ['events', 'news-items'] as const)
      for (const query of [{}, { draft: 'true' }, { publishSpecificLocale: 'de' }, { publishAllLocales: 'true' }] as const) {
        const body: Record<string, unknown> = { ...draftOf(world, wanted(slug, 'published')), _status: 'published' };
        await rest('POST', `/${slug}`, { as: world.people.author, query, body });
        const id = await made(slug, 'published');
        await rest('POST', `/${slug}/${id}/duplicate`, {
          as: world.people.author,
          query: { ...query, draft: 'false' },
          body: { _status: 'published', title: body.title },
        });
        const { totalDocs } = await world.payload.count({
          collection: slug,
          where: { title: { equals: String(body.title) }, _status: { equals: 'published' } },
        });
        expect(totalDocs, `${slug} ${JSON.stringify(query)}`).toBe(0);
      }
  });
});
