import type { CollectionConfig, Field } from 'payload';
import { COLLECTIONS } from '#i18n/admin';
import { CALL_ROLES, NEWS } from '#i18n/admin-contents';
import { KIND_WORDS, type Words } from '#i18n/words';
import { attachmentsField, contactFields, flowFields, headFields, ownerFields, reachFields } from './content-fields';
import { contentCollection } from './contents';
import { choices, moment, row } from './fields';
import { fundingFields } from './funding';

const isPractice = (data: { kind?: unknown }): boolean => data.kind === 'best-practice';
const isCall = (data: { kind?: unknown }): boolean => data.kind === 'call';

const practiceText = (name: string, label: Words): Field => ({
  name,
  type: 'textarea',
  label,
  localized: true,
  admin: { condition: isPractice },
});

/** News, best practices and open-innovation calls (UI: Meldungen). */
export const newsItems: CollectionConfig = contentCollection({
  slug: 'news-items',
  labels: COLLECTIONS.newsItems,
  columns: ['title', 'kind', 'organiser', '_status', 'updatedAt'],
  defaultSort: '-updatedAt',
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: NEWS.kind,
      required: true,
      defaultValue: 'news',
      options: choices(['news', 'best-practice', 'call'], KIND_WORDS),
      admin: { isClearable: false },
    },
    ...headFields(),
    { name: 'text', type: 'richText', label: NEWS.text, localized: true },
    practiceText('problem', NEWS.problem),
    practiceText('actors', NEWS.actors),
    practiceText('evidence', NEWS.evidence),
    practiceText('transferability', NEWS.transferability),
    { name: 'country', type: 'text', label: NEWS.country, admin: { condition: isPractice } },
    {
      name: 'callRole',
      type: 'select',
      label: NEWS.callRole,
      options: choices(['seeker', 'provider'], CALL_ROLES),
      admin: { condition: isCall },
    },
    row({ name: 'link', type: 'text', label: NEWS.link }, moment('deadline', NEWS.deadline, { admin: { condition: isCall } })),
    ...ownerFields(),
    ...reachFields(),
    contactFields(),
    attachmentsField(),
    fundingFields(),
    ...flowFields(),
  ],
});
