import type { FundingNotice } from './funding';
import type { Language, LocalText } from './language';
import type { OrganisationId } from './organisation';
import type { Picture } from './picture';
import type { Instant } from './time';

export { inLanguage, type Language, type LocalText, tellingLanguage } from './language';
export type { Picture } from './picture';

export type ContentKind = 'event' | 'news' | 'best-practice' | 'call';
export const CONTENT_KINDS = ['event', 'news', 'best-practice', 'call'] as const satisfies readonly ContentKind[];

/** Where an event takes place; an optional extra filter of a clause, never its direction. */
export type PlaceRegion = 'north' | 'central' | 'south' | 'statewide' | 'online';
export const PLACE_REGIONS = ['north', 'central', 'south', 'statewide', 'online'] as const satisfies readonly PlaceRegion[];

/** geplant, neuer Termin, verschoben (Termin offen), abgesagt. */
export type EventStatus = 'planned' | 'moved' | 'postponed' | 'cancelled';
export const EVENT_STATUSES = ['planned', 'moved', 'postponed', 'cancelled'] as const satisfies readonly EventStatus[];

export type Attendance = 'on-site' | 'online' | 'hybrid';
export type ContentCollection = 'events' | 'news-items';
export type ContentRef = { readonly collection: ContentCollection; readonly id: string };

export type EventFacts = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly allDay: boolean;
  readonly status: EventStatus;
  /** The date readers may still have in mind; set when status is `moved`. */
  readonly previousStartsAt?: Instant | undefined;
  readonly attendance: Attendance;
  readonly region: PlaceRegion;
  readonly venue?: string | undefined;
  readonly street?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly town?: string | undefined;
  readonly cost?: string | undefined;
  /** No places left; no part of what a yes covers. */
  readonly soldOut?: boolean | undefined;
};

type Common = {
  readonly ref: ContentRef;
  readonly slug: string;
  readonly title: LocalText;
  readonly teaser: LocalText;
  readonly organiser: OrganisationId;
  readonly coOrganisers: readonly OrganisationId[];
  /** Slugs of topics. */
  readonly topics: readonly string[];
  readonly language: Language;
  /** Registration page of an event, further reading of a news item; absolute URL. */
  readonly link?: string | undefined;
  /** Last moment to register or answer. */
  readonly deadline?: Instant | undefined;
  readonly picture?: Picture | undefined;
  readonly funding?: FundingNotice | undefined;
  readonly visibility: 'public' | 'stakeholders';
  /** Not carried by others; its own channels and the feed of all content still show it. */
  readonly doNotPromote: boolean;
  readonly embargoUntil?: Instant | undefined;
  /** Published and not in the trash. */
  readonly live: boolean;
  /** First publication and last change that took effect, by our own clock. */
  readonly publishedAt: Instant;
  readonly changedAt: Instant;
  /** Raised by every change that takes effect; the plan is written for exactly one revision. */
  readonly planRevision: number;
  /** Raised when status, time or place of a published event change (RFC 5545 SEQUENCE). */
  readonly sequence: number;
};

export type EventContent = Common & { readonly kind: 'event'; readonly event: EventFacts };
export type NewsContent = Common & { readonly kind: 'news' | 'best-practice' | 'call' };

/** What an editor entered and published, as the rules see it. */
export type Content = EventContent | NewsContent;

/** Organiser and co-organisers: the bodies whose own content this is. */
export const ownersOf = (content: Content): readonly OrganisationId[] => [content.organiser, ...content.coOrganisers];

/** The key under which ledger rows know a content: `events/<id>`. */
export const contentKey = (ref: ContentRef): string => `${ref.collection}/${ref.id}`;

/** The content a key of `contentKey` names; undefined when the key is none. */
export const contentRef = (key: string): ContentRef | undefined => {
  const [collection, id] = key.split('/');
  return id && (collection === 'events' || collection === 'news-items') ? { collection, id } : undefined;
};

/** What a yes covers: title, time, place, status, link and teaser as one short text. Equal text, equal yes. */
export const fingerprintOf = (content: Content): string => {
  const told = content.kind === 'event' ? toldFacts(content.event) : undefined;
  return hashText(JSON.stringify([content.title, content.teaser, content.link, content.deadline?.toString(), told]));
};

/** True when nothing but its status tells an event from the version with this fingerprint. */
export const isOtherStatusAlone = (content: EventContent, fingerprint: string): boolean =>
  EVENT_STATUSES.some((status) => fingerprintOf({ ...content, event: { ...content.event, status } }) === fingerprint);

const toldFacts = ({ soldOut: _soldOut, ...facts }: EventFacts): object => ({
  ...facts,
  startsAt: facts.startsAt.toString(),
  endsAt: facts.endsAt.toString(),
  previousStartsAt: facts.previousStartsAt?.toString(),
});

/** A 53-bit hash of a text in base 36, stable for ever (cyrb53); for comparing, not for secrets. */
export const hashText = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
};
