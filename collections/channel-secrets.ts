import { createPrivateKey } from 'node:crypto';
import type { Field, PayloadRequest, TextareaFieldValidation, TextFieldSingleValidation } from 'payload';
import type { ChannelVia } from '#domain/channel';
import { toIso } from '#domain/time';
import { type RefusalCode, refusal } from '#i18n/problems';
import type { Words } from '#i18n/words';
import { now } from '#runtime/clock';
import { sealSecret } from '#runtime/secrets';
import { nobodyField } from './access';
import { moment } from './fields';
import { OUT_OF_SIGHT } from './flow';
import { languageOf } from './refuse';

/** What is known of a channel's account while it is checked or saved. */
export type Account = Readonly<Record<string, unknown>> & { readonly via?: ChannelVia };

/**
 * A secret of a channel: `input` is written and never read, `sealed` is what is kept and in no answer, `since` says that there is one.
 */
export type Secret = {
  readonly input: 'apiKey' | 'token' | 'dkimKey';
  readonly sealed: 'sealedKey' | 'sealedToken' | 'sealedDkim';
  readonly since: 'apiKeySince' | 'tokenSince' | 'dkimSince';
  readonly belongsTo: (account: Account) => boolean;
  readonly isOne: (entered: string, account: Account) => boolean;
};

/** True for the accounts of channels that leave this way. */
export const isVia =
  (via: ChannelVia) =>
  (account: Account): boolean =>
    account.via === via;

/** True for a private key that mails are signed with: RSA, not too short. */
export const isSigningKey = (entered: string): boolean => {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(entered);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
};

type Pasted = { readonly form: RegExp; readonly wrong: RefusalCode; readonly missing: RefusalCode };

const ACCESS_TOKEN: Pasted = { form: /^[\w.~+/=-]{20,2000}$/, wrong: 'tokenForm', missing: 'tokenMissing' };
/** As Bluesky makes them, so that nobody enters the password of the account. */
const APP_PASSWORD: Pasted = {
  ...{ form: /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/, wrong: 'appPasswordForm', missing: 'appPasswordMissing' },
};
/** A token of X is good for two hours: what people paste are the four keys that do not end, kept as one. */
const FOUR_KEYS: Pasted = { form: /^[\w-]{10,200}(\s+[\w-]{10,200}){3}$/, wrong: 'xKeysForm', missing: 'xKeysMissing' };
/** How what people paste looks, by network; one without an entry takes nothing. */
const PASTED: Readonly<Partial<Record<ChannelVia, Pasted>>> = {
  ...{ linkedin: ACCESS_TOKEN, mastodon: ACCESS_TOKEN, bluesky: APP_PASSWORD, x: FOUR_KEYS },
};

const pastedAt = ({ via }: Account): Pasted | undefined => via && PASTED[via];

export const API_KEY: Secret = {
  ...{ input: 'apiKey', sealed: 'sealedKey', since: 'apiKeySince', belongsTo: isVia('sendgrid') },
  isOne: (entered) => /^SG\.[\w.-]{10,200}$/.test(entered),
};
/** The one access of a channel on a network: pasted here, or given by signing in there; each replaces the other. */
export const TOKEN: Secret = {
  ...{ input: 'token', sealed: 'sealedToken', since: 'tokenSince' },
  belongsTo: (account) => pastedAt(account) !== undefined,
  isOne: (entered, account) => pastedAt(account)?.form.test(entered) === true,
};
export const DKIM_KEY: Secret = {
  ...{ input: 'dkimKey', sealed: 'sealedDkim', since: 'dkimSince', isOne: isSigningKey },
  belongsTo: (account) => isVia('outbox')(account) && Boolean(account.dkimSelector),
};

/** What was entered: what people paste often has spaces around it. */
export const enteredIn = (account: Account, { input }: Secret): string => String(account[input] ?? '').trim();

type KeyCheck = {
  readonly wrong: (account: Account) => RefusalCode;
  readonly missing: (account: Account) => RefusalCode;
  /** Where one gets it otherwise than by pasting it. */
  readonly comesLater?: (account: Account) => boolean;
};

/** Needed where the channel signs in with it; the one that is kept never comes back, so that nothing entered means it stays. */
const keyCheck =
  (secret: Secret, { wrong, missing, comesLater = () => false }: KeyCheck) =>
  (value: string | null | undefined, { siblingData, req }: { siblingData: Account; req: PayloadRequest }): string | true => {
    const account = siblingData;
    if (!secret.belongsTo(account)) return true;
    if (value?.trim()) return secret.isOne(value.trim(), account) || refusal(wrong(account), languageOf(req));
    return account[secret.since] || comesLater(account) ? true : refusal(missing(account), languageOf(req));
  };

/** Says at its field what is wrong with a key of SendGrid. */
export const apiKeyCheck: TextFieldSingleValidation = keyCheck(API_KEY, {
  wrong: () => 'apiKeyForm',
  missing: () => 'apiKeyMissing',
});

/** Says at its field what is wrong with a pasted access, in the words of its network. */
export const tokenCheck = (comesLater: (account: Account) => boolean): TextareaFieldValidation =>
  keyCheck(TOKEN, {
    wrong: (account) => pastedAt(account)?.wrong ?? 'tokenForm',
    missing: (account) => pastedAt(account)?.missing ?? 'tokenMissing',
    comesLater,
  });

/** What only the house itself writes. */
export const recordedOnly = { access: { create: nobodyField, update: nobodyField } };

/** What is kept sealed: written by the house, in no answer. */
export const sealedField = (name: string, label: Words): Field => ({
  ...{ name, type: 'text', label, hidden: true, ...OUT_OF_SIGHT },
  access: { read: nobodyField, create: nobodyField, update: nobodyField },
});

/** What is kept of a secret. */
export const kept = ({ since, sealed }: Secret, label: Words): Field[] => [
  recordedMoment(since, label),
  sealedField(sealed, label),
];

/** A moment that only the house itself writes; shown once there is one. */
const recordedMoment = (name: string, label: Words): Field =>
  moment(name, label, {
    ...recordedOnly,
    admin: { disableListColumn: true, disableListFilter: true, readOnly: true, condition: (data) => Boolean(data[name]) },
  });

/** What is read is always empty, so that a form forgets what was typed once it is saved. */
export const EMPTIED = { afterRead: [() => ''] };

/** What saving does to a secret. What is entered and is none stays where it is, for its field to say so: then nothing is saved. */
export const changeOf = (data: Account, secret: Secret, isOthers: boolean, owner: string): Readonly<Record<string, unknown>> => {
  const entered = enteredIn(data, secret);
  if (!secret.belongsTo(data)) return { [secret.input]: undefined, [secret.sealed]: null, [secret.since]: null };
  if (entered !== '' && !secret.isOne(entered, data)) return {};
  if (entered !== '')
    return { [secret.input]: undefined, [secret.sealed]: sealSecret(entered, owner), [secret.since]: toIso(now()) };
  return { [secret.input]: undefined, ...(isOthers ? { [secret.sealed]: null, [secret.since]: null } : {}) };
};
