import type { Payload, PayloadRequest, Where } from 'payload';
import { type Instant, instant } from '#domain/time';
import { loadNames } from '#store/people';

/** Collections whose documents keep their versions. */
export type Versioned = 'events' | 'news-items' | 'agreements';

/** One version: when and by whom it was made, and what it is now; no stand where a collection knows no drafts. */
export type VersionLine = {
  readonly id: string;
  readonly at: Instant;
  readonly changedBy: string | undefined;
  readonly isAutosaved: boolean;
  readonly stand: 'currentDraft' | 'draft' | 'currentlyPublished' | 'previouslyPublished' | undefined;
};

/** A page of versions, newest first, and the names of those who made them. */
export type Versions = {
  readonly lines: readonly VersionLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly newer: number | undefined;
  readonly older: number | undefined;
};

type Asking = { readonly payload: Payload; readonly user: PayloadRequest['user']; readonly collection: Versioned };
type Page = { readonly page: number; readonly limit: number };

/** The versions of a document that this person may read; who may read them learns who made them. */
export const loadVersions = async (
  asking: Asking,
  id: string,
  { page = 1, limit = 25, isPublished }: Partial<Page> & { readonly isPublished: boolean },
): Promise<Versions> => {
  const found = await findVersions(asking, id, [], { page, limit });
  const newest = asking.collection === 'agreements' ? {} : await newestOf(asking, id, isPublished);
  const changers = found.docs.map(({ version }) => version.changedBy).filter((changer) => typeof changer === 'string');
  return {
    lines: found.docs.map((doc) => ({
      id: doc.id,
      at: instant(doc.updatedAt),
      changedBy: doc.version.changedBy ?? undefined,
      isAutosaved: 'autosave' in doc && doc.autosave === true,
      stand: standOf(doc.id, '_status' in doc.version ? doc.version._status : undefined, newest),
    })),
    names: await loadNames(asking.payload, changers),
    newer: found.prevPage ?? undefined,
    older: found.nextPage ?? undefined,
  };
};

type Newest = { readonly draft?: string | undefined; readonly published?: string | undefined };

/** The draft that would be published next, and what is published now. */
const newestOf = async (asking: Asking, id: string, isPublished: boolean): Promise<Newest> => {
  const newest = async (...conditions: Where[]) =>
    (await findVersions(asking, id, conditions, { page: 1, limit: 1 })).docs[0]?.id;
  const published = await newest({ 'version._status': { equals: 'published' } });
  const latest = await newest();
  return { draft: latest === published ? undefined : latest, published: isPublished ? published : undefined };
};

const standOf = (id: string, status: string | null | undefined, { draft, published }: Newest): VersionLine['stand'] => {
  if (status === 'draft') return id === draft ? 'currentDraft' : 'draft';
  if (status === 'published') return id === published ? 'currentlyPublished' : 'previouslyPublished';
  return undefined;
};

const findVersions = ({ payload, user, collection }: Asking, id: string, conditions: readonly Where[], { page, limit }: Page) =>
  payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, ...(collection === 'agreements' ? [] : [NO_SNAPSHOT]), ...conditions] },
    sort: '-updatedAt',
    depth: 0,
    page,
    limit,
    trash: true,
    overrideAccess: false,
    user,
  });

/** What Payload sets aside when one language is published alone: no version of its own. */
const NO_SNAPSHOT: Where = { snapshot: { not_equals: true } };
