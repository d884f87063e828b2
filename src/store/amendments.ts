import type { Payload } from 'payload';
import type { Dispatch } from '#domain/dispatch';
import type { Post } from '#domain/message';
import type { Instant } from '#domain/time';
import { type Attempt, attemptsOf } from './attempts';
import { dispatchesOf, insertDispatch, moveDispatch } from './dispatches';

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
  if (standing) await moveDispatch(payload, standing, ['cancelled'], 'due', { notBefore });
};

/** What the post of a row says, as far as that is certain: undefined after an amendment of unknown fate, or where no post is known. */
export const saidBy = async (payload: Payload, rowId: string): Promise<Post | undefined> => {
  const dispatches = [...(await dispatchesOf(payload, 'post', [rowId])), ...(await amendmentsOf(payload, [rowId]))];
  const tries = (
    await attemptsOf(
      payload,
      dispatches.map(({ id }) => id),
    )
  ).filter(({ stage }) => MAY_HAVE_SAID.includes(stage));
  const last = tries.at(-1);
  return last && (last.stage === 'accepted' || last.stage === 'handed-over') ? postIn(last.message) : undefined;
};

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
