import type { Payload, Where } from 'payload';
import {
  canMove,
  type Delivery,
  type DeliveryChange,
  type DeliveryStatus,
  type PlannedDelivery,
  UNSENT_STATUSES,
} from '#domain/delivery';
import { type Instant, toIso } from '#domain/time';
import {
  asRead,
  type DeliveryNames,
  type DeliverySet,
  type LedgerRow,
  namesData,
  plannedData,
  readDelivery,
  setData,
} from './delivery-row';
import { fromIsoRequired } from './instants';
import { compareAndSet, findFields, findRow, findRows, inChunks, insertOnce, isUnset } from './rows';

/** All rows of the given contents (by content key), whatever their status. */
export const loadDeliveries = async (
  payload: Payload,
  contents: readonly string[],
): Promise<ReadonlyMap<string, LedgerRow[]>> => {
  const byContent = new Map<string, LedgerRow[]>(contents.map((key) => [key, []]));
  for (const chunk of inChunks(contents, 500))
    for (const row of await findRows(payload, 'deliveries', { content: { in: [...chunk] } }))
      byContent.get(row.content)?.push(readDelivery(row));
  return byContent;
};

/** One row by its id. */
export const loadDelivery = async (payload: Payload, id: string): Promise<LedgerRow | undefined> => {
  const row = await findRow(payload, 'deliveries', { id: { equals: id } });
  return row && readDelivery(row);
};

/** Rows by their ids; those that are gone are left out. */
export const loadDeliveriesById = async (payload: Payload, ids: readonly string[]): Promise<readonly LedgerRow[]> => {
  const found: LedgerRow[] = [];
  for (const chunk of inChunks(ids, 500))
    found.push(...(await findRows(payload, 'deliveries', { id: { in: [...chunk] } })).map(readDelivery));
  return found;
};

/** Adds a planned row with the names people read; false when its key stands already. */
export const addDelivery = async (payload: Payload, planned: PlannedDelivery, names: DeliveryNames): Promise<boolean> =>
  (await insertOnce(payload, 'deliveries', plannedData(planned, names))) !== undefined;

/**
 * Moves a row along an arrow; undefined when it is not in `from` any more or misses a further condition: nothing changed
 * then. Throws RangeError on an arrow that does not exist.
 */
export const moveDelivery = async (
  payload: Payload,
  id: string,
  from: DeliveryStatus,
  to: DeliveryStatus,
  set: DeliverySet = {},
  conditions: readonly Where[] = [],
): Promise<LedgerRow | undefined> => {
  if (!canMove(from, to)) throw noArrow(from, to);
  const expected = [{ status: { equals: from } }, ...conditions];
  const row = await compareAndSet(payload, 'deliveries', id, expected, { ...setData(set), status: to });
  return row && readDelivery(row);
};

const noArrow = (from: DeliveryStatus, to: DeliveryStatus): RangeError => new RangeError(`no arrow from ${from} to ${to}`);

/** Sets fields of a row that stays in its status; undefined when it has left it: nothing changed then. */
export const changeRow = async (
  payload: Payload,
  id: string,
  expected: DeliveryStatus,
  set: DeliverySet,
  conditions: readonly Where[] = [],
): Promise<LedgerRow | undefined> => {
  const row = await compareAndSet(payload, 'deliveries', id, [{ status: { equals: expected } }, ...conditions], setData(set));
  return row && readDelivery(row);
};

/**
 * What planning decided about an existing row, with the names people read now, if the row still is as planning read it; false
 * when somebody was quicker. Throws RangeError on an arrow that does not exist.
 */
export const applyChange = async (
  payload: Payload,
  delivery: Delivery,
  to: DeliveryStatus,
  set: DeliveryChange,
  names: DeliveryNames,
): Promise<boolean> => {
  if (to !== delivery.status && !canMove(delivery.status, to)) throw noArrow(delivery.status, to);
  const data = { ...setData(set), ...namesData(names), status: to };
  return (await compareAndSet(payload, 'deliveries', delivery.id, asRead(delivery), data)) !== undefined;
};

/** Rows in a status, earliest due first. */
export const deliveriesIn = async (
  payload: Payload,
  status: DeliveryStatus,
  ...more: readonly Where[]
): Promise<readonly LedgerRow[]> =>
  (await findRows(payload, 'deliveries', { and: [{ status: { equals: status } }, ...more] }, { sort: 'dueAt' })).map(
    readDelivery,
  );

/** A row that waits for its turn on a channel. */
export type ReadyPost = Pick<Delivery, 'id' | 'purpose' | 'dueAt' | 'latestAt'>;

/** Rows that are ready and due on a channel, earliest due first; at most `limit`. */
export const readyPosts = async (
  payload: Payload,
  channelId: string,
  now: Instant,
  limit: number,
): Promise<readonly ReadyPost[]> => {
  const where: Where = {
    and: [{ status: { equals: 'ready' } }, { dueAt: { less_than_equal: toIso(now) } }, { channel: { equals: channelId } }],
  };
  const found = await findFields(payload, 'deliveries', where, ['purpose', 'dueAt', 'latestAt'], { sort: 'dueAt', limit });
  return found.map(({ id, purpose, dueAt, latestAt }) => ({
    ...{ id, purpose: purpose as Delivery['purpose'] },
    ...{ dueAt: fromIsoRequired(dueAt, 'dueAt'), latestAt: fromIsoRequired(latestAt, 'latestAt') },
  }));
};

/** Rows that are ready for a newsletter's slot and in no edition yet. */
export const readyForEdition = async (payload: Payload, channelId: string, slotAt: Instant): Promise<readonly LedgerRow[]> =>
  deliveriesIn(
    payload,
    'ready',
    { channel: { equals: channelId } },
    { dueAt: { less_than_equal: toIso(slotAt) } },
    isUnset('editionId'),
  );

/** True when a channel has a row that has not left, belongs to no edition yet and is due by `until`. */
export const isAnyUnsentDue = async (payload: Payload, channelId: string, until: Instant): Promise<boolean> => {
  const where: Where = {
    and: [
      { status: { in: [...UNSENT_STATUSES] } },
      { channel: { equals: channelId } },
      { dueAt: { less_than_equal: toIso(until) } },
      isUnset('editionId'),
    ],
  };
  return (await findRow(payload, 'deliveries', where)) !== undefined;
};

/** Puts a ready row into an edition; false when it is not ready any more or in one already. */
export const joinEdition = async (payload: Payload, id: string, editionId: string): Promise<boolean> =>
  (await changeRow(payload, id, 'ready', { editionId }, [isUnset('editionId')])) !== undefined;

/** Takes a ready row out of its edition, so that the next one can have it. */
export const leaveEdition = async (payload: Payload, id: string, editionId: string): Promise<boolean> =>
  (await changeRow(payload, id, 'ready', { editionId: undefined }, [{ editionId: { equals: editionId } }])) !== undefined;

/** All rows that name the edition. */
export const rowsOfEdition = async (payload: Payload, editionId: string): Promise<readonly LedgerRow[]> =>
  (await findRows(payload, 'deliveries', { editionId: { equals: editionId } }, { sort: 'key' })).map(readDelivery);
