import type { CollectionConfig } from 'payload';
import { SUPPRESSION_REASONS } from '#domain/suppression';
import { COLLECTIONS } from '#i18n/admin';
import { SUPPRESSION, SUPPRESSION_REASON_WORDS } from '#i18n/admin-dispatch';
import { adminOnly } from './access';
import { moment } from './fields';
import { flowCollection, keyField, OUT_OF_SIGHT, oneOf, plain } from './flow';

/** Addresses that are not written to (UI: Sperrvermerke), as hashes: they tell nobody who it is. */
export const suppressions: CollectionConfig = flowCollection({
  slug: 'suppressions',
  labels: COLLECTIONS.suppressions,
  read: adminOnly,
  title: 'reason',
  columns: ['reason', 'scope', 'suppressedAt'],
  adminOnly: true,
  defaultSort: '-suppressedAt',
  fields: [
    oneOf('reason', SUPPRESSION.reason, SUPPRESSION_REASON_WORDS, SUPPRESSION_REASONS, { required: true }),
    plain('scope', SUPPRESSION.scope, { required: true }),
    moment('suppressedAt', SUPPRESSION.suppressedAt, { required: true }),
    { ...keyField(SUPPRESSION.key), ...OUT_OF_SIGHT },
    { ...plain('addressHash', SUPPRESSION.addressHash, { required: true, index: true }), ...OUT_OF_SIGHT },
  ],
});
