import type { CollectionConfig } from 'payload';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DISPATCH } from '#i18n/admin-dispatch';
import { CONNECTION, CONNECTION_STAGE_WORDS } from '#i18n/connection';
import { nobody } from './access';
import { sealedField } from './channel-secrets';
import { moment } from './fields';
import { flowCollection, keyField, oneOf, plain } from './flow';

/**
 * Somebody was sent to a network to give a channel leave to post, and is not done yet; gone afterwards, or after some minutes. Nothing
 * of it stands at the channel before the end. Nobody reads it: `sealed` holds accesses.
 */
export const connections: CollectionConfig = flowCollection({
  slug: 'connections',
  labels: COLLECTIONS.connections,
  read: nobody,
  title: 'key',
  columns: ['key'],
  admin: { hidden: true },
  fields: [
    keyField(DISPATCH.key),
    plain('channel', CONNECTION.channel, { required: true }),
    plain('user', CONNECTION.user, { required: true }),
    plain('session', CONNECTION.session, { required: true }),
    oneOf('stage', COMMON.status, CONNECTION_STAGE_WORDS, ['asked', 'answered', 'choosing'], { required: true }),
    sealedField('sealed', CONNECTION.sealed),
    moment('expiresAt', CONNECTION.expiresAt, { required: true, index: true }),
  ],
});
