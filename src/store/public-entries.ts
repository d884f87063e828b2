import type { Payload } from 'payload';
import { type Content, type ContentCollection, contentKey } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';
import { earliest, type Instant, isBefore, latest } from '#domain/time';
import { loadWhere } from './contents';
import { type EntryDetails, loadDetails } from './entry-details';
import { fromIso } from './instants';
import { announcedRows, listPublic, loadFeedChannels } from './public-contents';
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
  const { coolOffMinutes, pausedAt } = await loadOperations(payload);
  const since = organisation ? await announcedSince(payload, organisation) : new Map<string, Instant>();
  const openUntil = earliest(now, ...(await loadStops(payload, organisation)), ...(pausedAt ? [pausedAt] : []));
  // A reader keeps what it has seen once: what is in its time to think, or came after a stop, stands on pages only.
  const isIn = ({ ref, publishedAt, embargoUntil = publishedAt }: Content): boolean =>
    since.has(contentKey(ref)) || !isBefore(openUntil, latest(publishedAt.add({ minutes: coolOffMinutes }), embargoUntil));
  const contents = (await listPublic(payload, now, { organisation })).filter(isIn);
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

/** Since when feeds of this organisation are stopped. */
const loadStops = async (payload: Payload, organisation: OrganisationId | undefined): Promise<readonly Instant[]> => {
  const feeds = organisation ? await loadFeedChannels(payload, organisation) : [];
  return feeds.flatMap((feed) => fromIso(feed.pausedAt) ?? []);
};

/** When the ledger says a feed of this organisation announced what others have to say, by content key. */
const announcedSince = async (payload: Payload, organisation: OrganisationId): Promise<ReadonlyMap<string, Instant>> => {
  const rows = await announcedRows(payload, organisation);
  const byClause = rows.filter((row) => row.becauseKind === 'clause');
  return new Map(byClause.map((row) => [row.content, fromIso(row.sentAt)] as const).filter(isTimed));
};

const isTimed = (entry: readonly [string, Instant | undefined]): entry is readonly [string, Instant] => entry[1] !== undefined;
