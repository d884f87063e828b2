import type { CollectionConfig, Field } from 'payload';
import { COLLECTIONS } from '#i18n/admin';
import { CALL_ROLES, NEWS } from '#i18n/admin-contents';
import { KIND_WORDS, type Words } from '#i18n/words';
import {
  attachmentsField,
  contactFields,
  flowFields,
  headFields,
  languageField,
  organiserField,
  pictureField,
} from './content-fields';
import { contentTabs } from './content-tabs';
import { contentCollection } from './contents';
import { choices, moment, row } from './fields';

const isPractice = (data: { kind?: unknown }): boolean => data.kind === 'best-practice';
const isCall = (data: { kind?: unknown }): boolean => data.kind === 'call';

const practiceText = (name: string, label: Words): Field => ({
  name,
  type: 'textarea',
  label,
  localized: true,
  admin: { condition: isPractice },
});

const essentials = (): Field[] => [
  row(
    {
      name: 'kind',
      type: 'select',
      label: NEWS.kind,
      required: true,
      defaultValue: 'news',
      options: choices(['news', 'best-practice', 'call'], KIND_WORDS),
      admin: { isClearable: false, width: '50%' },
    },
    {
      name: 'callRole',
      type: 'select',
      label: NEWS.callRole,
      options: choices(['seeker', 'provider'], CALL_ROLES),
      admin: { condition: isCall, width: '50%' },
    },
  ),
  ...headFields(),
  organiserField(),
];

const details = (): Field[] => [
  { name: 'text', type: 'richText', label: NEWS.text, localized: true },
  practiceText('problem', NEWS.problem),
  practiceText('actors', NEWS.actors),
  practiceText('evidence', NEWS.evidence),
  practiceText('transferability', NEWS.transferability),
  { name: 'country', type: 'text', label: NEWS.country, admin: { condition: isPractice } },
  row(
    { name: 'link', type: 'text', label: NEWS.link },
    moment('deadline', NEWS.deadline, { hooks: { beforeDuplicate: [() => null] }, admin: { condition: isCall } }),
  ),
  pictureField(),
  attachmentsField(),
  contactFields(),
  languageField(),
];

/** News, best practices and open-innovation calls (UI: Meldungen). */
export const newsItems: CollectionConfig = contentCollection({
  slug: 'news-items',
  labels: COLLECTIONS.newsItems,
  columns: ['title', 'kind', 'organiser', '_status', 'updatedAt'],
  defaultSort: '-updatedAt',
  searchable: ['title', 'organiser.shortName', 'organiser.name'],
  fields: [contentTabs({ essentials: essentials(), details: details() }), ...flowFields()],
});
