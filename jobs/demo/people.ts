import type { Payload, TypedUser } from 'payload';
import { SEED_ORGANISATIONS } from '../seed-organisations';

/** Creates accounts for administration, coordination and an editor of each body, all with one password; the editors by slug. */
export const seedPeople = async (
  payload: Payload,
  organisations: ReadonlyMap<string, string>,
  password: string,
): Promise<ReadonlyMap<string, TypedUser>> => {
  // The first account becomes administration by rule.
  await payload.create({ collection: 'users', data: { ...ADMIN, role: 'admin', password } });
  await payload.create({ collection: 'users', data: { ...COORDINATION, role: 'coordinator', password } });
  const editors = new Map<string, TypedUser>();
  for (const { slug, shortName } of SEED_ORGANISATIONS) {
    const login = { name: `Redaktion ${shortName}`, email: `${shortName.toLowerCase()}@example.org` };
    const data = { ...login, role: 'editor', organisation: organisations.get(slug) ?? null, password } as const;
    editors.set(slug, await payload.create({ collection: 'users', data, depth: 0 }));
  }
  return editors;
};

const ADMIN = { name: 'Administration', email: 'admin@example.org' };
const COORDINATION = { name: 'Koordination', email: 'koordination@example.org' };
