import express, { type Response, Router } from 'express';
import { HANDOVER_TOKEN, READER_TOKEN } from '#domain/addresses';
import { isWebAddress } from '#domain/web-address';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { confirmHandover } from '#store/decisions';
import { type HandedOver, loadHandedOver } from '#store/handovers';
import { loadSubscription, type Subscription, unsubscribe } from '#store/subscriptions';
import { confirmPage, donePage, expiredPage, notFoundPage, unsubscribePage } from '#templates/pages';
import { nothingKeptPage } from '#templates/preferences-page';
import { behindLink } from './behind-link';
import type { SiteContext } from './context';
import { limitPosts } from './limits';
import { isOneClick, readLeaving } from './one-click';
import { sendPage } from './pages';
import { secretAddress } from './security';

/**
 * Links of our mails. GET (and HEAD, and whatever a mail gateway's scanner does) only shows; POST acts. The token is the authority,
 * so neither a login nor a form token is asked for: one-click unsubscribing (RFC 8058) is such a POST.
 */
export const linkRoutes = ({ payload }: SiteContext): Router => {
  const router = Router();
  router.use('/bestaetigen', secretAddress, limitPosts(300));
  // Large mail providers send the one click of all their people from a few addresses, and few of them try again.
  router.use('/abmelden', secretAddress, limitPosts(3_000));
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  const handedOver = (token: string, response: Response) =>
    behindLink({ purpose: HANDOVER_TOKEN, token }, (id) => loadHandedOver(payload, id), response, neverThere, tooLate);
  const subscription = (token: string, response: Response) =>
    behindLink({ purpose: READER_TOKEN, token }, (id) => loadSubscription(payload, id), response, leftLongAgo);
  router
    .route('/bestaetigen/:token')
    .get(async ({ params, path }, response) => {
      const found = await handedOver(params.token, response);
      if (found) showHandover(found, path, response);
    })
    .post(form, async ({ params, path, body }, response) => {
      const found = await handedOver(params.token, response);
      if (!found) return;
      const url = urlOf(body);
      if (url !== '' && !isWebAddress(url)) {
        showHandover(found, path, response, url);
        return;
      }
      await confirmHandover(payload, found.id, now(), { url: url || undefined });
      showHandover((await loadHandedOver(payload, found.id)) ?? found, path, response);
    });
  router
    .route('/abmelden/:token')
    .get(async ({ params, path }, response) => {
      const found = await subscription(params.token, response);
      if (found) showSubscription(found, path, response);
    })
    .post(readLeaving, async (request, response) => {
      const found = await subscription(request.params.token, response);
      if (!found) return;
      await unsubscribe(payload, found.id, hashAddress, now(), (await isOneClick(request)) ? 'mail-provider' : 'link');
      sendPage(response, donePage('unsubscribed', found.newsletter));
    });
  return router;
};

/** Whoever left long ago is out: a mail program that asks to leave once more has what it wants. */
const leftLongAgo = (response: Response): void => sendPage(response, nothingKeptPage());

const neverThere = (response: Response): void => sendPage(response, notFoundPage(), 404);
const tooLate = (response: Response): void => sendPage(response, expiredPage(), 410);

const showHandover = (handedOver: HandedOver, action: string, response: Response, refusedUrl?: string): void => {
  const { status, channelName } = handedOver;
  if (status === 'sent') sendPage(response, donePage('confirmed', channelName));
  else if (status !== 'handed-over') sendPage(response, expiredPage(), 410);
  else sendPage(response, questionOf(handedOver, action, refusedUrl), refusedUrl === undefined ? 200 : 422);
};

const questionOf = (
  { channelName, contentTitle, askUntil, noLongerTrue, post }: HandedOver,
  action: string,
  refusedUrl?: string,
): string =>
  confirmPage({
    ...{ channelName, contentTitle, askUntil, noLongerTrue, action, text: post?.text ?? '' },
    ...(post?.image ? { image: post.image } : {}),
    ...(refusedUrl === undefined ? {} : { refusedUrl: refusedUrl.slice(0, 500) }),
  });

const showSubscription = ({ isConfirmed, newsletter }: Subscription, action: string, response: Response): void =>
  sendPage(response, isConfirmed ? unsubscribePage({ newsletter, action }) : donePage('unsubscribed', newsletter));

const urlOf = (body: unknown): string => {
  const url = typeof body === 'object' && body !== null && 'url' in body ? body.url : undefined;
  return typeof url === 'string' ? url.trim() : '';
};
