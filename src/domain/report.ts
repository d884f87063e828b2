import {
  type Agreement,
  agreementInForce,
  type Clause,
  clausesDuring,
  type Organisations,
  type PromotionClause,
} from './agreement';
import { type HalfYear, halfYearSpan } from './calendar';
import { DELIVERY_STATUSES, type Delivery, type DeliveryStatus, type Reason, toldAt } from './delivery';
import type { OrganisationId, Region } from './organisation';
import { compareInstants, type Instant, isBefore } from './time';

/** What the report needs of a ledger row. */
export type ReportRow = Pick<
  Delivery,
  'content' | 'organiser' | 'carrier' | 'purpose' | 'because' | 'alsoFulfils' | 'status' | 'reason' | 'dueAt' | 'sentAt'
> & { readonly declineReason?: string | undefined };

/** What the sums of regions need of a promotion that left. */
export type DoneRow = Pick<ReportRow, 'content' | 'organiser' | 'carrier'>;

/** What became of something promised: erledigt, offen, zu klären, abgelehnt, verpasst. */
export const FATES = ['done', 'open', 'unclear', 'declined', 'missed'] as const;
export type Fate = (typeof FATES)[number];

/** So many contents, told in so many messages. */
export type Promoted = { readonly contents: number; readonly messages: number };

/** Why something was declined (in the carrier's words) or missed, and how often. */
export type Cause = { readonly fate: 'declined' | 'missed'; readonly why: string | Reason | undefined; readonly count: number };

/** One clause of the agreement and what became of what it asked for: apart for the time before it was agreed and after. */
export type ClauseReport = {
  readonly code: string;
  /** As it stood when the newest of its rows was planned. */
  readonly text: string;
  /** Whether it was agreed when it asked: only then it was a promise. */
  readonly agreed: boolean;
  /** What the agreement promises for a half-year at least; undefined where it names no number. */
  readonly minimum: number | undefined;
  /** How many messages the clause asked for: the sum of all fates. */
  readonly asked: number;
  readonly fates: Readonly<Record<Fate, number>>;
  readonly causes: readonly Cause[];
};

/** Sums over the ledger for one half-year (UI: Bericht). */
export type Report = {
  /** Who carried (first key) whose content (second key); pairs without a message are missing. */
  readonly pairs: ReadonlyMap<OrganisationId, ReadonlyMap<OrganisationId, Promoted>>;
  /** The same by the regions the organisations stand for. */
  readonly regions: Readonly<Record<Region, Readonly<Record<Region, Promoted>>>>;
  readonly clauses: readonly ClauseReport[];
};

type ReportInput = {
  readonly rows: readonly ReportRow[];
  readonly halfYear: HalfYear;
  readonly organisations: Organisations;
  /** All versions: rows name the one that they were planned by. */
  readonly agreements: readonly Agreement[];
  /** The clauses of the version in force then are listed also when they asked for nothing. */
  readonly at: Instant;
};

/**
 * Sums the ledger over one half-year. A row belongs to the half-year in which it left, else in which it is due. What a body says on
 * its own channel is no promotion, and a correction keeps no promise: neither is counted.
 */
export const reportOf = ({ rows, halfYear, organisations, agreements, at }: ReportInput): Report => {
  const { from, until } = halfYearSpan(halfYear);
  const counted = rows.filter((row) => isPromotion(row) && isWithin(toldAt(row), from, until));
  const done = counted.filter(({ status }) => fateOf(status) === 'done');
  return {
    pairs: new Map(
      [...groupBy(done, ({ carrier }) => carrier)].map(([carrier, own]) => [
        carrier,
        new Map([...groupBy(own, ({ organiser }) => organiser)].map(([organiser, all]) => [organiser, promotedBy(all)])),
      ]),
    ),
    regions: regionsOf(done, organisations),
    clauses: clauseReports(counted, agreements, clausesDuring(agreementInForce(agreements, at), from, until)),
  };
};

/** What each region carried of the other and of its own, summed over promotions that left. */
export const regionsOf = (done: readonly DoneRow[], organisations: Organisations): Report['regions'] => {
  const regionOf = (id: OrganisationId): Region | undefined => organisations.get(id)?.region;
  const between = (carrier: Region, organiser: Region): Promoted =>
    promotedBy(done.filter((row) => regionOf(row.carrier) === carrier && regionOf(row.organiser) === organiser));
  return {
    north: { north: between('north', 'north'), south: between('north', 'south') },
    south: { north: between('south', 'north'), south: between('south', 'south') },
  };
};

/** What became of a row for the promise behind it; undefined when nothing is promised any more. */
export const fateOf = (status: DeliveryStatus): Fate | undefined => FATE[status];

