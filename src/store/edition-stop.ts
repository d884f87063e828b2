import type { Payload } from 'payload';
import type { Dispatch } from '#domain/dispatch';
import type { Instant } from '#domain/time';
import { dispatchesOf, stopDispatch } from './dispatches';
import { skipEdition } from './editions';

/** What became of an edition that people stop: it falls out, the rest of it stays back, or nothing was left to stop. */
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
  let kept = 0;
  for (const batch of await dispatchesOf(payload, 'edition', [id]))
    if (await stopDispatch(payload, batch.id, now)) kept += peopleOf(batch);
  if (kept === 0) return { kind: 'over' };
  return { kind: 'stopped', told: await countTold(payload, id), kept };
};

/** How many people have an edition already, or are getting it, or perhaps have it. */
export const countTold = async (payload: Payload, id: string): Promise<number> =>
  (await dispatchesOf(payload, 'edition', [id]))
    .filter(({ status }) => status === 'accepted' || status === 'sending' || status === 'unconfirmed')
    .reduce((sum, batch) => sum + peopleOf(batch), 0);

const peopleOf = ({ recipientIds = [] }: Dispatch): number => recipientIds.length;
