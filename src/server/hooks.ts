import { once } from 'node:events';
import express, { type Request, Router } from 'express';
import type { Payload } from 'payload';
import { log } from '#runtime/log';
import { readSendgridPost } from '#runtime/provider-events';
import { loadChannelAccount } from '#store/channel-accounts';
import { keepReceipts } from '#store/receipts';
import type { SiteContext } from './context';
import { limitPosts } from './limits';

/** As much as a provider sends at once. */
const MOST = '5mb';

/** After so long nobody waits for the answer any more. */
const PATIENCE_SECONDS = 10;

/**
 * Where providers tell us what became of our mails. Only what is signed for the channel is kept, as it came; what follows from it is a
 * job's, so that the answer is quick. Whatever is not believed gets 403 and no more, and never 500: a provider would try that for a day.
 * What the database has not taken within seconds gets 503: the provider posts it again, and what is kept by then is kept once.
 */
export const hookRoutes = ({ payload, hookSeconds = PATIENCE_SECONDS }: SiteContext): Router => {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: MOST, inflate: false });
  router.post('/hooks/sendgrid/:channel', limitPosts(1_200), raw, async (request, response) => {
    const late = AbortSignal.timeout(hookSeconds * 1_000);
    const status = await Promise.race([take(payload, request, late), once(late, 'abort').then(() => LATE)]);
    response.set('Cache-Control', 'no-store');
    if (status === LATE) {
      log('receipts.late', {}, 'error');
      response.set('Retry-After', '60');
    }
    response.status(status).end();
  });
  return router;
};

const LATE = 503;

/** Keeps what is believed, until the signal; gives the status to answer with. */
const take = async (payload: Payload, { params, body, headers }: Request, late: AbortSignal): Promise<number> => {
  const channel = String(params.channel);
  const account = await loadChannelAccount(payload, channel);
  const told = readSendgridPost(
    {
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      signature: single(headers['x-twilio-email-event-webhook-signature']),
      timestamp: single(headers['x-twilio-email-event-webhook-timestamp']),
    },
    channel,
    account ?? {},
  );
  if ('fault' in told) {
    log('receipts.refused', { channel: account ? channel : 'unknown', fault: told.fault }, 'warn');
    return told.fault === 'not-events' ? 400 : 403;
  }
  const added = await keepReceipts(payload, told.receipts, late);
  if (added === 'late') return LATE;
  if (told.receipts.length > 0) log('receipts.kept', { channel, added, known: told.receipts.length - added });
  return 204;
};

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);
