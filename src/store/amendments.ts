import type { Payload, Where } from 'payload';
import type { Delivery } from '#domain/delivery';
import { type Dispatch, isGoing } from '#domain/dispatch';
import type { Post } from '#domain/message';
import type { Purpose } from '#domain/purpose';
import type { Instant } from '#domain/time';
import { type Attempt, attemptsOf, hasLeft, leftOf } from './attempts';
import { dispatchesOf, insertDispatch, reopenDispatch } from './dispatches';
import { findRows } from './rows';

/** All that was ever to be put right in the posts of these rows, whatever became of it. */
export const amendmentsOf = (payload: Payload, rows: readonly string[]): Promise<readonly Dispatch[]> =>
  dispatchesOf(payload, 'amendment', rows);

/** Which version of a content (`sequence`) an amendment tells. */
export const sequenceOf = ({ key }: Pick<Dispatch, 'key'>): number => Number(key.split('/').at(-1));

/** Has a row's post put right for that version of its content, once; what had become needless is looked at again. */
export const openAmendment = async (
  payload: Payload,
  row: { readonly id: string; readonly channelId: string },
  sequence: number,
  notBefore: Instant,
): Promise<void> => {
  const key = `amendment/${row.id}/${sequence}`;
  const opening = { key, kind: 'amendment', subject: row.id, channelId: row.channelId, notBefore } as const;
  if (await insertDispatch(payload, opening)) return;
  const standing = (await amendmentsOf(payload, [row.id])).find((one) => one.key === key);
  if (standing) await reopenDispatch(payload, standing, ['cancelled'], notBefore);
};

/**
 * What the post of a row says, as far as that is certain: undefined where no post is known, and once an amendment did not end in a plain
 * yes, for then it may have landed all the same, or a person has changed the post.
 */
export const saidBy = async (payload: Payload, rowId: string): Promise<Post | undefined> => {
  const idsOf = (dispatches: readonly Dispatch[]) => dispatches.map(({ id }) => id);
  const posts = await attemptsOf(payload, idsOf(await dispatchesOf(payload, 'post', [rowId])));
  const amendments = await attemptsOf(payload, idsOf(await amendmentsOf(payload, [rowId])));
  const last = lastAmending(amendments);
  if (last) return last.stage === 'accepted' ? postIn(last.message) : undefined;
  const told = posts.filter(({ stage }) => MAY_HAVE_SAID.includes(stage)).at(-1);
  return told && hasLeft(told) ? postIn(leftOf(posts)?.message) : undefined;
};

/** Id of the row whose post tells that version, or a later one, on the same channel, and still stands; undefined where none does. */
export const correctionBeside = async (
  payload: Payload,
  { id, content, channelId }: Pick<Delivery, 'id' | 'content' | 'channelId'>,
  sequence: number,
): Promise<string | undefined> => {
  const here: Where[] = [{ content: { equals: content } }, { channel: { equals: channelId } }, { id: { not_equals: id } }];
  const told: Where[] = [{ status: { equals: 'sent' } }, { sequence: { greater_than_equal: sequence } }];
  const purposes: Where = { purpose: { in: ['update', 'cancel'] satisfies Purpose[] } };
  const rows = await findRows(payload, 'deliveries', { and: [...here, ...told, purposes] }, { sort: '-sentAt' });
  const removals = await dispatchesOf(
    payload,
    'removal',
    rows.map((row) => row.id),
  );
  const isTakenAway = (row: string) => removals.some(({ subject, status }) => subject === row && isGoing(status));
  return rows.find((row) => !isTakenAway(row.id))?.id;
};

/** The last of these tries to amend a post that was given to the network or to a person; what the post says is certain only after a plain yes. */
export const lastAmending = (tries: readonly Attempt[]): Attempt | undefined =>
  tries.filter(({ stage }) => !IN_HAND.includes(stage)).at(-1);

const IN_HAND: readonly Attempt['stage'][] = ['claimed', 'abandoned'];
const MAY_HAVE_SAID: readonly Attempt['stage'][] = ['handing', 'accepted', 'handed-over', 'unconfirmed'];

/** The post in a message, ours, handed to a person, or as it was amended. */
export const postIn = (message: Attempt['message']): Post | undefined => {
  switch (message?.kind) {
    case 'post':
      return message;
    case 'handover':
    case 'amendment':
      return message.post;
    default:
      return undefined;
  }
};
