import express, { type Response, Router } from 'express';
import { SIGNUP_TOKEN, signupUrl } from '#domain/addresses';
import { isOnOffer, openSignup, SIGNUP_SCOPES, type Signup } from '#domain/signup';
import type { Instant } from '#domain/time';
import { offersOf } from '#i18n/offers';
import { checksum, hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { loadArchive } from '#store/archive';
import { recordConsent } from '#store/consents';
import { loadSettings } from '#store/settings';
import { addSignup, forgetSignup, loadSignup } from '#store/signups';
import { forgetUnanswered } from '#store/unanswered';
import {
  askedPage,
  confirmSignupPage,
  newsletterEndedPage,
  type SignupPageInput,
  signedUpPage,
  signupGonePage,
  signupPage,
} from '#templates/signup-pages';
import { behindLink } from './behind-link';
import type { SiteContext } from './context';
import { keeping } from './keeping';
import { limitPosts } from './limits';
import { sendPage } from './pages';
import { secretAddress } from './security';
import { readForm, stampOf } from './signup-form';

/**
 * Asking for newsletters and confirming it. A POST of the form keeps a request and answers everybody alike; the mail is a job's. The link
 * in it only shows (GET, HEAD, whatever a mail gateway's scanner does); the POST of its page makes the subscription.
 */
export const signupRoutes = ({ payload, publicUrl, keptSeconds }: SiteContext): Router => {
  const router = Router();
  // They grow with all that was ever sent.
  const archives = keeping(keptSeconds, (_all: 'all', at) => archivesOf(payload, at));
  const form = express.urlencoded({ extended: false, limit: '16kb' });
  const show = (response: Response, input: Omit<SignupPageInput, 'publicUrl'>, status = 200): void => {
    response.set('Cache-Control', 'no-store');
    sendPage(response, signupPage({ ...input, publicUrl }), status);
  };
  router
    .route('/newsletter')
    .get(async (_request, response) => {
      const at = now();
      const settings = await loadSettings(payload, at);
      show(response, { offers: offersOf(settings), stamp: stampOf(at), archives: await archives('all') });
    })
    .post(limitPosts(20), form, async ({ body }, response) => {
      const at = now();
      const offers = offersOf(await loadSettings(payload, at));
      const sent = readForm(body, offers, at);
      if (sent.kind === 'wrong') return show(response, { offers, ...sent.again }, 422);
      if (sent.kind === 'wanted') {
        const { email, choices } = sent;
        const asking = {
          email,
          choices,
          formUrl: signupUrl(publicUrl),
          addressHash: hashAddress(email, SIGNUP_SCOPES.newsletters),
        };
        if (await addSignup(payload, openSignup(asking, at))) log('signup.asked');
      }
      response.set('Cache-Control', 'no-store');
      sendPage(response, askedPage());
    });
  router.use('/newsletter/bestaetigen', secretAddress, limitPosts(60));
  router
    .route('/newsletter/bestaetigen/:token')
    .get(async ({ params, path }, response) => {
      const signup = await asked(payload, params.token, response);
      if (signup) sendPage(response, confirmSignupPage({ texts: signup.choices.map(({ text }) => text), action: path }));
    })
    .post(async ({ params }, response) => {
      const signup = await asked(payload, params.token, response);
      if (signup) showConfirmed(response, await confirm(payload, signup));
    });
  return router;
};

type Payload = SiteContext['payload'];

/** Newsletters of which there are editions to read. */
const archivesOf = async (payload: Payload, at: Instant): Promise<NonNullable<SignupPageInput['archives']>> => {
  const { channels } = await loadSettings(payload, at);
  const offered = channels.filter(isOnOffer);
  const counts = await Promise.all(offered.map(({ id }) => loadArchive(payload, id)));
  return offered.filter((_channel, index) => (counts[index] ?? []).length > 0).map(({ name, slug }) => ({ name, slug }));
};

/** The request a link is about; undefined after the page that says why there is none: it was confirmed, or is too old. */
const asked = (payload: Payload, token: string, response: Response): Promise<Signup | undefined> =>
  behindLink(
    { purpose: SIGNUP_TOKEN, token },
    (id) => loadSignup(payload, id),
    response,
    (gone) => sendPage(gone, signupGonePage(), 410),
  );

const showConfirmed = (response: Response, newsletters: readonly string[]): void => {
  if (newsletters.length > 0) sendPage(response, signedUpPage(newsletters));
  else sendPage(response, newsletterEndedPage(), 410);
};

/**
 * Proof and subscription of each newsletter, then the request is forgotten: a second click or a crash between repeats the same. Gives
 * the names of the newsletters; one that was deleted since it was asked for is left out.
 */
const confirm = async (payload: Payload, signup: Signup): Promise<readonly string[]> => {
  const { channels } = await loadSettings(payload, now());
  const newsletters: string[] = [];
  for (const choice of signup.choices) {
    const channel = channels.find(({ id }) => id === choice.channel);
    if (!channel) continue;
    const proof = {
      addressHash: hashAddress(signup.email, choice.channel),
      textHash: checksum(choice.text),
      language: channel.language,
    };
    await recordConsent(payload, signup, choice, proof, now());
    newsletters.push(choice.newsletter);
  }
  await forgetUnanswered(payload, hashAddress(signup.email, SIGNUP_SCOPES.newsletters));
  await forgetSignup(payload, signup.id);
  log('signup.confirmed', { newsletters: newsletters.length });
  return newsletters;
};
