import type { CollectionConfig } from 'payload';
import { DELIVERY_STATUSES } from '#domain/delivery';
import { PURPOSES } from '#domain/purpose';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DISPATCH } from '#i18n/admin-dispatch';
import { APPROVAL_WORDS, BECAUSE_WORDS, DELIVERY } from '#i18n/admin-ledger';
import { PURPOSE_WORDS, REASON_WORDS, STATUS_WORDS } from '#i18n/words';
import { loggedIn } from './access';
import { deliveryActions } from './delivery-actions';
import { deliveryAmendment } from './delivery-amendment';
import { deliveryBulk } from './delivery-bulk';
import { deliveryRemoval } from './delivery-removal';
import { flag, moment } from './fields';
import { flowCollection, keyField, OUT_OF_LISTS, oneOf, plain, technical, withCell } from './flow';
import { reportExport } from './report-export';

/** The ledger (UI: Nachweis): content × channel × purpose × occasion, with what became of it. */
export const deliveries: CollectionConfig = {
  ...flowCollection({
    slug: 'deliveries',
    labels: COLLECTIONS.deliveries,
    read: loggedIn,
    title: 'contentTitle',
    columns: ['contentTitle', 'status', 'dueAt', 'purpose', 'channelName', 'carrierName', 'organiserName', 'clause'],
    defaultSort: '-dueAt',
    admin: {
      pagination: { defaultLimit: 25 },
      listSearchableFields: ['contentTitle', 'organiserName', 'carrierName', 'channelName', 'clause'],
      components: {
        beforeListTable: ['/src/admin/ledger-tabs.tsx#LedgerTabs'],
        views: { edit: { root: { Component: '/src/admin/delivery-view.tsx#DeliveryView' } } },
      },
    },
    indexes: [{ fields: ['status', 'dueAt'] }],
    fields: [
      plain('contentTitle', DELIVERY.contentTitle),
      plain('organiserName', DELIVERY.organiserName),
      plain('carrierName', DELIVERY.carrierName),
      plain('channelName', DELIVERY.channelName),
      oneOf('purpose', DELIVERY.purpose, PURPOSE_WORDS, PURPOSES, { required: true }),
      moment('dueAt', DELIVERY.dueAt, { required: true, index: true }),
      withCell(
        oneOf('status', COMMON.status, STATUS_WORDS, DELIVERY_STATUSES, { required: true, index: true }),
        '/src/admin/ledger-cells.tsx#StatusCell',
      ),
      withCell(plain('clause', DELIVERY.clause, { index: true }), '/src/admin/ledger-cells.tsx#BecauseCell'),
      {
        name: 'reason',
        type: 'select',
        label: DELIVERY.reason,
        options: Object.entries(REASON_WORDS).map(([value, label]) => ({ value, label })),
      },
      { name: 'clauseText', type: 'textarea', label: DELIVERY.clauseText },
      flag('clauseAgreed', DELIVERY.clauseAgreed),
      technical('alsoFulfils', DELIVERY.alsoFulfils),
      { name: 'ownText', type: 'textarea', label: DELIVERY.ownText },
      flag('ownTextStale', DELIVERY.ownTextStale),
      { name: 'url', type: 'text', label: COMMON.url },
      moment('sentAt', DELIVERY.sentAt, { index: true }),
      moment('askUntil', DELIVERY.askUntil),
      moment('noticedAt', DELIVERY.noticedAt),
      moment('decidedAt', DELIVERY.decidedAt),
      { name: 'declineReason', type: 'textarea', label: DELIVERY.declineReason },
      moment('wantedAt', DELIVERY.wantedAt, { required: true }),
      moment('latestAt', DELIVERY.latestAt, { required: true }),
      oneOf('approval', DELIVERY.approval, APPROVAL_WORDS, ['automatic', 'carrier', 'silence'], { required: true }),
      { name: 'silenceHours', type: 'number', label: DELIVERY.silenceHours },
      oneOf('becauseKind', DELIVERY.becauseKind, BECAUSE_WORDS, ['clause', 'own-channel'], { required: true }),
      { ...keyField(DELIVERY.key), ...OUT_OF_LISTS },
      technical('content', DELIVERY.content, { required: true, index: true }),
      technical('organiser', DELIVERY.organiser, { required: true, index: true }),
      technical('channel', DELIVERY.channel, { required: true, index: true }),
      technical('carrier', DELIVERY.carrier, { required: true, index: true }),
      { name: 'occasion', type: 'number', label: DELIVERY.occasion, required: true },
      technical('agreement', DELIVERY.agreement),
      technical('fingerprint', DELIVERY.fingerprint, { required: true }),
      { name: 'sequence', type: 'number', label: DELIVERY.sequence, required: true },
      technical('editionId', DELIVERY.editionId, { index: true }),
      technical('dispatchId', DELIVERY.dispatchId, { index: true }),
      { name: 'attempt', type: 'number', label: DISPATCH.attempt },
      technical('decidedBy', DELIVERY.decidedBy),
    ],
  }),
  endpoints: [reportExport, deliveryRemoval, deliveryAmendment, ...deliveryActions, ...deliveryBulk],
};
