import type { Agreement, Organisations, PromotionClause } from './agreement';
import { type HalfYear, halfYearSpan } from './calendar';
import type { Delivery, DeliveryStatus, Reason } from './delivery';
import type { OrganisationId, Region } from './organisation';
import { type Instant, isBefore } from './time';

/** What the report needs of a ledger row. */
export type ReportRow = Pick<
  Delivery,
  'content' | 'organiser' | 'carrier' | 'purpose' | 'because' | 'alsoFulfils' | 'status' | 'reason' | 'dueAt' | 'sentAt'
> & { readonly declineReason?: string | undefined };

/** What became of something promised: erledigt, offen, zu klären, abgelehnt, verpasst. */
export const FATES = ['done', 'open', 'unclear', 'declined', 'missed'] as const;
export type Fate = (typeof FATES)[number];

/** So many contents, told in so many messages. */
export type Promoted = { readonly contents: number; readonly messages: number };

/** Why something was declined (in the carrier's words) or missed, and how often. */
export type Cause = { readonly fate: 'declined' | 'missed'; readonly why: string | Reason | undefined; readonly count: number };

/** One clause of the agreement and what became of what it asked for. */
export type ClauseReport = {
  readonly code: string;
  readonly text: string;
  /** Only agreed clauses are promises; the others are shown apart. */
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
  /** The version in force; its clauses are listed also when they asked for nothing. */
  readonly agreement: Agreement | undefined;
};

/**
 * Sums the ledger over one half-year. A row belongs to the half-year in which it left, else in which it is due. What a body says on
 * its own channel is no promotion, and a correction keeps no promise: neither is counted.
 */
export const reportOf = ({ rows, halfYear, organisations, agreement }: ReportInput): Report => {
  const { from, until } = halfYearSpan(halfYear);
  const counted = rows.filter((row) => isPromotion(row) && isWithin(row.sentAt ?? row.dueAt, from, until));
  const done = counted.filter(({ status }) => fateOf(status) === 'done');
  const regionOf = (id: OrganisationId): Region | undefined => organisations.get(id)?.region;
  const between = (carrier: Region, organiser: Region): Promoted =>
    promotedBy(done.filter((row) => regionOf(row.carrier) === carrier && regionOf(row.organiser) === organiser));
  return {
    pairs: new Map(
      [...groupBy(done, ({ carrier }) => carrier)].map(([carrier, own]) => [
        carrier,
        new Map([...groupBy(own, ({ organiser }) => organiser)].map(([organiser, all]) => [organiser, promotedBy(all)])),
      ]),
    ),
    regions: {
      north: { north: between('north', 'north'), south: between('north', 'south') },
      south: { north: between('south', 'north'), south: between('south', 'south') },
    },
    clauses: clauseReports(counted, agreement),
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

const isPromotion = ({ because, purpose }: ReportRow): boolean =>
  because.kind === 'clause' && purpose !== 'update' && purpose !== 'cancel';

const isWithin = (at: Instant, from: Instant, until: Instant): boolean => !isBefore(at, from) && isBefore(at, until);

const promotedBy = (rows: readonly ReportRow[]): Promoted => ({
  contents: new Set(rows.map(({ content }) => content)).size,
  messages: rows.length,
});

const clauseReports = (rows: readonly ReportRow[], agreement: Agreement | undefined): readonly ClauseReport[] => {
  const byCode = new Map<string, ReportRow[]>();
  for (const row of rows)
    for (const code of codesOf(row)) {
      const known = byCode.get(code);
      if (known) known.push(row);
      else byCode.set(code, [row]);
    }
  const promised = (agreement?.clauses ?? []).filter((clause) => clause.kind === 'promotion');
  const clauses = new Map(promised.map((clause) => [clause.code, clause]));
  return [...new Set([...clauses.keys(), ...byCode.keys()])]
    .sort()
    .map((code) => clauseReport(code, byCode.get(code) ?? [], clauses.get(code)));
};

const codesOf = ({ because, alsoFulfils }: ReportRow): ReadonlySet<string> =>
  new Set([...(because.kind === 'clause' ? [because.code] : []), ...alsoFulfils]);

const clauseReport = (code: string, rows: readonly ReportRow[], clause: PromotionClause | undefined): ClauseReport => {
  const fates = { done: 0, open: 0, unclear: 0, declined: 0, missed: 0 };
  for (const { status } of rows) {
    const fate = fateOf(status);
    if (fate) fates[fate]++;
  }
  // A clause that is no longer in force is quoted as the rows quote it.
  const quoted = rows.map(({ because }) => because).find((because) => because.kind === 'clause' && because.code === code);
  const quote = quoted?.kind === 'clause' ? quoted : undefined;
  return {
    code,
    text: clause?.text ?? quote?.text ?? '',
    agreed: clause ? clause.source.kind === 'agreed' : (quote?.agreed ?? false),
    minimum: clause?.minimumPerHalfYear,
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
