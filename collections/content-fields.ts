import type { Field, NumberField, PayloadRequest, TextField } from 'payload';
import { CONTENT, FLOW, VISIBILITIES } from '#i18n/admin-contents';
import { LANGUAGE_WORDS } from '#i18n/words';
import { aboveField, nobodyField, viewerOf } from './access';
import { teaserInGerman, titleInGerman } from './checking';
import { choices, flag, moment, row } from './fields';
import { fromOrganisation } from './organisation-defaults';

/** Title and teaser, which every content begins with. */
export const headFields = (): Field[] => [
  { name: 'title', type: 'text', label: CONTENT.title, required: true, localized: true, validate: titleInGerman },
  {
    name: 'teaser',
    type: 'textarea',
    label: CONTENT.teaser,
    required: true,
    localized: true,
    validate: teaserInGerman,
    admin: { description: CONTENT.teaserHint },
  },
];

/** Whose content it is and what it is about. */
export const ownerFields = (): Field[] => [
  {
    name: 'organiser',
    type: 'relationship',
    relationTo: 'organisations',
    label: CONTENT.organiser,
    required: true,
    index: true,
    defaultValue: ({ user }: { user: PayloadRequest['user'] }) => viewerOf(user)?.organisation,
    access: { create: aboveField, update: aboveField },
    admin: { position: 'sidebar', allowCreate: false, allowEdit: false },
  },
  {
    name: 'coOrganisers',
    type: 'relationship',
    relationTo: 'organisations',
    hasMany: true,
    label: CONTENT.coOrganisers,
    admin: { position: 'sidebar', allowCreate: false, allowEdit: false, description: CONTENT.coOrganisersHint },
  },
  {
    name: 'topics',
    type: 'relationship',
    relationTo: 'topics',
    hasMany: true,
    label: CONTENT.topics,
    defaultValue: fromOrganisation('topics'),
    admin: { position: 'sidebar', allowCreate: false, allowEdit: false },
  },
  {
    name: 'language',
    type: 'select',
    label: CONTENT.language,
    defaultValue: 'de',
    options: choices(['de', 'en'], LANGUAGE_WORDS),
    admin: { position: 'sidebar', isClearable: false },
  },
];

/** Its picture, and whom it may reach when. */
export const reachFields = (): Field[] => [
  { name: 'picture', type: 'upload', relationTo: 'media', label: CONTENT.picture },
  {
    name: 'visibility',
    type: 'select',
    label: CONTENT.visibility,
    defaultValue: 'public',
    options: choices(['public', 'stakeholders'], VISIBILITIES),
    admin: { position: 'sidebar', isClearable: false },
  },
  flag('doNotPromote', CONTENT.doNotPromote, { admin: { position: 'sidebar', description: CONTENT.doNotPromoteHint } }),
  {
    name: 'doNotPromoteReason',
    type: 'text',
    label: CONTENT.doNotPromoteReason,
    admin: { position: 'sidebar', condition: (data) => Boolean(data.doNotPromote) },
  },
  {
    name: 'publishLater',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '/src/admin/publish-later.client.tsx#PublishLater' },
    },
  },
  moment('embargoUntil', CONTENT.embargoUntil, { admin: { position: 'sidebar', description: CONTENT.embargoHint } }),
];

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
