import { type NoticeOpening, unpublishedKey } from '#store/notices';
import type { Staff } from '#store/people';
import { publicationsFailedSince } from '#store/scheduled';
import type { JobContext } from '../context';
import { NEWS_DAYS } from './facts';

/**
 * Contents that could not be published or taken back at their planned time, told to the organiser's editors; where none of them can be reached
 * by mail, to those above.
 */
export const failedPublications = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> =>
  (await publicationsFailedSince(payload, now.subtract({ hours: NEWS_DAYS * 24 }))).flatMap(({ id, organiser }) =>
    staff.answering(organiser, 'unpublished').map(({ id: userId }) => ({
      ...{ kind: 'unpublished' as const, userId, organisation: organiser },
      key: unpublishedKey(id, userId),
    })),
  );
