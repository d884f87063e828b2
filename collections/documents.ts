import type { CollectionConfig } from 'payload';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { DOCUMENT, MEDIA } from '#i18n/admin-organisations';
import { aboveField, loggedIn, readDocuments, writeMedia } from './access';
import { ORGANISATION_CELL, shown } from './fields';
import { OUT_OF_LISTS } from './flow';
import { keepWhatIsUsed } from './guards';
import { checkPdf } from './pdf';
import { stampOrganisation } from './pictures';
import { DOCUMENT_USES } from './uses';

/** PDF files that go with a content (UI: Dateien), kept in `dir` (absolute). */
export const documents = ({ dir }: { readonly dir: string }): CollectionConfig => ({
  slug: 'documents',
  labels: COLLECTIONS.documents,
  admin: shown('contents', 'title', ['title', 'filename', 'organisation', 'updatedAt']),
  access: { read: readDocuments, create: loggedIn, update: writeMedia, delete: writeMedia },
  disableDuplicate: true,
  hooks: { beforeOperation: [checkPdf], beforeValidate: [stampOrganisation], beforeDelete: [keepWhatIsUsed(DOCUMENT_USES)] },
  upload: { pasteURL: false, staticDir: dir, mimeTypes: ['application/pdf'] },
  fields: [
    { name: 'title', type: 'text', label: DOCUMENT.title, required: true, admin: { description: DOCUMENT.titleHint } },
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
    { name: 'thumbnailURL', type: 'text', label: MEDIA.thumbnail, ...OUT_OF_LISTS },
  ],
});
