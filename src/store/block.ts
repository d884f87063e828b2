import type { Payload, Where } from 'payload';
import { nextSlot } from '#domain/calendar';
import { type ChannelSettings, departureOf } from '#domain/channel';
import type { EditionEntry } from '#domain/edition';
import type { OrganisationId } from '#domain/organisation';
import { settledAt } from '#domain/schedule';
import { type Instant, isBefore, latest, toIso } from '#domain/time';
import { deliveriesIn } from './deliveries';
import { isStopped, type Settings } from './settings';
import { stillAsked } from './still-asked';

/** The newsletters of an organisation (undefined: of all) that people fill with a block. */
export const blockChannels = (
  { channels }: Pick<Settings, 'channels'>,
  organisation: OrganisationId | undefined,
): readonly ChannelSettings[] =>
  channels.filter(
    (channel) =>
      channel.active && departureOf(channel) === 'block' && (organisation === undefined || channel.carrier === organisation),
  );

/** When the next issue of a newsletter leaves; its entries are what people look for first. */
export const nextIssue = ({ slot }: Pick<ChannelSettings, 'slot'>, now: Instant): Instant => (slot ? nextSlot(slot, now) : now);

/** So many rows wait to be copied into the next issue of a newsletter. */
export type WaitingBlock = {
  readonly channelId: string;
  readonly channelName: string;
  readonly count: number;
  readonly until: Instant;
};

/** What waits on the newsletters of an organisation that are not stopped. */
export const waitingBlocks = async (
  payload: Payload,
  settings: Settings,
  organisation: OrganisationId,
  now: Instant,
): Promise<readonly WaitingBlock[]> => {
  const blocks = await Promise.all(
    blockChannels(settings, organisation)
      .filter((channel) => !isStopped(settings, channel))
      .map(async (channel) => {
        const until = nextIssue(channel, now);
        const { totalDocs } = await payload.db.count({
          collection: 'deliveries',
          where: { and: [{ status: { equals: 'ready' } }, ...dueOn(channel.id, until, now)] },
        });
        return { channelId: channel.id, channelName: channel.name, count: totalDocs, until };
      }),
  );
  return blocks.filter(({ count }) => count > 0);
};

const dueOn = (channelId: string, until: Instant, now: Instant): Where[] => [
  { channel: { equals: channelId } },
  { dueAt: { less_than_equal: toIso(until) } },
  { latestAt: { greater_than: toIso(now) } },
];

/** What people may take over now, and what is left out because its time to think is not over (UI: Bedenkzeit). */
export type Block = { readonly entries: readonly EditionEntry[]; readonly settling: readonly EditionEntry[] };

/** What is due on a newsletter until that moment and will still be wanted when it is. */
export const loadBlock = async (
  payload: Payload,
  settings: Settings,
  channelId: string,
  until: Instant,
  now: Instant,
): Promise<Block> => {
  const rows = await deliveriesIn(payload, 'ready', ...dueOn(channelId, until, now));
  const asked = await stillAsked(payload, settings, rows, (row) => latest(now, row.dueAt));
  const isSettled = ({ delivery, content }: EditionEntry) =>
    !isBefore(now, settledAt(delivery, content, settings.coolOffMinutes));
  return { entries: asked.filter(isSettled), settling: asked.filter((entry) => !isSettled(entry)) };
};
