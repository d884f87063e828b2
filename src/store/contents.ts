import type { Payload, PayloadRequest, Where } from 'payload';
import { type Content, type ContentCollection, type ContentRef, contentKey, contentRef } from '#domain/content';
import { compareInstants, type Instant, toIso } from '#domain/time';
import { type ContentRow, type Related, readContent } from './content-row';
import { idOf, loadPictures } from './pictures';
import { inChunks, isUnset } from './rows';

/**
 * Contents whose plan is behind, main documents only (drafts do not count), oldest publication first, at most `limit`: changed
 * since they were planned, or planned on another basis while still worth planning. Unpublished and trashed ones come as not live.
 */
export const loadBehind = async (payload: Payload, basis: string, now: Instant, limit: number): Promise<readonly Content[]> => {
  const behind = (
    await Promise.all(COLLECTIONS.map((collection) => loadWhere(payload, collection, isBehindWhere(basis, now), limit)))
  ).flat();
  return behind.sort(byPublication).slice(0, limit);
};

/**
 * Marks a content as planned on this basis; false when it changed meanwhile (it then stays in line). Two saves at the same moment
 * can count to the same revision: the moment of the change tells them apart.
 */
export const markPlanned = (payload: Payload, content: Content, basis: string): Promise<boolean> =>
  writePlannedFor(payload, content.ref, basis, [
    { planRevision: { equals: content.planRevision } },
    { or: [{ changedAt: { equals: toIso(content.changedAt) } }, isUnset('changedAt')] },
  ]);

/** Puts a content back in line for planning, whatever its version; false when it is gone. Planning once more changes nothing. */
export const putBackInLine = (payload: Payload, ref: ContentRef): Promise<boolean> => writePlannedFor(payload, ref, '', []);

/** What tells whether a content still is what was read: cheap, for the moment before a message leaves. */
export type ContentStand = { readonly planRevision: number; readonly isPlanned: boolean };

/** How a content stands right now; undefined when it is gone. `basis` is what plans rest on. */
export const readStand = async (
  payload: Payload,
  content: Content,
  basis: string,
  now: Instant,
): Promise<ContentStand | undefined> => {
  const found = await payload.db.find<ContentRow>({
    collection: content.ref.collection,
    where: { id: { equals: content.ref.id } },
    select: { planRevision: true, plannedFor: true, planUntil: true },
    limit: 1,
    pagination: false,
  });
  const [row] = found.docs;
  if (!row) return undefined;
  const isWorthPlanning = Boolean(row.planUntil && row.planUntil > toIso(now));
  const isPlanned = Boolean(row.plannedFor) && (row.plannedFor === basis || !isWorthPlanning);
  return { planRevision: row.planRevision ?? 0, isPlanned };
};

/** One content by its key; undefined when it is gone or was never published. */
export const loadContent = async (payload: Payload, key: string): Promise<Content | undefined> =>
  (await loadContents(payload, [key])).get(key);

/**
 * The newest draft that this person may read, as if it were published at `now`; undefined when it is gone or a part that every
 * content has is still missing.
 */
export const loadAsPublished = async (
  payload: Payload,
  { collection, id }: ContentRef,
  user: PayloadRequest['user'],
  now: Instant,
): Promise<Content | undefined> => {
  const options = { collection, id, draft: true, locale: 'all', depth: 0, trash: true } as const;
  const doc: unknown = await payload.findByID({ ...options, user, overrideAccess: false, disableErrors: true });
  if (!doc) return undefined;
  const row = doc as ContentRow;
  const related = await loadRelated(payload, [row]);
  const at = toIso(now);
  const published = { ...row, _status: 'published', publishedAt: at, changedAt: at, slug: row.slug || 'entwurf' } as const;
  return readContent(collection, published, related);
};

/** True when the newest version that this person may read is a draft. */
export const hasDraft = async (
  payload: Payload,
  { collection, id }: ContentRef,
  user: PayloadRequest['user'],
): Promise<boolean> => {
  const options = { collection, id, draft: true, depth: 0, trash: true, select: { _status: true } } as const;
  const doc = await payload.findByID({ ...options, user, overrideAccess: false, disableErrors: true });
  return doc?._status === 'draft';
};

/** Contents by their keys, as published; those that are gone are left out. */
export const loadContents = async (payload: Payload, keys: readonly string[]): Promise<ReadonlyMap<string, Content>> => {
  const refs = [...new Set(keys)].flatMap((key) => contentRef(key) ?? []);
  const found = new Map<string, Content>();
  for (const collection of COLLECTIONS) {
    const ids = refs.filter((ref) => ref.collection === collection).map((ref) => ref.id);
    for (const chunk of inChunks(ids, 200))
      for (const content of await loadWhere(payload, collection, { id: { in: [...chunk] } }))
        found.set(contentKey(content.ref), content);
  }
  return found;
};

/** Contents matching a condition, in no particular order; shared with the public lists. */
export const loadWhere = async (
  payload: Payload,
  collection: ContentCollection,
  where: Where,
  limit = 0,
): Promise<readonly Content[]> => {
  const { docs } = await payload.find({
    collection,
    where,
    limit,
    pagination: false,
    sort: ['publishedAt', 'slug'],
    depth: 0,
    draft: false,
    trash: true,
    locale: 'all',
    overrideAccess: true,
    select: { ...HEAVY },
  });
  const rows = docs as unknown as readonly ContentRow[];
  const related = await loadRelated(payload, rows);
  return rows.flatMap((row) => readContent(collection, row, related) ?? []);
};

const COLLECTIONS = ['events', 'news-items'] as const satisfies readonly ContentCollection[];

/** What no rule and no message needs. */
const HEAVY = {
  description: false,
  text: false,
  problem: false,
  actors: false,
  evidence: false,
  transferability: false,
  contact: false,
  attachments: false,
} as const;

const writePlannedFor = async (
  payload: Payload,
  { collection, id }: ContentRef,
  plannedFor: string,
  conditions: readonly Where[],
): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, ...conditions] };
  // Null leaves the date alone that editors see as the last change.
  const data = { plannedFor, updatedAt: null };
  const row: unknown = await payload.db.updateOne({ collection, where, data, options: { atomic: true } });
  return Boolean(row);
};

const isBehindWhere = (basis: string, now: Instant): Where => ({
  and: [
    { publishedAt: { exists: true } },
    {
      or: [
        { plannedFor: { exists: false } },
        { plannedFor: { equals: '' } },
        { and: [{ plannedFor: { not_equals: basis } }, { planUntil: { greater_than: toIso(now) } }] },
      ],
    },
  ],
});

const byPublication = (a: Content, b: Content): number =>
  compareInstants(a.publishedAt, b.publishedAt) || (a.slug < b.slug ? -1 : 1);

/** What documents only name. */
export const loadRelated = async (payload: Payload, rows: readonly ContentRow[]): Promise<Related> => ({
  topics: rows.some((row) => row.topics?.length) ? await loadTopics(payload) : new Map(),
  pictures: await loadPictures(
    payload,
    rows.map((row) => idOf(row.picture)),
  ),
  logos: await loadPictures(
    payload,
    rows.map((row) => idOf(row.funding?.logo)),
    { whole: true },
  ),
});

const loadTopics = async (payload: Payload): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await payload.find({ collection: 'topics', depth: 0, limit: 0, pagination: false, select: { slug: true } });
  return new Map(docs.map((row) => [row.id, row.slug]));
};
