import type { DateField, Field, TextFieldSingleValidation } from 'payload';
import { ACCESS_DAYS } from '#domain/access';
import { CHECK_KINDS, type ChannelVia } from '#domain/channel';
import { handleIn } from '#domain/handle';
import { toIso } from '#domain/time';
import { ACCOUNT, PASTED_LABELS, pastedHints } from '#i18n/admin-account';
import { CHECK_WORDS } from '#i18n/connection';
import { refusal } from '#i18n/problems';
import { now } from '#runtime/clock';
import { type Account, EMPTIED, enteredIn, recordedOnly, sealedField, TOKEN, tokenCheck } from './channel-secrets';
import { serverFields } from './channel-server';
import { byNetwork, choices, moment } from './fields';
import { OUT_OF_LISTS, OUT_OF_SIGHT } from './flow';
import { languageOf } from './refuse';

/** How a network calls the page or account that posts are by, where people name it; elsewhere it follows from the access. */
const PAGES: Readonly<Partial<Record<ChannelVia, RegExp>>> = { linkedin: /^\d{1,20}$/ };

const formOf = ({ via }: Account): RegExp | undefined => via && PAGES[via];

/** The page posts are by: its number, or any of its addresses that names it. What a save leaves out stays as it was. */
const pageCheck =
  (comesLater: (account: Account) => boolean): TextFieldSingleValidation =>
  (entered, { previousValue, siblingData, req }) => {
    const form = formOf(siblingData);
    const page = entered === undefined ? previousValue : entered;
    if (!form || (!page && comesLater(siblingData))) return true;
    return form.test(page ?? '') || refusal('pageForm', languageOf(req));
  };

const pageIn = (entered: unknown): unknown => (typeof entered === 'string' ? handleIn('linkedin', entered) : entered);

/** For so many days a token is good; undefined where it does not end. */
const daysOf = ({ via }: Account): number | undefined => via && ACCESS_DAYS[via];

const hasToken = (data: Account): boolean => TOKEN.belongsTo(data);
const isPasted = (data: Account): boolean => hasToken(data) && !data.connectedAt;

/** How a page on a social network signs in: by its people's yes there, or by a token that is kept as every key. */
export const connectionFields = (connectable: readonly string[]): Field[] => {
  const comesLater = ({ via }: Account): boolean => via !== undefined && connectable.includes(via);
  return [
    // Where the account is must be known before anybody signs in there.
    ...serverFields,
    {
      ...{ name: 'connection', type: 'ui' },
      admin: {
        ...{ disableListColumn: true, condition: hasToken },
        components: {
          Field: { path: '/src/admin/channel-connection.client.tsx#ChannelConnection', clientProps: { connectable } },
        },
      },
    },
    {
      ...{ name: 'page', type: 'text', label: ACCOUNT.page, validate: pageCheck(comesLater) },
      hooks: { beforeValidate: [({ value }) => pageIn(value)] },
      admin: {
        ...OUT_OF_LISTS.admin,
        description: ACCOUNT.pageHint,
        condition: (data) => isPasted(data) && formOf(data) !== undefined,
      },
    },
    {
      // Several lines: the four keys of X are pasted one below the other.
      ...{
        name: 'token',
        type: 'textarea',
        label: ACCOUNT.token,
        virtual: true,
        validate: tokenCheck(comesLater),
        hooks: EMPTIED,
      },
      admin: {
        ...{ ...OUT_OF_LISTS.admin, readOnly: false, rows: 1, condition: hasToken },
        components: {
          Label: byNetwork('Label', PASTED_LABELS),
          Description: byNetwork('Hint', pastedHints(connectable)),
        },
      },
    },
    record(TOKEN.since, ACCOUNT.tokenSince),
    sealedField(TOKEN.sealed, ACCOUNT.tokenSince),
    moment('accessUntil', ACCOUNT.accessUntil, {
      admin: {
        ...OUT_OF_LISTS.admin,
        description: ACCOUNT.accessUntilHint,
        condition: (data) => isPasted(data) && daysOf(data) !== undefined,
      },
    }),
    ...recordFields,
  ];
};

const record = (name: string, label: (typeof ACCOUNT)[keyof typeof ACCOUNT]): DateField =>
  moment(name, label, { ...recordedOnly, ...OUT_OF_SIGHT });

