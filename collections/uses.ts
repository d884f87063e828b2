import type { Where } from 'payload';
import type { Uses } from './guards';

const equals =
  (field: string) =>
  (id: string): Where => ({ [field]: { equals: id } });
const any =
  (...fields: readonly string[]) =>
  (id: string): Where => ({ or: fields.map((field) => ({ [field]: { in: [id] } })) });

/** What is published; the row of a draft that never was keeps what its first save said. */
const published =
  (where: (id: string) => Where) =>
  (id: string): Where => ({ and: [{ _status: { equals: 'published' } }, where(id)] });

/** Where an organisation may be in use. */
export const ORGANISATION_USES: Uses = [
  { collection: 'events', words: 'events', where: any('organiser', 'coOrganisers') },
  { collection: 'news-items', words: 'newsItems', where: any('organiser', 'coOrganisers') },
  { collection: 'users', words: 'users', where: equals('organisation') },
  { collection: 'channels', words: 'channels', where: equals('organisation') },
  { collection: 'deliveries', words: 'deliveries', where: any('organiser', 'carrier') },
  { collection: 'agreements', words: 'agreements', where: any('clauses.fromOrganisations', 'clauses.toOrganisations') },
  { collection: 'organisations', words: 'organisations', where: equals('house') },
  { collection: 'media', words: 'media', where: equals('organisation') },
  { collection: 'documents', words: 'documents', where: equals('organisation') },
];

/** Where a topic may be in use. */
export const TOPIC_USES: Uses = [
  { collection: 'events', words: 'events', where: any('topics') },
  { collection: 'news-items', words: 'newsItems', where: any('topics') },
  { collection: 'agreements', words: 'agreements', where: any('clauses.topics') },
  { collection: 'organisations', words: 'organisations', where: any('defaults.topics') },
];

/** What tells of a person: decisions in the ledger and mails about it. */
export const USER_HISTORY: Uses = [
  { collection: 'deliveries', words: 'deliveries', where: equals('decidedBy') },
  { collection: 'notices', words: 'notices', where: equals('user') },
];

/** Where a channel may be in use. */
export const CHANNEL_USES: Uses = [
  { collection: 'deliveries', words: 'deliveries', where: equals('channel') },
  { collection: 'editions', words: 'editions', where: equals('channel') },
  { collection: 'subscribers', words: 'subscribers', where: equals('channel') },
];

/** Where a file may be in use. */
export const DOCUMENT_USES: Uses = [
  { collection: 'events', words: 'events', where: published(any('attachments')), inDrafts: any('version.attachments') },
  { collection: 'news-items', words: 'newsItems', where: published(any('attachments')), inDrafts: any('version.attachments') },
];

/** Where a picture may be in use. */
export const PICTURE_USES: Uses = [
  ...(['events', 'news-items'] as const).map((collection) => ({
    collection,
    words: collection === 'events' ? ('events' as const) : ('newsItems' as const),
    where: published(any('picture', 'funding.logo')),
    inDrafts: any('version.picture', 'version.funding.logo'),
  })),
  { collection: 'organisations', words: 'organisations', where: any('logo', 'funding.logo') },
];
