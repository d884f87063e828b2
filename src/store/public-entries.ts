import type { Payload } from 'payload';
import { type Content, type ContentCollection, contentKey } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';
import { type Instant, isBefore } from '#domain/time';
import { loadWhere } from './contents';
import { type EntryDetails, loadDetails } from './entry-details';
import { fromIso } from './instants';
import { announcedRows, listPublic } from './public-contents';
import { loadOperations } from './settings';

/** A content as pages and feeds show it, with what no rule needs. */
export type PublicEntry = EntryDetails & {
  readonly content: Content;
  /** When a feed of the asked organisation announced it; only content of others. */
  readonly since?: Instant | undefined;
};

/** The entries of the feed of all public content, or of one organisation's, as `listPublic` lists them. */
export const loadFeedEntries = async (
  payload: Payload,
  now: Instant,
  organisation?: OrganisationId,
): Promise<readonly PublicEntry[]> => {
  const { coolOffMinutes } = await loadOperations(payload);
  const listed = await listPublic(payload, now, { organisation });
  // A reader keeps what it has seen once: until its time to think is over only the page shows a new content.
  const contents = listed.filter(({ publishedAt }) => !isBefore(now, publishedAt.add({ minutes: coolOffMinutes })));
  const since = organisation ? await announcedSince(payload, organisation) : new Map<string, Instant>();
  const details = await loadDetails(payload, contents);
  return contents.map((content) => {
    const key = contentKey(content.ref);
    return { content, ...details.get(key), since: since.get(key) };
  });
};

/** What stands at a page's address: published, public and past its embargo, however long ago; undefined when there is nothing. */
export const loadPublicPage = async (
  payload: Payload,
  collection: ContentCollection,
  slug: string,
  now: Instant,
): Promise<PublicEntry | undefined> => {
  const [content] = await loadWhere(payload, collection, { slug: { equals: slug } }, 1);
  if (!content?.live || content.visibility !== 'public') return undefined;
  if (content.embargoUntil && isBefore(now, content.embargoUntil)) return undefined;
  return { content, ...(await loadDetails(payload, [content])).get(contentKey(content.ref)) };
};

/** When the ledger says a feed of this organisation announced what others have to say, by content key. */
const announcedSince = async (payload: Payload, organisation: OrganisationId): Promise<ReadonlyMap<string, Instant>> => {
  const rows = await announcedRows(payload, organisation);
  const byClause = rows.filter((row) => row.becauseKind === 'clause');
  return new Map(byClause.map((row) => [row.content, fromIso(row.sentAt)] as const).filter(isTimed));
};

const isTimed = (entry: readonly [string, Instant | undefined]): entry is readonly [string, Instant] => entry[1] !== undefined;
