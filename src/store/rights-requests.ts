import type { Payload, Where } from 'payload';
import type { OrganisationId } from '#domain/organisation';
import type { RightsRequest } from '#domain/rights-request';
import { type Instant, toIso } from '#domain/time';
import { fromIsoRequired } from './instants';
import { isUnset } from './rows';

/** Requests of an organisation (of all where none is named) that nobody has answered, the most urgent first. */
export const openRightsRequests = async (
  payload: Payload,
  organisation: OrganisationId | undefined,
): Promise<readonly RightsRequest[]> => {
  const own: Where[] = organisation ? [{ organisation: { equals: organisation } }] : [];
  const where = { and: [isUnset('answeredAt'), ...own] };
  const { docs } = await payload.find({ collection: 'rights-requests', where, sort: 'dueAt', pagination: false, depth: 0 });
  return docs.map(({ id, kind, reference, dueAt }) => ({ id, kind, reference, dueAt: fromIsoRequired(dueAt, 'dueAt') }));
};

/** Deletes requests that were answered before that moment. Gives their number. */
export const forgetRightsRequests = async (payload: Payload, before: Instant): Promise<number> => {
  const where = { answeredAt: { less_than: toIso(before) } };
  const { totalDocs } = await payload.count({ collection: 'rights-requests', where });
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'rights-requests', where });
  return totalDocs;
};
