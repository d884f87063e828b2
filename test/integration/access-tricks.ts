import type { CollectionSlug } from 'payload';
import { OUTSIDE, PUBLIC, SNOOPERS, type Snooper } from './access-secrets';

/** Ways to ask for more than one gets. */
export const TRICKS: readonly Readonly<Record<string, string>>[] = [
  {},
  { depth: '9' },
  { draft: 'true', depth: '3' },
  { trash: 'true', depth: '3' },
  { draft: 'true', trash: 'true' },
  { locale: 'all' },
  { locale: 'en', 'fallback-locale': 'none' },
  { showHiddenFields: 'true', overrideAccess: 'true' },
  { depth: '3', 'populate[organisations][contactEmail]': 'true', 'populate[organisations][defaults]': 'true' },
  { depth: '3', 'populate[users][email]': 'true', 'populate[media][credit]': 'true' },
  { 'where[or][0][id][exists]': 'true', 'where[or][1][deletedAt][exists]': 'true', trash: 'true' },
  { 'where[id][exists]': 'true', 'where[_status][equals]': 'draft', draft: 'true' },
];

/** The same for a single document. */
export const DOCUMENT_TRICKS: typeof TRICKS = [
  { depth: '9', draft: 'true' },
  { depth: '3', trash: 'true', 'populate[organisations][contactEmail]': 'true', 'populate[users][email]': 'true' },
  { draft: 'true', trash: 'true', locale: 'all', showHiddenFields: 'true' },
];

/** Fields that could be guessed letter by letter if a question about them were answered, and from whom they are hidden. */
export const ORACLES: readonly (readonly [CollectionSlug, string, readonly Snooper[]])[] = [
  ['organisations', 'contactEmail', PUBLIC],
  ['organisations', 'defaults.town', PUBLIC],
  ['organisations', 'house.contactEmail', PUBLIC],
  ['events', 'organiser.contactEmail', PUBLIC],
  ['events', 'coOrganisers.contactEmail', PUBLIC],
  ['events', 'title', OUTSIDE],
  ['events', 'title', PUBLIC],
  ['events', 'teaser', OUTSIDE],
  ['events', 'picture.credit', PUBLIC],
  ['news-items', 'organiser.contactEmail', PUBLIC],
  ['news-items', 'title', OUTSIDE],
  ['news-items', 'title', PUBLIC],
  ['media', 'credit', PUBLIC],
  ['media', 'organisation.contactEmail', PUBLIC],
  ['channels', 'ownerEmail', PUBLIC],
  ['channels', 'organisation.contactEmail', PUBLIC],
  ['subscribers', 'email', SNOOPERS],
  ['consents', 'addressHash', SNOOPERS],
  ['signups', 'email', SNOOPERS],
  ['notices', 'key', SNOOPERS],
  ['dispatches', 'key', SNOOPERS],
  ['attempts', 'key', SNOOPERS],
  ['receipts', 'subscriber', SNOOPERS],
  ['users', 'email', SNOOPERS],
  ['payload-locked-documents', 'user.email', SNOOPERS],
  ['payload-jobs', 'queue', SNOOPERS],
  ['payload-kv', 'key', SNOOPERS],
];

/** Where the question finds something, so that the others' silence means something. */
export const KNOWN_TO_ADMINS: readonly string[] = [
  'organisations.contactEmail',
  'organisations.defaults.town',
  'events.organiser.contactEmail',
  'events.title',
  'news-items.title',
  'media.credit',
  'channels.ownerEmail',
  'subscribers.email',
  'signups.email',
  'dispatches.key',
];

/** Orders that would tell the public something. */
export const ORDERS: readonly (readonly [CollectionSlug, string])[] = [
  ['organisations', 'contactEmail'],
  ['organisations', 'defaults.town'],
  ['events', 'organiser.contactEmail'],
  ['events', 'planRevision'],
  ['events', 'changedBy'],
  ['news-items', 'organiser.contactEmail'],
  ['media', 'organisation.contactEmail'],
];
