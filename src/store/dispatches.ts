import type { Payload, Where } from 'payload';
import type { Dispatch, DispatchKind, DispatchStatus } from '#domain/dispatch';
import { type Instant, isBefore, toIso } from '#domain/time';
import { fromIso, fromIsoRequired } from './instants';
import { compareAndSet, findRow, findRows, inChunks, insertOnce, isUnset, type Row, type RowData } from './rows';

/** What a dispatch is opened with; the same key gives the same dispatch. */
export type DispatchOpening = {
  readonly key: string;
  readonly kind: DispatchKind;
  /** Id of the delivery, edition, notice or sign-up. */
  readonly subject: string;
  readonly channelId?: string | undefined;
  readonly notBefore: Instant;
  readonly recipientIds?: readonly string[] | undefined;
  readonly segment?: string | undefined;
};

/** The dispatch of this key, opened as due when there is none yet. */
export const openDispatch = async (payload: Payload, opening: DispatchOpening): Promise<Dispatch> => {
  const opened = await insertDispatch(payload, opening);
  if (opened) return opened;
  const row = await findRow(payload, 'dispatches', { key: { equals: opening.key } });
  if (!row) throw new Error('a dispatch vanished between two reads');
  return readDispatch(row);
};

/** Opens a dispatch as due; undefined when its key stands already. */
export const insertDispatch = async (payload: Payload, opening: DispatchOpening): Promise<Dispatch | undefined> => {
  const row = await insertOnce(payload, 'dispatches', {
    key: opening.key,
    kind: opening.kind,
    subject: opening.subject,
    channel: opening.channelId ?? null,
    status: 'due',
    attempt: 0,
    notBefore: toIso(opening.notBefore),
    recipientIds: opening.recipientIds ? [...opening.recipientIds] : null,
    segment: opening.segment ?? null,
  });
  return row && readDispatch(row);
};

/** Dispatches of a kind that are due, earliest first; without their people. */
export const dueDispatches = async (
  payload: Payload,
  kind: DispatchKind,
  now: Instant,
  limit: number,
): Promise<readonly Dispatch[]> =>
  (
    await findRows(
      payload,
      'dispatches',
      { and: [{ status: { equals: 'due' } }, { kind: { equals: kind } }, { notBefore: { less_than_equal: toIso(now) } }] },
      { sort: 'notBefore', limit, without: 'recipientIds' },
    )
  ).map(readDispatch);

/** All dispatches of a kind in a status; only where these are few. */
export const dispatchesIn = async (
  payload: Payload,
  kind: DispatchKind,
  status: DispatchStatus,
): Promise<readonly Dispatch[]> => {
  const where: Where = { and: [{ status: { equals: status } }, { kind: { equals: kind } }] };
  return (await findRows(payload, 'dispatches', where, { without: 'recipientIds' })).map(readDispatch);
};

/** The dispatches of a kind by what they are about; editions have several. */
export const dispatchesOf = async (
  payload: Payload,
  kind: DispatchKind,
  subjects: readonly string[],
): Promise<readonly Dispatch[]> => {
  const found: Dispatch[] = [];
  for (const chunk of inChunks(subjects, 500)) {
    const where: Where = { and: [{ kind: { equals: kind } }, { subject: { in: [...chunk] } }] };
    found.push(...(await findRows(payload, 'dispatches', where, { sort: 'key' })).map(readDispatch));
  }
  return found;
};

/** The batches of an edition without their people, of whom there may be a hundred thousand; `like`: only those of its segment. */
export const batchesOf = async (
  payload: Payload,
  edition: string,
  like?: Pick<Dispatch, 'segment'>,
): Promise<readonly Dispatch[]> => {
  const isLike = like && (like.segment === undefined ? isUnset('segment') : { segment: { equals: like.segment } });
  const where: Where[] = [{ kind: { equals: 'edition' } }, { subject: { equals: edition } }, ...(isLike ? [isLike] : [])];
  return (await findRows(payload, 'dispatches', { and: where }, { sort: 'key', without: 'recipientIds' })).map(readDispatch);
};

/** Batches that were refused, given up or have an unknown fate: of one edition, or of all that were tried after `of`. */
export const lostBatches = async (payload: Payload, of: string | Instant): Promise<readonly Dispatch[]> => {
  const which: Where = typeof of === 'string' ? { subject: { equals: of } } : { notBefore: { greater_than: toIso(of) } };
  const where: Where = { and: [{ kind: { equals: 'edition' } }, { status: { in: ['failed', 'unconfirmed'] } }, which] };
  return (await findRows(payload, 'dispatches', where)).map(readDispatch);
};

/** Lets the due batches of an edition wait until then; one that somebody has in hand meanwhile stays as it is. */
export const holdBatches = async (payload: Payload, edition: string, until: Instant): Promise<void> => {
  for (const dispatch of await batchesOf(payload, edition))
    if (dispatch.status === 'due' && isBefore(dispatch.notBefore, until))
      await moveDispatch(payload, dispatch, ['due'], 'due', { notBefore: until });
};

