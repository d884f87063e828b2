import type { Payload, Where } from 'payload';
import type { AttemptStage } from '#domain/dispatch';
import type { Mail, Message } from '#domain/message';
import { type Instant, toIso } from '#domain/time';
import { compareAndSet, findRows, inChunks, isUnset, type Row, type RowData } from './rows';

/** Stages after which nobody sends this very message again. */
const OVER: readonly AttemptStage[] = ['accepted', 'handed-over', 'rejected', 'postponed', 'abandoned'];

/**
 * Takes out of mails the addresses and links of their readers, where the attempt ended before `before`; an unclear one is asked after
 * for a day only. Gives the number of attempts looked at.
 */
export const forgetAddresses = async (payload: Payload, before: Instant, now: Instant, limit: number): Promise<number> => {
  const ended = [{ endedAt: { less_than: toIso(before) } }, isUnset('forgottenAt')];
  const where: Where = { and: [{ stage: { in: [...OVER, 'unconfirmed'] } }, ...ended] };
  const attempts = await findRows(payload, 'attempts', where, { sort: 'endedAt', limit });
  for (const attempt of attempts) await rewrite(payload, attempt, () => false, { forgottenAt: toIso(now) });
  return attempts.length;
};

/**
 * Takes these subscriptions out of the mails they were sent. What is in hand right now, or written by another at the same moment, is
 * forgotten with all others in time.
 */
export const forgetRecipients = async (
  payload: Payload,
  subscriptions: readonly Pick<Row<'subscribers'>, 'id' | 'channel'>[],
): Promise<void> => {
  if (subscriptions.length === 0) return;
  const ids = new Set(subscriptions.map(({ id }) => id));
  const channels = { channel: { in: subscriptions.map(({ channel }) => channel) } };
  const batches = await findRows(payload, 'dispatches', { and: [{ kind: { equals: 'edition' } }, channels] });
  const theirs = batches.filter(({ recipientIds: of }) => Array.isArray(of) && of.some((id) => ids.has(String(id))));
  for (const chunk of inChunks(theirs, 20)) {
    const dispatches = { dispatch: { in: chunk.map(({ id }) => id) } };
    const where: Where = { and: [dispatches, { stage: { in: [...OVER] } }, isUnset('forgottenAt')] };
    for (const attempt of await findRows(payload, 'attempts', where)) await rewrite(payload, attempt, (id) => !ids.has(id), {});
  }
};

const rewrite = async (
  payload: Payload,
  { id, stage, message }: Row<'attempts'>,
  isKept: (recipientId: string) => boolean,
  data: RowData<'attempts'>,
): Promise<void> => {
  const sent = message as Message | null;
  const rest = sent?.kind === 'mail' ? { message: { ...nameless(sent, isKept) } } : {};
  await compareAndSet(payload, 'attempts', id, [{ stage: { equals: stage } }], { ...rest, ...data });
};

/** Everybody stays in the list, so that they are counted, but without address and links unless kept. */
const nameless = (mail: Mail, isKept: (recipientId: string) => boolean): Mail => ({
  ...mail,
  recipients: mail.recipients.map((one) => (isKept(one.id) ? one : { id: one.id, address: '', replace: {} })),
});
