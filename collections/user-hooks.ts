import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload';
import { MIN_PASSWORD } from '#domain/password';
import { isAbove } from '#domain/role';
import { countGraphemes } from '#domain/text';
import { COMMON } from '#i18n/admin';
import { USER } from '#i18n/admin-organisations';
import { type REFUSALS, refusal } from '#i18n/problems';
import { loadHouseId } from '#store/house-id';
import type { User } from '#store/payload-types';
import { hasOtherAdmin } from '#store/people';
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

/** Whether the first account needs the code from the console, and whether a given one is that of the house with this id. */
export type FirstCode = { readonly isAsked: boolean; readonly isRight: (given: unknown, houseId: string) => boolean };

/** The first account runs the house, whatever the client sends; nobody else gives oneself more than one has. */
export const settleRole =
  (firstCode: FirstCode): CollectionBeforeValidateHook<User> =>
  async ({ data, operation, originalDoc, req }) => {
    if (!data) return data;
    if (operation === 'create' && (await countUsers(req)) === 0) return first(firstCode, data, req);
    // A reset comes without the document as it was; it changes the password and nothing else.
    if (operation === 'update' && !originalDoc) return data;
    const isRaised =
      data.role !== undefined && data.role !== originalDoc?.role && data.role !== 'editor' && data.role !== 'author';
    if (viewerOf(req.user)?.role === 'coordinator' && isRaised) throw fault(req, 'role', 'roleTooHigh');
    return data;
  };

/** Our own code makes the account of ADMIN_EMAIL and the demo's without a request; whoever comes by one has read the console. */
const first = async ({ isAsked, isRight }: FirstCode, data: Partial<User>, req: PayloadRequest): Promise<Partial<User>> => {
  const { [FIRST_CODE]: given, ...rest }: Partial<User> & { [FIRST_CODE]?: unknown } = data;
  if (isAsked && req.payloadAPI !== 'local' && !isRight(given, await loadHouseId(req.payload))) throw refused(req, 'firstCode');
  return { ...rest, role: 'admin' };
};

/** The field of the form for the first account that takes the code; never stored. */
export const FIRST_CODE = 'firstCode';

/** Editors and authors work for one organisation; one administration account stays, and no address has two accounts. */
export const checkUser: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (data.role && !isAbove({ role: data.role }) && !idOf(data.organisation))
    throw fault(req, 'organisation', 'organisationMissing');
  if (operation === 'update' && originalDoc) await keepAdmin(req, originalDoc, data);
  if (operation === 'create') await keepAddress(req, data.email);
  return data;
};

/** Payload finds out too that an address has an account, but says so in English, whoever asks. */
const keepAddress = async (req: PayloadRequest, email: string | undefined): Promise<void> => {
  const taken = email ? await countUsers(req, { email: { equals: email.trim().toLowerCase() } }) : 0;
  if (taken > 0) throw fault(req, 'email', 'emailTaken');
};

/** Nobody leaves by oneself, and the last active admin who came in neither leaves nor steps down. */
const keepAdmin = async (req: PayloadRequest, before: User, data: Partial<User>): Promise<void> => {
  const isLeaving = before.active !== false && data.active === false;
  if (isLeaving && req.user?.id === before.id) throw fault(req, 'active', 'notYourself');
  const isDemoted = before.role === 'admin' && data.role !== 'admin';
  const isGone = before.active !== false && (isDemoted || (isLeaving && before.role === 'admin'));
  if (isGone && !(await hasOtherAdmin(req.payload, before.id))) throw fault(req, isDemoted ? 'role' : 'active', 'lastAdmin');
};

/** Somebody must remain who can let others in. */
export const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true });
  if (user?.role === 'admin' && user.active !== false && !(await hasOtherAdmin(req.payload, user.id)))
    throw refused(req, 'lastAdmin', {}, 409);
};

const countUsers = async (req: PayloadRequest, where: Where = {}): Promise<number> =>
  (await req.payload.count({ collection: 'users', where })).totalDocs;

const LABELS = { email: USER.email, role: USER.role, organisation: COMMON.organisation, active: USER.active } as const;

const fault = (req: PayloadRequest, path: keyof typeof LABELS, code: keyof typeof REFUSALS) => {
  const language = languageOf(req);
  return faulty(req, 'users', [{ path, message: refusal(code, language), label: LABELS[path][language] }]);
};
