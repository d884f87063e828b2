import type { CollectionConfig } from 'payload';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { MEDIA } from '#i18n/admin-organisations';
import { aboveField, loggedIn, readMedia, writeMedia } from './access';
import { ORGANISATION_CELL, shown } from './fields';
import { keepWhatIsUsed } from './guards';
import { redrawPicture, stampOrganisation } from './pictures';
import { PICTURE_USES } from './uses';

/** Pictures of contents and logos, kept in `dir` (absolute). */
export const media = ({ dir }: { readonly dir: string }): CollectionConfig => ({
  slug: 'media',
  labels: COLLECTIONS.media,
  admin: shown('contents', 'filename', ['filename', 'alt', 'credit', 'organisation']),
  access: { read: readMedia, create: loggedIn, update: writeMedia, delete: writeMedia },
  disableDuplicate: true,
  hooks: { beforeOperation: [redrawPicture], beforeValidate: [stampOrganisation], beforeDelete: [keepWhatIsUsed(PICTURE_USES)] },
  upload: {
    pasteURL: false,
    staticDir: dir,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    focalPoint: true,
    adminThumbnail: 'card',
    imageSizes: [
      {
        ...{ name: 'card', width: 1200, height: 630, position: 'centre' },
        // What is known of the small picture is nothing to list or to filter by.
        admin: { disableListColumn: true, disableListFilter: true },
      },
    ],
  },
  fields: [
    { name: 'alt', type: 'text', label: MEDIA.alt, required: true, localized: true, admin: { description: MEDIA.altHint } },
    { name: 'credit', type: 'text', label: MEDIA.credit, required: true, admin: { description: MEDIA.creditHint } },
    {
      name: 'organisation',
      type: 'relationship',
      relationTo: 'organisations',
      label: COMMON.organisation,
      access: { create: aboveField, update: aboveField },
      admin: { ...ORGANISATION_CELL, position: 'sidebar' },
    },
    // Payload's own, with words that people know.
    { name: 'mimeType', type: 'text', label: MEDIA.kind },
    { name: 'thumbnailURL', type: 'text', label: MEDIA.thumbnail, admin: { disableListColumn: true, disableListFilter: true } },
  ],
});
