import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html';
import type { Payload } from 'payload';
import { type Content, type ContentCollection, contentKey, type LocalText } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';
import { type Instant, isBefore } from '#domain/time';
import { idOf } from './content-row';
import { loadWhere } from './contents';
import { fromIso } from './instants';
import { announcedRows, listPublic } from './public-contents';
import { inChunks } from './rows';

/** What is told of a good practice beside its text, in reading order. */
export type PracticePart = 'problem' | 'actors' | 'evidence' | 'transferability';
const PRACTICE_PARTS = ['problem', 'actors', 'evidence', 'transferability'] as const satisfies readonly PracticePart[];

/** A content as pages and feeds show it, with what no rule needs. */
export type PublicEntry = {
  readonly content: Content;
  /** The long text as HTML, as editors wrote it: clean it before showing it. */
  readonly html?: LocalText | undefined;
  /** The parts of a good practice in German, those that were filled in. */
  readonly practice?: readonly { readonly part: PracticePart; readonly text: string }[] | undefined;
  /** Size of the picture's file. */
  readonly pictureBytes?: number | undefined;
  /** When a feed of the asked organisation announced it; only content of others. */
  readonly since?: Instant | undefined;
};

/** The entries of the feed of all public content, or of one organisation's, as `listPublic` lists them. */
export const loadFeedEntries = async (
  payload: Payload,
  now: Instant,
  organisation?: OrganisationId,
): Promise<readonly PublicEntry[]> => {
  const contents = await listPublic(payload, now, { organisation });
  const since = organisation ? await announcedSince(payload, organisation) : new Map<string, Instant>();
  const more = await loadMore(payload, contents);
  return contents.map((content) => {
    const key = contentKey(content.ref);
    return { content, ...more.get(key), since: since.get(key) };
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
  return { content, ...(await loadMore(payload, [content])).get(contentKey(content.ref)) };
};

/** When the ledger says a feed of this organisation announced what others have to say, by content key. */
const announcedSince = async (payload: Payload, organisation: OrganisationId): Promise<ReadonlyMap<string, Instant>> => {
  const rows = await announcedRows(payload, organisation);
  const byClause = rows.filter((row) => row.becauseKind === 'clause');
  return new Map(byClause.map((row) => [row.content, fromIso(row.sentAt)] as const).filter(isTimed));
};

const isTimed = (entry: readonly [string, Instant | undefined]): entry is readonly [string, Instant] => entry[1] !== undefined;

type More = Pick<PublicEntry, 'html' | 'practice' | 'pictureBytes'>;

const loadMore = async (payload: Payload, contents: readonly Content[]): Promise<ReadonlyMap<string, More>> => {
  const found = new Map<string, More>();
  for (const collection of ['events', 'news-items'] as const) {
    const ids = contents.filter(({ ref }) => ref.collection === collection).map(({ ref }) => ref.id);
    for (const chunk of inChunks(ids, 200)) {
      const rows = await loadLongRows(payload, collection, chunk);
      const bytes = await loadBytes(
        payload,
        rows.flatMap((row) => idOf(row.picture) ?? []),
      );
      for (const row of rows)
        found.set(`${collection}/${row.id}`, {
          html: htmlOf(row),
          practice: practiceOf(row),
          pictureBytes: bytes.get(idOf(row.picture) ?? ''),
        });
    }
  }
  return found;
};

type LongText = Parameters<typeof convertLexicalToHTML>[0]['data'];
type LongRow = {
  readonly id: string;
  readonly picture?: string | { readonly id: string } | null;
  readonly description?: { readonly de?: LongText | null; readonly en?: LongText | null } | null;
  readonly text?: LongRow['description'];
} & { readonly [part in PracticePart]?: { readonly de?: string | null; readonly en?: string | null } | null };

const loadLongRows = async (
  payload: Payload,
  collection: ContentCollection,
  ids: readonly string[],
): Promise<readonly LongRow[]> => {
  const found = await payload.find({
    collection,
    where: { id: { in: [...ids] } },
    depth: 0,
    limit: 0,
    pagination: false,
    locale: 'all',
    draft: false,
    trash: true,
    overrideAccess: true,
    select: { description: true, text: true, picture: true, problem: true, actors: true, evidence: true, transferability: true },
  });
  return found.docs as unknown as readonly LongRow[];
};

const htmlOf = ({ description, text }: LongRow): LocalText | undefined => {
  const long = description ?? text;
  const de = long?.de ?? long?.en;
  if (!de) return undefined;
  return { de: toHtml(de), en: long?.en ? toHtml(long.en) : undefined };
};

const practiceOf = (row: LongRow): PublicEntry['practice'] =>
  PRACTICE_PARTS.flatMap((part) => {
    const text = row[part]?.de || row[part]?.en;
    return text ? [{ part, text }] : [];
  });

const toHtml = (data: LongText): string => convertLexicalToHTML({ data, disableContainer: true });

const loadBytes = async (payload: Payload, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const found = await payload.find({
    collection: 'media',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  });
  return new Map(found.docs.flatMap((row) => [[row.id, row.sizes?.card?.filesize ?? row.filesize ?? 0] as const]));
};
