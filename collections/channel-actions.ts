import { randomBytes } from 'node:crypto';
import type { Endpoint, PayloadRequest } from 'payload';
import { accessEnd, wholeDays } from '#domain/access';
import { CONNECT_TOKEN } from '#domain/addresses';
import type { ChannelAccount, ChannelVia } from '#domain/channel';
import { type CheckOutcome, checkKindOf, SIGN_IN_MINUTES, type SignInBeginning } from '#domain/connection';
import { toIso } from '#domain/time';
import { CONNECTING, checkInWords } from '#i18n/connection';
import { REFUSED } from '#i18n/decisions';
import { now } from '#runtime/clock';
import { sealSecret, sessionMark, signToken } from '#runtime/secrets';
import { type ChannelAccess, claimCheck, loadChannelAccess, noteCheck } from '#store/channel-access';
import { loadChannelAccount } from '#store/channel-accounts';
import { connectionOwner, openConnection } from '#store/connections';
import { mayUpdate } from '#store/may-update';
import { viewerOf } from './access';
import { type Answer, respond } from './decision-answers';
import { languageOf } from './refuse';

/** What lies outside: on which ways one can sign in, what a network says of an account, and where it asks its people. */
export type Networks = {
  readonly connectable: readonly string[];
  /** Undefined where there is nothing to ask. */
  readonly check: (via: ChannelVia, account: ChannelAccount) => Promise<CheckOutcome | undefined>;
  /** Undefined where one cannot sign in. */
  readonly begin: (via: ChannelVia, state: string, server?: string) => Promise<SignInBeginning | undefined>;
};

/**
 * `POST /api/channels/:id/check`: asks the network about the account without posting; `{ message, kind, at, mayGoOn }` out. `POST
 * /api/channels/:id/connect`: `{ url }` where to sign in. For those who may change the channel, else 401, 403 or 404; 409 where there is
 * nothing to ask, 429 when somebody asked just before, 503 when the network does not answer.
 */
export const channelActions = (networks: Networks): Omit<Endpoint, 'root'>[] =>
  (['check', 'connect'] as const).map((act) => ({
    path: `/:id/${act}`,
    method: 'post',
    handler: async (req) => {
      const answer = await answerAct(req, (seen) => ACTS[act](seen, networks));
      return isRefusal(answer) ? respond(req, answer) : Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
    },
  }));

type Seen = { readonly req: PayloadRequest; readonly id: string; readonly user: string; readonly access: ChannelAccess };
type Done = Readonly<Record<string, string | boolean>>;

const isRefusal = (answer: Answer | Done): answer is Answer => 'words' in answer;

const answerAct = async (req: PayloadRequest, act: (seen: Seen) => Promise<Answer | Done>): Promise<Answer | Done> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  const id = String(req.routeParams?.id ?? '');
  const access = await loadChannelAccess(req.payload, id);
  if (!access) return { status: 404, words: REFUSED.missing };
  if (!(await mayUpdate(req, 'channels', id))) return { status: 403, words: REFUSED.forbidden };
  return act({ req, id, user: viewer.id, access });
};

const check = async ({ req, id, access }: Seen, networks: Networks): Promise<Answer | Done> => {
  if (!(await claimCheck(req.payload, id, now()))) return { status: 429, words: CONNECTING.tooSoon };
  const account = await loadChannelAccount(req.payload, id);
  const outcome = account && (await networks.check(access.via, account));
  if (!outcome) return { status: 409, words: CONNECTING.nothingToCheck };
  const at = now();
  await noteCheck(req.payload, id, account.apiKey, outcome, at);
  const kind = checkKindOf(outcome);
  const end = accessEnd(access, at);
  const days = end && wholeDays(end, at);
  const health = { name: access.accountName, days, isRenewed: access.renewal !== undefined };
  const words = checkInWords(outcome, health, access.via);
  // Going on is somebody's own decision: what waited leaves at once, and a check promises that nothing does.
  return {
    message: words[languageOf(req)],
    ...(kind ? { kind, at: toIso(at) } : {}),
    mayGoOn: outcome.kind === 'fine' && access.trouble !== undefined,
  };
};

const connect = async ({ req, id, user, access }: Seen, networks: Networks): Promise<Answer | Done> => {
  const key = randomBytes(24).toString('base64url');
  const expiresAt = now().add({ minutes: SIGN_IN_MINUTES });
  const state = signToken({ purpose: CONNECT_TOKEN, subject: key, expires: expiresAt });
  const begun = await networks.begin(access.via, state, access.server);
  if (!begun) return { status: 409, words: CONNECTING.notConnectable };
  if (begun.kind === 'refused') return { status: 409, words: CONNECTING.notThere };
  if (begun.kind !== 'begun')
    return { status: 503, words: access.server ? CONNECTING.serverUnreachable : CONNECTING.unreachable };
  const sealed = begun.memo && sealSecret(begun.memo, connectionOwner({ key }));
  await openConnection(req.payload, { key, channel: id, user, session: sessionMark(req.user), sealed, expiresAt });
  return { url: begun.url };
};

const ACTS = { check, connect } as const;
