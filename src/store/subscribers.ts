import type { Payload, Where } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import { readingLanguage, type SegmentSize, segmentKey, segmentSizes } from '#domain/segment';
import type { HashAddress } from '#domain/suppression';
import type { Instant } from '#domain/time';
import { fromIso } from './instants';
import { readPreferences } from './preferences-row';
import { confirmedById, confirmedPages, countChoices } from './reader-rows';
import { findRow } from './rows';
import { openSuppressions, type Suppressed } from './suppressions';

/** A confirmed person of a newsletter. */
export type Subscriber = { readonly id: string; readonly email: string };

/** What makes a subscription exist once: newsletter and address. */
export const subscriberKey = (channelId: string, email: string): string => `${channelId}/${email.toLowerCase()}`;

/** True when anybody gets this newsletter. */
export const hasReaders = async (payload: Payload, channelId: string): Promise<boolean> =>
  (await findRow(payload, 'subscribers', confirmedOf(channelId))) !== undefined;

/** How many people have a subscription of it. */
export const countReaders = async (payload: Payload, channelId: string): Promise<number> =>
  (await payload.db.count({ collection: 'subscribers', where: confirmedOf(channelId) })).totalDocs;

/** The segments that the confirmed people of a newsletter make, the largest first. */
export const countSegments = async (
  payload: Payload,
  channel: Pick<ChannelSettings, 'id' | 'language' | 'bothLanguages'>,
): Promise<readonly SegmentSize[]> =>
  segmentSizes(
    channel,
    (await countChoices(payload, channel.id)).map((row) => ({ ...readPreferences(row), people: row.people })),
  );

/** A confirmed person of a newsletter, with the segment of what they want of it. */
export type Reader = { readonly id: string; readonly segment: string };

/** Everybody who gets a newsletter now, page by page in a stable order. */
export async function* loadConfirmed(
  payload: Payload,
  channel: Pick<ChannelSettings, 'id' | 'language' | 'bothLanguages'>,
  hash: HashAddress,
): AsyncGenerator<readonly Reader[]> {
  const suppressed = await openSuppressions(payload, hash, { of: channel.id });
  for await (const rows of confirmedPages(payload, channel.id)) {
    const without = await suppressed(rows);
    yield rows
      .filter((row) => !without.has(row))
      .map((row) => {
        const preferences = readPreferences(row);
        return { id: row.id, segment: segmentKey({ ...preferences, language: readingLanguage(channel, preferences) }) };
      });
  }
}

/** Those of the given people who still are confirmed and not suppressed, in any order. */
export const loadSubscribers = async (
  payload: Payload,
  ids: readonly string[],
  suppressed: Suppressed,
): Promise<readonly Subscriber[]> => {
  const rows = await confirmedById(payload, ids);
  const without = await suppressed(rows);
  return rows.filter((row) => !without.has(row));
};

/** One person of a newsletter, confirmed or not any more; undefined when nothing is kept of them. */
export const loadReader = async (
  payload: Payload,
  id: string,
): Promise<
  | { readonly id: string; readonly email: string; readonly channelId: string; readonly confirmedAt: Instant | undefined }
  | undefined
> => {
  const row = await findRow(payload, 'subscribers', { id: { equals: id } });
  return row && { id: row.id, email: row.email, channelId: row.channel, confirmedAt: fromIso(row.confirmedAt) };
};

const confirmedOf = (channelId: string): Where => ({
  and: [{ channel: { equals: channelId } }, { status: { equals: 'confirmed' } }],
});
