import type { Field } from 'payload';
import { FUNDING } from '#i18n/admin-contents';
import { hashtagOneCheck, validToCheck } from './checks';
import { moment, row } from './fields';

/** The notice that a funder asks for; shown wherever the content goes. Empty by default. */
export const fundingFields = (): Field => ({
  name: 'funding',
  type: 'group',
  label: FUNDING.funding,
  admin: { description: FUNDING.hint },
  fields: [
    { name: 'text', type: 'textarea', label: FUNDING.text, localized: true },
    row(
      { name: 'hashtag', type: 'text', label: FUNDING.hashtag, validate: hashtagOneCheck },
      { name: 'logo', type: 'upload', relationTo: 'media', label: FUNDING.logo },
    ),
    row(moment('validFrom', FUNDING.validFrom), moment('validTo', FUNDING.validTo, { validate: validToCheck })),
  ],
});
