import type { CollectionSlug } from 'payload';
import { make } from './access-documents';
import { type Doc, loosely, type Person, type Rest } from './access-doors';
import { addPerson, idOf, mark, type World } from './access-world';

/** Those who try to find out more than they may: the public, an editor of another body, an author of one's own. */
export const SNOOPERS = ['anonymous', 'stranger', 'author'] as const;
export type Snooper = (typeof SNOOPERS)[number];

/** A text that is somewhere in the data, and from whom it must be kept. */
export type Secret = { readonly text: string; readonly from: readonly Snooper[] };

/** A house full of secrets: `ids` are the documents that hold them, by collection. */
export type Secrets = { readonly list: readonly Secret[]; readonly ids: ReadonlyMap<CollectionSlug, readonly string[]> };

const ALL = SNOOPERS;
/** Everybody outside the organisation. */
export const OUTSIDE: readonly Snooper[] = ['anonymous', 'stranger'];
export const PUBLIC: readonly Snooper[] = ['anonymous'];

/** How every secret text kept from these begins; accounts have addresses of their own. */
export const secretFrom = (from: readonly Snooper[]): string => `geheim-${from.join('-')}-`;

/** Contents of the own organisation whose title is a secret, by state. */
const CONTENT_SECRETS = {
  draft: OUTSIDE,
  unpublished: OUTSIDE,
  trashed: OUTSIDE,
  'trashed draft': OUTSIDE,
  stakeholders: PUBLIC,
  embargoed: PUBLIC,
} satisfies Readonly<Record<string, readonly Snooper[]>>;

/** Hides one secret in every place that has something to hide. */
export const hide = async (world: World, rest: Rest): Promise<Secrets> => {
  const list: Secret[] = [];
  const ids = new Map<CollectionSlug, string[]>();
  const keep = (slug: CollectionSlug, id: string): string => {
    ids.set(slug, [...(ids.get(slug) ?? []), id]);
    return id;
  };
  const secret = (from: readonly Snooper[]): string => {
    const text = `${secretFrom(from)}${mark()}`;
    list.push({ text, from });
    return text;
  };
  await hideContents(world, secret, keep);
  await hideSettings(world, secret, keep);
  await hideRows(world, secret, keep);
  await hidePeople(world, rest, list, keep);
  return { list, ids };
};

type Mint = (from: readonly Snooper[]) => string;
type Keep = (slug: CollectionSlug, id: string) => string;

const update = (world: World, slug: CollectionSlug, id: string, data: object, options: object = {}): Promise<unknown> =>
  loosely(world.payload).update({ collection: slug, id, data, ...options });

const hideContents = async (world: World, secret: Mint, keep: Keep): Promise<void> => {
  for (const slug of ['events', 'news-items'] as const) {
    const wanted = { slug, owner: 'own', viewer: 'editor' } as const;
    for (const [state, from] of Object.entries(CONTENT_SECRETS)) {
      const id = keep(slug, await make(world, { ...wanted, state }).then((made) => made ?? ''));
      const options = { draft: state === 'draft' || state === 'unpublished', trash: true };
      await update(world, slug, id, { title: secret(from), teaser: secret(from), contact: contact(secret) }, options);
    }
    const id = keep(slug, (await make(world, { ...wanted, state: 'published' })) ?? '');
    await update(world, slug, id, { title: secret(OUTSIDE), _status: 'draft' }, { draft: true });
  }
};

/** Known to the other organisations, never to the public unless ticked. */
const contact = (secret: Mint) => ({ name: secret(PUBLIC), email: `${secret(PUBLIC)}@example.org`, phone: secret(PUBLIC) });

const hideSettings = async (world: World, secret: Mint, keep: Keep): Promise<void> => {
  const { own, foreign } = world.organisations;
  // Different first letters, so that an order by them would tell something.
  await update(world, 'organisations', own, {
    contactEmail: `b-${secret(PUBLIC)}@example.org`,
    defaults: { town: secret(PUBLIC) },
  });
  await update(world, 'organisations', foreign, { contactEmail: `a-${secret(PUBLIC)}@example.org` });
  keep('organisations', own);
  await update(world, 'channels', keep('channels', world.channels.own), { ownerEmail: `${secret(PUBLIC)}@example.org` });
  const picture = await make(world, { slug: 'media', state: 'draft', owner: 'own', viewer: 'editor' });
  await update(world, 'media', keep('media', picture ?? ''), { credit: secret(PUBLIC) });
  const shown = await make(world, { slug: 'media', state: 'published', owner: 'own', viewer: 'editor' });
  keep('media', shown ?? '');
};

/** What the flow writes: one row each, its key or text a secret. */
const hideRows = async (world: World, secret: Mint, keep: Keep): Promise<void> => {
  const row = async (slug: CollectionSlug, data: object): Promise<string> =>
    keep(slug, idOf(await world.payload.db.create({ collection: slug, data: world.data(slug, { ...data }) })));
  const { own } = world.channels;
  const editor = world.people.editor.user.id;
  await row('deliveries', { contentTitle: secret(PUBLIC), channel: own });
  await row('editions', { subject: secret(PUBLIC), channel: own });
  await row('subscribers', { email: `${secret(ALL)}@example.org`, key: secret(ALL), channel: own });
  await row('consents', { text: secret(ALL), addressHash: secret(ALL), channel: own });
  await row('suppressions', { addressHash: secret(ALL) });
  await row('signups', { email: `${secret(ALL)}@example.org`, choices: [{ text: secret(ALL) }] });
  await row('notices', { key: secret(ALL), user: editor });
  await row('dispatches', { key: secret(ALL), recipientIds: [secret(ALL)] });
  await row('attempts', { key: secret(ALL), message: { to: secret(ALL) } });
  await row('receipts', { key: secret(ALL), subscriber: secret(ALL) });
  await row('tick-claims', { key: secret(ALL) });
  await row('connections', { key: secret(ALL), sealed: secret(ALL) });
  await row('payload-jobs', { queue: secret(ALL), input: { what: secret(ALL) } });
  await row('payload-kv', { key: secret(ALL) });
};

const hidePeople = async (world: World, rest: Rest, list: Secret[], keep: Keep): Promise<void> => {
  const { admin, editor, author } = world.people;
  const colleague = await addPerson(world.payload, rest, { role: 'author', organisation: world.organisations.own });
  for (const { user } of [admin, editor, colleague]) {
    keep('users', user.id);
    list.push({ text: String(user.email), from: ALL });
  }
  list.push({ text: String(author.user.email), from: OUTSIDE });
  const lockedBy = (person: Person) => ({ user: { relationTo: 'users', value: person.user.id }, globalSlug: mark() });
  for (const person of [editor, admin]) {
    const lock: Doc = await world.payload.db.create({ collection: 'payload-locked-documents', data: lockedBy(person) });
    keep('payload-locked-documents', lock.id);
  }
  const value = `${secretFrom(ALL)}${mark()}`;
  list.push({ text: value, from: ALL });
  const preference = { key: mark(), value: { value } };
  await rest('POST', `/payload-preferences/${preference.key}`, { as: editor, body: preference });
};
