import type { Payload, Where } from 'payload';
import type { AttemptStage } from '#domain/dispatch';
import type { Mail, Message } from '#domain/message';
import { type Instant, toIso } from '#domain/time';
import { compareAndSet, findRows, isUnset, type Row } from './rows';

/** Stages after which nobody sends this very message again; an unclear one is asked after for a day only. */
const OVER: readonly AttemptStage[] = ['accepted', 'handed-over', 'rejected', 'postponed', 'abandoned', 'unconfirmed'];

/**
 * Takes out of mails the addresses and links of their readers, where the attempt ended before `before`; those of newsletters never
 * held any. Gives the number of attempts looked at.
 */
export const forgetAddresses = async (payload: Payload, before: Instant, now: Instant, limit: number): Promise<number> => {
  const ended = [{ endedAt: { less_than: toIso(before) } }, isUnset('forgottenAt')];
  const where: Where = { and: [{ stage: { in: [...OVER] } }, ...ended] };
  const attempts = await findRows(payload, 'attempts', where, { sort: 'endedAt', limit });
  for (const attempt of attempts) await forgetIn(payload, attempt, now);
  return attempts.length;
};

const forgetIn = async (payload: Payload, { id, stage, message }: Row<'attempts'>, now: Instant): Promise<void> => {
  const sent = message as Message | null;
  const rest = sent?.kind === 'mail' ? { message: { ...nameless(sent) } } : {};
  await compareAndSet(payload, 'attempts', id, [{ stage: { equals: stage } }], { ...rest, forgottenAt: toIso(now) });
};

/** Everybody stays in the list, so that they are counted, but without address and links. */
const nameless = (mail: Mail): Mail => ({
  ...mail,
  recipients: mail.recipients.map(({ id }) => ({ id, address: '', replace: {} })),
});
