import type { Payload } from 'payload';
import { REGIONS } from '#domain/organisation';
import type { Row } from './rows';

type Field = keyof Row<'subscribers'> & string;

/** Of a subscription what sending to its person needs. */
export type AddresseeRow = Pick<Row<'subscribers'>, (typeof ADDRESS)[number] | 'id'>;
const ADDRESS = ['email', 'channel', 'confirmedAt'] as const satisfies readonly Field[];

/** And what tells the segments of a newsletter. */
export type ReaderRow = Pick<Row<'subscribers'>, (typeof CHOICE)[number] | 'id'>;
const CHOICE = [...ADDRESS, 'key', 'language', 'region', 'topics'] as const satisfies readonly Field[];

/**
 * The confirmed ones of subscriptions by their ids, in any order. Asked of the database itself, as below: Payload takes several times
 * as long for a hundred thousand people as the database does.
 */
export const confirmedById = ({ db }: Payload, ids: readonly string[]): Promise<readonly AddresseeRow[]> =>
  isSqlite(db)
    ? // Without the plus SQLite looks through everybody with that status instead of for the ids.
      ask(db, ADDRESS, "id IN (SELECT value FROM json_each(?)) AND +status = 'confirmed'", [JSON.stringify(ids)])
    : find(db, ADDRESS, { _id: { $in: ids }, status: 'confirmed' }, { limit: ids.length });

/** People read at once: a newsletter may have a hundred thousand. */
const PAGE = 2_000;

/** Everybody who is confirmed for a newsletter, or for any, page by page in the order of their keys. */
export async function* confirmedPages({ db }: Payload, channelId?: string): AsyncGenerator<readonly ReaderRow[]> {
  // Keys begin with their newsletter, so that its people stand together; `0` comes after `/`, `~` after every key.
  const [first, end] = channelId === undefined ? ['', '~'] : [`${channelId}/`, `${channelId}0`];
  for (let last = first; ; ) {
    const rows = await pageBetween(db, last, end);
    yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.key ?? end;
  }
}

const pageBetween = (db: object, after: string, before: string): Promise<readonly ReaderRow[]> =>
  isSqlite(db)
    ? // Without the plus SQLite looks through everybody with that status for every page.
      ask(db, CHOICE, `key > ? AND key < ? AND +status = 'confirmed' ORDER BY key LIMIT ${PAGE}`, [after, before], 'key')
    : find(db, CHOICE, { key: { $gt: after, $lt: before }, status: 'confirmed' }, { limit: PAGE, order: 'key' });

/** What readers of a newsletter chose, and how many of them chose just that; in any order. */
export type ChoiceCount = Pick<Row<'subscribers'>, 'language' | 'region' | 'topics'> & { readonly people: number };

/** Counts the confirmed ones of a newsletter by what they chose. */
export const countChoices = ({ db }: Payload, channelId: string): Promise<readonly ChoiceCount[]> =>
  countedIn(db, `${channelId}/`, `${channelId}0`);

const countedIn = async (db: object, first: string, end: string): Promise<readonly ChoiceCount[]> => {
  if (isSqlite(db)) {
    const rows = `SELECT language, region, topics, count(*) AS people FROM subscribers
      WHERE key > ? AND key < ? AND +status = 'confirmed' GROUP BY language, region, topics`;
    const pairs = "'language', language, 'region', region, 'topics', topics, 'people', people";
    const { rows: found } = await db.client.execute({
      sql: `SELECT json_group_array(json_object(${pairs})) AS page FROM (${rows})`,
      args: [first, end],
    });
    return JSON.parse(found[0]?.page ?? '[]') as readonly ChoiceCount[];
  }
  const counts: ChoiceCount[] = [];
  for (const language of ['de', 'en'] as const)
    for (const region of [...REGIONS, null]) {
      const $match = { key: { $gt: first, $lt: end }, status: 'confirmed', language, region };
      const $group = { _id: '$topics', people: { $sum: 1 } };
      const found = await (db as Mongo).collections.subscribers.aggregate([{ $match }, { $group }]);
      counts.push(...found.map(({ _id: topics, people }) => ({ language, region, topics, people })));
    }
  return counts;
};

type Sqlite = {
  readonly client: {
    execute(statement: { sql: string; args: readonly string[] }): Promise<{ rows: readonly { page: string }[] }>;
  };
};

const isSqlite = (db: object): db is Sqlite => 'client' in db;

/** Columns are called as fields are, with an underscore before what was a capital. */
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Asked<F extends Field> = Pick<Row<'subscribers'>, F | 'id'>;

/**
 * All as one text: row by row they take the driver longer than anything else in a batch. `order`: the column they come in the order of,
 * else in any.
 */
const ask = async <F extends Field>(
  { client }: Sqlite,
  fields: readonly F[],
  condition: string,
  args: readonly string[],
  order?: F,
): Promise<readonly Asked<F>[]> => {
  const columns: readonly string[] = ['id', ...fields];
  const rows = `SELECT ${columns.map(columnOf).join(', ')} FROM subscribers WHERE ${condition}`;
  const pairs = columns.map((field) => `'${field}', ${columnOf(field)}`).join(', ');
  const inOrder = order ? ` ORDER BY ${columnOf(order)}` : '';
  const sql = `SELECT json_group_array(json_object(${pairs})${inOrder}) AS page FROM (${rows})`;
  const found = await client.execute({ sql, args });
  return JSON.parse(found.rows[0]?.page ?? '[]') as readonly Asked<F>[];
};

type Found = { readonly _id: { toString(): string }; readonly confirmedAt?: Date | null };
type Query = { sort(by: object): Query; limit(most: number): Query; lean(): Promise<readonly Found[]> };
type Counted = { readonly _id: string | null; readonly people: number };
type Readers = { find(filter: object, fields: object): Query; aggregate(stages: readonly object[]): Promise<readonly Counted[]> };
type Mongo = { readonly collections: { readonly subscribers: Readers } };

const find = async <F extends Field>(
  db: object,
  fields: readonly F[],
  filter: object,
  { limit, order }: { readonly limit: number; readonly order?: F },
): Promise<readonly Asked<F>[]> => {
  const wanted = Object.fromEntries(fields.map((field) => [field, 1]));
  const found = await (db as Mongo).collections.subscribers
    .find(filter, wanted)
    .sort(order ? { [order]: 1 } : {})
    .limit(limit)
    .lean();
  const rows = found.map(({ _id, confirmedAt, ...row }) => ({
    ...row,
    id: _id.toString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }));
  return rows as unknown as readonly Asked<F>[];
};
