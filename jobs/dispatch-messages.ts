import { loadSettings } from '#store/settings';
import type { JobContext } from './context';
import { dispatchAmendments } from './dispatch/amendments';
import { dispatchConfirmations } from './dispatch/confirmations';
import { dispatchEditions } from './dispatch/editions';
import { dispatchNotices } from './dispatch/notices';
import { dispatchPosts } from './dispatch/posts';
import { dispatchRemovals } from './dispatch/removals';

/** Hands over what is due: notices, confirmation mails, batches of editions, posts to be taken away
 * or amended, single messages. Gives the number of messages handed over. */
export const run = async (ctx: JobContext): Promise<number> => {
  const settings = await loadSettings(ctx.payload, ctx.now);
  const notices = await dispatchNotices(ctx, settings);
  const confirmations = await dispatchConfirmations(ctx);
  const batches = await dispatchEditions(ctx, settings);
  const removals = await dispatchRemovals(ctx, settings);
  const amendments = await dispatchAmendments(ctx, settings);
  return notices + confirmations + batches + removals + amendments + (await dispatchPosts(ctx, settings));
};
