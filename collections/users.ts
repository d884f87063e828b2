import type { CollectionConfig, Field } from 'payload';
import { MAIL_SWITCHES } from '#domain/notice';
import { ROLES } from '#domain/role';
import { COLLECTIONS, COMMON, ROLE_WORDS } from '#i18n/admin';
import { USER, USER_MAILS } from '#i18n/admin-organisations';
import { LANGUAGE_WORDS } from '#i18n/words';
import { aboveOnly, deleteUsers, nobodyField, othersField, readUsers, updateUsers } from './access';
import { type AccountMails, forgotPassword, tellNewAddress } from './account-mails';
import { emailCheck } from './checks';
import { choices, flag, moment, nameField, ORGANISATION_CELL, shown } from './fields';
import { keepWhatIsUsed } from './guards';
import { beginInvitation, endInvitation, inviteAgain, sendInvitation } from './invitations';
import { checkReset, endAccess, refuseLeavers } from './sign-in';
import { checkPassword, checkUser, FIRST_CODE, type FirstCode, keepLastAdmin, settleRole } from './user-hooks';
import { USER_HISTORY } from './uses';

/** What accounts need from outside; `secureCookies` when the site is reached by https. */
export type UserSettings = {
  readonly mails: AccountMails;
  readonly firstCode: FirstCode;
  readonly secureCookies: boolean;
};

/** Accounts of the people who use the admin. */
export const users = ({ mails, firstCode, secureCookies }: UserSettings): CollectionConfig => ({
  slug: 'users',
  labels: COLLECTIONS.users,
  // Editors and authors find their own account behind the picture at the top.
  admin: shown('system', 'name', ['name', 'email', 'role', 'organisation'], {
    hidden: ({ user }) => user?.role === 'editor' || user?.role === 'author',
    components: { views: { edit: { default: { Component: accountForm(mails) } } } },
  }),
  auth: {
    useSessions: true,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax', secure: secureCookies },
  },
  endpoints: [forgotPassword(mails), inviteAgain(mails)],
  access: {
    admin: ({ req }) => Boolean(req.user),
    read: readUsers,
    create: aboveOnly,
    update: updateUsers,
    delete: deleteUsers,
    unlock: aboveOnly,
  },
  disableDuplicate: true,
  hooks: {
    beforeOperation: [checkReset, checkPassword],
    beforeValidate: [settleRole(firstCode), beginInvitation],
    beforeChange: [checkUser, endAccess],
    afterChange: [sendInvitation(mails), tellNewAddress(mails)],
    beforeLogin: [refuseLeavers],
    afterLogin: [endInvitation],
    beforeDelete: [keepLastAdmin, keepWhatIsUsed(USER_HISTORY, 'hasHistory')],
  },
  fields: [...(firstCode.isAsked ? [firstCodeField] : []), ...fields],
});

const accountForm = ({ hasMailServer }: AccountMails) => ({
  path: '/src/admin/account-form.client.tsx#AccountForm',
  clientProps: { hasMailServer },
});

/** Only on the form for the first account; checked by `settleRole`, kept nowhere. */
const firstCodeField: Field = {
  name: FIRST_CODE,
  type: 'text',
  virtual: true,
  label: USER.firstCode,
  admin: {
    description: USER.firstCodeHint,
    autoComplete: 'off',
    // What is not stored could not be typed into otherwise.
    readOnly: false,
    disableListColumn: true,
    disableListFilter: true,
    condition: (_data, _sibling, { user }) => !user,
  },
};

const fields: Field[] = [
  {
    ...{ name: 'email', type: 'email', label: USER.email, required: true, unique: true, access: { update: othersField } },
    validate: emailCheck,
  },
  nameField('name', USER.name),
  {
    name: 'role',
    type: 'select',
    label: USER.role,
    required: true,
    defaultValue: 'author',
    options: choices(ROLES, ROLE_WORDS),
    access: { create: othersField, update: othersField },
    admin: { isClearable: false, description: USER.roleHint, condition: (_data, _sibling, { user }) => Boolean(user) },
  },
  {
    name: 'organisation',
    type: 'relationship',
    relationTo: 'organisations',
    label: COMMON.organisation,
    index: true,
    access: { create: othersField, update: othersField },
    admin: { ...ORGANISATION_CELL, condition: (_data, _sibling, { user }) => Boolean(user) },
  },
  {
    name: 'language',
    type: 'select',
    label: USER.language,
    defaultValue: 'de',
    options: choices(['de', 'en'], LANGUAGE_WORDS),
  },
  flag('active', USER.active, {
    defaultValue: true,
    access: { create: othersField, update: othersField },
    admin: { position: 'sidebar', description: USER.activeHint, condition: (_data, _sibling, { user }) => Boolean(user) },
  }),
  {
    name: 'mails',
    type: 'group',
    label: USER.mails,
    admin: { description: USER.mailsHint, condition: (_data, _sibling, { user }) => Boolean(user) },
    fields: MAIL_SWITCHES.map((name) => flag(name, USER_MAILS[name], { defaultValue: true })),
  },
  {
    name: 'invitation',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      condition: (data, _sibling, { user }) => Boolean(user && data?.invitedAt),
      components: { Field: '/src/admin/invitation.client.tsx#OpenInvitation' },
    },
  },
  { ...moment('invitedAt', USER.invitedAt), access: { create: nobodyField, update: nobodyField }, admin: { hidden: true } },
];
