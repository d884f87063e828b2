import { randomBytes } from 'node:crypto';
import type {
  CollectionAfterChangeHook,
  CollectionAfterLoginHook,
  CollectionBeforeValidateHook,
  Endpoint,
  PayloadRequest,
} from 'payload';
import { isAbove } from '#domain/role';
import { INVITATION_DAYS } from '#i18n/account-mail';
import { invitedSentence } from '#i18n/admin-organisations';
import { nowIso } from '#runtime/clock';
import type { User } from '#store/payload-types';
import { updateUsers, viewerOf } from './access';
import { type AccountMails, openPasswordLink, sendAccountMail } from './account-mails';
import { idOf } from './content-doc';
import { languageOf, refused } from './refuse';

/**
 * An account that those above make without a password is an invitation: it gets a password nobody knows, and `invitedAt` says that
 * the person has not logged in yet. Runs after the role was settled.
 */
export const beginInvitation: CollectionBeforeValidateHook<User> = ({ data, operation, req }) => {
  if (operation !== 'create' || !data || data.password || !isAbove(viewerOf(req.user))) return data;
  return { ...data, password: randomBytes(32).toString('base64url'), invitedAt: nowIso() };
};

/**
 * Sends the invitation of a new account, and another when its address is corrected. Where it cannot leave, there is no account or
 * no correction either, so that one can simply try again.
 */
export const sendInvitation =
  (mails: AccountMails): CollectionAfterChangeHook<User> =>
  async ({ doc, operation, previousDoc, req }) => {
    const isNew = operation === 'create';
    const isCorrected = !isNew && doc.email !== previousDoc.email && doc.active !== false;
    if (!doc.invitedAt || !(isNew || isCorrected)) return doc;
    if (await invite(req, mails, doc)) return doc;
    const { db } = req.payload;
    if (isNew) await db.deleteOne({ collection: 'users', where: { id: { equals: doc.id } }, req });
    else await write(req, doc.id, { email: previousDoc.email });
    throw refused(req, 'invitationNotSent', {}, 502);
  };

/** Whoever is in is not invited any more. */
export const endInvitation: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  if (!user.invitedAt) return user;
  await write(req, user.id, { invitedAt: null });
  return { ...user, invitedAt: null };
};

/**
 * `POST /api/users/:id/invite`: a new link for somebody who never logged in, the earlier one is void. For those who may change the
 * account; `{ message }` out, refused with 401, 403, 409 (logged in already) or 502 (the mail did not leave).
 */
export const inviteAgain = (mails: AccountMails): Omit<Endpoint, 'root'> => ({
  path: '/:id/invite',
  method: 'post',
  handler: async (req) => {
    const user = await findWritable(req, String(req.routeParams?.id ?? ''));
    if (!user.invitedAt || user.active === false) throw refused(req, 'invitationClosed', {}, 409);
    if (!(await invite(req, mails, user))) throw refused(req, 'invitationNotSent', {}, 502);
    const message = invitedSentence(user.email, mails.hasMailServer)[languageOf(req)];
    return Response.json({ message }, { headers: { 'Cache-Control': 'no-store' } });
  },
});

/** The account, if the person may change it. */
const findWritable = async (req: PayloadRequest, id: string): Promise<User> => {
  const writable = await updateUsers({ req });
  if (writable === false) throw refused(req, 'notYours', {}, 401);
  const where = { and: [{ id: { equals: id } }, ...(writable === true ? [] : [writable])] };
  const { docs } = await req.payload.find({ collection: 'users', where, depth: 0, limit: 1, pagination: false, req });
  const [user] = docs;
  if (!user) throw refused(req, 'notYours');
  return user;
};

/** Sends an invitation, which stands from then on; false when it did not leave. */
const invite = async (req: PayloadRequest, mails: AccountMails, user: User): Promise<boolean> => {
  const { email, name } = user;
  const link = await openPasswordLink(req.payload, mails, { email, hours: INVITATION_DAYS * 24, req });
  const organisation = await nameOfOrganisation(req, idOf(user.organisation));
  const inviter = req.user?.name ?? '';
  const isSent = await sendAccountMail(req.payload, mails, email, {
    ...{ kind: 'invitation', name, link, inviter, organisation },
    language: user.language ?? 'de',
  });
  if (isSent) await write(req, user.id, { invitedAt: nowIso() });
  return isSent;
};

const nameOfOrganisation = async (req: PayloadRequest, id: string | undefined): Promise<string | undefined> => {
  if (!id) return undefined;
  const found = await req.payload.findByID({ collection: 'organisations', id, depth: 0, disableErrors: true, req });
  return found?.name;
};

const write = (req: PayloadRequest, id: string, data: Partial<Pick<User, 'email' | 'invitedAt'>>): Promise<unknown> =>
  req.payload.db.updateOne({ collection: 'users', where: { id: { equals: id } }, data, options: { atomic: true }, req });
