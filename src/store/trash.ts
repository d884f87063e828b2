import type { Payload, Where } from 'payload';
import type { ContentCollection, ContentRef } from '#domain/content';
import { type Instant, toIso } from '#domain/time';
import { isUnset } from './rows';

/** Contents that went into the trash before then and were never published: nobody has their address, and no row is about them. */
export const loadForgotten = async (payload: Payload, before: Instant): Promise<readonly ContentRef[]> =>
  (await Promise.all(COLLECTIONS.map((collection) => forgottenIn(payload, collection, before)))).flat();

/** Deletes such a content for good, with its versions; false when it does not lie there any more. Throws whatever Payload throws. */
export const deleteForgotten = async (payload: Payload, { collection, id }: ContentRef, before: Instant): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, isForgotten(before)] };
  const { totalDocs } = await payload.count({ collection, where, trash: true, overrideAccess: true });
  // By its id: of several, Payload answers with messages instead of throwing.
  if (totalDocs > 0) await payload.delete({ collection, id, trash: true, depth: 0, overrideAccess: true });
  return totalDocs > 0;
};

const COLLECTIONS = ['events', 'news-items'] as const satisfies readonly ContentCollection[];

const forgottenIn = async (payload: Payload, collection: ContentCollection, before: Instant): Promise<readonly ContentRef[]> => {
  const where = isForgotten(before);
  const { docs } = await payload.db.find({ collection, where, limit: 0, pagination: false, select: { slug: true } });
  return docs.map(({ id }) => ({ collection, id: String(id) }));
};

/** Payload dates the trash by the real time. */
const isForgotten = (before: Instant): Where => ({
  and: [{ deletedAt: { less_than: toIso(before) } }, isUnset('publishedAt')],
});
