import type { Payload } from 'payload';
import type { ChannelAccount } from '#domain/channel';
import { contentRef } from '#domain/content';
import { type Dispatch, type DispatchStatus, type SendOutcome, troubleOf } from '#domain/dispatch';
import { type Patience, triedSince } from '#domain/patience';
import { isChange, type Settlement, settle } from '#domain/settlement';
import type { Instant } from '#domain/time';
import { log } from '#runtime/log';
import { findLeft, triesOf } from '#store/attempts';
import { signsInStillWith } from '#store/channel-accounts';
import { putBackInLine } from '#store/contents';
import { changeRow, loadDelivery, moveDelivery } from '#store/deliveries';
import type { DeliverySet } from '#store/delivery-row';
import { batchesOf, moveDispatch } from '#store/dispatches';
import { approvalKey, finishNotice, loadNotice } from '#store/notices';
import { isUnset } from '#store/rows';
import { finishSignupMail } from '#store/signups';

/** Detail of an attempt whose process fell silent. */
export const LEASE_EXPIRED = 'lease-expired';

/**
 * Writes what an attempt's outcome means to what it was about, then to the dispatch: as long as the dispatch is not final, the
 * next tick does all of it again. Repeatable; whatever was settled otherwise meanwhile stays. What becomes of an edition follows from
 * all of its batches: `settleEdition`. `asked`: with whose account the provider was asked, where that is known.
 */
export const settleDispatch = async (
  payload: Payload,
  dispatch: Dispatch,
  number: number,
  answered: SendOutcome,
  at: Instant,
  asked?: ChannelAccount,
): Promise<void> => {
  const outcome = await bestOutcome(payload, dispatch, number, answered);
  const settled = settle(outcome, await patienceOf(payload, dispatch, outcome, at));
  const settlement = isChange(dispatch.kind) ? await givenToPeople(payload, dispatch, settled, outcome, asked) : settled;
  if (dispatch.kind === 'post') await settleDelivery(payload, dispatch, number, settlement, outcome, at);
  if (dispatch.kind === 'notice') await settleNotice(payload, dispatch.subject, settlement, at);
  if (dispatch.kind === 'confirmation') await settleConfirmation(payload, dispatch.subject, settlement, at);
  await moveDispatch(payload, { id: dispatch.id, attempt: number }, BEFORE[settlement.dispatch], settlement.dispatch, {
    notBefore: settlement.notBefore,
  });
};

/**
 * A post that could not be amended or taken away is for a person, and one that is gone for nobody. Who wants it gone does not wait until the
 * channel is connected anew, unless it was, while the network refused what it signed in with before.
 */
const givenToPeople = async (
  payload: Payload,
  { kind, channelId }: Dispatch,
  settlement: Settlement,
  outcome: SendOutcome,
  asked: ChannelAccount | undefined,
): Promise<Settlement> => {
  const isAccountRefused = kind === 'removal' && channelId !== undefined && troubleOf(outcome) !== undefined;
  const isForPeople =
    settlement.dispatch === 'failed' || (isAccountRefused && (await signsInStillWith(payload, channelId, asked)));
  if (!isForPeople) return settlement;
  const isGone = outcome.kind === 'rejected' && outcome.code === 'gone';
  return { ...settlement, dispatch: isGone ? 'cancelled' : 'handed-over' };
};

/** How long it has been tried in vain: a provider that takes no batch of an edition takes the others no more than the first. */
const patienceOf = async (payload: Payload, dispatch: Dispatch, outcome: SendOutcome, at: Instant): Promise<Patience> => {
  if (outcome.kind !== 'postponed') return { now: at, since: at };
  const row = dispatch.kind === 'post' ? await loadDelivery(payload, dispatch.subject) : undefined;
  const dispatches = dispatch.kind === 'edition' ? await batchesOf(payload, dispatch.subject) : [dispatch];
  const since = triedSince(await triesOf(payload, dispatches), row?.decidedAt ?? dispatch.reopenedAt) ?? at;
  return { now: at, since, latestAt: row?.latestAt };
};

/** Puts back what an abandoned claim had in hand: nothing of it left. The dispatch comes last. */
export const releaseDispatch = async (payload: Payload, dispatch: Dispatch, number: number): Promise<void> => {
  if (dispatch.kind === 'post') await moveDelivery(payload, dispatch.subject, 'sending', 'ready', {}, heldBy(dispatch, number));
  await moveDispatch(payload, { id: dispatch.id, attempt: number }, ['sending'], 'due');
};

/** From where a dispatch may come to a status; accepted is the truth about what was unclear, whatever was made of it. */
const BEFORE: Readonly<Record<DispatchStatus, readonly DispatchStatus[]>> = {
  due: ['sending', 'unconfirmed'],
  sending: ['due'],
  accepted: ['sending', 'unconfirmed', 'due', 'failed', 'cancelled'],
  'handed-over': ['sending', 'unconfirmed', 'due', 'failed', 'cancelled'],
  unconfirmed: ['sending'],
  failed: ['sending', 'unconfirmed'],
  cancelled: ['sending', 'due'],
};

