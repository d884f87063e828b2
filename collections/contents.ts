import type { CollectionConfig, EditViewConfig, Field } from 'payload';
import type { ContentCollection } from '#domain/content';
import type { COLLECTIONS } from '#i18n/admin';
import { isTouched } from '#store/untouched';
import { createContents, readContents, readContentVersions, writeContents } from './access';
import { changedByField, VERSIONS_PAGE } from './changed-by';
import { checkContent, checkDates } from './checking';
import { noteDraft } from './draft-context';
import { shown } from './fields';
import { guardAuthors, keepWhatWasPublished } from './guards';
import { markContent } from './marking';
import { tidyContent } from './tidying';

type ContentOptions = {
  readonly slug: ContentCollection;
  readonly labels: (typeof COLLECTIONS)[keyof typeof COLLECTIONS];
  readonly columns: readonly string[];
  readonly defaultSort: string;
  /** Where the search above the list looks; dots lead into related documents. */
  readonly searchable: readonly string[];
  readonly fields: Field[];
};

/** The tab beside the form that says where the content is promoted. */
const PROMOTION_TAB: EditViewConfig = {
  path: '/bewerbung',
  Component: '/src/admin/promotion-view.tsx#PromotionView',
  tab: { label: ({ t }) => t('tabs:promotion'), href: '/bewerbung', order: 50 },
};

/** Invisible: guards what is typed while an autosave is under way. Outside the tabs, since only the tab in front is mounted. */
const KEEP_TYPED: Field = {
  name: 'keepTyped',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: '/src/admin/keep-typed.client.tsx#KeepTyped' } },
};

/** Above the tabs: until when nothing leaves, and the way to take it back. */
const SETTLING: Field = {
  name: 'settling',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: '/src/admin/settling.tsx#Settling' } },
};

/** Below the tabs: the posts that would announce what stands in the form. */
const POST_PREVIEW: Field = {
  name: 'postPreview',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: '/src/admin/post-preview.tsx#PostPreview' } },
};

/** Payload's own, shown in lists as it is: whether a version is public now, not whether one ever was. */
const STATUS: Field = {
  name: '_status',
  type: 'select',
  options: [],
  admin: { components: { Cell: '/src/admin/content-cells.tsx#PublishedCell' } },
};

/** What events and news items have in common: drafts, versions, trash, access and the hooks that check and mark. */
export const contentCollection = ({
  slug,
  labels,
  columns,
  defaultSort,
  searchable,
  fields,
}: ContentOptions): CollectionConfig => ({
  slug,
  labels,
  admin: shown('contents', 'title', columns, {
    listSearchableFields: [...searchable],
    baseFilter: ({ req }) => isTouched(req.payload, slug),
    components: {
      beforeListTable: ['/src/admin/content-list.tsx#ContentList'],
      views: { edit: { ...VERSIONS_PAGE, promotion: PROMOTION_TAB } },
    },
  }),
  access: {
    read: readContents,
    readVersions: readContentVersions,
    create: createContents,
    update: writeContents,
    delete: writeContents,
  },
  versions: {
    // A short interval: a save that comes after a click on publish takes the marks at wrong fields away again.
    drafts: { autosave: { interval: 500, showSaveDraftButton: true }, schedulePublish: { timeFormat: 'HH:mm' } },
    maxPerDoc: 0,
  },
  trash: true,
  hooks: {
    beforeOperation: [noteDraft],
    beforeValidate: [tidyContent],
    beforeChange: [guardAuthors, checkDates, markContent, checkContent],
    beforeDelete: [keepWhatWasPublished],
  },
  defaultSort,
  fields: [SETTLING, ...fields, POST_PREVIEW, changedByField, KEEP_TYPED, STATUS],
});
