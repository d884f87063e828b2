import type { CollectionConfig } from 'payload';
import { PLACE_REGIONS } from '#domain/content';
import { REGIONS } from '#domain/organisation';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { CONTENT, EVENT } from '#i18n/admin-contents';
import { ORGANISATION } from '#i18n/admin-organisations';
import { PLACE_WORDS, REGION_WORDS } from '#i18n/words';
import { aboveOnly, everybody, loggedInField, writeOrganisation } from './access';
import { emailCheck, hashtagCheck, houseCheck, websiteCheck } from './checks';
import { choices, flag, lockedForEditors, nameField, row, shown, slugField } from './fields';
import { fundingFields } from './funding';
import { keepWhatIsUsed } from './guards';
import { handleFields } from './handle-fields';
import { tidyDocument } from './tidying';
import { ORGANISATION_USES } from './uses';

/** The bodies that enter and carry content (UI: Akteure). */
export const organisations: CollectionConfig = {
  slug: 'organisations',
  labels: COLLECTIONS.organisations,
  admin: shown('agreement', 'shortName', ['shortName', 'name', 'region', 'active']),
  access: { read: everybody, create: aboveOnly, update: writeOrganisation, delete: aboveOnly },
  disableDuplicate: true,
  hooks: { beforeValidate: [tidyDocument], beforeDelete: [keepWhatIsUsed(ORGANISATION_USES)] },
  defaultSort: 'shortName',
  fields: [
    nameField('name', ORGANISATION.name),
    nameField('shortName', ORGANISATION.shortName),
    slugField(),
    {
      name: 'region',
      type: 'select',
      label: ORGANISATION.region,
      required: true,
      options: choices(REGIONS, REGION_WORDS),
      ...lockedForEditors,
      admin: { position: 'sidebar', description: ORGANISATION.regionHint },
    },
    flag('statewide', ORGANISATION.statewide, { ...lockedForEditors, admin: { position: 'sidebar' } }),
    flag('active', COMMON.active, {
      ...lockedForEditors,
      defaultValue: true,
      admin: { position: 'sidebar', description: ORGANISATION.activeHint },
    }),
    {
      name: 'house',
      type: 'relationship',
      relationTo: 'organisations',
      label: ORGANISATION.house,
      validate: houseCheck,
      ...lockedForEditors,
      admin: { position: 'sidebar' },
    },
    { name: 'logo', type: 'upload', relationTo: 'media', label: ORGANISATION.logo },
    { name: 'website', type: 'text', label: ORGANISATION.website, validate: websiteCheck },
    { name: 'imprint', type: 'textarea', label: ORGANISATION.imprint, admin: { description: ORGANISATION.imprintHint } },
    {
      name: 'hashtags',
      type: 'text',
      hasMany: true,
      label: ORGANISATION.hashtags,
      validate: hashtagCheck,
      admin: { description: ORGANISATION.hashtagsHint },
    },
    handleFields(),
    {
      name: 'contactEmail',
      type: 'email',
      label: ORGANISATION.contactEmail,
      validate: emailCheck,
      access: { read: loggedInField },
      admin: { description: ORGANISATION.contactEmailHint },
    },
    fundingFields(),
    {
      name: 'defaults',
      type: 'group',
      label: ORGANISATION.defaults,
      access: { read: loggedInField },
      admin: { description: ORGANISATION.defaultsHint },
      fields: [
        { name: 'venue', type: 'text', label: EVENT.venue },
        { name: 'street', type: 'text', label: EVENT.street },
        row({ name: 'postalCode', type: 'text', label: EVENT.postalCode }, { name: 'town', type: 'text', label: EVENT.town }),
        { name: 'placeRegion', type: 'select', label: EVENT.placeRegion, options: choices(PLACE_REGIONS, PLACE_WORDS) },
        { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, label: CONTENT.topics },
      ],
    },
  ],
};
