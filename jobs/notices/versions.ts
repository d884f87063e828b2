import { endingVersion } from '#domain/interface-version';
import { type NoticeOpening, versionKey } from '#store/notices';
import type { Staff } from '#store/people';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';

/** The version of LinkedIn's interface that ends soon, told those above once at each of the days before: no body can do anything about it. */
export const versionsThatEnd = async ({ payload, now, channel }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const { channels } = await loadSettings(payload, now);
  const ending = endingVersion('linkedin', channel('linkedin').interfaceUntil, channels, now);
  if (!ending) return [];
  return staff.above('version-ends').map(({ id: userId }) => ({
    ...{ kind: 'version-ends' as const, userId, key: versionKey('linkedin', ending, userId) },
  }));
};
