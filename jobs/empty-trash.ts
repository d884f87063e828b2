import type { Payload } from 'payload';
import { type ContentRef, contentKey } from '#domain/content';
import { berlinDay, type Instant } from '#domain/time';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { claimTick, isTickClaimed } from '#store/tick-claims';
import { deleteForgotten, loadForgotten } from '#store/trash';
import type { JobContext } from './context';

/** Who threw something away by mistake has noticed by then. */
const KEPT_DAYS = 30;

/** Deletes for good what has lain in the trash for thirty days and was never published, once a day. Gives the number of contents. */
export const run = async ({ payload, now }: JobContext): Promise<number> => {
  const today = `empty-trash/${berlinDay(now)}`;
  if ((await isTickClaimed(payload, today)) || !(await claimTick(payload, today))) return 0;
  const before = now.subtract({ hours: KEPT_DAYS * 24 });
  let count = 0;
  for (const ref of await loadForgotten(payload, before)) if (await isDeleted(payload, ref, before)) count += 1;
  return count;
};

/** One that cannot be deleted stays until tomorrow and keeps none of the others. */
const isDeleted = async (payload: Payload, ref: ContentRef, before: Instant): Promise<boolean> => {
  const content = contentKey(ref);
  try {
    if (!(await deleteForgotten(payload, ref, before))) return false;
    log('trash.deleted', { content });
    return true;
  } catch (error) {
    if (isBusy(error)) throw error;
    log('trash.kept', { content, ...describeError(error) }, 'warn');
    return false;
  }
};
