import type { Field } from 'payload';
import { CONTENT, CONTENT_TABS, VISIBILITIES } from '#i18n/admin-contents';
import { choices, flag, moment } from './fields';
import { fundingFields } from './funding';
import { fromOrganisation } from './organisation-defaults';

type Tabs = {
  /** What must be filled in, and nothing else: an event is entered in three minutes. */
  readonly essentials: Field[];
  readonly details: Field[];
};

/** The form of a content: what is needed, what helps, and how others carry it. Tabs without names leave the schema alone. */
export const contentTabs = ({ essentials, details }: Tabs): Field => ({
  type: 'tabs',
  tabs: [
    { label: CONTENT_TABS.essentials, fields: essentials },
    { label: CONTENT_TABS.details, fields: details },
    { label: CONTENT_TABS.promotion, fields: promotionFields() },
  ],
});

/** Who carries it, whom it may reach and when. */
const promotionFields = (): Field[] => [
  {
    name: 'topics',
    type: 'relationship',
    relationTo: 'topics',
    hasMany: true,
    label: CONTENT.topics,
    defaultValue: fromOrganisation('topics'),
    admin: { allowCreate: false, allowEdit: false, description: CONTENT.topicsHint },
  },
  {
    name: 'coOrganisers',
    type: 'relationship',
    relationTo: 'organisations',
    hasMany: true,
    label: CONTENT.coOrganisers,
    admin: { allowCreate: false, allowEdit: false, description: CONTENT.coOrganisersHint },
  },
  {
    name: 'visibility',
    type: 'select',
    label: CONTENT.visibility,
    defaultValue: 'public',
    options: choices(['public', 'stakeholders'], VISIBILITIES),
    admin: { isClearable: false },
  },
  // A copy is a new content: what was decided about promoting the first one is decided anew.
  flag('doNotPromote', CONTENT.doNotPromote, {
    hooks: { beforeDuplicate: [() => false] },
    admin: { description: CONTENT.doNotPromoteHint },
  }),
  {
    name: 'doNotPromoteReason',
    type: 'text',
    label: CONTENT.doNotPromoteReason,
    hooks: { beforeDuplicate: [() => null] },
    admin: { condition: (data) => Boolean(data.doNotPromote) },
  },
  moment('embargoUntil', CONTENT.embargoUntil, {
    hooks: { beforeDuplicate: [() => null] },
    admin: { description: CONTENT.embargoHint },
  }),
  {
    name: 'publishLater',
    type: 'ui',
    admin: { disableListColumn: true, components: { Field: '/src/admin/publish-later.client.tsx#PublishLater' } },
  },
  fundingFields(),
];
