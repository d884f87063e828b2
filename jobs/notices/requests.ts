import type { Payload } from 'payload';
import type { Dispatch } from '#domain/dispatch';
import { earliest, type Instant, isBefore } from '#domain/time';
import { log } from '#runtime/log';
import { changeRow, deliveriesIn } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { dispatchesOf, moveDispatch } from '#store/dispatches';
import { approvalKey, type Notice, type NoticeOpening, noEditorKey, noticesByKey } from '#store/notices';
import type { Staff } from '#store/people';
import { isUnset } from '#store/rows';
import type { JobContext } from '../context';
import { raise } from './raise';

/** Where nobody could be asked for approval, we try again after so many hours. */
const ASK_AGAIN_HOURS = 24;

/**
 * Asks the carrier's editors about every row that waits for approval; where none of them can be reached by mail, those above are
 * told, which counts as no question: silence begins only when somebody of the carrier was reached. Gives the number of notices raised.
 */
export const askForApproval = async ({ payload, now }: JobContext, staff: Staff): Promise<number> => {
  const waiting = await deliveriesIn(payload, 'awaiting-approval');
  const raised = await raise(
    payload,
    waiting.flatMap((row) => requestsAbout(row, staff)),
  );
  const questions = await openQuestions(payload, staff, waiting);
  for (const { row, notices } of questions) if (notices.some(isReached)) await countReached(payload, row, now);
  for (const { dispatch, at } of await repetitions(payload, questions))
    if (!isBefore(now, at)) await moveDispatch(payload, dispatch, [dispatch.status], 'due', { notBefore: now });
  return raised;
};

/** When a request that nobody got is made once more: the first such moment after `now`. */
export const nextRepetition = async (payload: Payload, staff: Staff, now: Instant): Promise<Instant | undefined> => {
  const questions = await openQuestions(payload, staff, await deliveriesIn(payload, 'awaiting-approval', isUnset('noticedAt')));
  const moments = (await repetitions(payload, questions)).map(({ at }) => at).filter((at) => isBefore(now, at));
  const [first, ...rest] = moments;
  return first && earliest(first, ...rest);
};

const requestsAbout = (row: LedgerRow, staff: Staff): readonly NoticeOpening[] => {
  const about = { deliveryId: row.id, organisation: row.carrier };
  const editors = staff.editorsOf(row.carrier, 'approval');
  if (editors.length > 0) return editors.map(({ id }) => ({ ...about, kind: 'approval', userId: id, key: approvalKey(row, id) }));
  log('notice.no-editor', { delivery: row.id, organisation: row.carrier }, 'debug');
  return staff.above('no-editor').map(({ id }) => ({ ...about, kind: 'no-editor', userId: id, key: noEditorKey(row, id) }));
};

/** A row that waits and has reached nobody yet, with its requests to people who are still there to answer. */
type Question = { readonly row: LedgerRow; readonly notices: readonly Notice[] };

const openQuestions = async (payload: Payload, staff: Staff, waiting: readonly LedgerRow[]): Promise<readonly Question[]> => {
  const asked = waiting.filter((row) => !row.noticedAt).map((row) => ({ row, requests: requestsAbout(row, staff) }));
  const notices = await noticesByKey(
    payload,
    asked.flatMap(({ requests }) => requests.map(({ key }) => key)),
  );
  return asked.map(({ row, requests }) => ({ row, notices: requests.flatMap(({ key }) => notices.get(key) ?? []) }));
};

const isReached = ({ kind, status }: Notice): boolean => kind === 'approval' && status === 'accepted';

/** A row came back to where it was asked about before: who was reached then is reached now, and the hours begin anew. */
const countReached = (payload: Payload, row: LedgerRow, now: Instant): Promise<unknown> =>
  changeRow(payload, row.id, 'awaiting-approval', { noticedAt: now }, [
    isUnset('noticedAt'),
    { fingerprint: { equals: row.fingerprint } },
  ]);

type Repetition = { readonly dispatch: Dispatch; readonly at: Instant };

/**
 * Requests that had become pointless are sent after all; those that were refused or have an unknown fate once more a day later:
 * a second mail to an editor does less harm than a row nobody knows of.
 */
const repetitions = async (payload: Payload, questions: readonly Question[]): Promise<readonly Repetition[]> => {
  const unheard = questions
    .filter(({ notices }) => !notices.some(isReached))
    .flatMap(({ notices }) => notices.filter(({ status }) => status === 'failed'));
  const dispatches = await dispatchesOf(
    payload,
    'notice',
    unheard.map(({ id }) => id),
  );
  return dispatches.flatMap((dispatch): Repetition[] => {
    if (dispatch.status === 'cancelled') return [{ dispatch, at: dispatch.notBefore }];
    const isUnheard = dispatch.status === 'failed' || dispatch.status === 'unconfirmed';
    return isUnheard ? [{ dispatch, at: dispatch.notBefore.add({ hours: ASK_AGAIN_HOURS }) }] : [];
  });
};
