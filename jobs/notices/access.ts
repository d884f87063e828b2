import { endingAccess } from '#domain/access';
import { accessKey, type NoticeOpening } from '#store/notices';
import type { Staff } from '#store/people';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';

/** Channels whose access to their account ends soon or has ended, told once at each of the days before. */
export const accessesThatEnd = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const { channels } = await loadSettings(payload, now);
  return channels.flatMap((channel) => {
    const ending = endingAccess(channel, now);
    // Of a channel that stopped for that its people hear as much.
    if (!ending || (ending.days === 0 && channel.trouble === 'account-refused')) return [];
    return staff.answering(channel.carrier, 'access-ends').map(({ id: userId }) => ({
      ...{ kind: 'access-ends' as const, userId, organisation: channel.carrier },
      key: accessKey(channel.id, ending, userId),
    }));
  });
};
