import type { CollectionConfig } from 'payload';
import { NOTICE_KINDS } from '#domain/notice';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DISPATCH, NOTICE, NOTICE_KIND_WORDS, NOTICE_STATUS_WORDS } from '#i18n/admin-dispatch';
import { adminOnly, readNotices } from './access';
import { moment } from './fields';
import { flowCollection, keyField, oneOf, plain } from './flow';

/** Mails to editors (UI: Benachrichtigungen); people read them as mails, the records are for admins. */
export const notices: CollectionConfig = flowCollection({
  slug: 'notices',
  labels: COLLECTIONS.notices,
  read: readNotices,
  title: 'key',
  columns: ['kind', 'status', 'acceptedAt', 'key'],
  adminOnly: true,
  fields: [
    keyField(DISPATCH.key),
    oneOf('kind', NOTICE.kind, NOTICE_KIND_WORDS, NOTICE_KINDS, { required: true }),
    plain('user', NOTICE.user, { index: true }),
    plain('organisation', NOTICE.organisation, { index: true }),
    plain('delivery', NOTICE.delivery, { index: true }),
    oneOf('status', COMMON.status, NOTICE_STATUS_WORDS, ['due', 'accepted', 'failed'], { required: true, index: true }),
    moment('acceptedAt', NOTICE.acceptedAt),
  ],
});

/** Ticks that must run once, whichever process is first (UI: Takte). */
export const tickClaims: CollectionConfig = flowCollection({
  slug: 'tick-claims',
  labels: COLLECTIONS.tickClaims,
  read: adminOnly,
  title: 'key',
  columns: ['key'],
  admin: { hidden: true },
  fields: [keyField(DISPATCH.key)],
});
