import type { Payload, Where } from 'payload';
import type { Instant } from '#domain/time';
import { toIso } from './instants';

/** True when Payload's queue holds a scheduled publication whose time has come. */
export const isPublicationDue = async (payload: Payload, now: Instant): Promise<boolean> => {
  const where: Where = {
    and: [
      { completedAt: { exists: false } },
      { hasError: { not_equals: true } },
      { processing: { equals: false } },
      { or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than: toIso(now) } }] },
    ],
  };
  return (await payload.count({ collection: 'payload-jobs', where, overrideAccess: true })).totalDocs > 0;
};

/**
 * Puts publications back in line that a process began before `before` and never ended: Payload's queue has no lease. Doing one
 * twice is harmless. Gives their number.
 */
export const freeStuckPublications = async (payload: Payload, before: Instant): Promise<number> => {
  const isStuck: Where[] = [
    { processing: { equals: true } },
    { completedAt: { exists: false } },
    { updatedAt: { less_than: toIso(before) } },
  ];
  const { docs } = await payload.db.find({ collection: 'payload-jobs', where: { and: isStuck }, limit: 0, pagination: false });
  for (const { id } of docs)
    await payload.db.updateOne({
      collection: 'payload-jobs',
      where: { and: [{ id: { equals: id } }, ...isStuck] },
      data: { processing: false },
      options: { atomic: true },
    });
  return docs.length;
};
