import { CHANNEL_TROUBLES, type ChannelTrouble } from './channel';
import type { LeftOut } from './picture';
import type { Instant } from './time';

/** One person of a batch whose mail server said no: by our id, never the address. `code`: RFC 3463 (5.1.1), or RFC 5321 (550). */
export type Refusal = { readonly recipientId: string; readonly code: string };

/**
 * What a channel answers, as a value. `refusals`: whom of a batch it could name as refused, whatever became of the others; `leftOut`: why a
 * post was handed over without its picture.
 */
export type SendOutcome = Answer & {
  readonly refusals?: readonly Refusal[] | undefined;
  readonly leftOut?: LeftOut | undefined;
};

/** `accepted` counts people of a batch where there is one. */
type Answer =
  | {
      readonly kind: 'accepted';
      readonly providerId: string;
      readonly url?: string | undefined;
      readonly accepted?: number | undefined;
      readonly refused?: number | undefined;
      /** What is there was told by an earlier try: it was looked up, or a repeated key was answered with it. */
      readonly isEarlier?: boolean | undefined;
      /** The provider takes no more of this channel before then. */
      readonly restUntil?: Instant | undefined;
    }
  | { readonly kind: 'handed-over'; readonly askUntil: Instant }
  | { readonly kind: 'rejected'; readonly code: string; readonly detail: string }
  /** Certainly not sent: try again from then on. */
  | {
      readonly kind: 'postponed';
      readonly notBefore: Instant;
      readonly detail: string;
      /** As above. */
      readonly restUntil?: Instant | undefined;
    }
  /** Nobody knows whether it went out: never sent again blindly. */
  | { readonly kind: 'unconfirmed'; readonly detail: string };

/** True while nobody knows its end: it waits, is in hand, or got no answer. */
export const isUnderWay = (status: DispatchStatus): boolean =>
  status === 'due' || status === 'sending' || status === 'unconfirmed';

/** A post that is taken away, or about to be, as far as that has come: nobody need put it right. */
export const isGoing = (removal: DispatchStatus | undefined): boolean =>
  removal === 'accepted' || (removal !== undefined && isUnderWay(removal));

/**
 * Code of a refusal that is about the channel's account (its key, its sender) and not about the message: nothing more can leave there
 * until a person has put it right.
 */
export const ACCOUNT_REFUSED = 'account-refused';

/** Code of the refusal of an account that may not change or take away a post that is there; it may be good for everything else. */
export const CHANGE_REFUSED = 'change-refused';

/** Why no message can leave this channel before a person has put something right; undefined where that is not so. */
export const troubleOf = (outcome: SendOutcome): ChannelTrouble | undefined =>
  outcome.kind === 'rejected' ? CHANNEL_TROUBLES.find((trouble) => trouble === outcome.code) : undefined;

export type DispatchKind = 'post' | 'removal' | 'amendment' | 'edition' | 'notice' | 'confirmation';
export type DispatchStatus = 'due' | 'sending' | 'accepted' | 'handed-over' | 'unconfirmed' | 'failed' | 'cancelled';

/** One message handed to a provider: a post, a mail batch of at most 1,000 people, a notice. */
export type Dispatch = {
  readonly id: string;
  readonly key: string;
  readonly kind: DispatchKind;
  /** Id of the delivery, edition, notice or sign-up. */
  readonly subject: string;
  readonly channelId?: string | undefined;
  readonly status: DispatchStatus;
  /** Number of the attempt in hand or last made; 0 before the first. */
  readonly attempt: number;
  readonly notBefore: Instant;
  /** When it was last asked for anew, after it had come to an end. */
  readonly reopenedAt?: Instant | undefined;
  /** Edition batches: frozen ids of subscribers, at most 1,000. */
  readonly recipientIds?: readonly string[] | undefined;
  /** Edition batches: what its people want; all of them read the same mail. */
  readonly segment?: string | undefined;
  /** Edition batches: ids of the ledger rows they tell, written down before anything may leave. */
  readonly rows?: readonly string[] | undefined;
};

/**
 * How far an attempt got. `claimed`: nothing has left. `handing`: the call may have been made.
 * Everything else is final, save that `unconfirmed` may still learn the truth.
 */
export type AttemptStage =
  | 'claimed'
  | 'handing'
  | 'accepted'
  | 'handed-over'
  | 'rejected'
  | 'postponed'
  | 'unconfirmed'
  | 'abandoned';

/** How long a claim is good for before others may look at it. */
export const LEASE_SECONDS = 120;

/** A lease is made for so many people; a batch to more of them takes longer, and so does its lease. */
const PEOPLE_PER_LEASE = 100;

/** For how many seconds a claim of a message to so many people is good, where one to one person has `seconds`. */
export const leaseFor = (people: number, seconds: number): number => seconds * Math.max(1, Math.ceil(people / PEOPLE_PER_LEASE));
