import type { CollectionConfig, Field } from 'payload';
import { CHANNEL_KINDS, CHANNEL_VIAS, type ChannelKind, type ChannelVia, isNetwork, isNewsletter } from '#domain/channel';
import { MAX_LENGTH } from '#domain/problems';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { CHANNEL, RHYTHMS, VIA_WORDS, WEEKDAYS } from '#i18n/admin-agreements';
import { CHANNEL_WORDS, LANGUAGE_WORDS } from '#i18n/words';
import { aboveOnly, loggedIn, writeOfOrganisation } from './access';
import { accountFields, sealAccount, troubleField } from './channel-account';
import { channelActions, type Networks } from './channel-actions';
import { fittingWays, ownerCheck, senderCheck, slotChoiceCheck, slotTimeCheck, viaCheck, wallTimeCheck } from './checks';
import { choices, flag, lockedForEditors, nameField, ORGANISATION_CELL, row, shown, slugField } from './fields';
import { keepWhatIsUsed } from './guards';
import { newsletterFields } from './newsletter-fields';
import { restField, spacingFields } from './spacing-fields';
import { stopFields } from './stopping';
import { tidyDocument } from './tidying';
import { CHANNEL_USES } from './uses';

type ChannelData = { kind?: ChannelKind; via?: ChannelVia };

const isNewsletterChannel = ({ kind }: ChannelData): boolean => kind !== undefined && isNewsletter(kind);

const isNetworkChannel = ({ kind }: ChannelData): boolean => kind !== undefined && isNetwork(kind);

/** A newsletter whose editions we send ourselves. */
const hasEditions = (data: ChannelData): boolean => isNewsletterChannel(data) && data.via !== 'block';

/** Accounts, feeds and newsletters through which messages leave (UI: Kanäle); `networks` is where their accounts are. */
export const channels = (networks: Networks): CollectionConfig => ({
  slug: 'channels',
  labels: COLLECTIONS.channels,
  admin: shown('agreement', 'name', ['name', 'kind', 'organisation', 'active', 'paused', 'checkedAt', 'wantsApproval']),
  access: { read: loggedIn, create: aboveOnly, update: writeOfOrganisation, delete: aboveOnly },
  disableDuplicate: true,
  endpoints: channelActions(networks),
  hooks: {
    beforeValidate: [tidyDocument],
    beforeChange: [sealAccount],
    beforeDelete: [keepWhatIsUsed(CHANNEL_USES, 'channelInUse')],
  },
  defaultSort: 'name',
  fields: [...ownedFields, ...accountFields(networks.connectable), ...contentFields, ...timeFields, ...otherFields],
});

/** What it is, whose, and whether it runs. */
const ownedFields: Field[] = [
  nameField('name', COMMON.name),
  slugField(),
  row(
    {
      name: 'kind',
      type: 'select',
      label: CHANNEL.kind,
      required: true,
      options: choices(CHANNEL_KINDS, CHANNEL_WORDS),
      ...lockedForEditors,
    },
    {
      name: 'via',
      type: 'select',
      label: CHANNEL.via,
      required: true,
      options: choices(CHANNEL_VIAS, VIA_WORDS),
      filterOptions: fittingWays,
      validate: viaCheck,
      ...lockedForEditors,
      admin: { description: CHANNEL.viaHint },
    },
  ),
  {
    name: 'organisation',
    type: 'relationship',
    relationTo: 'organisations',
    label: CHANNEL.organisation,
    required: true,
    index: true,
    ...lockedForEditors,
    admin: ORGANISATION_CELL,
  },
  flag('active', COMMON.active, { ...lockedForEditors, defaultValue: true, admin: { position: 'sidebar' } }),
  ...stopFields(CHANNEL.paused, { position: 'sidebar', description: CHANNEL.pausedHint }),
  troubleField,
  restField,
];

/** What it carries. */
const contentFields: Field[] = [
  flag('ownContent', CHANNEL.ownContent, { defaultValue: true }),
  flag('wantsApproval', CHANNEL.wantsApproval, { admin: { condition: (data) => data.via !== 'block' } }),
  {
    name: 'language',
    type: 'select',
    label: COMMON.language,
    required: true,
    defaultValue: 'de',
    options: choices(['de', 'en'], LANGUAGE_WORDS),
    admin: { isClearable: false },
  },
  flag('bothLanguages', CHANNEL.bothLanguages, {
    admin: {
      condition: (data) => isNewsletterChannel(data) && data.via !== 'block',
      description: CHANNEL.bothLanguagesHint,
    },
  }),
];

/** When it leaves, and in whose name. */
const timeFields: Field[] = [
  row(
    {
      name: 'quietFrom',
      type: 'text',
      label: CHANNEL.quietFrom,
      required: true,
      defaultValue: '20:00',
      validate: wallTimeCheck,
      admin: { description: CHANNEL.quietHint },
    },
    { name: 'quietTo', type: 'text', label: CHANNEL.quietTo, required: true, defaultValue: '07:00', validate: wallTimeCheck },
  ),
  flag('quietSundays', CHANNEL.quietSundays),
  spacingFields,
  row(
    {
      name: 'slotRhythm',
      type: 'select',
      label: CHANNEL.slotRhythm,
      options: choices(['weekly', 'fortnightly', 'monthly'], RHYTHMS),
      validate: slotChoiceCheck,
      admin: { condition: isNewsletterChannel },
    },
    {
      name: 'slotWeekday',
      type: 'select',
      label: CHANNEL.slotWeekday,
      options: choices(['1', '2', '3', '4', '5', '6', '7'], WEEKDAYS),
      validate: slotChoiceCheck,
      admin: { condition: isNewsletterChannel },
    },
    {
      name: 'slotTime',
      type: 'text',
      label: CHANNEL.slotTime,
      validate: slotTimeCheck,
      admin: { condition: isNewsletterChannel },
    },
  ),
  {
    name: 'sender',
    type: 'text',
    label: CHANNEL.sender,
    maxLength: MAX_LENGTH.line,
    validate: senderCheck,
    admin: { condition: hasEditions, description: CHANNEL.senderHint },
  },
];

const otherFields: Field[] = [
  newsletterFields(hasEditions),
  {
    name: 'ownerEmail',
    type: 'email',
    label: CHANNEL.ownerEmail,
    validate: ownerCheck,
    admin: { condition: isNetworkChannel, description: CHANNEL.ownerEmailHint },
  },
];
