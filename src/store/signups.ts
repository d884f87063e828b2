import type { Payload } from 'payload';
import type { Signup, SignupOpening } from '#domain/signup';
import { type Instant, toIso } from '#domain/time';
import { fromIso, fromIsoRequired } from './instants';
import { compareAndSet, findRow, findRows, insertOnce, type Row } from './rows';

/** Keeps a request until it is confirmed; false when one of this key stands already. */
export const addSignup = async (payload: Payload, { key, email, choices, formUrl, ...times }: SignupOpening): Promise<boolean> =>
  (await insertOnce(payload, 'signups', {
    ...{ key, email, formUrl, status: 'due', choices: choices.map((choice) => ({ ...choice })) },
    ...{ requestedAt: toIso(times.requestedAt), expiresAt: toIso(times.expiresAt) },
  })) !== undefined;

/** The request of that id; undefined once it was confirmed or is gone. */
export const loadSignup = async (payload: Payload, id: string): Promise<Signup | undefined> => {
  const row = await findRow(payload, 'signups', { id: { equals: id } });
  return row && readSignup(row);
};

/** Requests whose mail is still to be sent. */
export const dueSignups = async (payload: Payload): Promise<readonly Signup[]> =>
  (await findRows(payload, 'signups', { status: { equals: 'due' } })).map(readSignup);

/** Remembers which mail is about to leave, so that its confirmation can prove it. */
export const noteMail = async (payload: Payload, id: string, mailHash: string): Promise<void> => {
  await compareAndSet(payload, 'signups', id, [{ status: { equals: 'due' } }], { mailHash });
};

/** Writes down what became of the mail; a late acceptance replaces a failure. */
export const finishSignupMail = async (payload: Payload, id: string, to: 'mailed' | 'failed', now: Instant): Promise<void> => {
  const from = to === 'mailed' ? ['due', 'failed'] : ['due'];
  const data = { status: to, ...(to === 'mailed' ? { mailedAt: toIso(now) } : {}) };
  await compareAndSet(payload, 'signups', id, [{ status: { in: from } }], data);
};

/** Ids of requests whose time is over. */
export const expiredSignups = async (payload: Payload, now: Instant): Promise<readonly string[]> =>
  (await findRows(payload, 'signups', { expiresAt: { less_than_equal: toIso(now) } })).map(({ id }) => id);

/** Forgets a request with its mail, the address in it and the link; the request comes last, so that a crash is made good. */
export const forgetSignup = async (payload: Payload, id: string): Promise<void> => {
  const mails = await findRows(payload, 'dispatches', {
    and: [{ kind: { equals: 'confirmation' } }, { subject: { equals: id } }],
  });
  for (const { id: dispatch } of mails) {
    await payload.db.deleteMany({ collection: 'attempts', where: { dispatch: { equals: dispatch } } });
    await payload.db.deleteMany({ collection: 'dispatches', where: { id: { equals: dispatch } } });
  }
  await payload.db.deleteMany({ collection: 'signups', where: { id: { equals: id } } });
};

const readSignup = (row: Row<'signups'>): Signup => ({
  id: row.id,
  email: row.email,
  choices: row.choices as unknown as Signup['choices'],
  formUrl: row.formUrl,
  requestedAt: fromIsoRequired(row.requestedAt, 'requestedAt'),
  expiresAt: fromIsoRequired(row.expiresAt, 'expiresAt'),
  mailedAt: fromIso(row.mailedAt),
  mailHash: row.mailHash ?? undefined,
});
