import type { Dispatch, SendOutcome } from '#domain/dispatch';
import { isChange, ofChange } from '#domain/settlement';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import {
  type Attempt,
  abandonAttempt,
  closeAttempt,
  currentAttempts,
  expiredAttempts,
  FINAL_STAGES,
  findAttempt,
} from '#store/attempts';
import { deliveriesIn } from '#store/deliveries';
import { loadDispatch, unsettledDispatches } from '#store/dispatches';
import type { JobContext } from './context';
import { LEASE_EXPIRED, releaseDispatch, settleDispatch } from './dispatch/settle';
import { settleEdition } from './dispatch/settle-edition';

/**
 * Ends what processes left in the middle, and asks nobody else. A claim of which nothing left is given up; one that may have sent is
 * *unconfirmed*, and only its channel (`learnTruth`) or a person can say more. What was answered but not settled is settled. Gives the
 * number of attempts and dispatches brought on.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  let count = 0;
  for (const attempt of await expiredAttempts(ctx.payload, ['claimed', 'handing'], ctx.now))
    if (await giveUp(ctx, attempt)) count += 1;
  return count + (await settleEnded(ctx)) + (await settleRows(ctx));
};

const giveUp = async (ctx: JobContext, attempt: Attempt): Promise<boolean> => {
  const isUnsent = attempt.stage === 'claimed';
  const silent: SendOutcome = { kind: 'unconfirmed', detail: LEASE_EXPIRED };
  const outcome = isChange(attempt.message?.kind) ? ofChange(silent, now()) : silent;
  const isDone = isUnsent
    ? await abandonAttempt(ctx.payload, attempt, now())
    : await closeAttempt(ctx.payload, attempt, outcome, now(), ['handing']);
  if (isDone) log('claim.expired', { dispatch: attempt.dispatchId, attempt: attempt.number, stage: attempt.stage }, 'warn');
  return isDone;
};

/** Dispatches whose attempt says something else than they do: its process stopped between the two. */
const settleEnded = async (ctx: JobContext): Promise<number> => {
  const dispatches = await unsettledDispatches(ctx.payload);
  const ended = await currentAttempts(ctx.payload, dispatches, FINAL_STAGES);
  let count = 0;
  for (const dispatch of dispatches) {
    const attempt = ended.get(dispatch.id);
    if (!attempt || attempt.stage === dispatch.status) continue;
    await settleRest(ctx, dispatch, attempt);
    count += 1;
  }
  return count;
};

const settleRest = async (ctx: JobContext, dispatch: Dispatch, { number, stage, outcome }: Attempt): Promise<void> => {
  if (outcome) await settleDispatch(ctx.payload, dispatch, number, outcome, now());
  else await releaseDispatch(ctx.payload, dispatch, number);
  await settleWhole(ctx, dispatch);
  log('claim.settled', { dispatch: dispatch.id, attempt: number, stage });
};

/** Rows in hand whose dispatch says that nobody has it: a late truth that was cut off between its two steps. */
const settleRows = async (ctx: JobContext): Promise<number> => {
  let count = 0;
  for (const row of await deliveriesIn(ctx.payload, 'sending', { dispatchId: { exists: true } })) {
    const dispatch = row.dispatchId ? await loadDispatch(ctx.payload, row.dispatchId) : undefined;
    if (!dispatch || dispatch.status === 'sending') continue;
    const attempt = await findAttempt(ctx.payload, dispatch.id, row.attempt ?? dispatch.attempt);
    if (!attempt || !FINAL_STAGES.includes(attempt.stage)) continue;
    await settleRest(ctx, dispatch, attempt);
    count += 1;
  }
  return count;
};

/** A batch of which more is known may be the last its edition waited for. */
const settleWhole = async (ctx: JobContext, { kind, subject }: Dispatch): Promise<void> => {
  if (kind === 'edition') await settleEdition(ctx.payload, subject, now());
};
