import type { CollectionConfig } from 'payload';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { AGREEMENT, AGREEMENT_STATES, CLAUSE } from '#i18n/admin-agreements';
import { aboveOnly, loggedIn, nobody } from './access';
import { checkAgreement, keepAdopted, nextVersion, untilAdopted } from './agreement-hooks';
import { changedByField, VERSIONS_PAGE } from './changed-by';
import { clauseFields } from './clause-fields';
import { choices, moment, shown } from './fields';
import { tidyDocument } from './tidying';

/** Versions of the agreement (UI: Vereinbarung): what is promoted where, when and how. */
export const agreements: CollectionConfig = {
  slug: 'agreements',
  labels: COLLECTIONS.agreements,
  admin: shown('agreement', 'title', ['title', 'version', 'state', 'inForceFrom'], {
    components: { views: { edit: VERSIONS_PAGE } },
  }),
  access: { read: loggedIn, readVersions: aboveOnly, create: aboveOnly, update: aboveOnly, delete: nobody },
  versions: { maxPerDoc: 0 },
  hooks: { beforeValidate: [tidyDocument], beforeChange: [keepAdopted, checkAgreement] },
  defaultSort: '-version',
  fields: [
    { name: 'title', type: 'text', label: AGREEMENT.title, required: true, ...untilAdopted },
    {
      name: 'version',
      type: 'number',
      label: AGREEMENT.version,
      required: true,
      unique: true,
      index: true,
      min: 1,
      ...untilAdopted,
      hooks: { beforeDuplicate: [nextVersion] },
      admin: { position: 'sidebar', description: AGREEMENT.versionHint, step: 1 },
    },
    {
      name: 'state',
      type: 'select',
      label: COMMON.status,
      required: true,
      defaultValue: 'draft',
      ...untilAdopted,
      options: choices(['draft', 'adopted'], AGREEMENT_STATES),
      hooks: { beforeDuplicate: [() => 'draft'] },
      admin: { position: 'sidebar', description: AGREEMENT.stateHint },
    },
    moment('inForceFrom', AGREEMENT.inForceFrom, { ...untilAdopted, admin: { position: 'sidebar' } }),
    {
      name: 'clauses',
      type: 'array',
      label: AGREEMENT.clauses,
      ...untilAdopted,
      labels: { singular: CLAUSE.singular, plural: AGREEMENT.clauses },
      fields: clauseFields,
    },
    changedByField,
  ],
};