/** What the house writes down of an account and its access. */
const recordFields: Field[] = [
  { ...{ name: 'accountName', type: 'text', label: ACCOUNT.accountName, ...recordedOnly, ...OUT_OF_SIGHT } },
  record('connectedAt', ACCOUNT.connectedAt),
  sealedField('sealedRefresh', ACCOUNT.refresh),
  record('refreshSince', ACCOUNT.refresh),
  record('refreshUntil', ACCOUNT.refreshUntil),
  record('renewNotBefore', ACCOUNT.renewNotBefore),
  { ...{ name: 'renewTries', type: 'number', label: ACCOUNT.renewTries, ...recordedOnly, ...OUT_OF_SIGHT } },
  { ...{ name: 'textLength', type: 'number', label: ACCOUNT.textLength, ...recordedOnly, ...OUT_OF_SIGHT } },
  {
    ...record('checkedAt', ACCOUNT.checkedAt),
    // In lists its column tells of the whole connection; in the form the part above does.
    admin: {
      ...{ disableListFilter: true, condition: () => false },
      components: { Cell: '/src/admin/connection-cell.tsx#ConnectionCell' },
    },
  },
  {
    ...{ name: 'checkedAs', type: 'select', label: ACCOUNT.checkedAs, options: choices(CHECK_KINDS, CHECK_WORDS) },
    ...{ ...recordedOnly, ...OUT_OF_SIGHT },
  },
  record('checkNotBefore', ACCOUNT.checkedAt),
];

/** Of a connection that was made by signing in, and of every renewal. */
const GIVEN = ['connectedAt', 'sealedRefresh', 'refreshSince', 'refreshUntil', 'renewNotBefore', 'renewTries'] as const;
/** Of the account as its network told. */
const TOLD = ['accountName', 'textLength', 'checkedAt', 'checkedAs', 'checkNotBefore'] as const;
/** What is not so of another account: what the network told, and the rest it asked for. */
const ANOTHERS = [...TOLD, 'restUntil'] as const;
/** All that is known of an access and means nothing once it is gone. */
const GONE = [...GIVEN, ...ANOTHERS, 'accessUntil'] as const;

/**
 * The data without what a save must not write back, because it may have been renewed or checked since it was read: the secrets and
 * what was told, and of an account whose people signed in also page and end.
 */
export const withoutRecords = (data: Account, before: Account | undefined): Record<string, unknown> => {
  if (!before) return { ...data };
  const theirs = before.connectedAt ? ['page', 'accessUntil'] : [];
  const left: readonly string[] = [TOKEN.sealed, TOKEN.since, ...GIVEN, ...TOLD, ...theirs];
  return Object.fromEntries(Object.entries(data).filter(([name]) => !left.includes(name)));
};

/** What a save does to a connection: another way, another organisation or a pasted token ends it, another page is not known yet. */
export const connectionChanges = (
  data: Account,
  before: Account | undefined,
  isOthers: boolean,
): Readonly<Record<string, unknown>> => {
  const cleared = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));
  if (!hasToken(data)) return cleared(before && hasToken(before) ? GONE : [...GIVEN, ...TOLD, 'accessUntil']);
  const isEntered = enteredIn(data, TOKEN) !== '';
  const isOther = isEntered || isOthers || data.via !== before?.via;
  if (isEntered) return { ...cleared([...GIVEN, ...ANOTHERS]), page: data.page, ...untilOf(data, before) };
  // The page of a connection was chosen by those who signed in, not by whoever has the channel now.
  if (isOther) return cleared([...GONE, ...(before?.connectedAt ? ['page'] : [])]);
  const isOtherAccount = data.page !== before?.page || data.handle !== before?.handle;
  return !before?.connectedAt && isOtherAccount ? cleared(ANOTHERS) : {};
};

/** A new token is good from now on, unless somebody says how long with it. */
const untilOf = (data: Account, before: Account | undefined): object => {
  const days = daysOf(data);
  if (!days) return { accessUntil: null };
  const isSaid = Boolean(data.accessUntil) && data.accessUntil !== before?.accessUntil;
  return isSaid ? { accessUntil: data.accessUntil } : { accessUntil: toIso(now().add({ hours: days * 24 })) };
};
