import type { Payload, Where } from 'payload';
import { type Dispatch, isGoing } from '#domain/dispatch';
import type { OrganisationId } from '#domain/organisation';
import { dispatchesIn, dispatchesOf, moveDispatch } from './dispatches';
import { findFields, inChunks } from './rows';

/**
 * Ids of the rows whose posts people have to see to: what was to be put right there, or taken away, is left to them. Of one carrier, or of
 * all.
 */
export const rowsToSeeTo = async (payload: Payload, carrier?: OrganisationId): Promise<readonly string[]> => {
  const toPutRight = subjectsOf(await dispatchesIn(payload, 'amendment', 'handed-over'));
  const removals = await dispatchesOf(payload, 'removal', toPutRight);
  const going = new Set(subjectsOf(removals.filter(({ status }) => isGoing(status))));
  const toTakeAway = subjectsOf(await dispatchesIn(payload, 'removal', 'handed-over'));
  const ids = [...new Set([...toPutRight.filter((id) => !going.has(id)), ...toTakeAway])];
  return carrier === undefined ? ids : carriedBy(payload, ids, carrier);
};

const subjectsOf = (dispatches: readonly Dispatch[]): readonly string[] => dispatches.map(({ subject }) => subject);

const carriedBy = async (payload: Payload, ids: readonly string[], carrier: OrganisationId): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const chunk of inChunks(ids, 500)) {
    const where: Where = { and: [{ id: { in: [...chunk] } }, { carrier: { equals: carrier } }] };
    found.push(...(await findFields(payload, 'deliveries', where, ['carrier'])).map(({ id }) => id));
  }
  return found;
};

/** A person has seen to the post of a row; false when that was not to be done. Whether it is gone where it was to be taken away, nobody knows. */
export const seenTo = async (payload: Payload, rowId: string): Promise<boolean> => {
  const amendments = (await dispatchesOf(payload, 'amendment', [rowId])).map((one) => ({ one, to: 'accepted' as const }));
  const removals = (await dispatchesOf(payload, 'removal', [rowId])).map((one) => ({ one, to: 'cancelled' as const }));
  const waiting = [...amendments, ...removals].filter(({ one }) => one.status === 'handed-over');
  const moved = await Promise.all(waiting.map(({ one, to }) => moveDispatch(payload, one, ['handed-over'], to)));
  return moved.some((one) => one !== undefined);
};
