import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';

const SEGMENTS = 20;
const AT = '2026-01-01T00:00:00.000Z';

/** So many confirmed readers of a newsletter in 20 segments, past the store: one by one they would take minutes. */
export const addReaders = async (payload: Payload, channel: string, people: number): Promise<void> => {
  for (let first = 0; first < people; first += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, people - first) }, (_, index) => rowOf(channel, first + index));
    await insert(payload, rows);
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

type Rows = readonly ReturnType<typeof rowOf>[];
type Sqlite = { readonly drizzle: { insert(table: unknown): { values(rows: readonly object[]): Promise<unknown> } } };
type Mongo = { readonly collections: { readonly subscribers: { insertMany(rows: readonly object[]): Promise<unknown> } } };

const insert = async ({ db }: Payload, rows: Rows): Promise<void> => {
  if ('drizzle' in db) {
    const { tables } = db as unknown as { readonly tables: { readonly subscribers: unknown } };
    await (db as unknown as Sqlite).drizzle.insert(tables.subscribers).values(rows.map((row) => ({ id: randomUUID(), ...row })));
  } else await (db as unknown as Mongo).collections.subscribers.insertMany(rows);
};
