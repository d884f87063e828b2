import type { DeliveryStatus, Reason } from './delivery';
import { type DispatchStatus, type SendOutcome, troubleOf } from './dispatch';
import { nextTry, type Patience } from './patience';
import type { Instant } from './time';

/** What an outcome makes of dispatch and delivery. */
export type Settlement = {
  readonly dispatch: DispatchStatus;
  readonly delivery: DeliveryStatus;
  readonly reason?: Reason | undefined;
  readonly notBefore?: Instant | undefined;
};

/** Settles one attempt: the new status of its dispatch and delivery. Total over all outcomes. */
export const settle = (outcome: SendOutcome, patience: Patience): Settlement => {
  switch (outcome.kind) {
    case 'accepted':
      return { dispatch: 'accepted', delivery: 'sent' };
    case 'handed-over':
      return { dispatch: 'handed-over', delivery: 'handed-over' };
    case 'rejected':
      // Nothing is wrong with the message: it waits until somebody lets its channel go on.
      if (troubleOf(outcome)) return { dispatch: 'due', delivery: 'ready', notBefore: patience.now.add({ minutes: 1 }) };
      return { dispatch: 'failed', delivery: 'failed', reason: 'rejected' };
    case 'postponed': {
      const notBefore = nextTry(outcome.notBefore, patience);
      return notBefore
        ? { dispatch: 'due', delivery: 'ready', notBefore }
        : { dispatch: 'failed', delivery: 'failed', reason: 'not-reachable' };
    }
    case 'unconfirmed':
      return { dispatch: 'unconfirmed', delivery: 'unconfirmed' };
  }
};

/**
 * What an answer about a post that is there comes to, to be taken away or amended. Either may be done twice, so what nobody knows the fate of is
 * tried again.
 */
export const ofChange = (outcome: SendOutcome, at: Instant): SendOutcome =>
  outcome.kind === 'unconfirmed' ? { kind: 'postponed', notBefore: at.add({ minutes: 2 }), detail: outcome.detail } : outcome;

/** Messages about a post that is there already. */
export const isChange = (kind: string | undefined): boolean => kind === 'removal' || kind === 'amendment';

/**
 * What became of a row by the batches that tell it, or of a whole edition by all of them: sent once any was accepted; when all
 * batches of the edition have ended, unconfirmed if one is unclear, failed if one was refused, else ready again.
 */
export const verdictOf = (
  batches: readonly DispatchStatus[],
  isOver: boolean,
): 'sent' | 'unconfirmed' | 'failed' | 'ready' | undefined => {
  if (batches.includes('accepted')) return 'sent';
  if (!isOver) return undefined;
  if (batches.includes('unconfirmed')) return 'unconfirmed';
  return batches.includes('failed') ? 'failed' : 'ready';
};
