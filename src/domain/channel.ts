import type { Language } from './content';
import { NETWORKS, type NetworkKind } from './network';
import type { NewsletterSettings } from './newsletter';
import type { OrganisationId } from './organisation';
import type { Purpose } from './purpose';
import type { Instant } from './time';

/** What readers see; clauses name these, never accounts. */
export const CHANNEL_KINDS = ['newsletter', 'common-newsletter', 'feed', ...NETWORKS] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** How messages leave: the name of an adapter in src/channels; `block`: people copy them into a newsletter tool of their own. */
export const CHANNEL_VIAS = [
  'outbox',
  'sendgrid',
  'linkedin',
  'mastodon',
  'bluesky',
  'x',
  'preview',
  'feed',
  'manual',
  'block',
] as const;
export type ChannelVia = (typeof CHANNEL_VIAS)[number];

export type ChannelId = string;

/** Wall times `HH:MM` in Berlin; from 20:00 to 07:00 spans midnight; from = to means no quiet hours. */
export type QuietHours = { readonly from: string; readonly to: string; readonly sundays: boolean };

/** When a newsletter leaves, after a holiday on the next working day; `monthly` is the first such weekday of a month, `fortnightly` the even ISO weeks. 1 = Monday. */
export type Slot = {
  readonly rhythm: 'weekly' | 'fortnightly' | 'monthly';
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly time: string;
};

/** How many posts may leave a channel, and how close together. What is not named has no limit. */
export type Spacing = {
  /** Posts in one day of Berlin, at least 1. */
  readonly perDay?: number | undefined;
  /** Minutes between two posts. */
  readonly gapMinutes?: number | undefined;
  /** What posts may cost in one month of Berlin, in cents of the network's currency. */
  readonly monthlyCents?: number | undefined;
};

/** What a post costs, in cents of the network's currency. */
export type Prices = {
  readonly post: number;
  /** In place of `post` where it holds an address, also a bare one. */
  readonly linkPost: number;
  /** For describing its picture, beside the post. */
  readonly pictureText: number;
};

/** How an access is renewed by itself. */
export type Renewing = {
  /** It is until then, where that ends. */
  readonly until?: Instant | undefined;
  /** After a try, not before then. */
  readonly notBefore?: Instant | undefined;
  /** So many tries since the access is over came to nothing, or are under way. */
  readonly tries?: number | undefined;
};

/** One account, feed or newsletter through which messages leave (UI: Kanal). It has exactly one carrying organisation. */
export type ChannelSettings = {
  readonly id: ChannelId;
  readonly slug: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly via: ChannelVia;
  readonly carrier: OrganisationId;
  readonly active: boolean;
  /** Stopped for now: what becomes due waits. Plans do not change. */
  readonly paused: boolean;
  /** Since when it is stopped. */
  readonly pausedAt?: Instant | undefined;
  /** Why it was stopped by itself. */
  readonly trouble?: ChannelTrouble | undefined;
  /** Carries its organisation's own content too (no clause needed, enters no report). */
  readonly ownContent: boolean;
  /** The carrier wants a yes for every row, also where the clause says automatic. */
  readonly wantsApproval: boolean;
  readonly language: Language;
  /** Newsletters: comes in German and in English, as each person chooses; `language` is that of whoever has not chosen. */
  readonly bothLanguages: boolean;
  readonly quiet: QuietHours;
  /** Networks only: how often it posts, and what a post costs where that is known. */
  readonly spacing: Spacing;
  readonly prices?: Prices | undefined;
  /** Its network takes no post before then. */
  readonly restUntil?: Instant | undefined;
  /** Newsletters only. */
  readonly slot?: Slot | undefined;
  /** Newsletters: sender name and address, e.g. `Nordhessen <newsletter@example.org>`. */
  readonly sender?: string | undefined;
  /** Newsletters only: how their editions are made. */
  readonly newsletter?: NewsletterSettings | undefined;
  /** Until when its access to its account is good, where that ends. */
  readonly accessUntil?: Instant | undefined;
  /** The access is renewed by itself. */
  readonly renewal?: Renewing | undefined;
  /** There is something it signs in with at its network. */
  readonly hasAccess?: boolean | undefined;
  /** How readers know its account, where that is known: a name, or on Bluesky and Mastodon what one is mentioned by. */
  readonly accountName?: string | undefined;
  /** How long a post may be, where the account's own server decides that and has said so. */
  readonly textLength?: number | undefined;
  /** What became of the last check of its account. */
  readonly check?: { readonly at: Instant; readonly kind: CheckKind } | undefined;
  /** Who gets ready text to post by hand: the person in charge, else the contact of its organisation. */
  readonly ownerEmail?: string | undefined;
};

/**
 * Why a channel stops by itself, whatever the message: its provider refuses its account (key, sender, rights), its access could be
 * renewed once and the answer is lost, its provider does not speak the version of its interface any more that we know, or takes nothing
 * more before somebody pays.
 */
export type ChannelTrouble = (typeof CHANNEL_TROUBLES)[number];
export const CHANNEL_TROUBLES = ['account-refused', 'version-given-up', 'spending-limit'] as const;

/** What a check of a channel's account said; `refused`: the account itself, else the trouble, which a new access does not end. */
export type CheckKind = (typeof CHECK_KINDS)[number];
export const CHECK_KINDS = ['fine', 'refused', 'version-given-up', 'spending-limit', 'unknown'] as const;

/** Checks at which a network said no. */
export type RefusedCheck = Exclude<CheckKind, 'fine' | 'unknown'>;

/** True for them. */
export const isRefusedCheck = (kind: CheckKind): kind is RefusedCheck => kind !== 'fine' && kind !== 'unknown';

