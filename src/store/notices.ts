import type { Payload } from 'payload';
import type { OrganisationId } from '#domain/organisation';
import type { Instant } from '#domain/time';
import { fromIso, toIso } from './instants';
import { compareAndSet, findRow, findRows, inChunks, insertOnce, type Row } from './rows';

export type NoticeKind = Row<'notices'>['kind'];
export type NoticeStatus = Row<'notices'>['status'];

/** A mail to one editor about one ledger row (UI: Benachrichtigung). */
export type Notice = {
  readonly id: string;
  /** Unique; of an approval it names row, version and person. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly userId: string;
  readonly deliveryId: string;
  readonly status: NoticeStatus;
  readonly acceptedAt?: Instant | undefined;
};

/** What a notice is raised with. */
export type NoticeOpening = Pick<Notice, 'key' | 'kind' | 'userId' | 'deliveryId'> & {
  readonly organisation?: OrganisationId | undefined;
};

/** The key of a request for approval: one per row, version and person. */
export const approvalKey = (row: { readonly id: string; readonly fingerprint: string }, userId: string): string =>
  ['approval', row.id, row.fingerprint, userId].join('/');

/** Raises a notice; false when it was raised before. */
export const addNotice = async (payload: Payload, opening: NoticeOpening): Promise<boolean> =>
  (await insertOnce(payload, 'notices', {
    key: opening.key,
    kind: opening.kind,
    user: opening.userId,
    organisation: opening.organisation ?? null,
    delivery: opening.deliveryId,
    status: 'due',
  })) !== undefined;

/** Notices about the given rows. */
export const noticesAbout = async (payload: Payload, deliveryIds: readonly string[]): Promise<readonly Notice[]> => {
  const found: Notice[] = [];
  for (const chunk of inChunks(deliveryIds, 500))
    found.push(...(await findRows(payload, 'notices', { delivery: { in: [...chunk] } })).map(readNotice));
  return found;
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
