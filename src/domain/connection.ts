import type { ChannelTrouble, CheckKind } from './channel';
import type { Instant } from './time';

/**
 * What a network says of a channel's account when it is asked without anything being posted. `detail`: the network's words, or a code
 * of ours.
 */
export type CheckOutcome =
  /** `name`: the account as its readers know it; `textLength`: how long a post may be, where the account's own server decides that. */
  | { readonly kind: 'fine'; readonly name?: string | undefined; readonly textLength?: number | undefined }
  | { readonly kind: 'refused'; readonly trouble: ChannelTrouble; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string };

/** Detail of a refusal by nobody: the channel has no access yet that a network could have been asked about. */
const NO_KEY = 'no-key';

/** What is kept of it; undefined where nothing was asked. */
export const checkKindOf = (outcome: CheckOutcome): CheckKind | undefined => {
  if (outcome.kind !== 'refused') return outcome.kind;
  if (outcome.detail === NO_KEY) return undefined;
  return outcome.trouble === 'account-refused' ? 'refused' : outcome.trouble;
};

/** So many seconds lie between two checks of one channel at least. */
export const CHECK_PAUSE_SECONDS = 10;

/** The leave to act that a network gave; `seconds` from now on, where it ends. `refresh`: what gets the next one. */
export type Access = {
  readonly token: string;
  readonly seconds?: number | undefined;
  readonly refresh?: { readonly token: string; readonly seconds?: number | undefined } | undefined;
};

/** An access as it is kept: its secrets sealed for their owner, and when it ends, where it does. */
export type SealedAccess = {
  readonly token: string;
  readonly until?: Instant | undefined;
  readonly refresh?: { readonly token: string; readonly until?: Instant | undefined } | undefined;
};

/**
 * How asking for an access ended. `refused`: what was to get it is good no more; `app-refused`: nobody gets one by the application of this
 * installation, which says nothing of what was to get it; `unknown`: ask again. Where it was used up by a question whose answer was lost,
 * the next is refused.
 */
export type Renewal =
  | { readonly kind: 'renewed'; readonly access: Access }
  | { readonly kind: 'refused' | 'app-refused' | 'unknown'; readonly detail: string };

/** An account somebody may post as: how the network calls it, and how its readers do. */
export type Postable = { readonly id: string; readonly name: string };

/**
 * How a person's yes at a network ended: with whom they may post as, or why not. `textLength`: as of a check. `unpaid`: the network says
 * nothing more before somebody pays; `changed`: the channel's account is elsewhere now.
 */
export type SignInOutcome =
  | {
      readonly kind: 'granted';
      readonly access: Access;
      readonly accounts: readonly Postable[];
      readonly textLength?: number | undefined;
    }
  | { readonly kind: 'refused' | 'unknown' | 'unpaid' | 'changed'; readonly detail: string };

/** Where a person says yes, and what must be remembered until they come back; or why they cannot be sent there. */
export type SignInBeginning =
  | { readonly kind: 'begun'; readonly url: string; readonly memo?: string | undefined }
  | { readonly kind: 'refused' | 'unknown'; readonly detail: string };

/** For so many minutes somebody who was sent to a network may come back. */
export const SIGN_IN_MINUTES = 10;
