import type { Payload, PayloadRequest, Where } from 'payload';
import type { Language } from '#domain/content';
import { MAIL_SWITCHES, type MailSwitch, type NoticeKind, takesNotice } from '#domain/notice';
import type { OrganisationId } from '#domain/organisation';
import type { Role } from '#domain/role';
import type { User } from './payload-types';
import { isUnset } from './rows';

/** Somebody who works with the admin and can be written to: the account is active, and the person has logged in once. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: Role;
  readonly organisation?: OrganisationId | undefined;
  /** The kinds of mails this person did not switch off. */
  readonly mails: readonly MailSwitch[];
};

/**
 * Who is told what: the people who decide for an organisation, and those above all of them; of both only who takes notices of
 * that kind by mail.
 */
export type Staff = {
  /** Its editors and whoever stands above, if they belong to it. */
  readonly editorsOf: (organisation: OrganisationId, kind: NoticeKind) => readonly Person[];
  /** Who answers for it: its editors, or those above where none of them can be reached or nobody knows whose it is. */
  readonly answering: (organisation: OrganisationId | undefined, kind: NoticeKind) => readonly Person[];
  /** Its editors and the coordination, each once. */
  readonly concerned: (organisation: OrganisationId, kind: NoticeKind) => readonly Person[];
  /** The coordination; where nobody coordinates, the administration. */
  readonly above: (kind: NoticeKind) => readonly Person[];
};

/** True when this person gets notices of that kind by mail. */
export const isReachedBy = (person: Person, kind: NoticeKind): boolean => takesNotice(person.mails, kind);

/** True when this person may decide for the organisation as one of its own. */
export const isEditorOf = (person: Person, organisation: OrganisationId): boolean =>
  person.organisation === organisation && person.role !== 'author';

/** Everybody who may decide something, as the accounts stand now. */
export const loadStaff = async (payload: Payload): Promise<Staff> => {
  const people = await findPeople(payload, { role: { in: ['editor', 'coordinator', 'admin'] } });
  const coordinators = people.filter(({ role }) => role === 'coordinator');
  const above = coordinators.length > 0 ? coordinators : people.filter(({ role }) => role === 'admin');
  const aboveFor = (kind: NoticeKind) => above.filter((person) => isReachedBy(person, kind));
  const editorsOf = (organisation: OrganisationId, kind: NoticeKind) =>
    people.filter((person) => isEditorOf(person, organisation) && isReachedBy(person, kind));
  return {
    ...{ editorsOf, above: aboveFor },
    concerned: (organisation, kind) => [...new Set([...editorsOf(organisation, kind), ...aboveFor(kind)])],
    answering: (organisation, kind) => {
      const editors = organisation ? editorsOf(organisation, kind) : [];
      return editors.length > 0 ? editors : aboveFor(kind);
    },
  };
};

/** Everybody who gets notices of that kind by mail. */
export const loadReaders = async (payload: Payload, kind: NoticeKind): Promise<readonly Person[]> =>
  (await findPeople(payload, {})).filter((person) => isReachedBy(person, kind));

/** One person by id; undefined when the account is gone, the person has left or never came in. */
export const loadPerson = async (payload: Payload, id: string): Promise<Person | undefined> =>
  (await findPeople(payload, { id: { equals: id } }))[0];

/** True when somebody else, who has come in, runs the house: an invitation may never be taken up. */
export const hasOtherAdmin = async (payload: Payload, id: string): Promise<boolean> => {
  const where: Where = { and: [IS_ACTIVE, CAME_IN, { id: { not_equals: id } }, { role: { equals: 'admin' } }] };
  return (await payload.count({ collection: 'users', where, overrideAccess: true })).totalDocs > 0;
};

/** The account of somebody as Payload's access rules ask for it; null when it is gone. */
export const loadAccount = (payload: Payload, id: string): Promise<PayloadRequest['user']> =>
  payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, overrideAccess: true });

/** Who somebody is or was, to say who decided; undefined when the account is gone. */
export const loadName = async (
  payload: Payload,
  id: string,
): Promise<Pick<Person, 'id' | 'name' | 'role' | 'organisation'> | undefined> =>
  (await readPeople(payload, { id: { equals: id } }))[0];

/** The names that belong to the ids, leavers included; ids of accounts that are gone are left out. */
export const loadNames = async (payload: Payload, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const people = ids.length === 0 ? [] : await readPeople(payload, { id: { in: [...new Set(ids)] } });
  return new Map(people.map(({ id, name }) => [id, name]));
};

/**
 * The person with that address who may be sent a link for a new password now: not one who was sent one after `since` (ISO
 * instant), nor one who has left. One compare-and-set, so that of many requests at once one wins.
 */
export const claimReminder = async (
  payload: Payload,
  email: string,
  now: string,
  since: string,
): Promise<Pick<Person, 'name' | 'email' | 'language'> | undefined> => {
  const isDue: Where = {
    or: [{ resetPasswordRequestedAt: { exists: false } }, { resetPasswordRequestedAt: { less_than_equal: since } }],
  };
  const row: unknown = await payload.db.updateOne({
    collection: 'users',
    where: { and: [{ email: { equals: email.toLowerCase().trim() } }, IS_ACTIVE, isDue] },
    data: { resetPasswordRequestedAt: now },
    options: { atomic: true },
  });
  const user = row as User | null;
  return user ? { name: user.name, email: user.email, language: user.language ?? 'de' } : undefined;
};

const IS_ACTIVE: Where = { active: { not_equals: false } };

/** Who never logged in has read nothing and decides nothing yet; the address may be somebody else's by mistake. */
const CAME_IN: Where = isUnset('invitedAt');

const findPeople = (payload: Payload, where: Where): Promise<readonly Person[]> =>
  readPeople(payload, { and: [IS_ACTIVE, CAME_IN, where] });

const readPeople = async (payload: Payload, where: Where): Promise<readonly Person[]> => {
  const { docs } = await payload.find({
    collection: 'users',
    where,
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    sort: 'id',
    select: { name: true, email: true, language: true, organisation: true, role: true, mails: true },
  });
  return docs.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language ?? 'de',
    role: row.role ?? 'author',
    organisation: typeof row.organisation === 'string' ? row.organisation : row.organisation?.id,
    mails: MAIL_SWITCHES.filter((name) => row.mails?.[name] !== false),
  }));
};
