import type { Payload, Where } from 'payload';
import { type Instant, toIso } from '#domain/time';
import { fromIso } from './instants';
import { type FlowSlug, findRows } from './rows';

/** The earliest value of a date field after `after` among the documents that match; undefined when there is none. */
export const firstMoment = async (
  payload: Payload,
  collection: FlowSlug,
  field: string,
  after: Instant,
  ...where: readonly Where[]
): Promise<Instant | undefined> => {
  const later: Where = { [field]: { greater_than: toIso(after) } };
  const [row] = await findRows(payload, collection, { and: [later, ...where] }, { sort: field, limit: 1 });
  const value: unknown = row ? Object.entries(row).find(([name]) => name === field)?.[1] : undefined;
  return typeof value === 'string' ? fromIso(value) : undefined;
};
