import type { CollectionConfig, Field } from 'payload';
import { WAITS_FOR } from '#domain/edition-edit';
import type { Figure } from '#domain/receipt';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DELIVERY, EDITION, EDITION_STATUS_WORDS, WAITS_FOR_WORDS } from '#i18n/admin-ledger';
import { loggedIn } from './access';
import { editionActions } from './edition-actions';
import { moment } from './fields';
import { flowCollection, keyField, OUT_OF_SIGHT, oneOf, plain, withCell } from './flow';

const FIGURE_NAMES = ['delivered', 'bounced', 'complained', 'left'] as const satisfies readonly Figure[];
const STATUSES = ['open', 'closed', 'sent', 'unconfirmed', 'failed', 'skipped'] as const;

/** Issues of newsletters (UI: Ausgaben), one per channel and slot. */
export const editions: CollectionConfig = {
  ...flowCollection({
    slug: 'editions',
    labels: COLLECTIONS.editions,
    read: loggedIn,
    title: 'channelName',
    columns: ['channelName', 'slotAt', 'status', 'subject', 'recipients', 'accepted', 'delivered', 'bounced'],
    defaultSort: '-slotAt',
    admin: { components: { views: { edit: { root: { Component: '/src/admin/edition-list.tsx#EditionRedirect' } } } } },
    fields: [
      withCell(plain('channelName', DELIVERY.channelName), '/src/admin/edition-list.tsx#EditionCell'),
      moment('slotAt', EDITION.slotAt, { required: true, index: true }),
      oneOf('status', COMMON.status, EDITION_STATUS_WORDS, STATUSES, { required: true, index: true }),
      { name: 'subject', type: 'text', label: EDITION.subject },
      { name: 'recipients', type: 'number', label: EDITION.recipients },
      { name: 'accepted', type: 'number', label: EDITION.accepted },
      ...FIGURE_NAMES.map((name): Field => ({ name, type: 'number', label: EDITION[name] })),
      moment('sentAt', DELIVERY.sentAt),
      oneOf('waitsFor', EDITION.waitsFor, WAITS_FOR_WORDS, WAITS_FOR),
      { name: 'version', type: 'number', label: EDITION.version, ...OUT_OF_SIGHT },
      { name: 'edits', type: 'json', label: EDITION.edits, ...OUT_OF_SIGHT },
      { name: 'approval', type: 'json', label: EDITION.approval, ...OUT_OF_SIGHT },
      { ...keyField(EDITION.key), ...OUT_OF_SIGHT },
      { name: 'rows', type: 'json', label: EDITION.rows, ...OUT_OF_SIGHT },
      { ...plain('channel', DELIVERY.channel, { required: true, index: true }), ...OUT_OF_SIGHT },
    ],
  }),
  endpoints: editionActions,
};
