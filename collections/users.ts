import type { CollectionConfig, Field } from 'payload';
import type { Language } from '#domain/content';
import { MAIL_SWITCHES } from '#domain/notice';
import { PASSWORD_MAIL } from '#i18n/account-mail';
import { COLLECTIONS, COMMON, ROLES } from '#i18n/admin';
import { USER, USER_MAILS } from '#i18n/admin-organisations';
import { LANGUAGE_WORDS } from '#i18n/words';
import { aboveOnly, deleteUsers, nobodyField, othersField, ROLE_VALUES, readUsers, updateUsers } from './access';
import { choices, flag, moment, shown } from './fields';
import { checkPassword, checkUser, keepLastAdmin, settleRole } from './user-hooks';

export type UserSettings = {
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  /** Writes the mail with the link for a new password, as HTML. */
  readonly passwordMail: (input: {
    readonly name: string;
    readonly link: string;
    readonly language: Language;
  }) => Promise<string>;
};

/** Accounts of the people who use the admin; `secureCookies` when the site is reached by https. */
export const users = ({ publicUrl, secureCookies, passwordMail }: UserSettings): CollectionConfig => ({
  slug: 'users',
  labels: COLLECTIONS.users,
  // Editors and authors find their own account behind the picture at the top.
  admin: shown('system', 'name', ['name', 'email', 'role', 'organisation'], {
    hidden: ({ user }) => user?.role === 'editor' || user?.role === 'author',
  }),
  auth: {
    useSessions: true,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax', secure: secureCookies },
    forgotPassword: {
      generateEmailSubject: (args) => PASSWORD_MAIL.subject[languageIn(args)],
      generateEmailHTML: (args) =>
        passwordMail({
          name: args?.user?.name ?? '',
          link: `${publicUrl}/admin/reset/${args?.token ?? ''}`,
          language: languageIn(args),
        }),
    },
  },
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
    beforeOperation: [checkPassword],
    beforeValidate: [settleRole],
    beforeChange: [checkUser],
    beforeDelete: [keepLastAdmin],
  },
  fields,
});

const fields: Field[] = [
  { name: 'email', type: 'email', required: true, unique: true, access: { update: othersField } },
  { name: 'name', type: 'text', label: USER.name, required: true },
  {
    name: 'role',
    type: 'select',
    label: USER.role,
    required: true,
    defaultValue: 'author',
    options: choices(ROLE_VALUES, ROLES),
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
    admin: { condition: (_data, _sibling, { user }) => Boolean(user) },
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
  { ...moment('invitedAt', USER.invitedAt), access: { create: nobodyField, update: nobodyField }, admin: { hidden: true } },
];

type ResetArgs =
  | { readonly token?: string; readonly user?: { readonly name?: string; readonly language?: string | null } }
  | undefined;

const languageIn = (args: ResetArgs): Language => (args?.user?.language === 'en' ? 'en' : 'de');
