import {
  type Agreement,
  agreementInForce,
  type Clause,
  clausesDuring,
  type Organisations,
  type PromotionClause,
} from './agreement';
import { type HalfYear, halfYearSpan } from './calendar';
import { DELIVERY_STATUSES, type Delivery, type DeliveryStatus, type Reason } from './delivery';
import type { OrganisationId, Region } from './organisation';
import type { Instant } from './time';

/** What the report needs of a promotion: a row of the ledger that a clause asked for. */
export type ReportRow = Pick<Delivery, 'content' | 'organiser' | 'carrier' | 'alsoFulfils' | 'status' | 'reason'> & {
  /** The version of the agreement it was planned by, and the clause. */
  readonly agreementId: string;
  readonly code: string;
  /** Whether the clause was agreed when it asked. */
  readonly agreed: boolean;
  readonly declineReason?: string | undefined;
};

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
  /** As it stood in the newest version that asked; in force, where none did. */
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
  /** The promotions that left in the half-year, or else are due in it; no own channels, no corrections. */
  readonly rows: readonly ReportRow[];
  readonly halfYear: HalfYear;
  readonly organisations: Organisations;
  /** All versions: rows name the one that they were planned by. */
  readonly agreements: readonly Agreement[];
  /** The clauses of the version in force then are listed also when they asked for nothing. */
  readonly at: Instant;
};

/** Sums the promotions of one half-year. */
export const reportOf = ({ rows, halfYear, organisations, agreements, at }: ReportInput): Report => {
  const { from, until } = halfYearSpan(halfYear);
  const done = rows.filter(({ status }) => fateOf(status) === 'done');
  return {
    pairs: new Map(
      [...groupBy(done, ({ carrier }) => carrier)].map(([carrier, own]) => [
        carrier,
        new Map([...groupBy(own, ({ organiser }) => organiser)].map(([organiser, all]) => [organiser, promotedBy(all)])),
      ]),
    ),
    regions: regionsOf(done, organisations),
    clauses: clauseReports(rows, agreements, clausesDuring(agreementInForce(agreements, at), from, until)),
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

const promotedBy = (rows: readonly DoneRow[]): Promoted => ({
  contents: new Set(rows.map(({ content }) => content)).size,
  messages: rows.length,
});

/** A clause as a version has it. */
type Quoted = Pick<ClauseReport, 'code' | 'text' | 'agreed'>;

const clauseReports = (
  rows: readonly ReportRow[],
  agreements: readonly Agreement[],
  listed: readonly PromotionClause[],
): readonly ClauseReport[] => {
  const versions = new Map(agreements.map((version) => [version.id, version]));
  const inForce = new Map(listed.map((clause) => [keyOf(quoteOf(clause)), clause]));
  const asked = groupBy(
    rows.flatMap((row) => fulfilledBy(row, versions).map((asking) => ({ ...asking, row }))),
    keyOf,
  );
  return [...new Set([...inForce.keys(), ...asked.keys()])].sort().flatMap((key) => {
    const clause = inForce.get(key);
    const own = asked.get(key) ?? [];
    const quoted = newestOf(own, versions) ?? (clause && quoteOf(clause));
    return quoted
      ? clauseReport(
          quoted,
          own.map(({ row }) => row),
          clause?.minimumPerHalfYear,
        )
      : [];
  });
};

type Versions = ReadonlyMap<string, Agreement>;

/** What asked for a row: a clause, agreed or not, in a version. */
type Asking = Pick<ReportRow, 'agreementId' | 'code' | 'agreed'>;

/** The clause as the newest of the versions has it that asked; undefined when nothing did. */
const newestOf = (asking: readonly Asking[], versions: Versions): Quoted | undefined => {
  const [first] = asking;
  if (!first) return undefined;
  const { code, agreed } = first;
  const newest = [...new Set(asking.map(({ agreementId }) => agreementId))]
    .flatMap((id) => versions.get(id) ?? [])
    .sort((a, b) => b.version - a.version)[0];
  return { code, agreed, text: newest?.clauses.find((one) => one.code === code)?.text ?? '' };
};

/** By code, what is agreed first. */
const keyOf = ({ code, agreed }: Pick<Quoted, 'code' | 'agreed'>): string => `${code} ${agreed ? 1 : 2}`;

const quoteOf = ({ code, text, source }: Pick<Clause, 'code' | 'text' | 'source'>): Quoted => ({
  code,
  text,
  agreed: source.kind === 'agreed',
});

/** The clauses that a row fulfils, each once; whether those it fulfils as well were agreed says the version it names. */
const fulfilledBy = ({ agreementId, code, agreed, alsoFulfils }: ReportRow, versions: Versions): readonly Asking[] => {
  if (alsoFulfils.length === 0) return [{ agreementId, code, agreed }];
  const clauses = versions.get(agreementId)?.clauses ?? [];
  const others = [...new Set(alsoFulfils)].filter((other) => other !== code);
  return [
    { agreementId, code, agreed },
    ...others.map((other) => {
      const clause = clauses.find((one) => one.code === other);
      return { agreementId, code: other, agreed: clause?.source.kind === 'agreed' };
    }),
  ];
};

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
