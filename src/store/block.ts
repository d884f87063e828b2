import type { Payload } from 'payload';
import { type ChannelSettings, departureOf } from '#domain/channel';
import type { EditionEntry } from '#domain/edition';
import type { OrganisationId } from '#domain/organisation';
import { settledAt } from '#domain/schedule';
import { type Instant, isBefore, latest } from '#domain/time';
import { deliveriesIn } from './deliveries';
import { toIso } from './instants';
import type { Settings } from './settings';
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
  const rows = await deliveriesIn(
    payload,
    'ready',
    { channel: { equals: channelId } },
    { dueAt: { less_than_equal: toIso(until) } },
    { latestAt: { greater_than: toIso(now) } },
  );
  const asked = await stillAsked(payload, settings, rows, (row) => latest(now, row.dueAt));
  const isSettled = ({ delivery, content }: EditionEntry) =>
    !isBefore(now, settledAt(delivery, content, settings.coolOffMinutes));
  return { entries: asked.filter(isSettled), settling: asked.filter((entry) => !isSettled(entry)) };
};
