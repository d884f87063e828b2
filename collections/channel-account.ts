import { createPublicKey } from 'node:crypto';
import type { CollectionBeforeChangeHook, Field, SelectField, TextareaFieldValidation, TextFieldSingleValidation } from 'payload';
import { ACCOUNT_REGIONS, accountOwner, CHANNEL_TROUBLES } from '#domain/channel';
import { ACCOUNT, REGION_WORDS, TROUBLE_WORDS } from '#i18n/admin-account';
import { refusal } from '#i18n/problems';
import { connectionChanges, connectionFields, withoutRecords } from './channel-connection';
import {
  type Account,
  API_KEY,
  apiKeyCheck,
  changeOf,
  DKIM_KEY,
  EMPTIED,
  enteredIn,
  isSigningKey,
  isVia,
  kept,
  recordedOnly,
  TOKEN,
} from './channel-secrets';
import { idOf } from './content-doc';
import { choices, row } from './fields';
import { OUT_OF_LISTS } from './flow';
import { languageOf } from './refuse';

const dkimKeyCheck: TextareaFieldValidation = (value, { siblingData, req }) => {
  if (value?.trim()) return isSigningKey(value.trim()) || refusal('dkimKeyForm', languageOf(req));
  const isMissing = DKIM_KEY.belongsTo(siblingData) && !('dkimSince' in siblingData && siblingData.dkimSince);
  return isMissing ? refusal('dkimKeyMissing', languageOf(req)) : true;
};

const selectorCheck: TextFieldSingleValidation = (value, { siblingData, req }) => {
  if (value) return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(value) || refusal('dkimSelector', languageOf(req));
  return enteredIn(siblingData, DKIM_KEY) === '' || refusal('dkimSelector', languageOf(req));
};

/** The public key SendGrid shows for signed events; optional, but one that is none would refuse everything. */
const eventKeyCheck: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true;
  try {
    const key = createPublicKey({ key: Buffer.from(value.trim(), 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ec') return true;
  } catch {
    // Not even a key.
  }
  return refusal('eventKeyForm', languageOf(req));
};

/** How a newsletter signs in at SendGrid. The key is written and never read: what is kept is sealed, and no answer holds it. */
const apiKeyFields: Field[] = [
  row(
    {
      ...{
        name: 'apiKey',
        type: 'text',
        label: ACCOUNT.apiKey,
        virtual: true,
        validate: apiKeyCheck,
        hooks: EMPTIED,
      },
      admin: {
        ...{ ...OUT_OF_LISTS.admin, description: ACCOUNT.apiKeyHint, autoComplete: 'off', readOnly: false },
        condition: (data) => API_KEY.belongsTo(data),
      },
    },
    {
      ...{ name: 'region', type: 'select', label: ACCOUNT.region, required: true, defaultValue: 'eu' },
      options: choices(ACCOUNT_REGIONS, REGION_WORDS),
      admin: {
        ...{ ...OUT_OF_LISTS.admin, description: ACCOUNT.regionHint, isClearable: false },
        condition: (data) => API_KEY.belongsTo(data),
      },
    },
  ),
  ...kept(API_KEY, ACCOUNT.apiKeySince),
  {
    ...{ name: 'eventKey', type: 'text', label: ACCOUNT.eventKey, validate: eventKeyCheck },
    admin: { ...OUT_OF_LISTS.admin, description: ACCOUNT.eventKeyHint, condition: (data) => API_KEY.belongsTo(data) },
  },
  {
    ...{ name: 'eventUrl', type: 'text', label: ACCOUNT.eventUrl, virtual: true, ...recordedOnly },
    hooks: { afterRead: [({ data, req }) => `${req.payload.config.serverURL}/hooks/sendgrid/${data?.id}`] },
    admin: {
      ...{ ...OUT_OF_LISTS.admin, description: ACCOUNT.eventUrlHint, readOnly: true },
      condition: (data) => API_KEY.belongsTo(data) && Boolean(data.id),
    },
  },
];

const isOwnMail = (data: Account): boolean => isVia('outbox')(data);

/** With what mails are signed that we hand to a mail server ourselves; kept as the key above. */
const dkimFields: Field[] = [
  {
    ...{ name: 'dkimSelector', type: 'text', label: ACCOUNT.dkimSelector, validate: selectorCheck },
    admin: { ...OUT_OF_LISTS.admin, description: ACCOUNT.dkimSelectorHint, condition: isOwnMail },
  },
  {
    ...{ name: 'dkimKey', type: 'textarea', label: ACCOUNT.dkimKey, virtual: true, validate: dkimKeyCheck, hooks: EMPTIED },
    admin: {
      ...{ ...OUT_OF_LISTS.admin, description: ACCOUNT.dkimKeyHint, readOnly: false },
      condition: (data) => DKIM_KEY.belongsTo(data),
    },
  },
  ...kept(DKIM_KEY, ACCOUNT.dkimSince),
];

/** What a channel needs to send in its organisation's name; on networks where one can sign in (`connectable`) it comes from there. */
export const accountFields = (connectable: readonly string[]): Field[] => [
  ...apiKeyFields,
  ...connectionFields(connectable),
  ...dkimFields,
];

/** Why the channel stopped by itself; it says so until somebody lets it go on. */
export const troubleField: SelectField = {
  ...{ name: 'trouble', type: 'select', label: ACCOUNT.trouble, options: choices(CHANNEL_TROUBLES, TROUBLE_WORDS) },
  ...recordedOnly,
  admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.trouble) },
};

/**
 * Seals what was entered for its channel and organisation, and forgets what it can no longer be good for: another organisation's or
 * server's, another way out. A new key, or another way, lets a channel go on that had stopped because of the old one. What only the house writes is not written back:
 * it may have changed since the form was read.
 */
export const sealAccount: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const organisation = idOf(data.organisation) ?? '';
  const isOthers =
    originalDoc !== undefined && (idOf(originalDoc.organisation) !== organisation || isElsewhere(originalDoc, data));
  const owner = accountOwner(organisation, originalDoc?.slug ?? data.slug);
  const changes = [API_KEY, TOKEN, DKIM_KEY].map((secret) => changeOf(data, secret, isOthers, owner));
  const hasNewKey = [API_KEY, TOKEN].some((secret) => enteredIn(data, secret) !== '' && secret.belongsTo(data));
  const isAnew = hasNewKey || (originalDoc !== undefined && originalDoc.via !== data.via);
  const goesOn = isAnew && originalDoc?.trouble ? { paused: false, pausedAt: null } : {};
  const isRunning = data.paused !== true || isAnew;
  return Object.assign(
    withoutRecords(data, originalDoc),
    ...changes,
    goesOn,
    isRunning ? { trouble: null } : {},
    connectionChanges(data, originalDoc, isOthers),
  );
};

/** Whoever could name another server for a token that is kept would have it sent there. */
const isElsewhere = (before: Account, after: Account): boolean => (before.server ?? '') !== (after.server ?? '');
