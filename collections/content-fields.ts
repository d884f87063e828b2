import type { Field, FieldHook, NumberField, PayloadRequest, TextField } from 'payload';
import { MAX_LENGTH } from '#domain/problems';
import { CONTENT, FLOW } from '#i18n/admin-contents';
import { LANGUAGE_WORDS } from '#i18n/words';
import { aboveField, nobodyField, viewerOf } from './access';
import { teaserInGerman, titleInGerman } from './checking';
import { choices, flag, moment, ORGANISATION_CELL, row } from './fields';

/** Title and teaser, which every content begins with. */
export const headFields = (): Field[] => [
  {
    name: 'title',
    type: 'text',
    label: CONTENT.title,
    required: true,
    localized: true,
    validate: titleInGerman,
    hooks: { beforeDuplicate: [nameCopy] },
  },
  {
    name: 'teaser',
    type: 'textarea',
    label: CONTENT.teaser,
    required: true,
    localized: true,
    validate: teaserInGerman,
    admin: {
      description: CONTENT.teaserHint,
      components: {
        afterInput: [{ path: '/src/admin/characters-left.client.tsx#CharactersLeft', clientProps: { max: MAX_LENGTH.teaser } }],
      },
    },
  },
];

/** Says of a copy that it is one, in the language of the title; Payload asks for each language and does not say for which. */
const nameCopy: FieldHook = ({ siblingData, value }) => {
  if (typeof value !== 'string' || value === '') return value;
  const titles: unknown = siblingData.title;
  const isEnglish = typeof titles === 'object' && titles !== null && 'en' in titles && titles.en === value;
  const isGerman = typeof titles === 'object' && titles !== null && 'de' in titles && titles.de === value;
  return `${value} (${CONTENT.copy[isEnglish && !isGerman ? 'en' : 'de']})`;
};

/** Whose content it is; only those who write for several bodies choose. */
export const organiserField = (): Field => ({
  name: 'organiser',
  type: 'relationship',
  relationTo: 'organisations',
  label: CONTENT.organiser,
  required: true,
  index: true,
  defaultValue: ({ user }: { user: PayloadRequest['user'] }) => viewerOf(user)?.organisation,
  access: { create: aboveField, update: aboveField },
  admin: { allowCreate: false, allowEdit: false, ...ORGANISATION_CELL },
});

/** In which language its texts are first of all. */
export const languageField = (): Field => ({
  name: 'language',
  type: 'select',
  label: CONTENT.language,
  defaultValue: 'de',
  options: choices(['de', 'en'], LANGUAGE_WORDS),
  admin: { isClearable: false, description: CONTENT.languageHint },
});

/** Its picture; the description for those who cannot see it belongs to the picture itself. */
export const pictureField = (): Field => ({
  name: 'picture',
  type: 'upload',
  relationTo: 'media',
  label: CONTENT.picture,
  admin: { description: CONTENT.pictureHint },
});

/** Who answers questions; the public sees it only where the editor ticked so. */
export const contactFields = (): Field => ({
  name: 'contact',
  type: 'group',
  label: CONTENT.contact,
  access: { read: ({ req, siblingData }) => Boolean(req.user) || siblingData?.contact?.isPublic === true },
  admin: { description: CONTENT.contactHint },
  fields: [
    row(
      { name: 'name', type: 'text', label: CONTENT.contactName },
      { name: 'email', type: 'email', label: CONTENT.contactEmail },
      { name: 'phone', type: 'text', label: CONTENT.contactPhone },
    ),
    flag('isPublic', CONTENT.contactIsPublic),
  ],
});

/** Programme, flyer: at most two. */
export const attachmentsField = (): Field => ({
  name: 'attachments',
  type: 'upload',
  relationTo: 'documents',
  hasMany: true,
  maxRows: 2,
  label: CONTENT.attachments,
  admin: { description: CONTENT.attachmentsHint },
});

/** What the flow knows of a content; written by `markContent` and the planning job, by nobody else. */
export const flowFields = (): Field[] => [
  locked({
    name: 'slug',
    type: 'text',
    label: FLOW.slug,
    unique: true,
    index: true,
    hooks: { beforeDuplicate: [() => undefined] },
  }),
  { ...moment('publishedAt', FLOW.publishedAt, { index: true }), ...LOCKED },
  { ...moment('changedAt', FLOW.changedAt), ...LOCKED },
  locked({ name: 'planRevision', type: 'number', label: FLOW.planRevision, defaultValue: 0 }),
  locked({ name: 'plannedFor', type: 'text', label: FLOW.plannedFor, defaultValue: '', index: true }),
  { ...moment('planUntil', FLOW.planUntil, { index: true }), ...LOCKED },
  locked({ name: 'sequence', type: 'number', label: FLOW.sequence, defaultValue: 0 }),
];

const LOCKED = {
  access: { create: nobodyField, update: nobodyField, read: ({ req }: { req: { user: unknown } }) => Boolean(req.user) },
  admin: { hidden: true },
};

const locked = (field: TextField | NumberField): Field => ({ ...field, ...LOCKED });
