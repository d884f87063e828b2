import type { CollectionSlug } from 'payload';
import { fileOf, isUpload, loosely } from './access-doors';
import type { Viewer } from './access-table';
import { idOf, inDays, mark, type Owner, type World } from './access-world';

/** The text field by which the tests recognise a document and try to change it. */
export const TEXT_FIELD: Readonly<Record<CollectionSlug, string>> = {
  events: 'title',
  'news-items': 'title',
  media: 'credit',
  documents: 'title',
  deliveries: 'key',
  editions: 'key',
  notices: 'key',
  subscribers: 'key',
  consents: 'key',
  signups: 'key',
  suppressions: 'key',
  dispatches: 'key',
  attempts: 'key',
  receipts: 'key',
  'tick-claims': 'key',
  connections: 'key',
  agreements: 'title',
  channels: 'name',
  organisations: 'name',
  topics: 'title',
  'rights-requests': 'reference',
  users: 'name',
  'payload-kv': 'key',
  'payload-jobs': 'queue',
  'payload-locked-documents': 'globalSlug',
  'payload-preferences': 'key',
  'payload-migrations': 'name',
};

/** Which document: its collection, its state (a word of the table), whose, and who is going to look at it. */
export type Wanted = { readonly slug: CollectionSlug; readonly state: string; readonly owner: Owner; readonly viewer: Viewer };

/** Data of a document of this collection and owner; without id and state. */
export const draftOf = (world: World, { slug, owner, viewer, state }: Wanted): Record<string, unknown> => {
  const text = { [TEXT_FIELD[slug]]: mark() };
  return world.data(slug, { ...text, ...OWNED[slug]?.(world, owner, viewer), ...STATE_DATA[slug]?.(state, world) });
};

/** Documents that belong to a person: another one for every viewer. */
export const isPersonal = ({ slug, state }: Wanted): boolean =>
  state === 'oneself' || slug === 'notices' || slug === 'payload-preferences' || slug === 'payload-locked-documents';

/** Makes the document past all access rules; undefined where there is none such (nobody's own account). */
export const make = async (world: World, wanted: Wanted): Promise<string | undefined> => {
  const { slug, state, owner, viewer } = wanted;
  if (slug === 'users' && state === 'oneself') return owner === 'own' ? selfOf(world, viewer) : undefined;
  if (slug === 'organisations' && state !== 'unused') return world.organisations[owner];
  const data = draftOf(world, wanted);
  if (slug === 'events' || slug === 'news-items') return makeContent(world, slug, state, data);
  if (FLAT.has(slug)) return idOf(await world.payload.db.create({ collection: slug, data }));
  if (isUpload(slug)) return makeUpload(world, wanted, data);
  const user = slug === 'payload-preferences' ? { user: ownerOf(world, owner, viewer).user } : {};
  return idOf(await loosely(world.payload).create({ collection: slug, data, ...user }));
};

/** Documents that the flow or Payload itself write without hooks. */
const FLAT = new Set<CollectionSlug>([
  'deliveries',
  'editions',
  'notices',
  'subscribers',
  'consents',
  'signups',
  'suppressions',
  'dispatches',
  'attempts',
  'receipts',
  'tick-claims',
  'connections',
  // Without a password: nobody logs in there, and hashing one takes a tenth of a second.
  'users',
  'payload-kv',
  'payload-jobs',
  'payload-locked-documents',
  'payload-migrations',
]);

/** The person a personal document belongs to. */
const ownerOf = (world: World, owner: Owner, viewer: Viewer) =>
  owner === 'foreign' || viewer === 'anonymous' ? world.stranger : world.people[viewer];

const selfOf = (world: World, viewer: Viewer): string | undefined =>
  viewer === 'anonymous' ? undefined : world.people[viewer].user.id;

type Data = Readonly<Record<string, unknown>>;
const personal = (world: World, owner: Owner, viewer: Viewer): Data => ({
  user: { relationTo: 'users', value: ownerOf(world, owner, viewer).user.id },
});

