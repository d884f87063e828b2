import type { Language } from './content';
import type { OrganisationId } from './organisation';
import type { Purpose } from './purpose';

/** What readers see; clauses name these, never accounts. */
export type ChannelKind = 'newsletter' | 'common-newsletter' | 'feed' | 'linkedin' | 'mastodon' | 'bluesky' | 'x';
export const CHANNEL_KINDS = [
  'newsletter',
  'common-newsletter',
  'feed',
  'linkedin',
  'mastodon',
  'bluesky',
  'x',
] as const satisfies readonly ChannelKind[];

/** How messages leave: the name of an adapter in src/channels. */
export type ChannelVia = 'outbox' | 'preview' | 'feed' | 'manual';
export const CHANNEL_VIAS = ['outbox', 'preview', 'feed', 'manual'] as const satisfies readonly ChannelVia[];

export type ChannelId = string;

/** Wall times `HH:MM` in Berlin; from 20:00 to 07:00 spans midnight; from = to means no quiet hours. */
export type QuietHours = { readonly from: string; readonly to: string; readonly sundays: boolean };

/** When a newsletter leaves; `monthly` is the first such weekday of a month, `fortnightly` the even ISO weeks. 1 = Monday. */
export type Slot = {
  readonly rhythm: 'weekly' | 'fortnightly' | 'monthly';
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly time: string;
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
  /** Carries its organisation's own content too (no clause needed, enters no report). */
  readonly ownContent: boolean;
  /** The carrier wants a yes for every row, also where the clause says automatic. */
  readonly wantsApproval: boolean;
  readonly language: Language;
  readonly quiet: QuietHours;
  /** Newsletters only. */
  readonly slot?: Slot | undefined;
  /** Newsletters: sender name and address, e.g. `Nordhessen <newsletter@example.org>`. */
  readonly sender?: string | undefined;
  /** Manual channels: who gets the ready text. */
  readonly ownerEmail?: string | undefined;
};

/** Newsletters collect rows in editions; all other channels send row by row. */
export const isNewsletter = (kind: ChannelKind): boolean => kind === 'newsletter' || kind === 'common-newsletter';

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
