import type { Payload } from 'payload';
import { addNotice, type NoticeOpening, noticesByKey } from '#store/notices';

/** Raises those that nobody raised before; gives their number. */
export const raise = async (payload: Payload, openings: readonly NoticeOpening[]): Promise<number> => {
  if (openings.length === 0) return 0;
  const keys = new Set(openings.map(({ key }) => key));
  for (const key of (await noticesByKey(payload, [...keys])).keys()) keys.delete(key);
  let count = 0;
  // Deleting from the set also skips a second opening of the same key: the rows of an edition share theirs.
  for (const opening of openings) if (keys.delete(opening.key) && (await addNotice(payload, opening))) count += 1;
  return count;
};
