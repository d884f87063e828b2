import type { Payload } from 'payload';
import type { Dispatch } from '#domain/dispatch';
import type { Instant } from '#domain/time';
import { dispatchesOf, stopDispatch } from './dispatches';
import { skipEdition } from './editions';

/**
 * What became of an edition that people stop: it falls out, what has not left stays back (`kept` people for certain; those who are
 * getting it count as `told`), or nothing was left to stop.
 */
export type StoppedEdition =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'stopped'; readonly told: number; readonly kept: number }
  | { readonly kind: 'over' };

/**
 * Stops an edition for good: one of which nothing is fixed falls out; of one on its way all batches stay back that nobody has in
 * hand, and those that come back without having left. The next tick says what became of it.
 */
export const stopEdition = async (payload: Payload, id: string, now: Instant): Promise<StoppedEdition> => {
  if (await skipEdition(payload, id)) return { kind: 'skipped' };
  const before = await dispatchesOf(payload, 'edition', [id]);
  for (const batch of before) await stopDispatch(payload, batch.id, now);
  const after = await dispatchesOf(payload, 'edition', [id]);
  const cancelledBefore = new Set(cancelledIn(before).map((batch) => batch.id));
  const kept = peopleIn(cancelledIn(after).filter((batch) => !cancelledBefore.has(batch.id)));
  const isInHand = after.some(({ status }) => status === 'sending');
  return kept > 0 || isInHand ? { kind: 'stopped', told: peopleIn(toldIn(after)), kept } : { kind: 'over' };
};

/** How many people have an edition already, or are getting it, or perhaps have it. */
export const countTold = async (payload: Payload, id: string): Promise<number> =>
  peopleIn(toldIn(await dispatchesOf(payload, 'edition', [id])));

const toldIn = (batches: readonly Dispatch[]): readonly Dispatch[] =>
  batches.filter(({ status }) => status === 'accepted' || status === 'sending' || status === 'unconfirmed');

const cancelledIn = (batches: readonly Dispatch[]): readonly Dispatch[] => batches.filter(({ status }) => status === 'cancelled');

const peopleIn = (batches: readonly Dispatch[]): number =>
  batches.reduce((sum, { recipientIds = [] }) => sum + recipientIds.length, 0);
