import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload';
import { MIN_PASSWORD } from '#domain/password';
import { countGraphemes } from '#domain/text';
import { COMMON } from '#i18n/admin';
import { USER } from '#i18n/admin-organisations';
import { refusal } from '#i18n/problems';
import type { User } from '#store/payload-types';
import { viewerOf } from './access';
import { idOf } from './content-doc';
import { faulty, languageOf, refused } from './refuse';

/** Passwords have a length, whichever way they are set: only this hook runs at all of them, a reset included. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return;
  const password: unknown = 'password' in args.data ? args.data.password : undefined;
  if (password === undefined || password === null) return;
  if (typeof password === 'string' && countGraphemes(password) >= MIN_PASSWORD) return;
  const language = languageOf(req);
  const message = refusal('passwordShort', language, { min: MIN_PASSWORD });
  throw faulty(req, 'users', [{ path: 'password', message, label: USER.password[language] }]);
};

/** The first account runs the house, whatever the client sends; nobody else gives oneself more than one has. */
export const settleRole: CollectionBeforeValidateHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data;
  if (operation === 'create' && (await countUsers(req)) === 0) return { ...data, role: 'admin' };
  // A reset comes without the document as it was; it changes the password and nothing else.
  if (operation === 'update' && !originalDoc) return data;
  const isRaised = data.role !== undefined && data.role !== originalDoc?.role && data.role !== 'editor' && data.role !== 'author';
  if (viewerOf(req.user)?.role === 'coordinator' && isRaised) throw fault(req, 'role', 'roleTooHigh');
  return data;
};

/** Editors and authors work for one organisation; one administration account stays. */
export const checkUser: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if ((data.role === 'editor' || data.role === 'author') && !idOf(data.organisation))
    throw fault(req, 'organisation', 'organisationMissing');
  const isDemoted = operation === 'update' && originalDoc?.role === 'admin' && data.role !== 'admin';
  if (isDemoted && (await countUsers(req, 'admin')) <= 1) throw fault(req, 'role', 'lastAdmin');
  return data;
};

/** Somebody must remain who can let others in. */
export const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true });
  if (user?.role === 'admin' && (await countUsers(req, 'admin')) <= 1) throw refused(req, 'lastAdmin', {}, 409);
};

const countUsers = async (req: PayloadRequest, role?: 'admin'): Promise<number> => {
  const { totalDocs } = await req.payload.count({ collection: 'users', ...(role ? { where: { role: { equals: role } } } : {}) });
  return totalDocs;
};

const fault = (req: PayloadRequest, path: 'role' | 'organisation', code: 'roleTooHigh' | 'lastAdmin' | 'organisationMissing') => {
  const language = languageOf(req);
  const label = path === 'role' ? USER.role[language] : COMMON.organisation[language];
  return faulty(req, 'users', [{ path, message: refusal(code, language), label }]);
};
