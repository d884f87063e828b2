import express, { Router } from 'express';
import { log } from '#runtime/log';
import { readSendgridPost } from '#runtime/provider-events';
import { loadChannelAccount } from '#store/channel-accounts';
import { keepReceipts } from '#store/receipts';
import type { SiteContext } from './context';
import { limitPosts } from './limits';

/** As much as a provider sends at once. */
const MOST = '5mb';

/**
 * Where providers tell us what became of our mails. Only what is signed for the channel is kept, as it came; what follows from it is a
 * job's, so that the answer is quick. Whatever is not believed gets 403 and no more, and never 500: a provider would try that for a day.
 */
export const hookRoutes = ({ payload }: SiteContext): Router => {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: MOST, inflate: false });
  router.post('/hooks/sendgrid/:channel', limitPosts(1_200), raw, async ({ params, body, headers }, response) => {
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
    response.set('Cache-Control', 'no-store');
    if ('fault' in told) {
      log('receipts.refused', { channel: account ? channel : 'unknown', fault: told.fault }, 'warn');
      response.status(told.fault === 'not-events' ? 400 : 403).end();
      return;
    }
    const added = await keepReceipts(payload, told.receipts);
    if (told.receipts.length > 0) log('receipts.kept', { channel, added, known: told.receipts.length - added });
    response.status(204).end();
  });
  return router;
};

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);
