import { randomBytes, randomUUID } from 'node:crypto';
import type { CollectionSlug, FlattenedField } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUpload, openRest, type Rest, restDoor } from './access-doors';
import { idOf, settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

const CLAUSE = { code: 'N-S-1', kind: 'promotion', text: 'Nord wirbt in Süd.', sourceKind: 'proposal' };

/** Every field in which people choose something that is kept elsewhere, with what a form sends where `id` is chosen in it. */
const CHOICES: readonly (readonly [CollectionSlug, string, (id: string) => object])[] = [
  ...(['events', 'news-items'] as const).flatMap(
    (slug) =>
      [
        [slug, 'organiser', (id: string) => ({ organiser: id })],
        [slug, 'coOrganisers', (id: string) => ({ coOrganisers: [id] })],
        [slug, 'topics', (id: string) => ({ topics: [id] })],
        [slug, 'picture', (id: string) => ({ picture: id })],
        [slug, 'attachments', (id: string) => ({ attachments: [id] })],
        [slug, 'funding.logo', (id: string) => ({ funding: { logo: id } })],
      ] as const,
  ),
  ['media', 'organisation', (id) => ({ organisation: id })],
  ['documents', 'organisation', (id) => ({ organisation: id })],
  ['agreements', 'clauses.0.fromOrganisations', (id) => ({ clauses: [{ ...CLAUSE, fromOrganisations: [id] }] })],
  ['agreements', 'clauses.0.toOrganisations', (id) => ({ clauses: [{ ...CLAUSE, toOrganisations: [id] }] })],
  ['agreements', 'clauses.0.topics', (id) => ({ clauses: [{ ...CLAUSE, topics: [id] }] })],
  ['channels', 'organisation', (id) => ({ organisation: id })],
  ['channels', 'logo', (id) => ({ logo: id })],
  ['organisations', 'house', (id) => ({ house: id })],
  ['organisations', 'logo', (id) => ({ logo: id })],
  ['organisations', 'defaults.topics', (id) => ({ defaults: { topics: [id] } })],
  ['organisations', 'funding.logo', (id) => ({ funding: { logo: id } })],
  ['rights-requests', 'organisation', (id) => ({ organisation: id })],
  ['users', 'organisation', (id) => ({ organisation: id })],
];

describe.each(testDatabases())('what is chosen in a field on %s', (kind) => {
  let house: House;
  let world: World;
  let rest: Rest;

  beforeAll(async () => {
    house = await bootHouse(kind, 'chosen');
    rest = openRest(house);
    world = await settle(house, rest);
  });
  afterAll(() => house.stop());

  const NEEDED: Partial<Record<CollectionSlug, () => object>> = {
    events: () => ({ organiser: world.organisations.own }),
    'news-items': () => ({ organiser: world.organisations.own }),
    channels: () => ({ organisation: world.organisations.own }),
    'rights-requests': () => ({ organisation: world.organisations.own }),
    users: () => ({ organisation: world.organisations.own, role: 'editor' }),
  };
  const add = async (slug: CollectionSlug): Promise<string> => {
    const ask = { as: world.people.admin, slug, data: world.data(slug, { ...NEEDED[slug]?.() }), file: isUpload(slug) };
    return idOf((await restDoor(rest).knock('create', ask)).docs[0]);
  };
  const save = async (slug: CollectionSlug, id: string, body: object, query: Readonly<Record<string, string>> = {}) => {
    const headers = { 'accept-language': 'de' };
    const { status, text } = await rest('PATCH', `/${slug}/${id}`, { as: world.people.admin, query, body, headers });
    const { errors }: { errors?: readonly { readonly data?: { readonly errors: readonly Fault[] } }[] } = JSON.parse(text);
    return [status, errors?.[0]?.data?.errors.map(({ path, message }) => [path, message])];
  };
  const nobodys = (): string => (kind === 'sqlite' ? randomUUID() : randomBytes(12).toString('hex'));

  it('is looked after in every collection that people write', () => {
    const written = house.config.collections.filter(({ slug }) => !slug.startsWith('payload-'));
    const found = written.flatMap(({ slug, flattenedFields }) => choicesIn(flattenedFields).map((path) => `${slug} ${path}`));
    expect(CHOICES.map(([slug, path]) => `${slug} ${path}`).sort()).toEqual(found.sort());
  });

  it.each(CHOICES)('of %s is there, or the answer says in German at the field that it is not: %s', async (slug, path, choose) => {
    const id = await add(slug);
    const refused = [400, [[path, 'Was hier ausgewählt ist, gibt es nicht mehr. Bitte wählen Sie etwas anderes.']]];
    for (const gone of [nobodys(), 'weg', 'a,b', '5'])
      expect([gone, await save(slug, id, choose(gone))]).toEqual([gone, refused]);
    if (slug === 'events' || slug === 'news-items')
      expect(await save(slug, id, choose(nobodys()), { draft: 'true', autosave: 'true' })).toEqual(refused);
    expect(await save(slug, id, choose(await add(TARGETS[path.split('.').at(-1) ?? ''] ?? 'organisations')))).toEqual([
      200,
      undefined,
    ]);
  });

  // SQLite empties the field then.
  it.runIf(kind === 'mongodb')('keeps nobody from changing something else when it has gone since', async () => {
    const id = await add('channels');
    await world.payload.db.updateOne({ collection: 'channels', id, data: { logo: nobodys() } });
    expect(await save('channels', id, { name: 'Neuer Name' })).toEqual([200, undefined]);
  });
});

type Fault = { readonly path: string; readonly message: string };

const TARGETS: Readonly<Record<string, CollectionSlug>> = {
  topics: 'topics',
  logo: 'media',
  picture: 'media',
  attachments: 'documents',
};

/** The paths of all such fields, of the first row of a list. */
const choicesIn = (fields: readonly FlattenedField[], prefix = ''): readonly string[] =>
  fields.flatMap((field) => {
    const path = prefix + field.name;
    if (field.type === 'array') return choicesIn(field.flattenedFields, `${path}.0.`);
    if ('flattenedFields' in field) return choicesIn(field.flattenedFields, `${path}.`);
    return field.type === 'relationship' || field.type === 'upload' ? [path] : [];
  });
