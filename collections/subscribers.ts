import type { CollectionConfig } from 'payload';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DISPATCH, SUBSCRIBER, SUBSCRIBER_STATUS_WORDS } from '#i18n/admin-dispatch';
import { LANGUAGE_WORDS, REGION_WORDS } from '#i18n/words';
import { readSubscribers } from './access';
import { moment } from './fields';
import { flowCollection, keyField, OUT_OF_SIGHT, oneOf, plain } from './flow';
import { type Addresses, importEndpoints } from './subscriber-import';

/** Confirmed people of newsletters (UI: Newsletter-Abonnements). */
export const subscribers = (addresses: Addresses): CollectionConfig => ({
  ...flowCollection({
    slug: 'subscribers',
    labels: COLLECTIONS.subscribers,
    read: readSubscribers,
    title: 'email',
    columns: ['email', 'language', 'status', 'confirmedAt'],
    indexes: [{ fields: ['channel', 'status'] }],
    admin: { components: { beforeListTable: ['/src/admin/import-link.tsx#ImportLink'] } },
    fields: [
      plain('email', SUBSCRIBER.email, { required: true }),
      { ...plain('channel', DISPATCH.channel, { required: true, index: true }), ...OUT_OF_SIGHT },
      oneOf('language', COMMON.language, LANGUAGE_WORDS, ['de', 'en'], { required: true, defaultValue: 'de' }),
      oneOf('region', SUBSCRIBER.region, REGION_WORDS, ['north', 'south']),
      plain('topics', SUBSCRIBER.topics),
      oneOf('status', COMMON.status, SUBSCRIBER_STATUS_WORDS, ['confirmed', 'unsubscribed'], { required: true, index: true }),
      moment('confirmedAt', SUBSCRIBER.confirmedAt),
      moment('unsubscribedAt', SUBSCRIBER.unsubscribedAt),
      { ...keyField(DISPATCH.key), ...OUT_OF_SIGHT },
    ],
  }),
  endpoints: importEndpoints(addresses),
});
