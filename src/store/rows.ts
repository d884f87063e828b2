import { type Payload, ValidationError, type Where } from 'payload';
import type { Config } from './payload-types';

/** Collections of the flow: flat documents that only the store writes, each change one insert or one compare-and-set. */
export type FlowSlug =
  | 'deliveries'
  | 'editions'
  | 'dispatches'
  | 'attempts'
  | 'receipts'
  | 'notices'
  | 'subscribers'
  | 'signups'
  | 'consents'
  | 'suppressions'
  | 'connections'
  | 'tick-claims';

/** A document of the flow as Payload returns it: instants as ISO strings, what is unset null or missing. */
export type Row<S extends FlowSlug> = Config['collections'][S];

/** Fields to write; null clears. */
export type RowData<S extends FlowSlug> = { [K in Exclude<keyof Row<S>, 'id' | 'createdAt' | 'updatedAt'>]?: Row<S>[K] | null };

/** Inserts a document; undefined when one with the same unique key stands already (exactly one of many callers wins). */
export const insertOnce = async <S extends FlowSlug>(
  payload: Payload,
  collection: S,
  data: RowData<S>,
): Promise<Row<S> | undefined> => {
  try {
    return (await payload.db.create({ collection, data: { ...data } })) as Row<S>;
  } catch (error) {
    if (error instanceof ValidationError) return undefined;
    throw error;
  }
};

/**
 * Writes `data` to the one document `id` if it still meets `expected`; the new document, or undefined when it does not: then
 * somebody came first and nothing was changed. One UPDATE … RETURNING on SQLite, one findOneAndUpdate on MongoDB.
 */
export const compareAndSet = async <S extends FlowSlug>(
  payload: Payload,
  collection: S,
  id: string,
  expected: readonly Where[],
  data: RowData<S>,
): Promise<Row<S> | undefined> => {
  const where: Where = { and: [{ id: { equals: id } }, ...expected] };
  const row: unknown = await payload.db.updateOne({ collection, where, data: { ...data }, options: { atomic: true } });
  return (row as Row<S> | null) ?? undefined;
};

/** `without`: a field that is too large to be read with all the others. */
type Finding<S extends FlowSlug> = {
  readonly sort?: string | undefined;
  readonly limit?: number | undefined;
  readonly without?: (keyof RowData<S> & string) | undefined;
};

/** The documents that match, in the order of `sort`; all of them unless a limit is given. Hooks and access do not run. */
export const findRows = async <S extends FlowSlug>(
  payload: Payload,
  collection: S,
  where: Where,
  { sort, limit = 0, without }: Finding<S> = {},
): Promise<readonly Row<S>[]> => {
  const select = without ? { select: Object.fromEntries([[without, false as const]]) } : {};
  const found = await payload.db.find<Row<S>>({
    collection,
    where,
    limit,
    pagination: false,
    ...select,
    ...(sort ? { sort } : {}),
  });
  return found.docs;
};

/** Only the named fields of the documents that match, and their ids: for sums over many. */
export const findFields = async <S extends FlowSlug, F extends keyof RowData<S> & string>(
  payload: Payload,
  collection: S,
  where: Where,
  fields: readonly F[],
  { sort, limit = 0 }: Pick<Finding<S>, 'sort' | 'limit'> = {},
): Promise<readonly (Pick<Row<S>, F> & { readonly id: string })[]> => {
  const select = Object.fromEntries(fields.map((field): readonly [string, true] => [field, true]));
  const found = await payload.db.find<Row<S>>({ collection, where, select, limit, pagination: false, ...(sort ? { sort } : {}) });
  return found.docs;
};

/** The first document that matches. */
export const findRow = async <S extends FlowSlug>(payload: Payload, collection: S, where: Where): Promise<Row<S> | undefined> =>
  (await findRows(payload, collection, where, { limit: 1 }))[0];

/** `where` for a field that holds nothing. */
export const isUnset = (field: string): Where => ({ [field]: { exists: false } });

/** `where` for a field that still holds what it held; a flag that was never set is read as false. */
export const isStill = (field: string, value: string | number | boolean | undefined): Where => {
  if (value === undefined) return isUnset(field);
  return { [field]: value === false ? { not_equals: true } : { equals: value } };
};

/** Splits a list, so that no query names more than `size` things (SQLite binds at most 32,766). */
export const inChunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
