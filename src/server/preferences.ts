import express, { type Response, Router } from 'express';
import { below, READER_TOKEN } from '#domain/addresses';
import { openSignup, SIGNUP_SCOPES } from '#domain/signup';
import { offersOf } from '#i18n/offers';
import { PERSONAL_DATA } from '#i18n/personal-data';
import { LEFT_ALL, leftWords, PREFERENCES, savedWords } from '#i18n/preferences';
import { ASKED } from '#i18n/signup';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { loadReader, type OwnSubscription, type Reader, savePreferences } from '#store/preferences';
import { loadSettings } from '#store/settings';
import { addSignup } from '#store/signups';
import { unsubscribe } from '#store/subscriptions';
import { loadTopics } from '#store/topics';
import { nothingKeptPage, type OwnNewsletter, type PreferencesPageInput, preferencesPage } from '#templates/preferences-page';
import { behindLink } from './behind-link';
import type { SiteContext } from './context';
import { requestData } from './data-requests';
import { limitPosts } from './limits';
import { sendPage } from './pages';
import { type PreferencesAct, readPreferencesForm } from './preferences-form';
import { secretAddress } from './security';

/**
 * What a person gets, behind the link in the foot of every newsletter: GET and HEAD only show; its forms POST. The token stands for one
 * of their subscriptions and reaches those of the same address, nobody else's; what is kept of them it only has mailed to that address,
 * for a newsletter is passed on with its link.
 */
export const preferencesRoutes = (context: SiteContext): Router => {
  const router = Router();
  router.use('/einstellungen', secretAddress, limitPosts(300));
  const form = express.urlencoded({ extended: false, limit: '16kb' });
  router
    .route('/einstellungen/:token')
    .get(async ({ params, path }, response) => {
      const reader = await readerBehind(context, params.token, response);
      if (reader) await show(context, reader, response, { action: path });
    })
    .post(form, async ({ params, path, body }, response) => {
      const reader = await readerBehind(context, params.token, response);
      if (!reader) return;
      const said = await act(context, reader, readPreferencesForm(body));
      const after = (await loadReader(context.payload, reader.subscriptions[0]?.id ?? '', hashAddress)) ?? reader;
      await show(context, after, response, { action: path, ...said });
    });
  return router;
};

/** Whose link it is; undefined after the page that says why there is nothing. */
const readerBehind = ({ payload }: SiteContext, token: string, response: Response): Promise<Reader | undefined> =>
  behindLink(
    { purpose: READER_TOKEN, token },
    (id) => loadReader(payload, id, hashAddress),
    response,
    (gone) => sendPage(gone, nothingKeptPage(), 410),
  );

type Said = Pick<PreferencesPageInput, 'done' | 'problem'>;

const act = async (context: SiteContext, reader: Reader, asked: PreferencesAct | undefined): Promise<Said> => {
  switch (asked?.kind) {
    case 'save':
      return save(context, reader, asked);
    case 'leave':
      return leave(context, reader, asked.channel);
    case 'leave-all':
      for (const { id } of reader.subscriptions) await unsubscribe(context.payload, id, hashAddress, now(), 'preferences');
      return { done: LEFT_ALL };
    case 'data':
      await requestData(context.payload, reader.email, below(context.publicUrl, '/einstellungen'));
      return { done: PERSONAL_DATA.sent };
    case 'order':
      return order(context, reader, asked.channels);
    default:
      return { problem: PREFERENCES.badLink };
  }
};

const save = async (
  { payload }: SiteContext,
  reader: Reader,
  { channel, region, topics, language }: PreferencesAct & { kind: 'save' },
): Promise<Said> => {
  const own = ownOf(reader, channel);
  const known = (await loadTopics(payload)).map(({ slug }) => slug).filter((slug) => topics.includes(slug));
  const wanted = own && { region, topics: known, language: language ?? own.preferences.language };
  if (!own || !wanted || !(await savePreferences(payload, own.id, wanted))) return { problem: PREFERENCES.badLink };
  return { done: savedWords(await nameOf(payload, channel)) };
};

const leave = async ({ payload }: SiteContext, reader: Reader, channel: string): Promise<Said> => {
  const own = ownOf(reader, channel);
  if (!own) return { problem: PREFERENCES.badLink };
  await unsubscribe(payload, own.id, hashAddress, now(), 'preferences');
  return { done: leftWords(await nameOf(payload, channel)) };
};

/** Another newsletter is another consent: it takes the way of every request, with a mail of its own. */
const order = async ({ payload, publicUrl }: SiteContext, reader: Reader, channels: readonly string[]): Promise<Said> => {
  const at = now();
  const choices = offersOf(await loadSettings(payload, at)).filter(({ channel }) => channels.includes(channel));
  if (choices.length === 0) return { problem: PREFERENCES.noChoice };
  const { email } = reader;
  const asked = {
    email,
    choices,
    formUrl: below(publicUrl, '/einstellungen'),
    addressHash: hashAddress(email, SIGNUP_SCOPES.newsletters),
  };
  if (await addSignup(payload, openSignup(asked, at))) log('signup.asked');
  return { done: `${ASKED.text} ${ASKED.rules}` };
};

const ownOf = ({ subscriptions }: Reader, channel: string): OwnSubscription | undefined =>
  subscriptions.find((one) => one.channel === channel);

const nameOf = async (payload: SiteContext['payload'], channel: string): Promise<string> =>
  (await loadSettings(payload, now())).channels.find(({ id }) => id === channel)?.name ?? '';

const show = async (
  { payload }: SiteContext,
  { email, subscriptions }: Reader,
  response: Response,
  rest: Said & Pick<PreferencesPageInput, 'action'>,
): Promise<void> => {
  const settings = await loadSettings(payload, now());
  const newsletters = subscriptions.flatMap(({ channel, isConfirmed, preferences }): OwnNewsletter[] => {
    const found = settings.channels.find(({ id }) => id === channel);
    if (!found || !isConfirmed) return [];
    const organisation = settings.organisations.get(found.carrier)?.name ?? '';
    return [{ channel, name: found.name, organisation, isBilingual: found.bothLanguages, preferences }];
  });
  newsletters.sort((a, b) => a.name.localeCompare(b.name, 'de'));
  const offers = offersOf(settings).filter(({ channel }) => newsletters.every((own) => own.channel !== channel));
  const page = { maskedAddress: masked(email), newsletters, offers, topics: await loadTopics(payload), ...rest };
  sendPage(response, preferencesPage(page), rest.problem === undefined ? 200 : 422);
};

/** For its owner to know it by: the link may have been passed on with its mail, and a domain often is one person's. */
const masked = (email: string): string => email.replace(/^(.).*/u, '$1…@…');
