import { type ContentRef, contentKey } from '#domain/content';
import { berlinDay } from '#domain/time';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { claimTick, isTickClaimed } from '#store/tick-claims';
import { deleteForgotten, loadForgotten } from '#store/trash';
import { deleteUntouched, loadUntouched } from '#store/untouched';
import type { JobContext } from './context';

/** Who threw something away by mistake has noticed by then. */
const KEPT_DAYS = 30;

/**
 * Deletes for good what has lain in the trash for thirty days and was never published, and drafts into which nobody entered anything
 * within a day of opening them. Once a day; gives the number of contents.
 */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const today = `empty-trash/${berlinDay(now)}`;
  if ((await isTickClaimed(payload, today)) || !(await claimTick(payload, today))) return 0;
  const before = now.subtract({ hours: KEPT_DAYS * 24 });
  const yesterday = now.subtract({ hours: 24 });
  let count = 0;
  for (const ref of await loadForgotten(payload, before))
    if (await isDeleted(ref, () => deleteForgotten(payload, ref, before))) count += 1;
  for (const ref of await loadUntouched(payload, yesterday))
    if (await isDeleted(ref, () => deleteUntouched(payload, ref, yesterday))) count += 1;
  return count;
};

/** One that cannot be deleted stays until tomorrow and keeps none of the others. */
const isDeleted = async (ref: ContentRef, remove: () => Promise<boolean>): Promise<boolean> => {
  const content = contentKey(ref);
  try {
    if (!(await remove())) return false;
    log('trash.deleted', { content });
    return true;
  } catch (error) {
    if (isBusy(error)) throw error;
    log('trash.kept', { content, ...describeError(error) }, 'warn');
    return false;
  }
};
