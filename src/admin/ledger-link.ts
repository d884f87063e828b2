import { type HalfYear, halfYearSpan } from '#domain/calendar';
import type { DeliveryStatus } from '#domain/delivery';
import type { OrganisationId } from '#domain/organisation';
import { toIso } from '#domain/time';

/** Which rows of the ledger a number stands for. */
export type LedgerSelection = {
  readonly halfYear: HalfYear;
  readonly statuses: readonly DeliveryStatus[];
  readonly carrier?: OrganisationId;
  readonly organiser?: OrganisationId;
  /** Code of a clause that the rows fulfil, first of all or as well. */
  readonly clause?: string;
};

/** The ledger's list in the admin, filtered for just the rows that the report counts. */
export const ledgerLink = (admin: string, selection: LedgerSelection): string => {
  const query = new URLSearchParams({ sort: '-dueAt', limit: '100' });
  for (const [or, conditions] of alternatives(selection).entries())
    for (const [and, [field, operator, value]] of conditions.entries())
      query.set(`where[or][${or}][and][${and}][${field}][${operator}]`, value);
  return `${admin}/collections/deliveries?${query}`;
};

type Condition = readonly [field: string, operator: string, value: string];

/** The admin's lists know conditions only as "any of these groups, each wholly". */
const alternatives = ({ halfYear, statuses, carrier, organiser, clause }: LedgerSelection): readonly (readonly Condition[])[] => {
  const { from, until } = halfYearSpan(halfYear);
  const common: readonly Condition[] = [
    ['becauseKind', 'equals', 'clause'],
    ['purpose', 'in', 'announce,remind,last-call'],
    ['status', 'in', statuses.join(',')],
    ...(carrier ? [['carrier', 'equals', carrier] as const] : []),
    ...(organiser ? [['organiser', 'equals', organiser] as const] : []),
  ];
  const within = (field: string): readonly Condition[] => [
    [field, 'greater_than_equal', toIso(from)],
    [field, 'less_than', toIso(until)],
  ];
  const moments = [within('sentAt'), [['sentAt', 'exists', 'false'] as const, ...within('dueAt')]];
  const clauses: readonly (readonly Condition[])[] = clause
    ? [
        [['clause', 'equals', clause]],
        [
          ['clause', 'not_equals', clause],
          ['alsoFulfils', 'contains', clause],
        ],
      ]
    : [[]];
  return clauses.flatMap((one) => moments.map((moment) => [...common, ...one, ...moment]));
};
