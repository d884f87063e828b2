import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import type { ContentCollection } from '#domain/content';
import { type Marks, marksAfter, NO_MARKS } from '#domain/marks';
import { slugOf } from '#domain/slug';
import { instant } from '#domain/time';
import { now } from '#runtime/clock';
import { type ContentDoc, contentCollectionOf, isLive, OUT, readLedger, readMainRow } from './content-doc';
import { savesDraft } from './draft-context';
import { germanTexts } from './german';

/**
 * Marks what takes effect (publish, change of the published, unpublish, trash, restore) so that the planning job sees it, gives
 * the first publication its address and notes the previous date when readers were told another one. Drafts change no mark:
 * they get those of the published row, because the snapshot a client edits may be stale.
 */
export const markContent: CollectionBeforeChangeHook<ContentDoc> = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const kind = contentCollectionOf(collection.slug);
  const main = operation === 'update' && originalDoc ? await readMainRow(req, kind, originalDoc.id) : undefined;
  const marks = main ? marksOf(main) : NO_MARKS;
  if (savesDraft(context, data)) return marked(data, marks);
  const after = { ...data, ...(main ? await moveDates(req, kind, main, data) : {}) };
  const next = marksAfter({ marks, facts: main ?? {} }, after, { now: now(), publishes: isLive(data) });
  if (next.slug || !next.publishedAt) return marked(after, next);
  const { title } = await germanTexts(req, kind, originalDoc?.id, data);
  return marked(after, { ...next, slug: await freeSlug(req, kind, title ?? '') });
};

/** No address is undefined, never null: MongoDB's unique index would count nulls. */
const marked = (data: Partial<ContentDoc>, { slug, ...marks }: Marks) => ({ ...data, ...marks, slug: slug ?? undefined });

const marksOf = (row: ContentDoc): Marks => ({
  slug: row.slug ?? null,
  publishedAt: row.publishedAt ?? null,
  changedAt: row.changedAt ?? null,
  planRevision: row.planRevision ?? 0,
  plannedFor: row.plannedFor ?? '',
  planUntil: row.planUntil ?? null,
  sequence: row.sequence ?? 0,
});

/** Status and previous date of an event whose start changed after somebody was told, or that its editor calls moved. */
const moveDates = async (
  req: PayloadRequest,
  collection: ContentCollection,
  main: ContentDoc,
  data: Partial<ContentDoc>,
): Promise<Pick<ContentDoc, 'status' | 'previousStartsAt'>> => {
  const isOpen = !data.status || data.status === 'planned' || data.status === 'moved';
  const isChanged = main.publishedAt && main.startsAt && data.startsAt && !isSameMoment(main.startsAt, data.startsAt);
  const isSaidByEditor = data.previousStartsAt && !isSameMoment(data.previousStartsAt, main.previousStartsAt);
  if (!isOpen || !isChanged || isSaidByEditor) return {};
  const told = (await readLedger(req, collection, main.id)).filter(({ status }) => OUT.includes(status));
  if (told.length === 0 && data.status !== 'moved') return {};
  // Whoever was not told of the last move still has the date before it in mind.
  const knowLast = main.status !== 'moved' || told.some(({ sequence }) => sequence >= (main.sequence ?? 0));
  const previousStartsAt = knowLast ? main.startsAt : (main.previousStartsAt ?? main.startsAt);
  if (isSameMoment(previousStartsAt, data.startsAt)) return { status: 'planned', previousStartsAt: null };
  return { status: 'moved', previousStartsAt };
};

const isSameMoment = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b) && instant(a ?? '').equals(instant(b ?? ''));

/** The address of a content: its German title, numbered when taken. */
const freeSlug = async (req: PayloadRequest, collection: ContentCollection, title: string): Promise<string> => {
  const base = slugOf(title) || (collection === 'events' ? 'veranstaltung' : 'meldung');
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await req.payload.db.findOne({ collection, req, where: { slug: { equals: slug } } }))) return slug;
  }
};
