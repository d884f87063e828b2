import { toIso } from '#domain/time';
import { log } from '#runtime/log';
import { deliveriesIn, moveDelivery } from '#store/deliveries';
import type { JobContext } from './context';

/** Handed-over messages that nobody confirmed in time are missed. Gives the number of rows. */
export const run = async (ctx: JobContext): Promise<number> => {
  let lapsed = 0;
  for (const row of await deliveriesIn(ctx.payload, 'handed-over', { askUntil: { less_than_equal: toIso(ctx.now) } }))
    if (await moveDelivery(ctx.payload, row.id, 'handed-over', 'missed', { reason: 'not-confirmed-in-time' })) {
      log('delivery.moved', { delivery: row.id, from: 'handed-over', to: 'missed', reason: 'not-confirmed-in-time' });
      lapsed += 1;
    }
  return lapsed;
};
