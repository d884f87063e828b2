import express, { type Request, type Response, Router } from 'express';
import { channelUrl, startUrl } from '#domain/addresses';
import { accountOwner, type ChannelVia } from '#domain/channel';
import type { Postable, SignInOutcome } from '#domain/connection';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { sealAccess } from '#runtime/seal-access';
import { openSecret } from '#runtime/secrets';
import { returnAddress } from '#runtime/sign-ins';
import { connectChannel } from '#store/channel-access';
import { closeConnection, connectionOwner, moveConnection } from '#store/connections';
import { choosePage, connectedPage, obstaclePage } from '#templates/connect-pages';
import type { SiteContext } from './context';
import { readGranted, sealGranted } from './granted';
import { limitPosts } from './limits';
import { sendPage } from './pages';
import { type Obstacle, type Returning, whoReturns } from './returning';
import { secretAddress } from './security';

type Granted = Extract<SignInOutcome, { kind: 'granted' }>;

/**
 * `/verbinden/<way>`: where a network sends people back to who gave a channel leave to post. The sign they bring is good once, for ten
 * minutes, in the session in which they left. What stood at the channel before is replaced at the very end.
 */
export const connectingRoutes = (context: SiteContext): Router => {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  router.use('/verbinden', secretAddress, limitPosts(60));
  router
    .route('/verbinden/:via')
    .get(async (request, response) => {
      const sign = textIn(request.query, 'state');
      const who = await whoReturns(context.payload, request, sign, 'asked');
      if ('obstacle' in who) return stop(context, response, who.obstacle);
      await finish(context, request, response, { ...who, sign });
    })
    .post(form, async (request, response) => {
      const sign = textIn(request.body, 'zeichen');
      const who = await whoReturns(context.payload, request, sign, 'choosing');
      if ('obstacle' in who) return stop(context, response, who.obstacle);
      await choose(context, request, response, { ...who, sign });
    });
  return router;
};

type Signed = Returning & { readonly sign: string };

const finish = async (context: SiteContext, { query, params }: Request, response: Response, who: Signed): Promise<void> => {
  const { payload } = context;
  const { connection, access } = who;
  // From here on nobody else takes this sign.
  if (!(await moveConnection(payload, connection, 'asked', 'answered'))) return stop(context, response, 'used');
  const outcome = params.via === access.via ? await askNetwork(context, query, who) : 'changed';
  const found = typeof outcome === 'string' ? outcome : outcome.accounts.length === 0 ? 'no-accounts' : outcome;
  if (typeof found === 'string') {
    await closeConnection(payload, connection);
    return stop(context, response, found, connection.channel);
  }
  const [account, ...others] = found.accounts;
  if (account && others.length === 0) return keep(context, response, who, found, account);
  await moveConnection(payload, connection, 'answered', 'choosing', sealGranted(found, connection));
  sendPage(
    response,
    choosePage({ accounts: found.accounts, chosen: access.page, sign: who.sign, action: `/verbinden/${access.via}` }),
  );
};

/** What the network gives for what the person brought; in the end no code or word of its own is told anybody. */
const askNetwork = async (
  { publicUrl, signIns }: SiteContext,
  query: Request['query'],
  { connection, access: { via, server } }: Returning,
): Promise<Granted | Obstacle> => {
  const signIn = signIns?.[via];
  const [code, error] = [textIn(query, 'code'), textIn(query, 'error')];
  if (error !== '') return refusalOf(connection.channel, via, error);
  if (!signIn || code === '') return 'invalid';
  const memo = connection.sealed && openSecret(connection.sealed, connectionOwner(connection));
  const outcome = await signIn.finish({ code, memo, server, redirectUri: returnAddress(publicUrl, via) });
  if (outcome.kind === 'granted') return outcome;
  // Without the words of another server, which may hold anything.
  const detail = /^(HTTP \d+|[a-z-]+)/.exec(outcome.detail)?.[0];
  log('channel.not-connected', { channel: connection.channel, via, outcome: outcome.kind, detail }, 'warn');
  return outcome.kind;
};

/** A person's no (RFC 6749 §4.1.2.1, and what LinkedIn says for it), or the network's. */
const refusalOf = (channel: string, via: ChannelVia, error: string): Obstacle => {
  if (/^(access_denied|user_cancelled_(login|authorize))$/.test(error)) return 'cancelled';
  log('channel.not-connected', { channel, via, detail: /^[a-z_]{1,60}$/.test(error) ? error : 'error' }, 'warn');
  return 'refused';
};

const choose = async (context: SiteContext, { body }: Request, response: Response, who: Signed): Promise<void> => {
  const { connection, access, sign } = who;
  const granted = readGranted(connection);
  if (!granted) return stop(context, response, 'used');
  const account = granted.accounts.find(({ id }) => id === textIn(body, 'seite'));
  if (!account) {
    const page = { accounts: granted.accounts, sign, action: `/verbinden/${access.via}`, isMissing: true };
    return sendPage(response, choosePage(page), 422);
  }
  if (!(await moveConnection(context.payload, connection, 'choosing', 'answered'))) return stop(context, response, 'used');
  await keep(context, response, who, granted, account);
};

const keep = async (
  context: SiteContext,
  response: Response,
  { connection, access: before }: Returning,
  granted: Granted,
  account: Postable,
): Promise<void> => {
  const { payload, publicUrl } = context;
  const at = now();
  const access = sealAccess(granted.access, before.via, accountOwner(before.organisation, before.slug), at);
  const { textLength } = granted;
  const isKept = await connectChannel(payload, connection.channel, { access, account, textLength, before }, at);
  await closeConnection(payload, connection);
  if (!isKept) return stop(context, response, 'changed', connection.channel);
  log('channel.connected', { channel: connection.channel, via: before.via });
  sendPage(response, connectedPage({ channel: before.name, name: account.name, url: channelUrl(connection.channel, publicUrl) }));
};

const STATUS: Readonly<Partial<Record<Obstacle, number>>> = {
  expired: 410,
  used: 410,
  session: 403,
  forbidden: 403,
  unknown: 502,
};

const stop = ({ publicUrl }: SiteContext, response: Response, obstacle: Obstacle, channel?: string): void =>
  sendPage(
    response,
    obstaclePage(obstacle, channel ? { channelUrl: channelUrl(channel, publicUrl) } : { adminUrl: startUrl(publicUrl) }),
    STATUS[obstacle] ?? 400,
  );

const textIn = (fields: unknown, name: string): string => {
  const value =
    typeof fields === 'object' && fields !== null ? Object.entries(fields).find(([key]) => key === name)?.[1] : undefined;
  return typeof value === 'string' ? value.slice(0, 4_000) : '';
};
