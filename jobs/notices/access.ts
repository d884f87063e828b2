import { daysLeft } from '#domain/access';
import { toIso } from '#domain/time';
import { type NoticeOpening, noticeKey } from '#store/notices';
import type { Staff } from '#store/people';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';

/**
 * Channels whose access to their account ends soon or has ended, told to the editors of their organisation, or to those above where none
 * of them can be reached; once at each of the days before.
 */
export const endingAccess = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const { channels } = await loadSettings(payload, now);
  return channels.flatMap(({ id, active, carrier, accessUntil }) => {
    const days = daysLeft(accessUntil, now);
    if (!active || !accessUntil || days === undefined) return [];
    const editors = staff.editorsOf(carrier, 'access-ends');
    return (editors.length > 0 ? editors : staff.above('access-ends')).map(({ id: userId }) => ({
      ...{ kind: 'access-ends' as const, userId, organisation: carrier },
      key: noticeKey('access-ends', id, `${toIso(accessUntil)}-${days}`, userId),
    }));
  });
};
