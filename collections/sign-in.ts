import {
  AuthenticationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { nowIso } from '#runtime/clock';
import type { User } from '#store/payload-types';
import { refused } from './refuse';

/** Who has left does not get in, and reads what a wrong password reads. */
export const refuseLeavers: CollectionBeforeLoginHook<User> = ({ req, user }) => {
  if (user.active === false) throw new AuthenticationError(req.t);
  return user;
};

/** A new password by a link: the link is good, and of somebody who has not left. */
export const checkReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return;
  const token = tokenIn(args);
  if (typeof token !== 'string' || !(await isLinkGood(req, token))) throw refused(req, 'linkSpent');
};

/** Leaving ends every session at once; leaving and another address make a link void that lies in a mailbox. */
export const endAccess: CollectionBeforeChangeHook<User> = ({ data, operation, originalDoc }) => {
  if (operation !== 'update' || !originalDoc) return data;
  const isLeaving = data.active === false && originalDoc.active !== false;
  const isMoving = data.email !== undefined && data.email.toLowerCase().trim() !== originalDoc.email;
  return {
    ...data,
    ...(isLeaving ? { sessions: [] } : {}),
    ...(isLeaving || isMoving ? { resetPasswordToken: null, resetPasswordExpiration: null } : {}),
  };
};

const isLinkGood = async ({ payload }: PayloadRequest, token: string): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: {
      and: [
        { resetPasswordToken: { equals: token } },
        { resetPasswordExpiration: { greater_than: nowIso() } },
        { active: { not_equals: false } },
      ],
    },
  });
  return totalDocs > 0;
};

const tokenIn = (args: object): unknown =>
  'data' in args && typeof args.data === 'object' && args.data !== null && 'token' in args.data ? args.data.token : undefined;
