import type { ApprovalRule } from '#domain/agreement';
import type { Because, Delivery, DeliveryChange, PlannedDelivery } from '#domain/delivery';
import { toIso } from '#domain/time';
import { codesText, readCodes } from './clause-codes';
import { fromIso, fromIsoRequired, toIsoOrNull } from './instants';
import type { Row, RowData } from './rows';

/** What people read in the ledger's lists; a snapshot taken whenever planning adds or changes the row. */
export type DeliveryNames = {
  readonly content: string;
  readonly organiser: string;
  readonly channel: string;
  readonly carrier: string;
};

/** The names that a row keeps. */
export const readNames = (row: Row<'deliveries'>): DeliveryNames => ({
  content: row.contentTitle ?? '',
  organiser: row.organiserName ?? '',
  channel: row.channelName ?? '',
  carrier: row.carrierName ?? '',
});

/** A ledger row with the names people read. */
export type NamedRow = { readonly row: LedgerRow; readonly names: DeliveryNames };

/** What may be set on a row beside its status; a property that is present and undefined clears the field. */
export type DeliverySet = DeliveryChange & {
  readonly dispatchId?: string | undefined;
  /** Number of the attempt that holds the row; fences a claim against whoever comes late. */
  readonly attempt?: number | undefined;
  /** Id of the user who decided. */
  readonly decidedBy?: string | undefined;
  readonly declineReason?: string | undefined;
};

/** A ledger row with what people decided about it and which claim holds it. */
export type LedgerRow = Delivery & {
  readonly dispatchId?: string | undefined;
  readonly attempt?: number | undefined;
  readonly declineReason?: string | undefined;
};

/** A ledger document as domain type. */
export const readDelivery = (row: Row<'deliveries'>): LedgerRow => ({
  id: row.id,
  key: row.key,
  content: row.content ?? '',
  organiser: row.organiser ?? '',
  channelId: row.channel ?? '',
  carrier: row.carrier ?? '',
  purpose: row.purpose as Delivery['purpose'],
  occasion: row.occasion ?? 0,
  because: readBecause(row),
  alsoFulfils: readCodes(row.alsoFulfils),
  approval: readApproval(row),
  wantedAt: fromIsoRequired(row.wantedAt, 'wantedAt'),
  dueAt: fromIsoRequired(row.dueAt, 'dueAt'),
  latestAt: fromIsoRequired(row.latestAt, 'latestAt'),
  status: row.status as Delivery['status'],
  reason: (row.reason as Delivery['reason'] | null) ?? undefined,
  fingerprint: row.fingerprint ?? '',
  sequence: row.sequence ?? 0,
  ownText: row.ownText ?? undefined,
  ownTextStale: row.ownTextStale === true,
  noticedAt: fromIso(row.noticedAt),
  editionId: row.editionId ?? undefined,
  sentAt: fromIso(row.sentAt),
  askUntil: fromIso(row.askUntil),
  url: row.url ?? undefined,
  dispatchId: row.dispatchId ?? undefined,
  attempt: row.attempt ?? undefined,
  decidedAt: fromIso(row.decidedAt),
  declineReason: row.declineReason ?? undefined,
});

/** The document of a row that planning adds. */
export const plannedData = (planned: PlannedDelivery, names: DeliveryNames): RowData<'deliveries'> => ({
  key: planned.key,
  content: planned.content,
  channel: planned.channelId,
  ...namesData(names),
  purpose: planned.purpose,
  occasion: planned.occasion,
  status: planned.status,
  ownTextStale: false,
  ...setData({
    organiser: planned.organiser,
    carrier: planned.carrier,
    because: planned.because,
    alsoFulfils: planned.alsoFulfils,
    approval: planned.approval,
    wantedAt: planned.wantedAt,
    dueAt: planned.dueAt,
    latestAt: planned.latestAt,
    fingerprint: planned.fingerprint,
    sequence: planned.sequence,
    ...(planned.reason ? { reason: planned.reason } : {}),
  }),
});

/** The fields that hold the names. */
export const namesData = (names: DeliveryNames): RowData<'deliveries'> => ({
  contentTitle: names.content,
  organiserName: names.organiser,
  channelName: names.channel,
  carrierName: names.carrier,
});

/** The fields of a change; only what the change names is written. */
export const setData = (set: DeliverySet): RowData<'deliveries'> => ({
  ...(set.because ? becauseData(set.because) : {}),
  ...(set.alsoFulfils ? { alsoFulfils: codesText(set.alsoFulfils) } : {}),
  ...(set.approval ? approvalData(set.approval) : {}),
  ...instants(set),
  ...plain(set),
});

const INSTANTS = ['wantedAt', 'dueAt', 'latestAt', 'noticedAt', 'askUntil', 'sentAt', 'decidedAt'] as const;
const PLAIN = [
  'organiser',
  'carrier',
  'fingerprint',
  'sequence',
  'reason',
  'ownText',
  'ownTextStale',
  'editionId',
  'url',
  'dispatchId',
  'attempt',
  'decidedBy',
  'declineReason',
] as const;

const instants = (set: DeliverySet): RowData<'deliveries'> =>
  Object.fromEntries(INSTANTS.filter((name) => name in set).map((name) => [name, toIsoOrNull(set[name])]));

const plain = (set: DeliverySet): RowData<'deliveries'> =>
  Object.fromEntries(PLAIN.filter((name) => name in set).map((name) => [name, set[name] ?? null]));

const becauseData = (because: Because): RowData<'deliveries'> =>
  because.kind === 'clause'
    ? {
        becauseKind: 'clause',
        agreement: because.agreementId,
        clause: because.code,
        clauseText: because.text,
        clauseAgreed: because.agreed,
      }
    : { becauseKind: 'own-channel', agreement: null, clause: null, clauseText: null, clauseAgreed: false };

const readBecause = (row: Row<'deliveries'>): Because =>
  row.becauseKind === 'clause'
    ? {
        kind: 'clause',
        agreementId: row.agreement ?? '',
        code: row.clause ?? '',
        text: row.clauseText ?? '',
        agreed: row.clauseAgreed === true,
      }
    : { kind: 'own-channel' };

const approvalData = (rule: ApprovalRule): RowData<'deliveries'> => ({
  approval: rule.kind,
  silenceHours: rule.kind === 'silence' ? rule.hours : null,
});

const readApproval = (row: Row<'deliveries'>): ApprovalRule => {
  if (row.approval === 'silence') return { kind: 'silence', hours: row.silenceHours ?? 0 };
  return { kind: row.approval === 'automatic' ? 'automatic' : 'carrier' };
};

/** Where-conditions of a row as planning read it: whoever changed it since wins. */
export const asRead = (delivery: Delivery) => [
  { status: { equals: delivery.status } },
  { carrier: { equals: delivery.carrier } },
  { fingerprint: { equals: delivery.fingerprint } },
  { sequence: { equals: delivery.sequence } },
  { dueAt: { equals: toIso(delivery.dueAt) } },
  { wantedAt: { equals: toIso(delivery.wantedAt) } },
];
