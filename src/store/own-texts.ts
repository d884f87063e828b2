import type { Payload, Where } from 'payload';
import type { Delivery } from '#domain/delivery';
import type { OrganisationId } from '#domain/organisation';
import { isOwnTextLost } from '#domain/own-text';
import { triesOf } from './attempts';
import { readDelivery } from './delivery-row';
import { dispatchesOf } from './dispatches';
import { loadEditions } from './editions';
import { findRows } from './rows';

/** Ids of the rows whose own text fell away and that nobody has worded anew yet; of one carrier, or of all. */
export const rowsWithLostText = async (payload: Payload, carrier?: OrganisationId): Promise<readonly string[]> => {
  const where: Where[] = [
    { ownTextStale: { equals: true } },
    { status: { in: ['planned', 'ready'] } },
    { approval: { equals: 'automatic' } },
    ...(carrier === undefined ? [] : [{ carrier: { equals: carrier } }]),
  ];
  const stale = await findRows(payload, 'deliveries', { and: where });
  return (await notReworded(payload, stale.map(readDelivery))).map(({ id }) => id);
};

/** True when a row leaves without the text its carrier wrote. */
export const hasLostText = async (payload: Payload, row: Delivery): Promise<boolean> =>
  isOwnTextLost(row) && (await notReworded(payload, [row])).length > 0;

/** An entry of an edition is worded anew there. */
const notReworded = async (payload: Payload, rows: readonly Delivery[]): Promise<readonly Delivery[]> => {
  const editions = await loadEditions(payload, [...new Set(rows.flatMap(({ editionId }) => editionId ?? []))]);
  const isReworded = ({ id, fingerprint, editionId }: Delivery): boolean =>
    editionId !== undefined &&
    (editions.get(editionId)?.edits.teasers ?? []).some((one) => one.row === id && one.fingerprint === fingerprint);
  return rows.filter((row) => !isReworded(row));
};

/**
 * True when an earlier try of a row may have reached its network: a further one is told from it by its words, or takes its place under the
 * same key, so that other words could make a second post, or get lost.
 */
export const mayBeThere = async (payload: Payload, rowId: string): Promise<boolean> => {
  const dispatches = await dispatchesOf(payload, 'post', [rowId]);
  return dispatches.length > 0 && (await triesOf(payload, dispatches)).some(({ stage }) => stage === 'unconfirmed');
};
