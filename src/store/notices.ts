import type { Payload } from 'payload';
import type { DaysLeft } from '#domain/access';
import type { ChannelVia } from '#domain/channel';
import type { EndingVersion } from '#domain/interface-version';
import type { NoticeKind } from '#domain/notice';
import type { OrganisationId } from '#domain/organisation';
import { type Instant, toIso } from '#domain/time';
import { fromIso } from './instants';
import { compareAndSet, findRow, findRows, inChunks, insertOnce, type Row } from './rows';

export type NoticeStatus = Row<'notices'>['status'];

/** A mail to one editor (UI: Benachrichtigung). */
export type Notice = {
  readonly id: string;
  /** Unique; kind, what it is about, its occasion and person, joined by slashes. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly userId: string;
  /** The ledger row it is about; empty where it is about none. */
  readonly deliveryId: string;
  readonly status: NoticeStatus;
  readonly acceptedAt?: Instant | undefined;
};

/** What a notice is raised with. */
export type NoticeOpening = Pick<Notice, 'key' | 'kind' | 'userId'> & {
  readonly deliveryId?: string | undefined;
  readonly organisation?: OrganisationId | undefined;
};

/** The key of a notice: once per kind, thing, occasion and person. */
export const noticeKey = (kind: NoticeKind, about: string, occasion: string, userId: string): string =>
  [kind, about, occasion, userId].join('/');

/** The key of a request for approval: one per row, version and person. */
export const approvalKey = (row: VersionedRow, userId: string): string => noticeKey('approval', row.id, row.fingerprint, userId);

/** The key of the same request to those above, where the carrier has no editor. */
export const noEditorKey = (row: VersionedRow, userId: string): string => noticeKey('no-editor', row.id, row.fingerprint, userId);

/** The key of a notice about a publication that failed, by its id in Payload's queue. */
export const unpublishedKey = (publicationId: string, userId: string): string =>
  noticeKey('unpublished', publicationId, '', userId);

/** The key of a notice about an edition, by its id. */
export const editionKey = (kind: 'edition-ready' | 'edition-test', editionId: string, occasion: string, userId: string): string =>
  noticeKey(kind, editionId, occasion, userId);

/** The key of a notice that a channel stopped by itself then. */
export const stopKey = (channelId: string, stoppedAt: Instant, userId: string): string =>
  noticeKey('channel-stopped', channelId, toIso(stoppedAt), userId);

/** The key of a notice that the access of a channel ends, so many days ahead. */
export const accessKey = (
  channelId: string,
  { until, days }: { readonly until: Instant; readonly days: DaysLeft },
  userId: string,
): string => noticeKey('access-ends', channelId, `${toIso(until)}-${days}`, userId);

/** The key of a notice that the version of a network's interface ends, so many days ahead. */
export const versionKey = (via: ChannelVia, { until, days }: EndingVersion, userId: string): string =>
  noticeKey('version-ends', via, `${toIso(until)}-${days}`, userId);

/** The key of a person's digest of a Berlin day. */
export const digestKey = (day: string, userId: string): string => ['digest', day, userId].join('/');

/** What a notice is about, as its key says. */
export const subjectOf = ({ key }: Notice): string => key.split('/')[1] ?? '';

/** The occasion of a notice, as its key says. */
export const occasionOf = ({ key }: Notice): string => key.split('/')[2] ?? '';

type VersionedRow = { readonly id: string; readonly fingerprint: string };

/** Raises a notice; false when it was raised before. */
export const addNotice = async (payload: Payload, opening: NoticeOpening): Promise<boolean> =>
  (await insertOnce(payload, 'notices', {
    key: opening.key,
    kind: opening.kind,
    user: opening.userId,
    organisation: opening.organisation ?? null,
    delivery: opening.deliveryId ?? null,
    status: 'due',
  })) !== undefined;

/** The notices that stand, by their keys. */
export const noticesByKey = async (payload: Payload, keys: readonly string[]): Promise<ReadonlyMap<string, Notice>> => {
  const found = new Map<string, Notice>();
  for (const chunk of inChunks(keys, 500))
    for (const row of await findRows(payload, 'notices', { key: { in: [...chunk] } })) found.set(row.key, readNotice(row));
  return found;
};

/** Ids of those rows about which a request to an editor of the carrier is under way or arrived, in their present version. */
export const beingAsked = async (payload: Payload, rows: readonly VersionedRow[]): Promise<ReadonlySet<string>> => {
  const keys: string[] = [];
  for (const chunk of inChunks(rows, 500)) {
    const about = { delivery: { in: chunk.map(({ id }) => id) } };
    const where = { and: [{ kind: { equals: 'approval' } }, { status: { in: ['due', 'accepted'] } }, about] };
    keys.push(...(await findRows(payload, 'notices', where)).map(({ key }) => key));
  }
  // The key ends with the person.
  const asked = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/') + 1)));
  return new Set(rows.filter((row) => asked.has(approvalKey(row, ''))).map(({ id }) => id));
};

/** Notices that nobody has been handed yet. */
export const dueNotices = async (payload: Payload): Promise<readonly Notice[]> =>
  (await findRows(payload, 'notices', { status: { equals: 'due' } })).map(readNotice);

/** One notice by its id. */
export const loadNotice = async (payload: Payload, id: string): Promise<Notice | undefined> => {
  const row = await findRow(payload, 'notices', { id: { equals: id } });
  return row && readNotice(row);
};

/** Writes down what became of a notice; false when that stands already. A late acceptance replaces a failure. */
export const finishNotice = async (payload: Payload, id: string, to: 'accepted' | 'failed', now: Instant): Promise<boolean> => {
  const from = to === 'accepted' ? ['due', 'failed'] : ['due'];
  const data = { status: to, ...(to === 'accepted' ? { acceptedAt: toIso(now) } : {}) };
  return (await compareAndSet(payload, 'notices', id, [{ status: { in: from } }], data)) !== undefined;
};

const readNotice = (row: Row<'notices'>): Notice => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  userId: row.user ?? '',
  deliveryId: row.delivery ?? '',
  status: row.status,
  acceptedAt: fromIso(row.acceptedAt),
});