/** One dispatch by its key. */
export const findDispatch = async (payload: Payload, key: string): Promise<Dispatch | undefined> => {
  const row = await findRow(payload, 'dispatches', { key: { equals: key } });
  return row && readDispatch(row);
};

/** One dispatch by its id. */
export const loadDispatch = async (payload: Payload, id: string): Promise<Dispatch | undefined> => {
  const row = await findRow(payload, 'dispatches', { id: { equals: id } });
  return row && readDispatch(row);
};

/**
 * Dispatches whose attempt may know more than they do: somebody has them in hand, or had when a process died (their last step is
 * always the status), or nobody knew what became of them. Without their people.
 */
export const unsettledDispatches = async (payload: Payload): Promise<readonly Dispatch[]> => {
  const where: Where = { status: { in: ['sending', 'unconfirmed'] } };
  return (await findRows(payload, 'dispatches', where, { without: 'recipientIds' })).map(readDispatch);
};

/** Dispatches by their ids; those that are gone are left out. */
export const loadDispatches = async (payload: Payload, ids: readonly string[]): Promise<readonly Dispatch[]> => {
  const found: Dispatch[] = [];
  for (const chunk of inChunks(ids, 500))
    found.push(...(await findRows(payload, 'dispatches', { id: { in: [...chunk] } })).map(readDispatch));
  return found;
};

/**
 * Moves a dispatch whose attempt is still `attempt` from one of `from`; undefined when somebody was quicker. One that was stopped
 * while somebody had it in hand never becomes due again, but cancelled.
 * Always the last step of settling: until then the dispatch says that something is left to do.
 */
export const moveDispatch = async (
  payload: Payload,
  dispatch: Pick<Dispatch, 'id' | 'attempt'>,
  from: readonly DispatchStatus[],
  to: DispatchStatus,
  set: DispatchSet = {},
): Promise<Dispatch | undefined> => {
  const expected: Where[] = [{ status: { in: [...from] } }, { attempt: { equals: dispatch.attempt } }];
  const move = (status: DispatchStatus, ...conditions: readonly Where[]) =>
    compareAndSet(payload, 'dispatches', dispatch.id, [...expected, ...conditions], { status, ...dataOf(set) });
  const row =
    to === 'due'
      ? ((await move('due', isUnset('stoppedAt'))) ?? (await move('cancelled', { stoppedAt: { exists: true } })))
      : await move(to);
  return row && readDispatch(row);
};

/** Makes one due again that had come to an end, from `at` on; undefined when somebody was quicker. */
export const reopenDispatch = (
  payload: Payload,
  dispatch: Dispatch,
  ended: readonly DispatchStatus[],
  at: Instant,
): Promise<Dispatch | undefined> => moveDispatch(payload, dispatch, ended, 'due', { notBefore: at, reopenedAt: at });

/**
 * Stops a dispatch for good: at once where nobody has it in hand, else when it comes back without having left. True when it certainly
 * does not leave.
 */
export const stopDispatch = async (payload: Payload, id: string, now: Instant): Promise<boolean> => {
  for (;;) {
    const dispatch = await loadDispatch(payload, id);
    if (dispatch?.status === 'due') {
      if (await moveDispatch(payload, dispatch, ['due'], 'cancelled')) return true;
    } else if (dispatch?.status === 'sending' || dispatch?.status === 'unconfirmed') {
      if (await moveDispatch(payload, dispatch, [dispatch.status], dispatch.status, { stoppedAt: now })) return false;
    } else return false;
  }
};

/** What changes with the status of a dispatch. */
type DispatchSet = {
  readonly attempt?: number;
  readonly notBefore?: Instant | undefined;
  readonly rows?: readonly string[] | undefined;
  readonly reopenedAt?: Instant;
  readonly stoppedAt?: Instant;
};

const dataOf = ({ attempt, notBefore, rows, reopenedAt, stoppedAt }: DispatchSet): RowData<'dispatches'> => ({
  ...(attempt === undefined ? {} : { attempt }),
  ...(notBefore ? { notBefore: toIso(notBefore) } : {}),
  ...(rows ? { rows: [...rows] } : {}),
  ...(reopenedAt ? { reopenedAt: toIso(reopenedAt) } : {}),
  ...(stoppedAt ? { stoppedAt: toIso(stoppedAt) } : {}),
});

const readDispatch = (row: Row<'dispatches'>): Dispatch => ({
  id: row.id,
  key: row.key,
  kind: row.kind as Dispatch['kind'],
  subject: row.subject,
  channelId: row.channel ?? undefined,
  status: row.status as Dispatch['status'],
  attempt: row.attempt,
  notBefore: fromIsoRequired(row.notBefore, 'notBefore'),
  reopenedAt: fromIso(row.reopenedAt),
  recipientIds: Array.isArray(row.recipientIds) ? row.recipientIds.map(String) : undefined,
  segment: row.segment ?? undefined,
  rows: Array.isArray(row.rows) ? row.rows.map(String) : undefined,
});
