import type { Payload, Where } from 'payload';
import { type ContentCollection, type ContentRef, contentKey } from '#domain/content';
import { mayStillTell } from '#domain/delivery';
import type { Instant } from '#domain/time';
import { toIso } from './instants';
import { findFields, inChunks, isUnset } from './rows';

/** Contents that went into the trash before then and that the ledger tells nothing of. */
export const loadForgotten = async (payload: Payload, before: Instant): Promise<readonly ContentRef[]> => {
  const refs = (await Promise.all(COLLECTIONS.map((collection) => trashedBefore(payload, collection, before)))).flat();
  const told = new Set<string>();
  for (const chunk of inChunks(refs.map(contentKey), 500))
    for (const { content, status } of await findFields(payload, 'deliveries', { content: { in: [...chunk] } }, FIELDS))
      if (mayStillTell(status)) told.add(content);
  return refs.filter((ref) => !told.has(contentKey(ref)));
};

/** Deletes such a content for good, with its versions; false when it does not lie there any more. Throws whatever Payload throws. */
export const deleteForgotten = async (payload: Payload, { collection, id }: ContentRef, before: Instant): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, wasTrashedBefore(before)] };
  const { totalDocs } = await payload.count({ collection, where, trash: true, overrideAccess: true });
  // By its id: of several, Payload answers with messages instead of throwing.
  if (totalDocs > 0) await payload.delete({ collection, id, trash: true, depth: 0, overrideAccess: true });
  return totalDocs > 0;
};

const COLLECTIONS = ['events', 'news-items'] as const satisfies readonly ContentCollection[];
const FIELDS = ['content', 'status'] as const;

const trashedBefore = async (
  payload: Payload,
  collection: ContentCollection,
  before: Instant,
): Promise<readonly ContentRef[]> => {
  const where = wasTrashedBefore(before);
  const { docs } = await payload.db.find({ collection, where, limit: 0, pagination: false, select: { slug: true } });
  return docs.map(({ id }) => ({ collection, id: String(id) }));
};

/**
 * Payload dates the trash by the real time, `changedAt` is our clock's: the later of the two counts, so that a virtual run that is
 * ahead of the real time does not take for old what was only just put there. What was never published has the first only.
 */
const wasTrashedBefore = (before: Instant): Where => {
  const at = toIso(before);
  return { and: [{ deletedAt: { less_than: at } }, { or: [isUnset('changedAt'), { changedAt: { less_than: at } }] }] };
};
