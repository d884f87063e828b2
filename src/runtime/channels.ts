import { openBlock } from '#channels/block';
import type { Channel } from '#channels/channel';
import { openFeed } from '#channels/feed';
import { openManual } from '#channels/manual';
import { openOutbox } from '#channels/outbox';
import { openPreview } from '#channels/preview';
import type { ChannelVia } from '#domain/channel';
import { now } from './clock';
import type { Env } from './env';
import { log } from './log';

export type { Channel, ChannelLimits } from '#channels/channel';

/** Gives the adapter for a way out. */
export type ChannelOf = (via: ChannelVia) => Channel;

/** The channels of this process by the name of their adapter, opened once per call; says so when an address override is active. */
export const openChannels = (env: Pick<Env, 'dataDir' | 'smtpUrl' | 'previewBaseUrl'>): ChannelOf => {
  const outbox = openOutbox({ dataDir: env.dataDir, smtpUrl: env.smtpUrl, now });
  const channels: Readonly<Record<ChannelVia, Channel>> = {
    outbox,
    preview: openPreview({ dataDir: env.dataDir, baseUrl: env.previewBaseUrl, now }),
    feed: openFeed(),
    manual: openManual(outbox),
    block: openBlock(),
  };
  if (env.previewBaseUrl !== undefined) log('channels.override', { via: 'preview', baseUrl: env.previewBaseUrl }, 'warn');
  return (via) => channels[via];
};
