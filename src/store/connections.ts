import type { Payload } from 'payload';
import { type Instant, toIso } from '#domain/time';
import { compareAndSet, findRow, findRows, insertOnce, type Row } from './rows';

/** Somebody on the way to a network and back, for one channel and in one session. `sealed`: what must be remembered meanwhile. */
export type Connection = {
  readonly id: string;
  readonly key: string;
  readonly channel: string;
  readonly user: string;
  readonly session: string;
  readonly sealed?: string | undefined;
};

/** For whom is sealed what a connection remembers. */
export const connectionOwner = ({ key }: Pick<Connection, 'key'>): string => `connection/${key}`;

/** How far somebody is: sent away, come back (each once), or about to choose as whom to post. */
type Stage = Row<'connections'>['stage'];

/** Opens one; its key names it before there is an id. */
export const openConnection = async (
  payload: Payload,
  connection: Omit<Connection, 'id'> & { readonly expiresAt: Instant },
): Promise<void> => {
  const { expiresAt, sealed, ...rest } = connection;
  await insertOnce(payload, 'connections', { ...rest, sealed: sealed ?? null, stage: 'asked', expiresAt: toIso(expiresAt) });
};

/** The one of that key that is so far; undefined when it is over, or further. */
export const findConnection = async (payload: Payload, key: string, stage: Stage): Promise<Connection | undefined> => {
  const row = await findRow(payload, 'connections', { and: [{ key: { equals: key } }, { stage: { equals: stage } }] });
  return row && readConnection(row);
};

/** Takes a step, once; false when somebody did already. */
export const moveConnection = async (
  payload: Payload,
  { id }: Connection,
  from: Stage,
  to: Stage,
  sealed?: string,
): Promise<boolean> =>
  (await compareAndSet(payload, 'connections', id, [{ stage: { equals: from } }], {
    stage: to,
    ...(sealed ? { sealed } : {}),
  })) !== undefined;

/** Forgets one, with all it remembered. */
export const closeConnection = async (payload: Payload, { id }: Pick<Connection, 'id'>): Promise<void> => {
  await payload.db.deleteMany({ collection: 'connections', where: { id: { equals: id } } });
};

/** Those whose time is over. */
export const expiredConnections = async (payload: Payload, now: Instant): Promise<readonly Connection[]> =>
  (await findRows(payload, 'connections', { expiresAt: { less_than_equal: toIso(now) } })).map(readConnection);

const readConnection = ({ id, key, channel, user, session, sealed }: Row<'connections'>): Connection => ({
  ...{ id, key, channel, user, session, sealed: sealed ?? undefined },
});
