import type { Payload } from 'payload';
import { MOST_UNANSWERED, type Signup, type SignupOpening, signupKeys } from '#domain/signup';
import type { HashAddress } from '#domain/suppression';
import { type Instant, toIso } from '#domain/time';
import { fromIso, fromIsoRequired } from './instants';
import { compareAndSet, findRow, findRows, insertOnce, isUnset, type Row, type RowData } from './rows';
import { countUnanswered } from './unanswered';

/**
 * Keeps a request until it is confirmed; another one of its key adds its newsletters as long as no mail is on its way, and begins anew
 * where none could be delivered. False when it changed nothing, as where too many of the address got no click.
 */
export const addSignup = async (payload: Payload, opening: SignupOpening): Promise<boolean> => {
  if (await isAskedEnough(payload, opening)) return false;
  if (await insertOnce(payload, 'signups', openingData(opening))) return true;
  const row = await findRow(payload, 'signups', { key: { equals: opening.key } });
  if (row?.status === 'failed') {
    await forgetSignup(payload, row.id);
    return (await insertOnce(payload, 'signups', openingData(opening))) !== undefined;
  }
  if (row?.status !== 'due') return false;
  const before = readSignup(row);
  const added = opening.choices.filter(({ channel }) => before.choices.every((choice) => choice.channel !== channel));
  const asRead = [{ status: { equals: 'due' } }, isUnset('mailHash'), { requestedAt: { equals: row.requestedAt } }];
  const data = openingData({ ...opening, choices: [...before.choices, ...added] });
  return added.length > 0 && (await compareAndSet(payload, 'signups', row.id, asRead, data)) !== undefined;
};

const isAskedEnough = async (payload: Payload, { kind, earlier, addressHash }: SignupOpening): Promise<boolean> => {
  const standing = await findRows(payload, 'signups', { key: { in: [...earlier] } });
  const before = kind === 'newsletters' ? await countUnanswered(payload, addressHash) : 0;
  return standing.filter(({ status }) => status !== 'failed').length + before >= MOST_UNANSWERED;
};

const openingData = ({ key, kind, email, choices, formUrl, requestedAt, expiresAt }: SignupOpening): RowData<'signups'> => ({
  ...{ key, kind, email, formUrl, status: 'due', choices: choices.map((choice) => ({ ...choice })) },
  ...{ requestedAt: toIso(requestedAt), expiresAt: toIso(expiresAt) },
});

/** The request of that id; undefined once it was confirmed or is gone. */
export const loadSignup = async (payload: Payload, id: string): Promise<Signup | undefined> => {
  const row = await findRow(payload, 'signups', { id: { equals: id } });
  return row && readSignup(row);
};

/** All requests of an address that still stand. */
export const signupsOf = async (payload: Payload, email: string, hash: HashAddress, now: Instant): Promise<readonly Signup[]> => {
  const keys = signupKeys((scope) => hash(email, scope), now);
  return (await findRows(payload, 'signups', { key: { in: [...keys] } }, { sort: 'requestedAt' })).map(readSignup);
};

/** Requests whose mail is still to be sent. */
export const dueSignups = async (payload: Payload): Promise<readonly Signup[]> =>
  (await findRows(payload, 'signups', { status: { equals: 'due' } })).map(readSignup);

/** Remembers which mail is about to leave, so that its confirmation can prove it; false when the request has changed since it was read. */
export const noteMail = async (payload: Payload, { id, requestedAt }: Signup, mailHash: string): Promise<boolean> => {
  const asRead = [{ status: { equals: 'due' } }, { requestedAt: { equals: toIso(requestedAt) } }];
  return (await compareAndSet(payload, 'signups', id, asRead, { mailHash })) !== undefined;
};

/** Writes down what became of the mail; a late acceptance replaces a failure. */
export const finishSignupMail = async (payload: Payload, id: string, to: 'mailed' | 'failed', now: Instant): Promise<void> => {
  const from = to === 'mailed' ? ['due', 'failed'] : ['due'];
  const data = { status: to, ...(to === 'mailed' ? { mailedAt: toIso(now) } : {}) };
  await compareAndSet(payload, 'signups', id, [{ status: { in: from } }], data);
};

/** Requests whose time is over, with their keys. */
export const expiredSignups = async (payload: Payload, now: Instant): Promise<readonly (Signup & { readonly key: string })[]> =>
  (await findRows(payload, 'signups', { expiresAt: { less_than_equal: toIso(now) } })).map((row) => ({
    ...readSignup(row),
    key: row.key,
  }));

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
  kind: row.kind ?? 'newsletters',
  email: row.email,
  choices: row.choices as unknown as Signup['choices'],
  formUrl: row.formUrl,
  requestedAt: fromIsoRequired(row.requestedAt, 'requestedAt'),
  expiresAt: fromIsoRequired(row.expiresAt, 'expiresAt'),
  mailedAt: fromIso(row.mailedAt),
  mailHash: row.mailHash ?? undefined,
});
