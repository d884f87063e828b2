import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { CollectionBeforeChangeHook, Field, SelectField, TextareaFieldValidation, TextFieldSingleValidation } from 'payload';
import { ACCESS_DAYS } from '#domain/access';
import { ACCOUNT_REGIONS, accountOwner, CHANNEL_TROUBLES, type ChannelVia } from '#domain/channel';
import { toIso } from '#domain/time';
import { ACCOUNT, REGION_WORDS, TROUBLE_WORDS } from '#i18n/admin-account';
import { type RefusalCode, refusal } from '#i18n/problems';
import type { Words } from '#i18n/words';
import { now } from '#runtime/clock';
import { sealSecret } from '#runtime/secrets';
import { nobodyField } from './access';
import { serverFields } from './channel-server';
import { idOf } from './content-doc';
import { choices, moment, row } from './fields';
import { OUT_OF_LISTS, OUT_OF_SIGHT } from './flow';
import { languageOf } from './refuse';

type Account = Readonly<Record<string, unknown>> & { readonly via?: ChannelVia };

/**
 * A secret of a channel: `input` is written and never read, `sealed` is what is kept and in no answer, `since` says that there is one.
 */
type Secret = {
  readonly input: 'apiKey' | 'token' | 'dkimKey';
  readonly sealed: 'sealedKey' | 'sealedToken' | 'sealedDkim';
  readonly since: 'apiKeySince' | 'tokenSince' | 'dkimSince';
  readonly belongsTo: (account: Account) => boolean;
  readonly isOne: (entered: string, account: Account) => boolean;
};

const isVia =
  (via: ChannelVia) =>
  (account: Account): boolean =>
    account.via === via;

const isSigningKey = (entered: string): boolean => {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(entered);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
};

const API_KEY: Secret = {
  ...{ input: 'apiKey', sealed: 'sealedKey', since: 'apiKeySince', belongsTo: isVia('sendgrid') },
  isOne: (entered) => /^SG\.[\w.-]{10,200}$/.test(entered),
};
const TOKEN: Secret = {
  ...{ input: 'token', sealed: 'sealedToken', since: 'tokenSince' },
  belongsTo: ({ via }) => via === 'linkedin' || via === 'mastodon' || via === 'bluesky',
  isOne: (entered, account) => (isVia('bluesky')(account) ? APP_PASSWORD : ACCESS_TOKEN).test(entered),
};
const ACCESS_TOKEN = /^[\w.~+/=-]{20,2000}$/;
/** As Bluesky makes them, so that nobody enters the password of the account. */
const APP_PASSWORD = /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/;
const DKIM_KEY: Secret = {
  ...{ input: 'dkimKey', sealed: 'sealedDkim', since: 'dkimSince', isOne: isSigningKey },
  belongsTo: (account) => isVia('outbox')(account) && Boolean(account.dkimSelector),
};

/** What was entered: what people paste often has spaces around it. */
const enteredIn = (account: Account, { input }: Secret): string => String(account[input] ?? '').trim();

/** Needed where the channel signs in with it; the one that is kept never comes back, so that nothing entered means it stays. */
const keyCheck =
  (secret: Secret, formOf: (account: Account) => RefusalCode, missing: RefusalCode): TextFieldSingleValidation =>
  (value, { siblingData, req }) => {
    const account: Account = siblingData;
    if (!secret.belongsTo(account)) return true;
    if (value?.trim()) return secret.isOne(value.trim(), account) || refusal(formOf(account), languageOf(req));
    return account[secret.since] ? true : refusal(missing, languageOf(req));
  };

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

/** What only the house itself writes. */
const recordedOnly = { access: { create: nobodyField, update: nobodyField } };

const kept = ({ since, sealed }: Secret, label: Words): Field[] => [
  moment(since, label, {
    ...recordedOnly,
    admin: { disableListColumn: true, disableListFilter: true, readOnly: true, condition: (data) => Boolean(data[since]) },
  }),
  {
    ...{ name: sealed, type: 'text', label, hidden: true, ...OUT_OF_SIGHT },
    access: { read: nobodyField, create: nobodyField, update: nobodyField },
  },
];

/** What is read is always empty, so that a form forgets what was typed once it is saved. */
const EMPTIED = { afterRead: [() => ''] };