const FATE: Readonly<Record<DeliveryStatus, Fate | undefined>> = {
  planned: 'open',
  'awaiting-approval': 'open',
  ready: 'open',
  sending: 'open',
  'handed-over': 'open',
  sent: 'done',
  unconfirmed: 'unclear',
  failed: 'unclear',
  declined: 'declined',
  missed: 'missed',
  withdrawn: undefined,
};

const statusesOf = (fate: Fate): readonly DeliveryStatus[] => DELIVERY_STATUSES.filter((status) => fateOf(status) === fate);

/** The statuses that each fate is made of. */
export const FATE_STATUSES = {
  done: statusesOf('done'),
  open: statusesOf('open'),
  unclear: statusesOf('unclear'),
  declined: statusesOf('declined'),
  missed: statusesOf('missed'),
} as const;

const isPromotion = ({ because, purpose }: ReportRow): boolean =>
  because.kind === 'clause' && purpose !== 'update' && purpose !== 'cancel';

const isWithin = (at: Instant, from: Instant, until: Instant): boolean => !isBefore(at, from) && isBefore(at, until);

const promotedBy = (rows: readonly DoneRow[]): Promoted => ({
  contents: new Set(rows.map(({ content }) => content)).size,
  messages: rows.length,
});

/** A clause as the version has it that a row was planned by. */
type Quoted = Pick<ClauseReport, 'code' | 'text' | 'agreed'>;

const clauseReports = (
  rows: readonly ReportRow[],
  agreements: readonly Agreement[],
  listed: readonly PromotionClause[],
): readonly ClauseReport[] => {
  const versions = new Map(agreements.map((version) => [version.id, version]));
  const inForce = new Map(listed.map((clause) => [keyOf(quoteOf(clause)), clause]));
  const asked = groupBy(
    rows.flatMap((row) => quotedBy(row, versions).map((quoted) => ({ row, quoted }))).sort(newestFirst),
    ({ quoted }) => keyOf(quoted),
  );
  return [...new Set([...inForce.keys(), ...asked.keys()])].sort().flatMap((key) => {
    const clause = inForce.get(key);
    const own = asked.get(key) ?? [];
    const quoted = own[0]?.quoted ?? (clause && quoteOf(clause));
    return quoted
      ? clauseReport(
          quoted,
          own.map(({ row }) => row),
          clause?.minimumPerHalfYear,
        )
      : [];
  });
};

/** By code, what is agreed first. */
const keyOf = ({ code, agreed }: Quoted): string => `${code} ${agreed ? 1 : 2}`;

const quoteOf = ({ code, text, source }: Pick<Clause, 'code' | 'text' | 'source'>): Quoted => ({
  code,
  text,
  agreed: source.kind === 'agreed',
});

/** The clauses that a row fulfils, each once; whether those it fulfils as well were agreed says the version it names. */
const quotedBy = ({ because, alsoFulfils }: ReportRow, versions: ReadonlyMap<string, Agreement>): readonly Quoted[] => {
  if (because.kind !== 'clause') return [];
  const clauses = versions.get(because.agreementId)?.clauses ?? [];
  const others = new Set(alsoFulfils.filter((code) => code !== because.code));
  return [
    because,
    ...[...others].map((code) => {
      const clause = clauses.find((one) => one.code === code);
      return clause ? quoteOf(clause) : { code, text: '', agreed: false };
    }),
  ];
};

type Asked = { readonly row: ReportRow; readonly quoted: Quoted };

const newestFirst = (a: Asked, b: Asked): number =>
  compareInstants(toldAt(b.row), toldAt(a.row)) || (a.quoted.text < b.quoted.text ? -1 : 1);

const clauseReport = ({ code, text, agreed }: Quoted, rows: readonly ReportRow[], minimum: number | undefined): ClauseReport => {
  const fates = { done: 0, open: 0, unclear: 0, declined: 0, missed: 0 };
  for (const { status } of rows) {
    const fate = fateOf(status);
    if (fate) fates[fate]++;
  }
  return {
    code,
    text,
    agreed,
    minimum,
    asked: FATES.reduce((sum, fate) => sum + fates[fate], 0),
    fates,
    causes: [...causesOf(rows, 'declined'), ...causesOf(rows, 'missed')],
  };
};

const causesOf = (rows: readonly ReportRow[], fate: Cause['fate']): readonly Cause[] =>
  [
    ...groupBy(
      rows.filter((row) => row.status === fate),
      (row) => (fate === 'declined' ? row.declineReason : row.reason) ?? '',
    ),
  ]
    .map(([why, all]) => ({ fate, why: why || undefined, count: all.length }))
    .sort((a, b) => b.count - a.count || ((a.why ?? '') < (b.why ?? '') ? -1 : 1));

const groupBy = <T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};