/** What a channel needs at its provider; secrets sealed as they are kept, good for their owner alone. */
export type ChannelAccount = {
  /** Of which organisation's channel the secrets are. */
  readonly owner: string;
  /** By what it is told from other accounts (`accountMark`). */
  readonly mark: string;
  readonly apiKey?: string | undefined;
  /** What the access is renewed with, where that goes by itself. */
  readonly refresh?: string | undefined;
  /** Whom posts are by: on LinkedIn the number of the page. */
  readonly page?: string | undefined;
  /** On Bluesky the name of the account, e.g. `nordsued.bsky.social`. */
  readonly handle?: string | undefined;
  /** Of networks of many servers, the name of the one the account is on, e.g. `social.bund.de`. */
  readonly server?: string | undefined;
  readonly region: AccountRegion;
  /** The public key by which the provider's receipts are known to be its own; SPKI in DER, base64. */
  readonly eventKey?: string | undefined;
  /** With what mails are signed that we hand to a mail server ourselves. */
  readonly dkim?: { readonly selector: string; readonly privateKey: string } | undefined;
};

/** Where a provider keeps what it is given; `eu` takes an account of that region. */
export type AccountRegion = 'global' | 'eu';
export const ACCOUNT_REGIONS = ['eu', 'global'] as const satisfies readonly AccountRegion[];

/** For whom the secrets of a channel are sealed: its short name never changes, its organisation can. */
export const accountOwner = (organisation: OrganisationId, slug: string): string => `${organisation}/${slug}`;

/** Newsletters have slots and sections; readers of all other channels see one message at a time. */
export const isNewsletter = (kind: ChannelKind): boolean => kind === 'newsletter' || kind === 'common-newsletter';

/** Social networks, on which messages are posts. */
export const isNetwork = (kind: ChannelKind): kind is NetworkKind => kind !== 'feed' && !isNewsletter(kind);

/** By which ways a channel of a kind may leave: a network by its own, where we know it, else as a preview or by hand. */
export const waysOf = (kind: ChannelKind): readonly ChannelVia[] => {
  if (isNewsletter(kind)) return ['outbox', 'sendgrid', 'block'];
  const own = CHANNEL_VIAS.filter((via) => via === kind);
  return isNetwork(kind) ? [...own, 'preview', 'manual'] : own;
};

/** It is to post by its network's own way and has nothing to sign in with there. */
export const lacksAccess = ({ active, kind, via, hasAccess }: Pick<ChannelSettings, 'active' | 'kind' | 'via' | 'hasAccess'>) =>
  active && isNetwork(kind) && via === kind && hasAccess !== true;

/** A network channel that stopped by itself: what is due goes to a person as ready text, until somebody lets the channel go on. */
export const fallsBack = ({ kind, trouble, ownerEmail }: Pick<ChannelSettings, 'kind' | 'trouble' | 'ownerEmail'>): boolean =>
  trouble !== undefined && isNetwork(kind) && ownerEmail !== undefined;

/** The way that the next message of a channel takes. */
export const viaNow = (channel: Pick<ChannelSettings, 'kind' | 'via' | 'trouble' | 'ownerEmail'>): ChannelVia =>
  fallsBack(channel) ? 'manual' : channel.via;

/** Ways by which a post can be taken away again. */
export const REMOVING_VIAS: readonly ChannelVia[] = ['linkedin', 'mastodon', 'bluesky', 'x'];

/** Ways by which a post can be given another text. */
export const AMENDING_VIAS: readonly ChannelVia[] = ['linkedin', 'mastodon'];

/** Ways whose network is asked after a post of which no answer came. */
export const LOOKING_VIAS: readonly ChannelVia[] = ['linkedin', 'mastodon', 'bluesky', 'x', 'preview'];

/** Those of them by which a post is also said again, for the same key makes no second one. */
export const REPEATING_VIAS: readonly ChannelVia[] = ['mastodon', 'bluesky', 'preview'];

/** What the house itself does about a message of which no answer came. */
export type AfterSilence = 'nothing' | 'looks' | 'repeats';

/** What it does about one that left by this way, and that its network is still asked after, or is not. */
export const afterSilence = (via: ChannelVia, isAskedAfter: boolean): AfterSilence => {
  if (!isAskedAfter) return 'nothing';
  return REPEATING_VIAS.includes(via) ? 'repeats' : 'looks';
};

/** How rows leave a channel: each on its own, collected in an edition that we send, or taken over by a person as a block. */
export type Departure = 'single' | 'edition' | 'block';

/** How rows leave this channel. */
export const departureOf = ({ kind, via }: Pick<ChannelSettings, 'kind' | 'via'>): Departure => {
  if (via === 'block') return 'block';
  return isNewsletter(kind) ? 'edition' : 'single';
};

/** True when editions leave through this channel: it is there and switched on, and its rows leave in them. */
export const sendsEditions = (channel: ChannelSettings | undefined): channel is ChannelSettings =>
  channel?.active === true && departureOf(channel) === 'edition';

const EVERYTHING = ['announce', 'remind', 'last-call', 'update', 'cancel'] as const satisfies readonly Purpose[];

/** Which purposes a kind of channel carries. A feed changes its entry in place and needs no second one. */
export const PURPOSES_CARRIED: Readonly<Record<ChannelKind, readonly Purpose[]>> = {
  newsletter: ['announce', 'last-call', 'update', 'cancel'],
  'common-newsletter': ['announce', 'last-call', 'update', 'cancel'],
  feed: ['announce'],
  linkedin: EVERYTHING,
  mastodon: EVERYTHING,
  bluesky: EVERYTHING,
  x: EVERYTHING,
};
