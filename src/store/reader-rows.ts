import type { Payload } from 'payload';
import type { Row } from './rows';

/** Of a subscription what sending a newsletter needs. */
export type ReaderRow = Pick<Row<'subscribers'>, (typeof FIELDS)[number] | 'id'>;

const FIELDS = ['key', 'email', 'channel', 'status', 'confirmedAt', 'language', 'region', 'topics'] as const;

/**
 * Subscriptions by their ids, in any order; those that are gone are left out. Asked of the database itself, as below:
 * Payload takes several times as long for a hundred thousand people as the database does.
 */
export const readersById = async ({ db }: Payload, ids: readonly string[]): Promise<readonly ReaderRow[]> =>
  isSqlite(db)
    ? ask(db, 'id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
    : find(db, { _id: { $in: ids } }, ids.length);

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
      ask(db, `key > ? AND key < ? AND +status = 'confirmed' ORDER BY key LIMIT ${PAGE}`, [after, before])
    : find(db, { key: { $gt: after, $lt: before }, status: 'confirmed' }, PAGE);

type Sqlite = {
  readonly client: {
    execute(statement: { sql: string; args: readonly string[] }): Promise<{ rows: readonly { page: string }[] }>;
  };
};

const isSqlite = (db: object): db is Sqlite => 'client' in db;

const COLUMNS: readonly string[] = ['id', ...FIELDS];
/** Columns are called as fields are, with an underscore before what was a capital. */
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const SELECTED = COLUMNS.map(columnOf).join(', ');
const PAIRS = COLUMNS.map((field) => `'${field}', ${columnOf(field)}`).join(', ');

/** All as one text: row by row they take the driver longer than anything else in a batch. */
const ask = async ({ client }: Sqlite, condition: string, args: readonly string[]): Promise<readonly ReaderRow[]> => {
  const rows = `SELECT ${SELECTED} FROM subscribers WHERE ${condition}`;
  const found = await client.execute({ sql: `SELECT json_group_array(json_object(${PAIRS})) AS page FROM (${rows})`, args });
  return JSON.parse(found.rows[0]?.page ?? '[]') as readonly ReaderRow[];
};

type Found = Omit<ReaderRow, 'id' | 'confirmedAt'> & { readonly _id: { toString(): string }; readonly confirmedAt?: Date | null };
type Query = { sort(by: object): Query; limit(most: number): Query; lean(): Promise<readonly Found[]> };
type Mongo = { readonly collections: { readonly subscribers: { find(filter: object, fields: object): Query } } };

const find = async (db: object, filter: object, limit: number): Promise<readonly ReaderRow[]> => {
  const { subscribers } = (db as Mongo).collections;
  const fields = Object.fromEntries(FIELDS.map((field) => [field, 1]));
  const found = await subscribers.find(filter, fields).sort({ key: 1 }).limit(limit).lean();
  return found.map(({ _id, confirmedAt, ...row }) => ({
    ...row,
    id: _id.toString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }));
};
