import type { CollectionConfig } from 'payload';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DISPATCH, DISPATCH_KIND_WORDS, DISPATCH_STATUS_WORDS, STAGE_WORDS } from '#i18n/admin-dispatch';
import { adminOnly } from './access';
import { moment } from './fields';
import { flowCollection, keyField, oneOf, plain, recorded } from './flow';

const KINDS = ['post', 'removal', 'amendment', 'edition', 'notice', 'confirmation'] as const;
const STATUSES = ['due', 'sending', 'accepted', 'handed-over', 'unconfirmed', 'failed', 'cancelled'] as const;
const STAGES = ['claimed', 'handing', 'accepted', 'handed-over', 'rejected', 'postponed', 'unconfirmed', 'abandoned'] as const;

/** Single messages handed to a provider (UI: Übermittlungen). */
export const dispatches: CollectionConfig = flowCollection({
  slug: 'dispatches',
  labels: COLLECTIONS.dispatches,
  read: adminOnly,
  title: 'key',
  columns: ['key', 'kind', 'status', 'attempt', 'notBefore'],
  adminOnly: true,
  defaultSort: '-notBefore',
  indexes: [{ fields: ['status', 'notBefore'] }],
  fields: [
    keyField(DISPATCH.key),
    oneOf('kind', DISPATCH.kind, DISPATCH_KIND_WORDS, KINDS, { required: true }),
    plain('subject', DISPATCH.subject, { required: true, index: true }),
    plain('channel', DISPATCH.channel),
    oneOf('status', COMMON.status, DISPATCH_STATUS_WORDS, STATUSES, { required: true, index: true }),
    { name: 'attempt', type: 'number', label: DISPATCH.attempt, required: true },
    moment('notBefore', DISPATCH.notBefore, { required: true }),
    moment('reopenedAt', DISPATCH.reopenedAt),
    moment('stoppedAt', DISPATCH.stoppedAt),
    recorded('recipientIds', DISPATCH.recipientIds),
    plain('segment', DISPATCH.segment),
    recorded('rows', DISPATCH.rows),
  ],
});

/** Every try to hand over a dispatch, with exactly what was sent (UI: Versuche); its insert is the claim. */
export const attempts: CollectionConfig = flowCollection({
  slug: 'attempts',
  labels: COLLECTIONS.attempts,
  read: adminOnly,
  title: 'key',
  columns: ['key', 'stage', 'startedAt', 'endedAt', 'outcomeKind'],
  adminOnly: true,
  defaultSort: '-startedAt',
  indexes: [{ fields: ['stage', 'leaseUntil'] }, { fields: ['forgottenAt', 'endedAt'] }, { fields: ['channel', 'startedAt'] }],
  fields: [
    keyField(DISPATCH.key),
    plain('dispatch', DISPATCH.dispatch, { required: true, index: true }),
    { name: 'number', type: 'number', label: DISPATCH.number, required: true },
    oneOf('stage', DISPATCH.stage, STAGE_WORDS, STAGES, { required: true, index: true }),
    plain('owner', DISPATCH.owner, { required: true }),
    plain('channel', DISPATCH.channel),
    { name: 'cents', type: 'number', label: DISPATCH.cents },
    plain('account', DISPATCH.account),
    plain('fingerprint', DISPATCH.fingerprint),
    { name: 'sequence', type: 'number', label: DISPATCH.sequence },
    plain('ownText', DISPATCH.ownText),
    moment('startedAt', DISPATCH.startedAt, { required: true }),
    moment('leaseUntil', DISPATCH.leaseUntil, { required: true }),
    recorded('message', DISPATCH.message),
    plain('wordsOf', DISPATCH.wordsOf),
    recorded('people', DISPATCH.recipientIds),
    plain('outcomeKind', DISPATCH.outcomeKind),
    plain('providerId', DISPATCH.providerId),
    { name: 'url', type: 'text', label: COMMON.url },
    { name: 'detail', type: 'textarea', label: DISPATCH.detail },
    moment('endedAt', DISPATCH.endedAt),
    moment('until', DISPATCH.until),
    { name: 'accepted', type: 'number', label: DISPATCH.acceptedCount },
    { name: 'refused', type: 'number', label: DISPATCH.refusedCount },
    moment('forgottenAt', DISPATCH.forgottenAt),
  ],
});
