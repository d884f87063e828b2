import type { CollectionSlug, GlobalSlug } from 'payload';

/** May it: with every document, with those of the own organisation (of accounts and notices: one's own), with none. */
export type Cell = 'all' | 'own' | '---';

/** One cell per viewer, in the order of `VIEWERS`. */
export type Row = `${Cell} ${Cell} ${Cell} ${Cell} ${Cell}`;

/** The columns of the table. */
export const VIEWERS = ['anonymous', 'author', 'editor', 'coordinator', 'admin'] as const;
export type Viewer = (typeof VIEWERS)[number];

/**
 * What somebody tries. `read draft`: sees the newest text with `draft=true`; `save draft`: changes it with `draft=true`, without
 * effect on what is published; `trash`, `untrash`: into and out of the bin.
 */
export const VERBS = [
  'create',
  'read',
  'read draft',
  'update',
  'save draft',
  'publish',
  'unpublish',
  'trash',
  'untrash',
  'delete',
  'duplicate',
  'read versions',
  'restore version',
  'unlock',
] as const;
export type Verb = (typeof VERBS)[number];

/** State of the document → row. Collections whose documents have one state only call it `any`. */
export type Sheet = { readonly [verb in Verb]?: Readonly<Record<string, Row>> };

const NOBODY = '--- --- --- --- ---';
const EVERYBODY = 'all all all all all';
const PEOPLE = '--- all all all all';
const ABOVE = '--- --- --- all all';
const ADMIN = '--- --- --- --- all';
/** The own organisation's people, and those above. */
const TEAM = '--- own own all all';
/** The same without authors. */
const EDITORS = '--- --- own all all';
const ONESELF = '--- own own own own';

const any = (row: Row) => ({ any: row });
const frozen = { create: any(NOBODY), update: any(NOBODY), delete: any(NOBODY) };

const contents: Sheet = {
  create: { draft: TEAM, published: EDITORS },
  read: {
    draft: TEAM,
    published: EVERYBODY,
    revised: EVERYBODY,
    stakeholders: PEOPLE,
    embargoed: PEOPLE,
    'embargo over': EVERYBODY,
    unpublished: TEAM,
    trashed: TEAM,
    'trashed draft': TEAM,
  },
  'read draft': { draft: TEAM, published: EVERYBODY, revised: TEAM, embargoed: PEOPLE, unpublished: TEAM, trashed: TEAM },
  update: { draft: TEAM, published: EDITORS, revised: EDITORS, unpublished: TEAM, stakeholders: EDITORS },
  'save draft': { draft: TEAM, published: EDITORS, revised: TEAM, unpublished: TEAM },
  publish: { draft: EDITORS, revised: EDITORS },
  unpublish: { published: EDITORS },
  trash: { draft: TEAM, published: EDITORS },
  untrash: { trashed: EDITORS, 'trashed draft': TEAM },
  delete: { draft: TEAM, published: NOBODY, trashed: NOBODY, 'trashed draft': TEAM },
  duplicate: { draft: TEAM, published: TEAM },
  'read versions': { draft: TEAM, published: TEAM, revised: TEAM, stakeholders: TEAM, embargoed: TEAM, trashed: TEAM },
  'restore version': { draft: TEAM, published: EDITORS, revised: EDITORS },
};

/**
 * Who may do what with the documents of every collection, Payload's own included. `revised`: published, with a newer draft.
 * Nothing is left out: a collection without an entry fails the test.
 */
