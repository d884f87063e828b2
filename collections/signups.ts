import type { CollectionConfig } from 'payload';
import { WITHDRAWAL_ROUTES } from '#domain/withdrawal';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import {
  CONSENT,
  CONSENT_ORIGIN_WORDS,
  SIGNUP_KIND_WORDS,
  SIGNUP_STATUS_WORDS,
  SUBSCRIBER,
  WITHDRAWAL_WORDS,
} from '#i18n/admin-dispatch';
import { adminOnly, readSubscribers } from './access';
import { moment } from './fields';
import { flowCollection, keyField, OUT_OF_SIGHT, oneOf, plain, recorded } from './flow';

/**
 * Requests for newsletters, or for what is kept, that wait for the click in the mail (UI: Anmeldungen). Nobody is a subscriber by them; they are gone after
 * the click, or after a week.
 */
export const signups: CollectionConfig = flowCollection({
  slug: 'signups',
  labels: COLLECTIONS.signups,
  read: adminOnly,
  title: 'key',
  columns: ['status', 'requestedAt', 'expiresAt'],
  adminOnly: true,
  fields: [
    keyField(CONSENT.key),
    plain('email', SUBSCRIBER.email, { required: true }),
    oneOf('kind', CONSENT.kind, SIGNUP_KIND_WORDS, ['newsletters', 'data']),
    oneOf('status', COMMON.status, SIGNUP_STATUS_WORDS, ['due', 'mailed', 'failed'], { required: true, index: true }),
    recorded('choices', CONSENT.choices),
    plain('formUrl', CONSENT.formUrl, { required: true }),
    moment('requestedAt', CONSENT.requestedAt, { required: true }),
    moment('expiresAt', CONSENT.expiresAt, { required: true, index: true }),
    moment('mailedAt', CONSENT.mailedAt),
    plain('mailHash', CONSENT.mailHash),
  ],
});

/** The proof of every consent (UI: Einwilligungen): who was asked what, when they asked and when they confirmed. Append-only. */
export const consents: CollectionConfig = flowCollection({
  slug: 'consents',
  labels: COLLECTIONS.consents,
  read: readSubscribers,
  title: 'newsletter',
  columns: ['newsletter', 'organisation', 'confirmedAt', 'withdrawnAt'],
  defaultSort: '-confirmedAt',
  fields: [
    plain('newsletter', CONSENT.newsletter, { required: true }),
    plain('organisation', CONSENT.organisation, { required: true }),
    oneOf('origin', CONSENT.origin, CONSENT_ORIGIN_WORDS, ['form', 'import']),
    { name: 'source', type: 'textarea', label: CONSENT.source },
    moment('importedAt', CONSENT.importedAt),
    plain('importedBy', CONSENT.importedBy),
    { name: 'text', type: 'textarea', label: CONSENT.text, required: true },
    plain('textHash', CONSENT.textHash, { required: true }),
    plain('formUrl', CONSENT.formUrl, { required: true }),
    moment('requestedAt', CONSENT.requestedAt, { required: true }),
    moment('mailedAt', CONSENT.mailedAt),
    plain('mailHash', CONSENT.mailHash),
    moment('confirmedAt', CONSENT.confirmedAt, { required: true }),
    moment('withdrawnAt', CONSENT.withdrawnAt),
    oneOf('withdrawnBy', CONSENT.withdrawnBy, WITHDRAWAL_WORDS, WITHDRAWAL_ROUTES),
    { ...keyField(CONSENT.key), ...OUT_OF_SIGHT },
    { ...plain('addressHash', CONSENT.addressHash, { required: true, index: true }), ...OUT_OF_SIGHT },
    { ...plain('channel', CONSENT.channel, { required: true, index: true }), ...OUT_OF_SIGHT },
  ],
});
