import type { Payload } from 'payload';
import { type Block, blockOf, isDueInBlock, nextIssue } from '#domain/block';
import { type ChannelSettings, departureOf } from '#domain/channel';
import type { OrganisationId } from '#domain/organisation';
import { type Instant, latest } from '#domain/time';
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
        const { entries } = await loadBlock(payload, settings, channel.id, until, now);
        return { channelId: channel.id, channelName: channel.name, count: entries.length, until };
      }),
  );
  return blocks.filter(({ count }) => count > 0);
};

/** What is due on a newsletter until that moment and will still be wanted when it is. */
export const loadBlock = async (
  payload: Payload,
  settings: Settings,
  channelId: string,
  until: Instant,
  now: Instant,
): Promise<Block> => {
  const ready = await deliveriesIn(payload, 'ready', { channel: { equals: channelId } });
  const due = ready.filter((row) => isDueInBlock(row, until, now));
  return blockOf(await stillAsked(payload, settings, due, (row) => latest(now, row.dueAt)), settings.coolOffMinutes, now);
};
