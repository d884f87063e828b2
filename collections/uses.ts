import type { Where } from 'payload';
import type { Uses } from './guards';

const equals =
  (field: string) =>
  (id: string): Where => ({ [field]: { equals: id } });
const inFields =
  (...fields: readonly string[]) =>
  (id: string): Where => ({ or: fields.map((field) => ({ [field]: { in: [id] } })) });

/** What is published; the row of a draft that never was keeps what its first save said. */
const published =
  (where: (id: string) => Where) =>
  (id: string): Where => ({ and: [{ _status: { equals: 'published' } }, where(id)] });

/** The newest version, which may be a draft. */
const newest =
  (where: (id: string) => Where) =>
  (id: string): Where => ({ and: [{ latest: { equals: true } }, where(id)] });

/** Where an organisation may be in use. */
export const ORGANISATION_USES: Uses = [
  { collection: 'events', words: 'events', where: inFields('organiser', 'coOrganisers') },
  { collection: 'news-items', words: 'newsItems', where: inFields('organiser', 'coOrganisers') },
  { collection: 'users', words: 'users', where: equals('organisation') },
  { collection: 'channels', words: 'channels', where: equals('organisation') },
  { collection: 'deliveries', words: 'deliveries', where: inFields('organiser', 'carrier') },
  { collection: 'agreements', words: 'agreements', where: inFields('clauses.fromOrganisations', 'clauses.toOrganisations') },
  { collection: 'organisations', words: 'organisations', where: equals('house') },
  { collection: 'media', words: 'media', where: equals('organisation') },
  { collection: 'documents', words: 'documents', where: equals('organisation') },
  { collection: 'rights-requests', words: 'rightsRequests', where: equals('organisation') },
];

/** Where a topic may be in use. */
export const TOPIC_USES: Uses = [
  { collection: 'events', words: 'events', where: inFields('topics') },
  { collection: 'news-items', words: 'newsItems', where: inFields('topics') },
  { collection: 'agreements', words: 'agreements', where: inFields('clauses.topics') },
  { collection: 'organisations', words: 'organisations', where: inFields('defaults.topics') },
];

const VERSIONED = [
  ['events', 'events'],
  ['news-items', 'newsItems'],
  ['agreements', 'agreements'],
] as const;

/** What tells of a person: versions, decisions in the ledger and mails about it. */
export const USER_HISTORY: Uses = [
  ...VERSIONED.map(([collection, words]) => ({
    collection,
    words,
    where: equals('changedBy'),
    inVersions: equals('version.changedBy'),
  })),
  { collection: 'deliveries', words: 'deliveries', where: equals('decidedBy') },
  { collection: 'notices', words: 'notices', where: equals('user') },
];

/** Requests keep their newsletters as JSON: MongoDB looks into it by the first condition, SQLite by the second. */
const inChoices = (id: string): Where => ({ or: [{ 'choices.channel': { equals: id } }, { choices: { contains: id } }] });

/** Where a channel may be in use. A proof is found by an address and the channels that are there, so it must not outlive its own. */
export const CHANNEL_USES: Uses = [
  { collection: 'deliveries', words: 'deliveries', where: equals('channel') },
  { collection: 'editions', words: 'editions', where: equals('channel') },
  { collection: 'subscribers', words: 'subscribers', where: equals('channel') },
  { collection: 'signups', words: 'signups', where: inChoices },
  { collection: 'consents', words: 'consents', where: equals('channel') },
];

/** Where a file may be in use. */
export const DOCUMENT_USES: Uses = [
  {
    collection: 'events',
    words: 'events',
    where: published(inFields('attachments')),
    inVersions: newest(inFields('version.attachments')),
  },
  {
    collection: 'news-items',
    words: 'newsItems',
    where: published(inFields('attachments')),
    inVersions: newest(inFields('version.attachments')),
  },
];

/** Where a picture may be in use. */
export const PICTURE_USES: Uses = [
  ...(['events', 'news-items'] as const).map((collection) => ({
    collection,
    words: collection === 'events' ? ('events' as const) : ('newsItems' as const),
    where: published(inFields('picture', 'funding.logo')),
    inVersions: newest(inFields('version.picture', 'version.funding.logo')),
  })),
  { collection: 'organisations', words: 'organisations', where: inFields('logo', 'funding.logo') },
  { collection: 'channels', words: 'channels', where: equals('logo') },
];
