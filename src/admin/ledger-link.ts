import { type Agreement, versionsAgreeing } from '#domain/agreement';
import type { HalfYear } from '#domain/calendar';
import type { DeliveryStatus } from '#domain/delivery';
import type { OrganisationId } from '#domain/organisation';
import type { ClauseReport } from '#domain/report';
import { type CountedClause, countingFor, ofHalfYear, PROMOTIONS } from '#store/selections';
import { listQuery } from './list-query';

/** Which rows of the ledger a number of the report stands for. */
export type LedgerSelection = {
  readonly halfYear: HalfYear;
  readonly statuses: readonly DeliveryStatus[];
  readonly carrier?: OrganisationId;
  readonly organiser?: OrganisationId;
  readonly clause?: CountedClause;
};

/** The ledger's list in the admin, filtered for just the rows that the report counts. */
export const ledgerLink = (admin: string, { halfYear, statuses, carrier, organiser, clause }: LedgerSelection): string => {
  const conditions = [
    ...PROMOTIONS,
    { status: { in: [...statuses] } },
    ...(carrier ? [{ carrier: { equals: carrier } }] : []),
    ...(organiser ? [{ organiser: { equals: organiser } }] : []),
    ofHalfYear(halfYear),
    ...(clause ? [countingFor(clause)] : []),
  ];
  return `${admin}/collections/deliveries?limit=100&${listQuery(conditions, '-dueAt')}`;
};

/** The rows that a line of the report counts. */
export const countedIn = (agreements: readonly Agreement[], { code, agreed }: ClauseReport): CountedClause => ({
  code,
  agreed,
  agreedIn: versionsAgreeing(agreements, code),
});
