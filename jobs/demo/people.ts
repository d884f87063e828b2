import type { Payload, TypedUser } from 'payload';
import { SEED_ORGANISATIONS } from '../seed-organisations';

/** A login of the demo, as it is printed. */
export type Login = { readonly name: string; readonly email: string };

/** The demo's people: editors by the slug of their organisation, and whoever stands above. */
export type People = { readonly logins: readonly Login[]; readonly editors: ReadonlyMap<string, TypedUser> };

/** Creates accounts for administration, coordination and an editor of each body, all with the same password. */
export const seedPeople = async (
  payload: Payload,
  organisations: ReadonlyMap<string, string>,
  password: string,
): Promise<People> => {
  // The first account becomes administration by rule.
  await payload.create({ collection: 'users', data: { ...ADMIN, role: 'admin', password } });
  await payload.create({ collection: 'users', data: { ...COORDINATION, role: 'coordinator', password } });
  const editors = new Map<string, TypedUser>();
  const logins: Login[] = [ADMIN, COORDINATION];
  for (const { slug, shortName } of SEED_ORGANISATIONS) {
    const login = { name: `Redaktion ${shortName}`, email: `${shortName.toLowerCase()}@example.org` };
    const data = { ...login, role: 'editor', organisation: organisations.get(slug) ?? null, password } as const;
    editors.set(slug, await payload.create({ collection: 'users', data, depth: 0 }));
    logins.push(login);
  }
  return { logins, editors };
};

const ADMIN: Login = { name: 'Administration', email: 'admin@example.org' };
const COORDINATION: Login = { name: 'Koordination', email: 'koordination@example.org' };
