import type { Request } from 'express';
import { createLocalReq, type Payload } from 'payload';
import { CONNECT_TOKEN } from '#domain/addresses';
import type { CONNECT_PAGES } from '#i18n/connect-pages';
import { now } from '#runtime/clock';
import { sessionMark, verifyToken } from '#runtime/secrets';
import { type ChannelAccess, loadChannelAccess } from '#store/channel-access';
import { type Connection, findConnection } from '#store/connections';
import { mayUpdate } from '#store/may-update';
import { personHere } from './session';

/** Why somebody who comes back from a network goes no further. */
export type Obstacle = keyof typeof CONNECT_PAGES;

/** Somebody who came back in the session in which they left, and may change the channel. */
export type Returning = { readonly connection: Connection; readonly access: ChannelAccess };

/** Whose sign it is, if it is one of ours, still good, of this session and as far as `stage`. */
export const whoReturns = async (
  payload: Payload,
  request: Request,
  sign: string,
  stage: 'asked' | 'choosing',
): Promise<Returning | { readonly obstacle: Obstacle }> => {
  const verdict = verifyToken(CONNECT_TOKEN, sign, now());
  if ('problem' in verdict) return { obstacle: verdict.problem };
  const connection = await findConnection(payload, verdict.subject, stage);
  if (!connection) return { obstacle: 'used' };
  const user = await personHere(payload, request);
  if (!user || sessionMark(user) !== connection.session) return { obstacle: 'session' };
  const access = await loadChannelAccess(payload, connection.channel);
  const req = await createLocalReq({ user }, payload);
  if (!access || !(await mayUpdate(req, 'channels', connection.channel))) return { obstacle: 'forbidden' };
  return { connection, access };
};
