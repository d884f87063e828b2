import type { Payload } from 'payload';
import { type Content, type ContentCollection, contentKey, type LocalText } from '#domain/content';
import { type AllLocales, readText } from './localised';
import type { Event as EventRow } from './payload-types';
import { idOf, pathOf } from './pictures';
import { htmlOf } from './rich-html';
import { inChunks } from './rows';

/** What is told of a good practice beside its text, in reading order. */
export type PracticePart = 'problem' | 'actors' | 'evidence' | 'transferability';
const PRACTICE_PARTS = ['problem', 'actors', 'evidence', 'transferability'] as const satisfies readonly PracticePart[];

/** What pages and feeds show of a content and no rule needs. */
export type EntryDetails = {
  /** The long text as HTML, as editors wrote it: clean it before showing it. */
  readonly html?: LocalText | undefined;
  /** The parts of a good practice in German, those that were filled in. */
  readonly practice?: readonly { readonly part: PracticePart; readonly text: string }[] | undefined;
  /** Size of the picture's file. */
  readonly pictureBytes?: number | undefined;
  /** Who answers questions; only where the editor wants it shown. */
  readonly contact?: Contact | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
};

/** A person with a name, an address or a number; one of them at least. */
export type Contact = {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
};

/** A PDF file; `path` is below PUBLIC_URL and begins with a slash. */
export type Attachment = { readonly title: string; readonly path: string; readonly bytes: number };

/** The details of contents by their keys. */
export const loadDetails = async (payload: Payload, contents: readonly Content[]): Promise<ReadonlyMap<string, EntryDetails>> => {
  const found = new Map<string, EntryDetails>();
  for (const collection of ['events', 'news-items'] as const) {
    const ids = contents.filter(({ ref }) => ref.collection === collection).map(({ ref }) => ref.id);
    for (const chunk of inChunks(ids, 200)) {
      const rows = await loadLongRows(payload, collection, chunk);
      const bytes = await loadBytes(payload, rows);
      const files = await loadFiles(payload, rows);
      for (const row of rows)
        found.set(contentKey({ collection, id: row.id }), {
          html: htmlOf(row.description ?? row.text),
          practice: practiceOf(row),
          pictureBytes: bytes.get(idOf(row.picture) ?? ''),
          contact: contactOf(row),
          attachments: (row.attachments ?? []).flatMap((file) => files.get(idOf(file) ?? '') ?? []),
        });
    }
  }
  return found;
};

type LongRow = Pick<EventRow, 'id' | 'picture' | 'contact' | 'attachments'> & {
  readonly description?: Parameters<typeof htmlOf>[0];
  readonly text?: Parameters<typeof htmlOf>[0];
} & { readonly [part in PracticePart]?: AllLocales };

const loadLongRows = async (
  payload: Payload,
  collection: ContentCollection,
  ids: readonly string[],
): Promise<readonly LongRow[]> => {
  const found = await payload.find({
    ...ALL,
    collection,
    where: { id: { in: [...ids] } },
    locale: 'all',
    draft: false,
    trash: true,
    select: {
      ...{ description: true, text: true, picture: true, problem: true, actors: true, evidence: true, transferability: true },
      ...{ contact: true, attachments: true },
    },
  });
  return found.docs as unknown as readonly LongRow[];
};

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: true } as const;

const practiceOf = (row: LongRow): EntryDetails['practice'] =>
  PRACTICE_PARTS.flatMap((part) => {
    const text = readText(row[part])?.de;
    return text ? [{ part, text }] : [];
  });

const contactOf = ({ contact }: LongRow): Contact | undefined => {
  if (!contact?.isPublic || !(contact.name || contact.email || contact.phone)) return undefined;
  return { name: contact.name || undefined, email: contact.email || undefined, phone: contact.phone || undefined };
};

const loadBytes = async (payload: Payload, rows: readonly LongRow[]): Promise<ReadonlyMap<string, number>> => {
  const ids = new Set(rows.flatMap((row) => idOf(row.picture) ?? []));
  const { docs } = await payload.find({ ...ALL, collection: 'media', where: { id: { in: [...ids] } } });
  return new Map(docs.map((row) => [row.id, row.sizes?.card?.filesize ?? row.filesize ?? 0]));
};

const loadFiles = async (payload: Payload, rows: readonly LongRow[]): Promise<ReadonlyMap<string, Attachment>> => {
  const ids = new Set(rows.flatMap((row) => (row.attachments ?? []).flatMap((file) => idOf(file) ?? [])));
  if (ids.size === 0) return new Map();
  const { docs } = await payload.find({ ...ALL, collection: 'documents', where: { id: { in: [...ids] } } });
  return new Map(
    docs.flatMap(({ id, title, url, filesize }) => (url ? [[id, { title, path: pathOf(url), bytes: filesize ?? 0 }]] : [])),
  );
};
