import type { Payload } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import type { HashAddress } from '#domain/suppression';
import type { Instant } from '#domain/time';
import { batchesOf, dispatchesOf, insertDispatch, loadDispatches } from './dispatches';
import { inChunks } from './rows';
import { loadConfirmed, type Reader } from './subscribers';

/** As many people as one message may go to. */
export const BATCH_SIZE = 1000;

/** What is frozen: an edition, its newsletter, and which segments have anything to read in it. */
export type Freezing = {
  readonly id: string;
  readonly channel: Pick<ChannelSettings, 'id' | 'language' | 'bothLanguages'>;
  readonly hash: HashAddress;
  readonly hasEntries: (segment: string) => boolean;
};

/**
 * Freezes who gets an edition as dispatches of at most 1,000 people of one segment; gives the number of people. Safe to repeat and to
 * run twice at once: batches are numbered over all segments, and one is only ever added knowing all before it, so nobody is in two,
 * also not who chooses anew meanwhile, and nobody is left out.
 */
export const freezeBatches = async (payload: Payload, freezing: Freezing, now: Instant, size = BATCH_SIZE): Promise<number> => {
  for (;;) {
    const frozen = await freezeRest(payload, freezing, now, size);
    if (frozen !== undefined) return frozen;
  }
};

/** How many people an edition was frozen for, over all its batches: who lost the race of sealing may have added some to them. */
export const countFrozen = async (payload: Payload, edition: string): Promise<number> => {
  let people = 0;
  const batches = (await batchesOf(payload, edition)).map(({ id }) => id);
  for (const chunk of inChunks(batches, AT_ONCE))
    for (const { recipientIds } of await loadDispatches(payload, chunk)) people += recipientIds?.length ?? 0;
  return people;
};

/** Batches read at once with their people. */
const AT_ONCE = 20;

/** Undefined when another process added a batch: then everything is to be read again. */
const freezeRest = async (payload: Payload, freezing: Freezing, now: Instant, size: number): Promise<number | undefined> => {
  const { id, channel, hash, hasEntries } = freezing;
  const batches = await dispatchesOf(payload, 'edition', [id]);
  const frozen = new Set(batches.flatMap(({ recipientIds }) => recipientIds ?? []));
  let [number, people] = [batches.length, frozen.size];
  const isMissing = (reader: Reader): boolean => !frozen.has(reader.id) && hasEntries(reader.segment);
  for await (const group of groupsOf(loadConfirmed(payload, channel, hash), isMissing, size)) {
    const added = await insertDispatch(payload, {
      ...{ key: `edition/${id}/${number}`, kind: 'edition', subject: id, channelId: channel.id, notBefore: now },
      ...group,
    });
    if (!added) return undefined;
    number += 1;
    people += group.recipientIds.length;
  }
  return people;
};

type Group = { readonly segment: string; readonly recipientIds: readonly string[] };

/** People of one segment each, as soon as there are enough for a batch: all at once they would be too many to hold. */
async function* groupsOf(
  pages: AsyncIterable<readonly Reader[]>,
  isMissing: (reader: Reader) => boolean,
  size: number,
): AsyncGenerator<Group> {
  const waiting = new Map<string, string[]>();
  for await (const page of pages)
    for (const { id, segment } of page.filter(isMissing)) {
      const recipientIds = waiting.get(segment) ?? [];
      waiting.set(segment, recipientIds);
      if (recipientIds.push(id) < size) continue;
      waiting.delete(segment);
      yield { segment, recipientIds };
    }
  for (const [segment, recipientIds] of waiting) yield { segment, recipientIds };
}
