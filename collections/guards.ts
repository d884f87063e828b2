import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionSlug, PayloadRequest, Where } from 'payload';
import { COLLECTIONS } from '#i18n/admin';
import { viewerOf } from './access';
import { type ContentDoc, contentCollectionOf, readMainRow } from './content-doc';
import { savesDraft } from './draft-context';
import { languageOf, refused } from './refuse';

/** Keeps authors (Erfassung) from publishing and from changing what is published, whatever the client sends. */
export const guardAuthors: CollectionBeforeChangeHook<ContentDoc> = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (viewerOf(req.user)?.role !== 'author' || savesDraft(context, data)) return data;
  if (data._status === 'published') throw refused(req, 'authorPublishes');
  const main =
    operation === 'update' && originalDoc && (await readMainRow(req, contentCollectionOf(collection.slug), originalDoc.id));
  if (main && main._status === 'published') throw refused(req, 'authorPublishes');
  return data;
};

/** What was ever published stays: its address is nobody else's, and the ledger tells of it. */
export const keepWhatWasPublished: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const main = await readMainRow(req, contentCollectionOf(collection.slug), String(id));
  if (main?.publishedAt) throw refused(req, 'wasPublished', {}, 409);
};

/** Where documents of a collection may be in use; the id goes into the query. */
export type Uses = readonly {
  readonly collection: CollectionSlug;
  readonly words: keyof typeof COLLECTIONS;
  readonly where: (id: string) => Where;
  /** The same for its versions, of which one may be a draft over what is published. */
  readonly inVersions?: (id: string) => Where;
}[];

/** Refuses to delete what others rest on and says in words what that is (all but `inUse`: and what to do instead). */
export const keepWhatIsUsed =
  (uses: Uses, code: 'inUse' | 'hasHistory' | 'channelInUse' = 'inUse'): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const counts = await Promise.all(uses.map((use) => countUses(req, use, String(id))));
    const found = counts.filter((text) => text !== undefined);
    if (found.length > 0) throw refused(req, code, { what: found.join(', ') }, 409);
  };

const countUses = async (
  req: PayloadRequest,
  { collection, words, where, inVersions }: Uses[number],
  id: string,
): Promise<string | undefined> => {
  const inMain = (await req.payload.count({ collection, where: where(id), trash: true })).totalDocs;
  const totalDocs = Math.max(inMain, inVersions ? await countParents(req, collection, inVersions(id)) : 0);
  if (totalDocs === 0) return undefined;
  return `${totalDocs} ${COLLECTIONS[words][totalDocs === 1 ? 'singular' : 'plural'][languageOf(req)]}`;
};

/** Documents of which a version matches. */
const countParents = async (req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<number> => {
  const options = { collection, where, pagination: false, limit: 0, trash: true, depth: 0, select: { parent: true } } as const;
  const { docs } = await req.payload.findVersions(options);
  return new Set(docs.map(({ parent }) => parent)).size;
};
