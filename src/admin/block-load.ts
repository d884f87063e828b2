import { type Block, nextIssue } from '#domain/block';
import { endOfDay } from '#domain/calendar';
import type { ChannelSettings } from '#domain/channel';
import { arrangeEdition } from '#domain/edition';
import { isAbove } from '#domain/role';
import { type Instant, latest } from '#domain/time';
import { now } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { blockChannels, loadBlock } from '#store/block';
import { isStopped, loadSettings, type Settings } from '#store/settings';
import { composeBlock } from '#templates/block';
import type { PageRequest } from './page-frame';

/** What the page about one newsletter shows. */
export type BlockPage = Block & {
  readonly channel: ChannelSettings;
  /** The newsletters this person can choose from, this one among them. */
  readonly channels: readonly ChannelSettings[];
  readonly settings: Settings;
  readonly until: Instant;
  readonly isStopped: boolean;
  readonly html: string;
  readonly text: string;
};

/** The block asked for in the address: `kanal` (id of a channel) and `bis` (a Berlin day); undefined where there is no such newsletter. */
export const loadBlockPage = async ({ payload, viewer, searchParams }: PageRequest): Promise<BlockPage | undefined> => {
  const at = now();
  const settings = await loadSettings(payload, at);
  const channels = blockChannels(settings, isAbove(viewer) ? undefined : (viewer.organisation ?? 'none'));
  const channel = channels.find(({ id }) => id === searchParams.kanal) ?? channels[0];
  if (!channel) return undefined;
  const asked = typeof searchParams.bis === 'string' ? endOfDay(searchParams.bis) : undefined;
  const until = asked ? latest(asked, at) : nextIssue(channel, at);
  const block = await loadBlock(payload, settings, channel.id, until, at);
  const sections = arrangeEdition(block.entries, settings.organisations);
  const { publicUrl } = readEnv();
  return {
    // In the order in which they stand in the block.
    entries: sections.flatMap((section) => section.entries),
    settling: block.settling,
    ...composeBlock({ sections, organisations: settings.organisations, channel, publicUrl }),
    ...{ channel, channels, settings, until },
    isStopped: isStopped(settings, channel),
  };
};
