import type { Payload, Where } from 'payload';
import type { Language } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';

/** Somebody who works with the admin and can be written to. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly organisation?: OrganisationId | undefined;
};

/** People of an organisation who may decide for it: its editors and whoever stands above, if they belong to it. */
export const editorsOf = (payload: Payload, organisations: readonly OrganisationId[]): Promise<readonly Person[]> =>
  organisations.length === 0
    ? Promise.resolve([])
    : findPeople(payload, {
        and: [{ organisation: { in: [...organisations] } }, { role: { in: ['editor', 'coordinator', 'admin'] } }],
      });

/** Everybody in coordination. */
export const coordinators = (payload: Payload): Promise<readonly Person[]> =>
  findPeople(payload, { role: { equals: 'coordinator' } });

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
    select: { name: true, email: true, language: true, organisation: true },
  });
  return docs.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language ?? 'de',
    organisation: typeof row.organisation === 'string' ? row.organisation : row.organisation?.id,
  }));
};
