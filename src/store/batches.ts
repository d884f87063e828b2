import type { Payload } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import type { HashAddress } from '#domain/suppression';
import type { Instant } from '#domain/time';
import { dispatchesOf, insertDispatch } from './dispatches';
import { findFields, inChunks } from './rows';
import { loadConfirmed } from './subscribers';

/** As many people as one message may go to. */
const BATCH_SIZE = 1000;

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
    const batches = await dispatchesOf(payload, 'edition', [freezing.id]);
    const frozen = new Set(batches.flatMap((batch) => batch.recipientIds ?? []));
    const audience = await loadConfirmed(payload, freezing.channel, freezing.hash);
    const reading = new Set([...new Set(audience.map(({ segment }) => segment))].filter(freezing.hasEntries));
    const missing = audience.filter(({ id, segment }) => !frozen.has(id) && reading.has(segment));
    if (await addBatches(payload, freezing, batches.length, groupsOf(missing, size), now)) return frozen.size + missing.length;
  }
};

/** How many people an edition was frozen for, over all its batches: who lost the race of sealing may have added some to them. */
export const countFrozen = async (payload: Payload, edition: string): Promise<number> => {
  const where = { and: [{ kind: { equals: 'edition' } }, { subject: { equals: edition } }] };
  const batches = await findFields(payload, 'dispatches', where, ['recipientIds']);
  return batches.reduce((sum, { recipientIds }) => sum + (Array.isArray(recipientIds) ? recipientIds.length : 0), 0);
};

type Group = { readonly segment: string; readonly recipientIds: readonly string[] };

const groupsOf = (people: Awaited<ReturnType<typeof loadConfirmed>>, size: number): readonly Group[] =>
  [...new Set(people.map(({ segment }) => segment))].sort().flatMap((segment) => {
    const ids = people.filter((one) => one.segment === segment).map(({ id }) => id);
    return inChunks(ids, size).map((recipientIds) => ({ segment, recipientIds }));
  });

/** Adds batches until all are in; false when another process added one: then everything is read again. */
const addBatches = async (
  payload: Payload,
  { id, channel }: Freezing,
  first: number,
  groups: readonly Group[],
  now: Instant,
): Promise<boolean> => {
  for (const [index, group] of groups.entries()) {
    const added = await insertDispatch(payload, {
      ...{ key: `edition/${id}/${first + index}`, kind: 'edition', subject: id, channelId: channel.id, notBefore: now },
      ...group,
    });
    if (!added) return false;
  }
  return true;
};
