import { type ChannelId, type ChannelSettings, departureOf } from './channel';
import { type Instant, inBerlin } from './time';

/** A request that nobody confirms is gone after so many days (no statute; a week is what practice takes for modest). */
export const SIGNUP_DAYS = 7;

/** Hardly anybody fills a form in faster, unless the browser does; an older form shows words that may have changed. */
export const FASTEST_SECONDS = 3;
const OLDEST_HOURS = 24;

/** One newsletter somebody asked for, in the very words they agreed to. */
export type SignupChoice = {
  readonly channel: ChannelId;
  readonly newsletter: string;
  readonly organisation: string;
  readonly text: string;
};

/** What somebody asks for: newsletters, or a link to what we keep about their address. */
export type SignupKind = 'newsletters' | 'data';

/** A request that waits for the click in the mail. */
export type Signup = {
  readonly id: string;
  readonly kind: SignupKind;
  readonly email: string;
  readonly choices: readonly SignupChoice[];
  /** The address of the form. */
  readonly formUrl: string;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly mailedAt?: Instant | undefined;
  readonly mailHash?: string | undefined;
};

/** What to think of a form by the time it took: in time, too fast to have been read, or too old. */
export const judgeForm = (shownAt: Instant, now: Instant): 'in time' | 'hasty' | 'old' => {
  const seconds = shownAt.until(now).total('seconds');
  if (seconds < FASTEST_SECONDS) return 'hasty';
  return seconds > OLDEST_HOURS * 3600 ? 'old' : 'in time';
};

/** True for a newsletter that can be asked for here: one we send. What a body sends itself is ordered there. */
export const isOnOffer = (channel: ChannelSettings): boolean =>
  channel.active && departureOf(channel) === 'edition' && channel.slot !== undefined;

/** A request as it comes from the form; the same `key` gives one request, `earlier` are the keys of those that can still stand. */
export type SignupOpening = Omit<Signup, 'id' | 'mailedAt' | 'mailHash'> & {
  readonly key: string;
  readonly addressHash: string;
  readonly earlier: readonly string[];
};

/** In which scope addresses are hashed for a request of each kind: each may be made once a day. */
export const SIGNUP_SCOPES: Readonly<Record<SignupKind, string>> = { newsletters: 'signup', data: 'data-request' };

/** The keys of all requests of an address that can still stand; `hash` gives what stands for it in a scope. */
export const signupKeys = (hash: (scope: string) => string, now: Instant): readonly string[] =>
  Object.values(SIGNUP_SCOPES).flatMap((scope) => keysOf(hash(scope), now));

/**
 * So many mails an address gets that ask for a click, until it gives one: for newsletters ever, for what is kept of it (a right that
 * nobody else may use up) in the week for which they stand. Whoever types somebody else's again and again fills nobody's mailbox.
 */
export const MOST_UNANSWERED = 3;

/** A week of hours can begin on the eighth Berlin day before today, for a day may have 23. */
const keysOf = (addressHash: string, now: Instant): readonly string[] =>
  Array.from({ length: SIGNUP_DAYS + 2 }, (_, daysAgo) => keyOf(addressHash, now, daysAgo));

const keyOf = (addressHash: string, now: Instant, daysAgo = 0): string =>
  `${addressHash}/${inBerlin(now).toPlainDate().subtract({ days: daysAgo })}`;

/** A new request; its key lets an address have one a Berlin day, so that it is mailed once then, whoever sends the form how often. */
export const openSignup = (
  asked: Pick<Signup, 'email' | 'choices' | 'formUrl'> & { readonly addressHash: string; readonly kind?: SignupKind },
  now: Instant,
): SignupOpening => {
  const { addressHash, kind = 'newsletters', ...signup } = asked;
  return {
    ...signup,
    ...{ kind, addressHash },
    key: keyOf(addressHash, now),
    earlier: keysOf(addressHash, now).slice(1),
    requestedAt: now,
    expiresAt: now.add({ hours: SIGNUP_DAYS * 24 }),
  };
};