export const ACCESS: Readonly<Record<CollectionSlug, Sheet>> = {
  events: contents,
  'news-items': contents,
  // The words are the state of the content that shows the picture.
  media: {
    create: any(TEAM),
    read: { unused: PEOPLE, draft: PEOPLE, embargoed: PEOPLE, stakeholders: PEOPLE, published: EVERYBODY, logo: EVERYBODY },
    update: { unused: TEAM, published: TEAM },
    delete: { unused: TEAM, draft: NOBODY, published: NOBODY },
  },
  documents: {
    create: any(TEAM),
    read: { unused: TEAM, draft: TEAM, embargoed: PEOPLE, stakeholders: PEOPLE, published: EVERYBODY },
    update: { unused: TEAM, published: TEAM },
    delete: { unused: TEAM, draft: NOBODY, published: NOBODY },
  },

  deliveries: { ...frozen, read: any(PEOPLE) },
  editions: { ...frozen, read: any(PEOPLE) },
  notices: { ...frozen, read: any('--- own own own all') },
  subscribers: { ...frozen, read: any('--- --- own all all') },
  consents: { ...frozen, read: any('--- --- own all all') },
  signups: { ...frozen, read: any(ADMIN) },
  receipts: { ...frozen, read: any(ADMIN) },
  suppressions: { ...frozen, read: any(ADMIN) },
  dispatches: { ...frozen, read: any(ADMIN) },
  attempts: { ...frozen, read: any(ADMIN) },
  'tick-claims': { ...frozen, read: any(ADMIN) },
  connections: { ...frozen, read: any(NOBODY) },

  agreements: {
    create: { draft: ABOVE, adopted: ABOVE },
    read: { draft: PEOPLE, adopted: PEOPLE },
    update: { draft: ABOVE, adopted: NOBODY },
    delete: { draft: NOBODY, adopted: NOBODY },
    'read versions': { draft: ABOVE, adopted: ABOVE },
    'restore version': { draft: ABOVE, adopted: NOBODY },
  },
  channels: { create: any(ABOVE), read: any(PEOPLE), update: any(EDITORS), delete: any(ABOVE) },
  organisations: {
    create: any(ABOVE),
    read: any(EVERYBODY),
    update: any(EDITORS),
    delete: { unused: ABOVE, 'in use': NOBODY },
  },
  topics: { create: any(ABOVE), read: any(EVERYBODY), update: any(ABOVE), delete: any(ABOVE) },
  'rights-requests': { create: any(EDITORS), read: any(EDITORS), update: any(EDITORS), delete: any(EDITORS) },
  users: {
    create: { editor: ABOVE, coordinator: ADMIN, admin: ADMIN },
    read: { oneself: ONESELF, author: ABOVE, editor: ABOVE, coordinator: ABOVE, admin: ABOVE },
    update: { oneself: ONESELF, author: ABOVE, editor: ABOVE, coordinator: ADMIN, admin: ADMIN },
    delete: { author: ABOVE, editor: ABOVE, coordinator: ADMIN, admin: ADMIN },
    unlock: { author: ABOVE, editor: ABOVE, coordinator: ABOVE, admin: ABOVE },
  },

  'payload-kv': { ...frozen, read: any(NOBODY) },
  'payload-jobs': { ...frozen, read: any(NOBODY) },
  // Set by the form; whoever may change the document takes it over (`locks.test.ts`). These here belong to no document.
  'payload-locked-documents': { create: any(NOBODY), read: any(PEOPLE), update: any(NOBODY), delete: any(ONESELF) },
  'payload-preferences': { create: any(ONESELF), read: any(ONESELF), update: any(ONESELF), delete: any(ONESELF) },
  // Payload's, for its own code only: no address in REST (`WITHOUT_REST`).
  'payload-migrations': { create: any(PEOPLE), read: any(PEOPLE), update: any(PEOPLE), delete: any(PEOPLE) },
};

/** Collections that answer no HTTP request at all. */
export const WITHOUT_REST: readonly CollectionSlug[] = ['payload-migrations'];

/** Who may read and change the settings of which there is one each; own organisations play no part. */
export const GLOBALS: Readonly<Record<GlobalSlug, { readonly read: Row; readonly update: Row }>> = {
  operations: { read: PEOPLE, update: ABOVE },
  'site-texts': { read: EVERYBODY, update: ABOVE },
};
