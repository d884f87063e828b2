import { contentKey } from '#domain/content';
import { berlinDay } from '#domain/time';
import { log } from '#runtime/log';
import { claimTick, isTickClaimed } from '#store/tick-claims';
import { deleteForgotten, loadForgotten } from '#store/trash';
import type { JobContext } from './context';

/** Who threw something away by mistake has noticed by then. */
const KEPT_DAYS = 30;

/**
 * Deletes for good what has lain in the trash for thirty days, once a day. What the ledger tells of stays; rows that never left
 * stay in the ledger with their names. Gives the number of contents.
 */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const today = `empty-trash/${berlinDay(now)}`;
  if ((await isTickClaimed(payload, today)) || !(await claimTick(payload, today))) return 0;
  const before = now.subtract({ hours: KEPT_DAYS * 24 });
  let count = 0;
  for (const ref of await loadForgotten(payload, before)) {
    const why = await deleteForgotten(payload, ref, before);
    if (why) log('trash.kept', { content: contentKey(ref), why }, 'warn');
    else {
      log('trash.deleted', { content: contentKey(ref) });
      count += 1;
    }
  }
  return count;
};