/** The first attempt that was accepted is what readers see, whatever a later one came to. */
const bestOutcome = async (payload: Payload, dispatch: Dispatch, number: number, answered: SendOutcome): Promise<SendOutcome> => {
  if (number === 1 || answered.kind === 'handed-over') return answered;
  const left = (await findLeft(payload, dispatch.id))?.outcome;
  return left && (left.kind === 'accepted' || answered.kind !== 'accepted') ? left : answered;
};

const settleDelivery = async (
  payload: Payload,
  dispatch: Dispatch,
  number: number,
  settlement: Settlement,
  outcome: SendOutcome,
  at: Instant,
): Promise<void> => {
  const to = settlement.delivery;
  const hasLeft = to === 'sent' || to === 'handed-over';
  const held = heldBy(dispatch, number);
  const answered = setOf(settlement, outcome, at);
  // A first attempt told what its row is planned for.
  if (number === 1 && (await moveDelivery(payload, dispatch.subject, 'sending', to, answered, held))) return;
  const set = { ...answered, ...(hasLeft ? await toldBy(payload, dispatch) : {}) };
  const isSettled = number > 1 && (await moveDelivery(payload, dispatch.subject, 'sending', to, set, held)) !== undefined;
  if (!isSettled && (hasLeft || to === 'failed' || to === 'ready'))
    await moveDelivery(payload, dispatch.subject, 'unconfirmed', to, set, held);
  if (!hasLeft) return;
  // In line before and after: a crash between the steps heals, and so does a plan that was made between them.
  await lookAtPlanAgain(payload, dispatch.subject);
  // A person had put the unclear row back, and now it turns out that it did leave, by whichever attempt. In hand it tells what that one told.
  const ofDispatch = [{ dispatchId: { equals: dispatch.id } }];
  const behind = [...ofDispatch, { attempt: { greater_than: number } }];
  const inHand = { ...(await toldBy(payload, dispatch)), attempt: number };
  if (await moveDelivery(payload, dispatch.subject, 'ready', 'sending', inHand, ofDispatch))
    await moveDelivery(payload, dispatch.subject, 'sending', to, answered, held);
  // Or a later attempt has left as well meanwhile: readers had the first before.
  if (to === 'sent')
    await changeRow(payload, dispatch.subject, to, { ...answered, ...(await toldBy(payload, dispatch)) }, behind);
  await lookAtPlanAgain(payload, dispatch.subject);
};

/**
 * What the attempt that left tells: an older version, perhaps, than the row was planned for since, or in other words. Where it does not know
 * whose words it told, they count as those of the row.
 */
const toldBy = async (payload: Payload, dispatch: Dispatch): Promise<DeliverySet> => {
  const told = (await findLeft(payload, dispatch.id))?.told;
  if (!told) return {};
  const { ownText, ...version } = told;
  return { ...version, ...(ownText === undefined ? {} : { ownText: ownText || undefined }), ownTextStale: false };
};

/** Readers were perhaps told an older version than the row was planned for since: planning sees to a correction. */
const lookAtPlanAgain = async (payload: Payload, id: string): Promise<void> => {
  const row = await loadDelivery(payload, id);
  const ref = row && contentRef(row.content);
  if (ref) await putBackInLine(payload, ref);
};

/** Only the attempt that holds a row may move it. */
const heldBy = (dispatch: Dispatch, number: number) => [{ dispatchId: { equals: dispatch.id } }, { attempt: { equals: number } }];

const setOf = (settlement: Settlement, outcome: SendOutcome, at: Instant): DeliverySet => {
  switch (outcome.kind) {
    case 'accepted':
      return { sentAt: at, url: outcome.url, reason: undefined };
    case 'handed-over':
      // Why a person has it, where its channel has a way of its own, stands there since it was taken in hand.
      return { askUntil: outcome.askUntil };
    case 'unconfirmed':
      return { reason: outcome.detail === LEASE_EXPIRED ? 'lease-expired' : undefined };
    default:
      return { reason: settlement.reason };
  }
};

const settleNotice = async (payload: Payload, id: string, settlement: Settlement, at: Instant): Promise<void> => {
  const to = settlement.dispatch;
  if (to === 'due' || to === 'sending') return;
  if (to === 'accepted') await noteReached(payload, id, at);
  await finishNotice(payload, id, to === 'accepted' ? 'accepted' : 'failed', at);
};

/** Whether the mail came nobody knows until its link is used, so that an unclear one is as good as sent. */
const settleConfirmation = async (payload: Payload, id: string, settlement: Settlement, at: Instant): Promise<void> => {
  const to = settlement.dispatch;
  if (to === 'accepted' || to === 'unconfirmed') await finishSignupMail(payload, id, 'mailed', at);
  if (to === 'failed') await finishSignupMail(payload, id, 'failed', at);
};

/** From the first accepted request for approval on silence counts, if the row still says what was asked about. */
const noteReached = async (payload: Payload, noticeId: string, at: Instant): Promise<void> => {
  const notice = await loadNotice(payload, noticeId);
  const delivery = notice?.kind === 'approval' ? await loadDelivery(payload, notice.deliveryId) : undefined;
  if (!notice || !delivery || approvalKey(delivery, notice.userId) !== notice.key) return;
  const conditions = [isUnset('noticedAt'), { fingerprint: { equals: delivery.fingerprint } }];
  if (await changeRow(payload, delivery.id, 'awaiting-approval', { noticedAt: at }, conditions))
    log('delivery.noticed', { delivery: delivery.id });
};
