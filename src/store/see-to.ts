import type { Payload } from 'payload';
import { dispatchesIn, dispatchesOf, moveDispatch } from './dispatches';

/** Ids of the rows whose posts people have to see to: what was to be put right there, or taken away, is left to them. */
export const rowsToSeeTo = async (payload: Payload): Promise<readonly string[]> => {
  const left = [
    ...(await dispatchesIn(payload, 'amendment', 'handed-over')),
    ...(await dispatchesIn(payload, 'removal', 'handed-over')),
  ];
  return [...new Set(left.map(({ subject }) => subject))];
};

/** A person has seen to the post of a row; false when that was not to be done. Whether it is gone where it was to be taken away, nobody knows. */
export const seenTo = async (payload: Payload, rowId: string): Promise<boolean> => {
  const amendments = (await dispatchesOf(payload, 'amendment', [rowId])).map((one) => ({ one, to: 'accepted' as const }));
  const removals = (await dispatchesOf(payload, 'removal', [rowId])).map((one) => ({ one, to: 'cancelled' as const }));
  const waiting = [...amendments, ...removals].filter(({ one }) => one.status === 'handed-over');
  const moved = await Promise.all(waiting.map(({ one, to }) => moveDispatch(payload, one, ['handed-over'], to)));
  return moved.some((one) => one !== undefined);
};
