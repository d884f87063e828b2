import type { Payload, Where } from 'payload';
import type { HalfYear } from '#domain/calendar';
import type { DeliveryStatus, Reason } from '#domain/delivery';
import type { DoneRow, ReportRow } from '#domain/report';
import { readCodes } from './clause-codes';
import { type NamedRow, readDelivery, readNames } from './delivery-row';
import { findFields, findRows, type Row } from './rows';
import { ofHalfYear, PROMOTIONS } from './selections';

/**
 * The ledger rows of the half-year that promotions by a clause are: by when they left, else by when they are due. Of each only what
 * the sums need: every further field of thousands of rows is felt by whoever waits for the page.
 */
export const loadReportRows = async (payload: Payload, halfYear: HalfYear): Promise<readonly ReportRow[]> =>
  (await findFields(payload, 'deliveries', promotionsIn(halfYear), FIELDS)).map(readReportRow);

/** Of those that have left only what the sums of the regions need. */
export const loadDoneRows = async (payload: Payload, halfYear: HalfYear): Promise<readonly DoneRow[]> => {
  const where = { and: [promotionsIn(halfYear), { status: { equals: 'sent' } }] };
  return findFields(payload, 'deliveries', where, ['content', 'organiser', 'carrier']);
};

/** The same rows whole, with their names, by the moment they are due. */
export const loadReportLines = async (payload: Payload, halfYear: HalfYear): Promise<readonly NamedRow[]> =>
  (await findRows(payload, 'deliveries', promotionsIn(halfYear), { sort: 'dueAt' })).map((row) => ({
    row: readDelivery(row),
    names: readNames(row),
  }));

const promotionsIn = (halfYear: HalfYear): Where => ({ and: [...PROMOTIONS, ofHalfYear(halfYear)] });

const FIELDS = [
  'content',
  'organiser',
  'carrier',
  'agreement',
  'clause',
  'clauseAgreed',
  'alsoFulfils',
  'status',
  'reason',
  'declineReason',
] as const;

const readReportRow = (row: Pick<Row<'deliveries'>, (typeof FIELDS)[number]>): ReportRow => ({
  content: row.content,
  organiser: row.organiser,
  carrier: row.carrier,
  agreementId: row.agreement ?? '',
  code: row.clause ?? '',
  agreed: row.clauseAgreed === true,
  alsoFulfils: readCodes(row.alsoFulfils),
  status: row.status as DeliveryStatus,
  reason: (row.reason as Reason | null) ?? undefined,
  declineReason: row.declineReason ?? undefined,
});
