import type { CollectionConfig } from 'payload';
import { COLLECTIONS } from '#i18n/admin';
import { TOPIC } from '#i18n/admin-organisations';
import { aboveOnly, everybody } from './access';
import { nameField, shown, slugField } from './fields';
import { keepWhatIsUsed } from './guards';
import { tidyDocument } from './tidying';
import { TOPIC_USES } from './uses';

/** What contents are about; clauses and readers filter by them. */
export const topics: CollectionConfig = {
  slug: 'topics',
  labels: COLLECTIONS.topics,
  admin: shown('agreement', 'title', ['title']),
  access: { read: everybody, create: aboveOnly, update: aboveOnly, delete: aboveOnly },
  disableDuplicate: true,
  hooks: { beforeValidate: [tidyDocument], beforeDelete: [keepWhatIsUsed(TOPIC_USES)] },
  defaultSort: 'slug',
  fields: [nameField('title', TOPIC.title, { localized: true }), slugField()],
};
