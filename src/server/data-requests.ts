import express, { type Response, Router } from 'express';
import { below } from '#domain/addresses';
import { openSignup, SIGNUP_SCOPES } from '#domain/signup';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { addSignup } from '#store/signups';
import { type DataRequestInput, dataRequestedPage, dataRequestPage } from '#templates/data-request-pages';
import type { SiteContext } from './context';
import { limitPosts } from './limits';
import { sendPage } from './pages';
import { readAddressForm, stampOf } from './signup-form';

const PATH = '/newsletter/auskunft';

/**
 * Asking for what is kept, without a link at hand: whatever address is typed, the answer is the same, and its owner gets a mail with a
 * link, one a day at most.
 */
export const dataRequestRoutes = ({ payload, publicUrl }: SiteContext): Router => {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '16kb' });
  const show = (response: Response, input: Omit<DataRequestInput, 'publicUrl'>, status = 200): void => {
    response.set('Cache-Control', 'no-store');
    sendPage(response, dataRequestPage({ ...input, publicUrl }), status);
  };
  router
    .route(PATH)
    .get((_request, response) => show(response, { stamp: stampOf(now()) }))
    .post(limitPosts(20), form, async ({ body }, response) => {
      const at = now();
      const sent = readAddressForm(body, at);
      if (sent.kind === 'wrong') return show(response, sent.again, 422);
      if (sent.kind === 'wanted') await requestData(payload, sent.email, below(publicUrl, PATH));
      response.set('Cache-Control', 'no-store');
      sendPage(response, dataRequestedPage());
    });
  return router;
};

/** Has a link to all that is kept mailed to an address, one a day at most; `formUrl` is where it was asked for. */
export const requestData = async (payload: SiteContext['payload'], email: string, formUrl: string): Promise<void> => {
  const asked = { kind: 'data', email, choices: [], formUrl, addressHash: hashAddress(email, SIGNUP_SCOPES.data) } as const;
  if (await addSignup(payload, openSignup(asked, now()))) log('data.asked');
};
