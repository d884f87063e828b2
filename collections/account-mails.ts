import {
  addDataAndFileToRequest,
  type CollectionAfterChangeHook,
  type Endpoint,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { passwordUrl } from '#domain/addresses';
import { toIso } from '#domain/time';
import { type AccountMail, type ComposeAccountMail, RESET_HOURS } from '#i18n/account-mail';
import { now } from '#runtime/clock';
import type { User } from '#store/payload-types';
import { claimReminder } from '#store/people';

/** What mails about accounts need; `publicUrl` is where their links lead. Without a mail server they stay in the mailbox. */
export type AccountMails = {
  readonly publicUrl: string;
  readonly compose: ComposeAccountMail;
  readonly hasMailServer: boolean;
};

/** Sends one; false when it did not leave. */
export const sendAccountMail = async (
  payload: Payload,
  { compose }: Pick<AccountMails, 'compose'>,
  to: string,
  mail: AccountMail,
): Promise<boolean> => {
  const outcome: unknown = await payload.sendEmail({ to, ...(await compose(mail)) });
  return typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'accepted';
};

/** A link with which the account gets an own password, once; every earlier link of the account is void. */
export const openPasswordLink = async (
  payload: Payload,
  { publicUrl }: AccountMails,
  { email, hours, req }: { readonly email: string; readonly hours: number; readonly req?: PayloadRequest },
): Promise<string> => {
  const expiration = hours * 60 * 60 * 1000;
  const token = await payload.forgotPassword({
    ...{ collection: 'users', data: { email }, disableEmail: true, expiration },
    ...(req ? { req } : {}),
  });
  return passwordUrl(token, publicUrl);
};

/** A second mail to the same account leaves after so many seconds at the earliest. */
const PAUSE_SECONDS = 15;

/**
 * `POST /api/users/forgot-password`, in place of Payload's: the same answer, at once, for every address there is and is not. The mail
 * follows: how long it takes would tell. Who has left gets none.
 */
export const forgotPassword = (mails: AccountMails): Omit<Endpoint, 'root'> => ({
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const email: unknown = req.data?.email;
    if (typeof email === 'string')
      void remind(req.payload, mails, email).catch((err: unknown) =>
        req.payload.logger.error({ err, msg: 'A link for a new password was not sent' }),
      );
    return Response.json({ message: req.t('authentication:emailSent') }, { headers: { 'Cache-Control': 'no-store' } });
  },
});

const remind = async (payload: Payload, mails: AccountMails, email: string): Promise<void> => {
  const at = now();
  const person = await claimReminder(payload, email, toIso(at), toIso(at.subtract({ seconds: PAUSE_SECONDS })));
  if (!person) return;
  const link = await openPasswordLink(payload, mails, { email: person.email, hours: RESET_HOURS });
  await sendAccountMail(payload, mails, person.email, {
    ...{ kind: 'password', link },
    ...{ name: person.name, language: person.language },
  });
};

/**
 * Tells both addresses when an account gets another; who has left is told nothing. While an invitation stands, the old address may
 * be anybody's by mistake: it is told nothing either, and the new one is invited.
 */
export const tellNewAddress =
  (mails: AccountMails): CollectionAfterChangeHook<User> =>
  async ({ doc, operation, previousDoc, req }) => {
    if (operation !== 'update' || doc.email === previousDoc.email || doc.active === false || doc.invitedAt) return doc;
    const [from, to] = [previousDoc.email, doc.email];
    for (const address of [from, to])
      await sendAccountMail(req.payload, mails, address, {
        ...{ kind: 'address', from, to },
        ...{ name: doc.name, language: doc.language ?? 'de' },
      });
    return doc;
  };
