import type { Payload, Where } from 'payload';
import type { HalfYear } from '#domain/calendar';
import type { DeliveryStatus, Reason } from '#domain/delivery';
import type { Purpose } from '#domain/purpose';
import type { DoneRow, ReportRow } from '#domain/report';
import { readCodes } from './clause-codes';
import { type DeliveryNames, readNames } from './delivery-row';
import { fromIso, fromIsoRequired } from './instants';
import { findFields, findRows, type Row } from './rows';
import { ofHalfYear, PROMOTIONS } from './selections';

/** The ledger rows of the half-year that promotions by a clause are: by when they left, else by when they are due. */
export const loadReportRows = async (payload: Payload, halfYear: HalfYear): Promise<readonly ReportRow[]> =>
  (await findFields(payload, 'deliveries', promotionsIn(halfYear), FIELDS)).map(readReportRow);

/** Of those that have left only what the sums of the regions need. */
export const loadDoneRows = async (payload: Payload, halfYear: HalfYear): Promise<readonly DoneRow[]> => {
  const where = { and: [promotionsIn(halfYear), { status: { equals: 'sent' } }] };
  return findFields(payload, 'deliveries', where, ['content', 'organiser', 'carrier']);
};

/** A row of the report with what people read beside it. */
export type ReportLine = { readonly row: ReportRow; readonly names: DeliveryNames; readonly url: string | undefined };

/** The same rows with their names, by the moment they are due. */
export const loadReportLines = async (payload: Payload, halfYear: HalfYear): Promise<readonly ReportLine[]> =>
  (await findRows(payload, 'deliveries', promotionsIn(halfYear), { sort: 'dueAt' })).map((row) => ({
    row: readReportRow(row),
    names: readNames(row),
    url: row.url ?? undefined,
  }));

const promotionsIn = (halfYear: HalfYear): Where => ({ and: [...PROMOTIONS, ofHalfYear(halfYear)] });

const FIELDS = [
  'content',
  'organiser',
  'carrier',
  'purpose',
  'agreement',
  'clause',
  'clauseText',
  'clauseAgreed',
  'alsoFulfils',
  'status',
  'reason',
  'declineReason',
  'dueAt',
  'sentAt',
] as const;

const readReportRow = (row: Pick<Row<'deliveries'>, (typeof FIELDS)[number]>): ReportRow => ({
  content: row.content,
  organiser: row.organiser,
  carrier: row.carrier,
  purpose: row.purpose as Purpose,
  because: {
    kind: 'clause',
    agreementId: row.agreement ?? '',
    code: row.clause ?? '',
    text: row.clauseText ?? '',
    agreed: row.clauseAgreed === true,
  },
  alsoFulfils: readCodes(row.alsoFulfils),
  status: row.status as DeliveryStatus,
  reason: (row.reason as Reason | null) ?? undefined,
  declineReason: row.declineReason ?? undefined,
  dueAt: fromIsoRequired(row.dueAt, 'dueAt'),
  sentAt: fromIso(row.sentAt),
});
