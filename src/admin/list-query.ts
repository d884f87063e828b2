import type { Where } from 'payload';

/** What Payload hands to components about the address: names as they stand there, `where[and][0][status][in]`. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The query of a list that shows what matches all conditions. They stand in the address, where Payload looks when somebody picks
 * „alle“, and below `and`, which keeps its own form for filters closed.
 */
export const listQuery = (conditions: readonly Where[], sort: string): string =>
  new URLSearchParams([...entriesOf(conditions), ['sort', sort]]).toString();

/** True when the list is filtered by exactly these conditions. */
export const isFilteredBy = (searchParams: SearchParams | undefined, conditions: readonly Where[]): boolean => {
  const shown = Object.entries(searchParams ?? {}).filter(([name]) => name.startsWith('where'));
  const wanted = new Map(entriesOf(conditions));
  return shown.length === wanted.size && shown.every(([name, value]) => wanted.get(name) === value);
};

/** True when the address says nothing yet about what to show or how: somebody just came in. */
export const isFirstLook = (searchParams: SearchParams | undefined): boolean =>
  !Object.keys(searchParams ?? {}).some((name) => /^(where|sort|search|page|limit|columns|groupBy|notFound)\b/.test(name));

/** True when a condition in the address speaks of this field. */
export const asksFor = (searchParams: SearchParams | undefined, field: string): boolean =>
  Object.keys(searchParams ?? {}).some((name) => name.startsWith('where') && name.includes(`[${field}]`));

/** Where the list shows everything that is searched for now; undefined where nothing is, or where no view narrows the search. */
export const widerSearch = (list: string, searchParams: SearchParams | undefined, sort: string): string | undefined => {
  const search = [searchParams?.search].flat()[0]?.trim();
  if (!search || isFilteredBy(searchParams, [])) return undefined;
  return `${list}?${new URLSearchParams({ sort, search })}`;
};

const entriesOf = (conditions: readonly Where[]): [string, string][] => flatten({ and: [...conditions] }, 'where');

const flatten = (value: unknown, name: string): [string, string][] => {
  // `and` and `or` hold conditions, `in` values: those stand in one word, as Payload's own lists write them.
  const isValue = typeof value !== 'object' || value === null || (Array.isArray(value) && !value.every(isCondition));
  return isValue ? [[name, String(value)]] : Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${name}[${key}]`));
};

const isCondition = (value: unknown): boolean => typeof value === 'object' && value !== null;
