import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { hashAddress } from '#runtime/address-hash';

const SEGMENTS = 20;
const AT = '2026-01-01T00:00:00.000Z';

/** So many confirmed readers of a newsletter in 20 segments, past the store: one by one they would take minutes. */
export const addReaders = async (payload: Payload, channel: string, people: number): Promise<void> => {
  for (let first = 0; first < people; first += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, people - first) }, (_, index) => rowOf(channel, first + index));
    await insert(payload, 'subscribers', rows);
  }
};

const rowOf = (channel: string, number: number) => {
  const email = `leser-${number}@example.org`;
  const segment = number % SEGMENTS;
  return {
    ...{ email, channel, key: `${channel}/${email}`, language: 'de', status: 'confirmed', region: null },
    ...{ topics: segment === 0 ? null : `thema-${segment}`, confirmedAt: AT, createdAt: AT, updatedAt: AT },
  };
};

/** So many who are not written to, none of them a reader: as in any house after some years. */
export const addSuppressed = (payload: Payload, scope: string, people: number): Promise<void> =>
  insert(
    payload,
    'suppressions',
    Array.from({ length: people }, (_, index) => {
      const addressHash = hashAddress(`frueher-${index}@example.org`, scope);
      return {
        key: `objection/${addressHash}`,
        ...{ addressHash, scope, reason: 'objection', suppressedAt: AT },
        createdAt: AT,
        updatedAt: AT,
      };
    }),
  );

type Slug = 'subscribers' | 'suppressions';
type Sqlite = { readonly drizzle: { insert(table: unknown): { values(rows: readonly object[]): Promise<unknown> } } };
type Tables = { readonly tables: Readonly<Record<Slug, unknown>> };
type Mongo = { readonly collections: Readonly<Record<Slug, { insertMany(rows: readonly object[]): Promise<unknown> }>> };

const insert = async ({ db }: Payload, slug: Slug, rows: readonly object[]): Promise<void> => {
  if ('drizzle' in db) {
    const { tables } = db as unknown as Tables;
    await (db as unknown as Sqlite).drizzle.insert(tables[slug]).values(rows.map((row) => ({ id: randomUUID(), ...row })));
  } else await (db as unknown as Mongo).collections[slug].insertMany(rows);
};
