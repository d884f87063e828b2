import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload';
import { COMMON } from '#i18n/admin';
import { USER } from '#i18n/admin-organisations';
import { refusal } from '#i18n/problems';
import type { User } from '#store/payload-types';
import { viewerOf } from './access';
import { idOf } from './content-doc';
import { faulty, languageOf, refused } from './refuse';

/** Shortest password; the configuration asks the same of ADMIN_PASSWORD. */
const MIN_PASSWORD = 8;

/** The first account runs the house, whatever the client sends; nobody else gives oneself more than one has. */
export const settleRole: CollectionBeforeValidateHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data;
  if (operation === 'create' && (await countUsers(req)) === 0) return { ...data, role: 'admin' };
  const isRaised = data.role !== undefined && data.role !== originalDoc?.role && data.role !== 'editor' && data.role !== 'author';
  if (viewerOf(req.user)?.role === 'coordinator' && isRaised) throw fault(req, 'role', 'roleTooHigh');
  return data;
};

/** Editors and authors work for one organisation; passwords have a length; one administration account stays. */
export const checkUser: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if ((data.role === 'editor' || data.role === 'author') && !idOf(data.organisation))
    throw fault(req, 'organisation', 'organisationMissing');
  const password: unknown = 'password' in data ? data.password : undefined;
  if (typeof password === 'string' && password.length < MIN_PASSWORD) {
    const message = refusal('passwordShort', languageOf(req), { min: MIN_PASSWORD });
    throw faulty(req, 'users', [{ path: 'password', message, label: USER.password[languageOf(req)] }]);
  }
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
