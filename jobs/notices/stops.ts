import { type NoticeOpening, stopKey } from '#store/notices';
import type { Staff } from '#store/people';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';

/** Channels that stopped by themselves, told once per stop. */
export const channelsThatStopped = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const { channels } = await loadSettings(payload, now);
  return channels.flatMap(({ id, carrier, active, trouble, pausedAt }) =>
    active && trouble && pausedAt
      ? staff.concerned(carrier, 'channel-stopped').map(({ id: userId }) => ({
          ...{ kind: 'channel-stopped' as const, userId, organisation: carrier },
          key: stopKey(id, pausedAt, userId),
        }))
      : [],
  );
};