/** How a newsletter signs in at SendGrid. The key is written and never read: what is kept is sealed, and no answer holds it. */
const apiKeyFields: Field[] = [
  row(
    {
      ...{
        name: 'apiKey',
        type: 'text',
        label: ACCOUNT.apiKey,
        virtual: true,
        validate: keyCheck(API_KEY, () => 'apiKeyForm', 'apiKeyMissing'),
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

/** The page posts are by: its number, or any of its addresses that names it. */
const pageCheck: TextFieldSingleValidation = (value, { siblingData, req }) =>
  !isVia('linkedin')(siblingData) || /^\d{1,20}$/.test(value ?? '') || refusal('pageForm', languageOf(req));

const pageIn = (entered: unknown): unknown =>
  typeof entered === 'string' ? (/linkedin\.com\/company\/(\d+)/.exec(entered)?.[1] ?? entered.trim()) : entered;

/** For so many days a token is good; undefined where it does not end. */
const daysOf = ({ via }: Account): number | undefined => via && ACCESS_DAYS[via];

/** How an account on a social network signs in; the token is kept as the key above. */
const tokenFields: Field[] = [
  {
    ...{ name: 'page', type: 'text', label: ACCOUNT.page, validate: pageCheck },
    hooks: { beforeValidate: [({ value }) => pageIn(value)] },
    admin: { ...OUT_OF_LISTS.admin, description: ACCOUNT.pageHint, condition: (data) => isVia('linkedin')(data) },
  },
  ...serverFields,
  {
    ...{ name: 'token', type: 'text', label: ACCOUNT.token, virtual: true, hooks: EMPTIED },
    validate: keyCheck(TOKEN, (account) => (isVia('bluesky')(account) ? 'appPasswordForm' : 'tokenForm'), 'tokenMissing'),
    admin: {
      ...{ ...OUT_OF_LISTS.admin, description: ACCOUNT.tokenHint, autoComplete: 'off', readOnly: false },
      condition: (data) => TOKEN.belongsTo(data),
    },
  },
  ...kept(TOKEN, ACCOUNT.tokenSince),
  moment('accessUntil', ACCOUNT.accessUntil, {
    admin: { ...OUT_OF_LISTS.admin, description: ACCOUNT.accessUntilHint, condition: (data) => daysOf(data) !== undefined },
  }),
];

/** What a channel needs to send in its organisation's name. */
export const accountFields: Field[] = [...apiKeyFields, ...tokenFields, ...dkimFields];

/** Why the channel stopped by itself; it says so until somebody lets it go on. */
export const troubleField: SelectField = {
  ...{ name: 'trouble', type: 'select', label: ACCOUNT.trouble, options: choices(CHANNEL_TROUBLES, TROUBLE_WORDS) },
  ...recordedOnly,
  admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.trouble) },
};

/**
 * Seals what was entered for its channel and organisation, and forgets what it can no longer be good for: another organisation's or
 * server's, another way out. A new key lets a channel go on that had stopped because of the old one.
 */
export const sealAccount: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const organisation = idOf(data.organisation) ?? '';
  const isOthers =
    originalDoc !== undefined && (idOf(originalDoc.organisation) !== organisation || isElsewhere(originalDoc, data));
  const owner = accountOwner(organisation, originalDoc?.slug ?? data.slug);
  const changes = [API_KEY, TOKEN, DKIM_KEY].map((secret) => changeOf(data, secret, isOthers, owner));
  const hasNewKey = [API_KEY, TOKEN].some((secret) => enteredIn(data, secret) !== '' && secret.belongsTo(data));
  const goesOn = hasNewKey && originalDoc?.trouble ? { paused: false, pausedAt: null } : {};
  const isRunning = data.paused !== true || hasNewKey;
  return Object.assign({}, data, ...changes, goesOn, isRunning ? { trouble: null } : {}, untilOf(data, originalDoc));
};

/** Whoever could name another server for a token that is kept would have it sent there. */
const isElsewhere = (before: Account, after: Account): boolean => (before.server ?? '') !== (after.server ?? '');

/** A new token is good from now on, unless somebody says how long with it. */
const untilOf = (data: Account, before: Account | undefined): object => {
  const days = daysOf(data);
  if (!days) return { accessUntil: null };
  const isSaid = Boolean(data.accessUntil) && data.accessUntil !== before?.accessUntil;
  return enteredIn(data, TOKEN) === '' || isSaid ? {} : { accessUntil: toIso(now().add({ hours: days * 24 })) };
};

/** What is entered and is none stays where it is, for its field to say so: then nothing is saved. */
const changeOf = (data: Account, secret: Secret, isOthers: boolean, owner: string): object => {
  const entered = enteredIn(data, secret);
  if (!secret.belongsTo(data)) return { [secret.input]: undefined, [secret.sealed]: null, [secret.since]: null };
  if (entered !== '' && !secret.isOne(entered, data)) return {};
  if (entered !== '')
    return { [secret.input]: undefined, [secret.sealed]: sealSecret(entered, owner), [secret.since]: toIso(now()) };
  return { [secret.input]: undefined, ...(isOthers ? { [secret.sealed]: null, [secret.since]: null } : {}) };
};
