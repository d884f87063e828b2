import type { Payload } from 'payload';
import type { Instant } from '#domain/time';
import { dispatchesOf, insertDispatch } from './dispatches';
import { inChunks } from './rows';
import { loadConfirmedIds } from './subscribers';

/** As many people as one message may go to. */
const BATCH_SIZE = 1000;

/**
 * Freezes who gets an edition as dispatches of at most 1,000 people; gives the number of people. Safe to repeat and to run
 * twice at once: a batch is only ever added knowing all batches before it, so nobody is in two and nobody is left out.
 */
export const freezeBatches = async (
  payload: Payload,
  edition: { readonly id: string; readonly channelId: string },
  now: Instant,
  size = BATCH_SIZE,
): Promise<number> => {
  for (;;) {
    const batches = await dispatchesOf(payload, 'edition', [edition.id]);
    const frozen = new Set(batches.flatMap((batch) => batch.recipientIds ?? []));
    const missing = (await loadConfirmedIds(payload, edition.channelId)).filter((id) => !frozen.has(id));
    if (missing.length === 0) return frozen.size;
    await addBatches(payload, edition, batches.length, inChunks(missing, size), now);
  }
};

/** Adds batches until all are in, or until another process added one: then everything is read again. */
const addBatches = async (
  payload: Payload,
  edition: { readonly id: string; readonly channelId: string },
  first: number,
  groups: readonly (readonly string[])[],
  now: Instant,
): Promise<void> => {
  for (const [index, recipientIds] of groups.entries()) {
    const added = await insertDispatch(payload, {
      key: `edition/${edition.id}/${first + index}`,
      kind: 'edition',
      subject: edition.id,
      channelId: edition.channelId,
      notBefore: now,
      recipientIds,
    });
    if (!added) return;
  }
};
