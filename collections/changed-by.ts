import type { TextField } from 'payload';
import { COMMON } from '#i18n/admin';
import { loggedInField, nobodyField } from './access';
import { OUT_OF_LISTS } from './flow';

/**
 * Who made a version: the id of the account that asked for it, whatever a client sends; empty for what the house did by itself.
 * An id and not a name, so that it says the same person in every version and tells the public nothing.
 */
export const changedByField: TextField = {
  name: 'changedBy',
  type: 'text',
  label: COMMON.changedBy,
  access: { create: nobodyField, update: nobodyField, read: loggedInField },
  hooks: { beforeChange: [({ req }) => req.user?.id ?? null] },
  admin: {
    ...OUT_OF_LISTS.admin,
    hidden: true,
    components: { Diff: '/src/admin/changed-by-diff.tsx#ChangedByDiff' },
  },
};

/** The page that lists the versions of a document and says who made each. */
export const VERSIONS_PAGE = { versions: { Component: '/src/admin/versions-view.tsx#VersionsView' } } as const;
