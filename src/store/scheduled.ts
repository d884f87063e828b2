import type { Payload, Where } from 'payload';
import type { ContentRef } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';
import { type Instant, toIso } from '#domain/time';
import { isPublished } from './is-published';
import type { PayloadJob } from './payload-types';

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

/** A content that was to be published at a planned time, or taken back, and could not be. */
export type FailedPublication = Planned & {
  /** Of the entry in Payload's queue. */
  readonly id: string;
  /** As the newest draft has it. */
  readonly title: string;
  readonly organiser?: OrganisationId | undefined;
};

/** What Payload was to do with a content. */
type Planned = { readonly ref: ContentRef; readonly step: 'publish' | 'unpublish' };

/**
 * Scheduled publications that failed for good after `since` (real time) and whose content is still there; those that were to take
 * it back while it is still public.
 */
export const publicationsFailedSince = (payload: Payload, since: Instant): Promise<readonly FailedPublication[]> =>
  findFailed(payload, { updatedAt: { greater_than: toIso(since) } });

/** One failed publication by its id, on the same terms; undefined when it or its content is gone. */
export const loadFailedPublication = async (payload: Payload, id: string): Promise<FailedPublication | undefined> =>
  (await findFailed(payload, { id: { equals: id } }))[0];

const findFailed = async (payload: Payload, where: Where): Promise<readonly FailedPublication[]> => {
  const isFailed: Where[] = [{ taskSlug: { equals: 'schedulePublish' } }, { hasError: { equals: true } }, where];
  const { docs } = await payload.db.find<PayloadJob>({
    collection: 'payload-jobs',
    where: { and: isFailed },
    limit: 0,
    pagination: false,
  });
  const found: FailedPublication[] = [];
  for (const job of docs) {
    const planned = readPlanned(job.input);
    if (!planned || (planned.step === 'unpublish' && !(await isPublished(payload, planned.ref)))) continue;
    const headline = await readHeadline(payload, planned.ref);
    if (headline) found.push({ id: job.id, ...planned, ...headline });
  }
  return found;
};

const readPlanned = (input: PayloadJob['input']): Planned | undefined => {
  const { type, doc } = (input ?? {}) as { type?: string; doc?: { relationTo?: string; value?: unknown } };
  if (doc?.relationTo !== 'events' && doc?.relationTo !== 'news-items') return undefined;
  return { ref: { collection: doc.relationTo, id: String(doc.value) }, step: type === 'unpublish' ? type : 'publish' };
};

const readHeadline = async (
  payload: Payload,
  { collection, id }: ContentRef,
): Promise<Pick<FailedPublication, 'title' | 'organiser'> | undefined> => {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    locale: 'de',
    overrideAccess: true,
    select: { title: true, organiser: true },
  });
  const [doc] = docs;
  const organiser = typeof doc?.organiser === 'object' ? doc.organiser?.id : doc?.organiser;
  return doc && { title: doc.title ?? '', organiser: organiser ?? undefined };
};
