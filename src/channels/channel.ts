import type { ChannelVia } from '#domain/channel';
import type { CheckOutcome, Renewal } from '#domain/connection';
import type { SendOutcome } from '#domain/dispatch';
import type { Amendment, Message, Removal } from '#domain/message';
import type { PostLimits } from '#domain/post-limits';
import type { Instant } from '#domain/time';

/**
 * The port every provider implements; what a channel can do is data, not a subclass.
 * `send` never throws for what the world does (network, refusals): that is an outcome. It throws for our own bugs only.
 * A detail holds the provider's words or, where it is ours, a code that `i18n/answers` has words for.
 */
export type Channel = {
  readonly via: ChannelVia;
  /** What its provider accepts. */
  readonly limits: PostLimits;
  /** Until when its network promises the version of its interface that we speak, where it gives versions up. */
  readonly interfaceUntil?: Instant | undefined;
  /** Does the same key give the same message instead of a second one? For how long (seconds; Infinity = for ever). `REPEATING_VIAS` names the networks where it does. */
  readonly repeatable: false | { readonly seconds: number };
  /** `attempt`: the number of the try, for providers that tell us later what became of it. */
  readonly send: (message: Message, key: string, attempt?: number) => Promise<SendOutcome>;
  /** Looks up what became of a message after a lost answer; undefined = the provider does not know it. `LOOKING_VIAS` names the ways that have it. */
  readonly find?: (sent: Sent) => Promise<SendOutcome | undefined>;
  /** Asks whether its account is good and may post, without posting. */
  readonly check?: () => Promise<CheckOutcome>;
  /** Asks for the next access of its account with what the last one brought for that; a network may take the same only once. */
  readonly renew?: () => Promise<Renewal>;
  /** Takes a post away; it may be repeated, and one that is gone counts as taken away. `REMOVING_VIAS` names the ways that have it. */
  readonly remove?: (removal: Removal) => Promise<SendOutcome>;
  /** Gives a post another text; it may be repeated, and one that is gone is refused as `gone`. `AMENDING_VIAS` names the ways that have it. */
  readonly amend?: (amendment: Amendment) => Promise<SendOutcome>;
  /** Deletes what it left on this machine before then, an hour late at most; gives the number of files. May be called at any time. */
  readonly forget?: (before: Instant) => Promise<number>;
};

/** What was handed over, by whose key, and since when it may be there. */
export type Sent = { readonly key: string; readonly message: Message; readonly since: Instant };
