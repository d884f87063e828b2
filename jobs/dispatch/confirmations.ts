import { confirmationUrl, DATA_TOKEN, personalDataUrl, SIGNUP_TOKEN } from '#domain/addresses';
import type { Dispatch } from '#domain/dispatch';
import type { Mail, Message } from '#domain/message';
import type { Signup } from '#domain/signup';
import { checksum } from '#runtime/address-hash';
import { signToken } from '#runtime/secrets';
import { dispatchesOf, dueDispatches, insertDispatch } from '#store/dispatches';
import { dueSignups, loadSignup, noteMail } from '#store/signups';
import { composeConfirmation, composeDataLink } from '#templates/signup-mails';
import type { JobContext } from '../context';
import { type Composed, guarded } from './compose';
import { claim, dropClaim, handOver, refuse } from './hand-over';

/** Mails looked at in one tick. */
const LIMIT = 500;

/** Mails the link that people asked for by a form, first of all whether it was them; gives the number of mails handed over. */
export const dispatchConfirmations = async (ctx: JobContext): Promise<number> => {
  await openConfirmations(ctx);
  let handed = 0;
  for (const dispatch of await dueDispatches(ctx.payload, 'confirmation', ctx.now, LIMIT))
    if (await dispatchConfirmation(ctx, dispatch)) handed += 1;
  return handed;
};

/** Every request gets its dispatch, also after a crash between the two. */
const openConfirmations = async (ctx: JobContext): Promise<void> => {
  const ids = (await dueSignups(ctx.payload)).map(({ id }) => id);
  const opened = new Set((await dispatchesOf(ctx.payload, 'confirmation', ids)).map(({ subject }) => subject));
  for (const id of ids)
    if (!opened.has(id))
      await insertDispatch(ctx.payload, { key: `confirmation/${id}`, kind: 'confirmation', subject: id, notBefore: ctx.now });
};

const dispatchConfirmation = async (ctx: JobContext, dispatch: Dispatch): Promise<boolean> => {
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const composed = await mailOf(ctx, dispatch.subject);
  if (!composed) {
    await dropClaim(ctx, claimed);
    return false;
  }
  if (composed.kind === 'refusal') {
    await refuse(ctx, claimed, composed.code, composed.detail);
    return false;
  }
  return (await handOver(ctx, claimed, ctx.channel('outbox'), composed.message)) !== undefined;
};

/** The mail about a request as it stands, for something may have been added to it meanwhile; undefined when the request is gone. */
const mailOf = async (ctx: JobContext, id: string): Promise<Composed | undefined> => {
  for (;;) {
    const signup = await loadSignup(ctx.payload, id);
    if (!signup) return undefined;
    const composed = await guarded(() => compose(ctx, signup));
    // Its checksum becomes part of the proof, so that it must be that of the mail that leaves.
    if (composed.kind === 'refusal' || (await noteMail(ctx.payload, signup, checksumOf(composed.message)))) return composed;
  }
};

const compose = async (ctx: JobContext, signup: Signup): Promise<Composed> => {
  const recipients = [{ id: signup.id, address: signup.email, replace: {} }];
  const mail: Mail = { kind: 'mail', from: ctx.mailFrom, ...(await wordsOf(ctx, signup)), isSecret: true, recipients };
  return { kind: 'message', message: mail };
};

const wordsOf = ({ publicUrl }: JobContext, signup: Signup) => {
  const { id: subject, expiresAt: expires } = signup;
  if (signup.kind === 'data') {
    const url = personalDataUrl(signToken({ purpose: DATA_TOKEN, subject, expires }), publicUrl);
    return composeDataLink({ signup, url, publicUrl });
  }
  const url = confirmationUrl(signToken({ purpose: SIGNUP_TOKEN, subject, expires }), publicUrl);
  return composeConfirmation({ signup, url, publicUrl });
};

const checksumOf = (message: Message): string =>
  message.kind === 'mail' ? checksum(`${message.subject}\n${message.text}\n${message.html}`) : '';
