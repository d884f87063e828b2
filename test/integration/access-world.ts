import type { CollectionSlug, Payload } from 'payload';
import { type Doc, loosely, type Person, type Rest } from './access-doors';
import type { Viewer } from './access-table';
import type { House } from './boot';

/** Whose document: of the viewer's own organisation (or the viewer's very own), or somebody else's. */
export type Owner = 'own' | 'foreign';
export const OWNERS = ['own', 'foreign'] as const;

export type Role = Exclude<Viewer, 'anonymous'>;

/** Two organisations, their people and those above; every password is known and every token comes from a real login. */
export type World = {
  readonly payload: Payload;
  readonly organisations: Readonly<Record<Owner, string>>;
  readonly channels: Readonly<Record<Owner, string>>;
  /** Those who ask: editor and author belong to the own organisation. */
  readonly people: Readonly<Record<Role, Person>>;
  /** Editor of the foreign organisation. */
  readonly stranger: Person;
  /** Data that a document of this collection needs at least. */
  readonly data: (slug: CollectionSlug, change?: Readonly<Record<string, unknown>>) => Record<string, unknown>;
};

export const PASSWORD = 'ein langes Passwort';

let counter = 0;
/** A text that no other document has. */
export const mark = (): string => `zeichen-${++counter}`;

/** Fills an empty house: the first user, two organisations with a channel each, five more people. */
export const settle = async (house: House, rest: Rest): Promise<World> => {
  const { payload } = house;
  const data: World['data'] = (slug, change = {}) => ({ ...minimum(payload, slug), ...SPECIAL[slug], ...change });
  const add = async (slug: CollectionSlug, change: Readonly<Record<string, unknown>>): Promise<string> =>
    idOf(await loosely(payload).create({ collection: slug, data: data(slug, change) }));
  const join = (role: Role, organisation?: string) => addPerson(payload, rest, { role, organisation });

  const admin = await join('admin');
  const own = await add('organisations', { name: 'Nord', region: 'north' });
  const foreign = await add('organisations', { name: 'Süd', region: 'south', contactEmail: SECRETS.contactEmail });
  return {
    payload,
    data,
    organisations: { own, foreign },
    channels: {
      own: await add('channels', { organisation: own }),
      foreign: await add('channels', { organisation: foreign }),
    },
    people: {
      admin,
      coordinator: await join('coordinator'),
      editor: await join('editor', own),
      author: await join('author', own),
    },
    stranger: await join('editor', foreign),
  };
};

/** Texts that must not reach the wrong people; tests look for them in whole answers. */
const SECRETS = { contactEmail: 'geheime-kontaktadresse@example.org' } as const;

/** A person with an account, logged in. */
export const addPerson = async (
  payload: Payload,
  rest: Rest,
  { role, organisation }: { role: Role; organisation?: string | undefined },
): Promise<Person> => {
  const email = `${mark()}@example.org`;
  const account = { name: email, email, password: PASSWORD, role, ...(organisation ? { organisation } : {}) };
  const user = await payload.create({ collection: 'users', data: { ...account, language: 'de' }, depth: 0 });
  return { ...(await logIn(rest, email)), user: { ...user, collection: 'users' } };
};

/** A fresh login of an existing account. */
export const logIn = async (rest: Rest, email: string, password = PASSWORD): Promise<Omit<Person, 'user'>> => {
  const { status, body } = await rest('POST', '/users/login', { body: { email, password } });
  if (status !== 200 || typeof body.token !== 'string') throw new Error(`${email} cannot log in: ${JSON.stringify(body)}`);
  return { token: body.token, password };
};

/**
 * The document as the database has it, bin included, without hooks: the newest text, or what the public would be told (`main`).
 * Localised fields in German.
 */
export const stored = async (payload: Payload, slug: CollectionSlug, id: string, main = false): Promise<Doc | undefined> => {
  if (main || !hasDrafts(slug))
    return inGerman(await payload.db.findOne<Doc>({ collection: slug, where: { id: { equals: id } } }));
  const { docs } = await payload.db.queryDrafts<Doc>({ collection: slug, where: { parent: { equals: id } }, limit: 1 });
  return inGerman(docs[0]);
};

/** A document by the value of a field, past all access rules. */
export const storedWhere = async (
  payload: Payload,
  slug: CollectionSlug,
  field: string,
  value: string,
): Promise<Doc | undefined> =>
  inGerman(await payload.db.findOne<Doc>({ collection: slug, where: { [field]: { equals: value } }, locale: 'de' }));

const hasDrafts = (slug: CollectionSlug): boolean => slug === 'events' || slug === 'news-items';

const inGerman = (doc: Doc | null | undefined): Doc | undefined =>
  doc
    ? (Object.fromEntries(
        Object.entries(doc).map(([name, value]) => [
          name,
          typeof value === 'object' && value !== null && 'de' in value ? value.de : value,
        ]),
      ) as Doc)
    : undefined;

export const idOf = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  throw new Error(`No document: ${JSON.stringify(value)}`);
};

const DAY = 24 * 60 * 60 * 1000;
/** An ISO instant so many days from the real now. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** What a rule of the collection asks beyond required fields. */
const SPECIAL: Partial<Record<CollectionSlug, Readonly<Record<string, unknown>>>> = {
  events: { startsAt: inDays(40), attendance: 'online', placeRegion: 'online', link: 'https://example.org/anmeldung' },
  channels: { kind: 'feed', via: 'feed', quietFrom: '20:00', quietTo: '07:00' },
};

/** A value for every required field: whatever the schema becomes, documents can be made. */
const minimum = (payload: Payload, slug: CollectionSlug): Record<string, unknown> =>
  Object.fromEntries(
    payload.collections[slug].config.flattenedFields
      .filter((field) => 'required' in field && field.required && !('defaultValue' in field && field.defaultValue !== undefined))
      .map((field) => [field.name, valueFor(field)]),
  );

type Filled = Payload['collections'][CollectionSlug]['config']['flattenedFields'][number];

const valueFor = (field: Filled): unknown => {
  switch (field.type) {
    case 'number':
      return ++counter;
    case 'date':
      return inDays(0);
    case 'email':
      return `${mark()}@example.org`;
    case 'checkbox':
      return false;
    case 'json':
      return {};
    case 'select':
    case 'radio': {
      const [first] = field.options;
      return typeof first === 'object' ? first.value : first;
    }
    default:
      return mark();
  }
};
