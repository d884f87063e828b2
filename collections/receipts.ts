import type { CollectionConfig } from 'payload';
import { DROP_LISTS, RECEIPT_KINDS } from '#domain/receipt';
import { COLLECTIONS } from '#i18n/admin';
import { DISPATCH, DROP_LIST_WORDS, RECEIPT, RECEIPT_KIND_WORDS } from '#i18n/admin-dispatch';
import { adminOnly } from './access';
import { moment } from './fields';
import { flowCollection, keyField, OUT_OF_SIGHT, oneOf, plain } from './flow';

/** What providers told us later about single mails (UI: Statusmeldungen): only ever added, and gone after 90 days. */
export const receipts: CollectionConfig = flowCollection({
  slug: 'receipts',
  labels: COLLECTIONS.receipts,
  read: adminOnly,
  title: 'key',
  columns: ['kind', 'at', 'dispatchKey', 'appliedAt'],
  adminOnly: true,
  defaultSort: '-at',
  indexes: [{ fields: ['edition', 'kind'] }, { fields: ['dispatchKey', 'attempt'] }, { fields: ['subscriber', 'kind'] }],
  fields: [
    oneOf('kind', RECEIPT.kind, RECEIPT_KIND_WORDS, RECEIPT_KINDS, { required: true }),
    oneOf('list', RECEIPT.list, DROP_LIST_WORDS, DROP_LISTS),
    moment('at', RECEIPT.at, { required: true, index: true }),
    moment('appliedAt', RECEIPT.appliedAt, { index: true }),
    plain('dispatchKey', RECEIPT.dispatchKey, { required: true }),
    { name: 'attempt', type: 'number', label: DISPATCH.number, required: true },
    plain('subscriber', RECEIPT.subscriber, { required: true }),
    { ...plain('edition', RECEIPT.edition), ...OUT_OF_SIGHT },
    { ...plain('channel', DISPATCH.channel, { required: true }), ...OUT_OF_SIGHT },
    { ...keyField(DISPATCH.key), ...OUT_OF_SIGHT },
  ],
});