/** How a collection says whose a document is. */
const OWNED: Partial<Record<CollectionSlug, (world: World, owner: Owner, viewer: Viewer) => Data>> = {
  events: ({ organisations }, owner) => ({ organiser: organisations[owner] }),
  'news-items': ({ organisations }, owner) => ({ organiser: organisations[owner] }),
  media: ({ organisations }, owner) => ({ organisation: organisations[owner] }),
  documents: ({ organisations }, owner) => ({ organisation: organisations[owner] }),
  channels: ({ organisations }, owner) => ({ organisation: organisations[owner] }),
  'rights-requests': ({ organisations }, owner) => ({ organisation: organisations[owner] }),
  deliveries: ({ organisations, channels }, owner) => ({
    organiser: organisations[owner],
    carrier: organisations[owner],
    channel: channels[owner],
  }),
  editions: ({ channels }, owner) => ({ channel: channels[owner] }),
  subscribers: ({ channels }, owner) => ({ channel: channels[owner] }),
  consents: ({ channels }, owner) => ({ channel: channels[owner] }),
  notices: (world, owner, viewer) => ({ user: ownerOf(world, owner, viewer).user.id, organisation: world.organisations[owner] }),
  users: ({ organisations }, owner) => ({ organisation: organisations[owner] }),
  'payload-preferences': personal,
  'payload-locked-documents': personal,
};

/** The shortest clause there is. */
const MEETINGS = { code: 'T-1', kind: 'meetings', text: 'Zwei Treffen im Jahr', sourceKind: 'proposal', perYear: 2 };

const STATE_DATA: Partial<Record<CollectionSlug, (state: string, world: World) => Data>> = {
  agreements: (state) => ({ state, inForceFrom: inDays(-1), clauses: [MEETINGS] }),
  organisations: () => ({ slug: mark() }),
  users: (role) => ({ role, email: `${mark()}@example.org` }),
};

type Content = 'events' | 'news-items';

/** A picture or file shown by a content of that state, as a logo, or nowhere. */
const makeUpload = async (world: World, wanted: Wanted, data: Data): Promise<string> => {
  const file = { ...fileOf(wanted.slug), name: `${mark()}.${wanted.slug === 'media' ? 'png' : 'pdf'}` };
  const id = idOf(await loosely(world.payload).create({ collection: wanted.slug, data, file }));
  if (wanted.state === 'logo') {
    const body = world.data('organisations', { slug: mark(), logo: id });
    await loosely(world.payload).create({ collection: 'organisations', data: body });
  } else if (wanted.state !== 'unused') await makeContent(world, 'events', wanted.state, contentWith(world, wanted, id));
  return id;
};

const contentWith = (world: World, wanted: Wanted, id: string): Data => ({
  ...draftOf(world, { ...wanted, slug: 'events' }),
  ...(wanted.slug === 'media' ? { picture: id } : { attachments: [id] }),
});

const makeContent = async (world: World, slug: Content, state: string, data: Data): Promise<string> => {
  const change = (id: string, values: Data, rest: Data = {}): Promise<unknown> =>
    loosely(world.payload).update({ collection: slug, id, data: values, ...rest });
  const isDraft = state === 'draft' || state === 'trashed draft';
  const values = { ...data, _status: isDraft ? 'draft' : 'published', ...PUBLISHED_AS[state] };
  const id = idOf(await loosely(world.payload).create({ collection: slug, data: values, draft: isDraft }));
  if (state === 'revised') await change(id, { title: mark(), _status: 'draft' }, { draft: true });
  if (state === 'unpublished') await change(id, { _status: 'draft' });
  if (state.startsWith('trashed')) await change(id, { deletedAt: inDays(0) });
  if (!STATES.has(state)) throw new Error(`The table names a state that the tests cannot make: ${state}`);
  return id;
};

const PUBLISHED_AS: Readonly<Record<string, Data>> = {
  stakeholders: { visibility: 'stakeholders' },
  embargoed: { embargoUntil: inDays(5) },
  'embargo over': { embargoUntil: inDays(-5) },
};

const STATES = new Set([
  'draft',
  'published',
  'revised',
  'unpublished',
  'trashed',
  'trashed draft',
  ...Object.keys(PUBLISHED_AS),
]);
