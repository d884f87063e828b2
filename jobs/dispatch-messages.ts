import { loadSettings } from '#store/settings';
import type { JobContext } from './context';
import { withdrawNeedless } from './dispatch/amendments';
import { dispatchConfirmations } from './dispatch/confirmations';
import { dispatchEditions } from './dispatch/editions';
import { dispatchLines } from './dispatch/lines';
import { dispatchNotices } from './dispatch/notices';

/**
 * Hands over what is due: notices, confirmation mails, batches of editions, then channel by channel what asks networks. Gives the number of
 * messages handed over.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const settings = await loadSettings(ctx.payload, ctx.now);
  const notices = await dispatchNotices(ctx, settings);
  const confirmations = await dispatchConfirmations(ctx);
  const batches = await dispatchEditions(ctx, settings);
  await withdrawNeedless(ctx, settings);
  return notices + confirmations + batches + (await dispatchLines(ctx, settings));
};
