import type { ChannelKind, ChannelSettings } from './channel';
import { type Content, type ContentKind, ownersOf, type PlaceRegion } from './content';
import type { Organisation, OrganisationId, Region } from './organisation';
import { type Instant, isBefore } from './time';

/** One side of a clause: everybody in one of the regions or named; both lists empty = everybody. */
export type Party = { readonly regions: readonly Region[]; readonly organisations: readonly OrganisationId[] };

/** When a content is promoted, in days before the event (last call: before the deadline). Missing step = not promised. */
export type Ladder = {
  /** Announce not earlier than n days before the event begins; missing = as soon as it is published. */
  readonly announceDays?: number | undefined;
  readonly remindDays?: number | undefined;
  readonly lastCallDays?: number | undefined;
};

/** automatic; the carrier's people say yes; or their silence counts as yes after so many hours from an accepted notice. */
export type ApprovalRule =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'carrier' }
  | { readonly kind: 'silence'; readonly hours: number };

/** The quoted sentence of the agreement, or a proposal not decided yet. Only agreed clauses count as promises. */
export type ClauseSource = { readonly kind: 'agreed'; readonly quote: string } | { readonly kind: 'proposal' };

type ClauseCommon = {
  /** Stable for ever, e.g. `N-S-1`. */
  readonly code: string;
  readonly text: string;
  readonly source: ClauseSource;
  readonly validFrom?: Instant | undefined;
  readonly validTo?: Instant | undefined;
};

export type PromotionClause = ClauseCommon & {
  readonly kind: 'promotion';
  readonly from: Party;
  readonly to: Party;
  /** Empty lists mean: all. `places` looks at events only. */
  readonly contentKinds: readonly ContentKind[];
  readonly topics: readonly string[];
  readonly places: readonly PlaceRegion[];
  readonly channelKinds: readonly ChannelKind[];
  readonly ladder: Ladder;
  readonly approval: ApprovalRule;
  readonly minimumPerHalfYear?: number | undefined;
  /** At most so many contents by this clause per channel and ISO week. */
  readonly capPerWeek?: number | undefined;
};

export type MeetingsClause = ClauseCommon & { readonly kind: 'meetings'; readonly perYear: number };

/** One rule of the agreement (UI: Regel). */
export type Clause = PromotionClause | MeetingsClause;

/** One version of the agreement; immutable once adopted. The newest adopted one whose date has come is in force. */
export type Agreement = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: 'draft' | 'adopted';
  readonly inForceFrom: Instant;
  readonly clauses: readonly Clause[];
};

/** Organisations by id. */
export type Organisations = ReadonlyMap<OrganisationId, Organisation>;

/** The version in force: of the adopted ones whose date has come the latest, the higher version where dates are equal. */
export const agreementInForce = (agreements: readonly Agreement[], now: Instant): Agreement | undefined =>
  agreements
    .filter((agreement) => agreement.state === 'adopted' && !isBefore(now, agreement.inForceFrom))
    .reduce<Agreement | undefined>((best, next) => (best && isNewer(best, next) ? best : next), undefined);

/** The dates on which an adopted version changes what is asked: its own, and those of its clauses. */
export const datesOf = ({ state, inForceFrom, clauses }: Agreement): readonly Instant[] =>
  state === 'adopted'
    ? [inForceFrom, ...clauses.flatMap(({ validFrom, validTo }) => [validFrom, validTo]).filter((date) => date !== undefined)]
    : [];

/** The clauses about promotion that are valid now. */
export const promotionClauses = (agreement: Agreement | undefined, now: Instant): readonly PromotionClause[] =>
  (agreement?.clauses ?? []).filter((clause) => clause.kind === 'promotion').filter((clause) => isValid(clause, now));

/** The clauses about promotion that are valid at some moment from `from` until before `until`. */
export const clausesDuring = (agreement: Agreement | undefined, from: Instant, until: Instant): readonly PromotionClause[] =>
  (agreement?.clauses ?? [])
    .filter((clause) => clause.kind === 'promotion')
    .filter(({ validFrom, validTo }) => !(validFrom && !isBefore(validFrom, until)) && !(validTo && !isBefore(from, validTo)));

/** Ids of the versions in which the clause of that code is agreed: what was planned by another one is no promise. */
export const versionsAgreeing = (agreements: readonly Agreement[], code: string): readonly string[] =>
  agreements
    .filter(({ clauses }) => clauses.some((clause) => clause.code === code && clause.source.kind === 'agreed'))
    .map(({ id }) => id);

/** Codes of the clauses that allow so many contents per week only. */
export const cappedCodes = (agreement: Agreement | undefined): readonly string[] =>
  (agreement?.clauses ?? []).flatMap((clause) =>
    clause.kind === 'promotion' && clause.capPerWeek !== undefined ? clause.code : [],
  );

/** True when the content is one that the clause speaks of: from whom, which kind, which topics, which place. */
export const coversContent = (clause: PromotionClause, content: Content, organisations: Organisations): boolean =>
  ownersOf(content).some((owner) => isParty(clause.from, owner, organisations)) &&
  includesOrAll(clause.contentKinds, [content.kind]) &&
  includesOrAll(clause.topics, content.topics) &&
  (content.kind !== 'event' || includesOrAll(clause.places, [content.event.region]));

/** True when the clause asks this channel's organisation to carry what it covers. Owners never promote, they own. */
export const asksChannel = (clause: PromotionClause, channel: ChannelSettings, organisations: Organisations): boolean =>
  includesOrAll(clause.channelKinds, [channel.kind]) && isParty(clause.to, channel.carrier, organisations);

const isParty = (party: Party, id: OrganisationId, organisations: Organisations): boolean => {
  if (party.regions.length === 0 && party.organisations.length === 0) return true;
  const region = organisations.get(id)?.region;
  return party.organisations.includes(id) || (region !== undefined && party.regions.includes(region));
};

const includesOrAll = <T>(wanted: readonly T[], present: readonly T[]): boolean =>
  wanted.length === 0 || present.some((one) => wanted.includes(one));

const isValid = (clause: Clause, now: Instant): boolean =>
  !(clause.validFrom && isBefore(now, clause.validFrom)) && !(clause.validTo && !isBefore(now, clause.validTo));

const isNewer = (a: Agreement, b: Agreement): boolean =>
  isBefore(b.inForceFrom, a.inForceFrom) || (a.inForceFrom.equals(b.inForceFrom) && a.version > b.version);
