import type { Payload, Where } from 'payload';
import type { Language } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';

/** Somebody who works with the admin and can be written to. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: 'admin' | 'coordinator' | 'editor' | 'author';
  readonly organisation?: OrganisationId | undefined;
};

/** Who is told what: the people who decide for an organisation, and those above all of them. */
export type Staff = {
  /** Its editors and whoever stands above, if they belong to it. */
  readonly editorsOf: (organisation: OrganisationId) => readonly Person[];
  /** The coordination; where nobody coordinates, the administration. */
  readonly above: readonly Person[];
};

/** True when this person may decide for the organisation as one of its own. */
export const isEditorOf = (person: Person, organisation: OrganisationId): boolean =>
  person.organisation === organisation && person.role !== 'author';

/** Everybody who may decide something, as the accounts stand now. */
export const loadStaff = async (payload: Payload): Promise<Staff> => {
  const people = await findPeople(payload, { role: { in: ['editor', 'coordinator', 'admin'] } });
  const coordinators = people.filter(({ role }) => role === 'coordinator');
  return {
    editorsOf: (organisation) => people.filter((person) => isEditorOf(person, organisation)),
    above: coordinators.length > 0 ? coordinators : people.filter(({ role }) => role === 'admin'),
  };
};

/** One person by id; undefined when the account is gone. */
export const loadPerson = async (payload: Payload, id: string): Promise<Person | undefined> =>
  (await findPeople(payload, { id: { equals: id } }))[0];

const findPeople = async (payload: Payload, where: Where): Promise<readonly Person[]> => {
  const { docs } = await payload.find({
    collection: 'users',
    where,
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    sort: 'id',
    select: { name: true, email: true, language: true, organisation: true, role: true },
  });
  return docs.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language ?? 'de',
    role: row.role ?? 'author',
    organisation: typeof row.organisation === 'string' ? row.organisation : row.organisation?.id,
  }));
};
