import type { CollectionBeforeChangeHook, Field, SelectField, TextFieldSingleValidation } from 'payload';
import { ACCOUNT_REGIONS, accountOwner, type ChannelVia } from '#domain/channel';
import { toIso } from '#domain/time';
import { ACCOUNT, REGION_WORDS, TROUBLE_WORDS } from '#i18n/admin-account';
import { refusal } from '#i18n/problems';
import { now } from '#runtime/clock';
import { sealSecret } from '#runtime/secrets';
import { nobodyField } from './access';
import { idOf } from './content-doc';
import { choices, moment, row } from './fields';
import { OUT_OF_LISTS, OUT_OF_SIGHT } from './flow';
import { languageOf } from './refuse';

type Account = {
  readonly via?: ChannelVia;
  readonly apiKey?: string | null;
  readonly apiKeySince?: string | null;
  readonly sealedKey?: string | null;
};

const signsIn = ({ via }: Account): boolean => via === 'sendgrid';

/** A key that was entered: what people paste often has spaces around it. */
const enteredKey = ({ apiKey }: Account): string => apiKey?.trim() ?? '';
const isKey = (value: string): boolean => /^SG\.[\w.-]{10,200}$/.test(value);

/** Needed where the channel signs in with one; the one that is kept never comes back, so that nothing entered means it stays. */
const keyCheck: TextFieldSingleValidation = (value, { siblingData, req }) => {
  const account: Account = siblingData;
  if (!signsIn(account)) return true;
  const entered = enteredKey({ apiKey: value ?? null });
  if (entered !== '') return isKey(entered) || refusal('apiKeyForm', languageOf(req));
  return account.apiKeySince ? true : refusal('apiKeyMissing', languageOf(req));
};

/** What only the house itself writes. */
const recordedOnly = { access: { create: nobodyField, update: nobodyField } };

/** How a newsletter signs in at SendGrid. The key is written and never read: what is kept is sealed, and no answer holds it. */
export const accountFields: Field[] = [
  row(
    {
      name: 'apiKey',
      type: 'text',
      label: ACCOUNT.apiKey,
      virtual: true,
      validate: keyCheck,
      admin: { ...OUT_OF_LISTS.admin, condition: signsIn, description: ACCOUNT.apiKeyHint, autoComplete: 'off' },
    },
    {
      name: 'region',
      type: 'select',
      label: ACCOUNT.region,
      required: true,
      defaultValue: 'eu',
      options: choices(ACCOUNT_REGIONS, REGION_WORDS),
      admin: { ...OUT_OF_LISTS.admin, condition: signsIn, description: ACCOUNT.regionHint, isClearable: false },
    },
  ),
  moment('apiKeySince', ACCOUNT.apiKeySince, {
    ...recordedOnly,
    admin: { disableListColumn: true, disableListFilter: true, readOnly: true, condition: (data) => Boolean(data.apiKeySince) },
  }),
  {
    name: 'sealedKey',
    type: 'text',
    label: ACCOUNT.apiKey,
    hidden: true,
    access: { read: nobodyField, create: nobodyField, update: nobodyField },
    ...OUT_OF_SIGHT,
  },
];

/** Why the channel stopped by itself; it says so until somebody lets it go on. */
export const troubleField: SelectField = {
  name: 'trouble',
  type: 'select',
  label: ACCOUNT.trouble,
  options: choices(['account-refused'], TROUBLE_WORDS),
  ...recordedOnly,
  admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.trouble) },
};

/**
 * Seals an entered key for its channel and organisation, and forgets what it can no longer be good for: another organisation's, another
 * way out. A new key lets a channel go on that had stopped because of the old one.
 */
export const sealAccount: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const entered = enteredKey(data);
  // One that is none stays where it is, for its field to say so.
  if (signsIn(data) && entered !== '' && !isKey(entered)) return data;
  const { apiKey: _apiKey, ...rest } = data;
  const organisation = idOf(data.organisation) ?? '';
  const isOthers = originalDoc !== undefined && idOf(originalDoc.organisation) !== organisation;
  const goesOn = entered !== '' && originalDoc?.trouble ? { paused: false, pausedAt: null } : {};
  const isRunning = data.paused !== true || entered !== '';
  const key = keptKey(data, entered, isOthers, accountOwner(organisation, originalDoc?.slug ?? data.slug));
  return { ...rest, ...key, ...goesOn, ...(isRunning ? { trouble: null } : {}) };
};

const keptKey = (data: Account, entered: string, isOthers: boolean, owner: string): object => {
  if (!signsIn(data)) return { sealedKey: null, apiKeySince: null };
  if (entered !== '') return { sealedKey: sealSecret(entered, owner), apiKeySince: toIso(now()) };
  return isOthers ? { sealedKey: null, apiKeySince: null } : {};
};
