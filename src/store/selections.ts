import type { Where } from 'payload';
import { type HalfYear, halfYearSpan } from '#domain/calendar';
import { isCorrection, PURPOSES } from '#domain/purpose';
import { toIso } from '#domain/time';
import { holdsCode } from './clause-codes';
import { isUnset } from './rows';

// Which rows of the ledger are meant: one wording each for what is counted, filtered and linked to.

/** Promotions by a clause: no own channels, no corrections. */
export const PROMOTIONS: readonly Where[] = [
  { becauseKind: { equals: 'clause' } },
  { purpose: { in: PURPOSES.filter((purpose) => !isCorrection(purpose)) } },
];

/** Rows of the half-year: by the moment they left, else by the one they are due. */
export const ofHalfYear = (halfYear: HalfYear): Where => {
  const { from, until } = halfYearSpan(halfYear);
  const within = (field: string): readonly Where[] => [
    { [field]: { greater_than_equal: toIso(from) } },
    { [field]: { less_than: toIso(until) } },
  ];
  return { or: [{ and: [...within('sentAt')] }, { and: [isUnset('sentAt'), ...within('dueAt')] }] };
};

/** Rows that fulfil the clause, first of all or as well. */
export const fulfilling = (code: string): Where => ({ or: [{ clause: { equals: code } }, holdsCode('alsoFulfils', code)] });

/** One clause as the report counts it: as an agreed one or as a proposal, and the versions of the agreement in which it is agreed. */
export type CountedClause = {
  readonly code: string;
  readonly agreed: boolean;
  readonly agreedIn: readonly string[];
};

/** Rows that count for the clause: those it asked for by what they keep of it, those that fulfil it as well by their version. */
export const countingFor = ({ code, agreed, agreedIn }: CountedClause): Where => {
  const first: Where = {
    and: [{ clause: { equals: code } }, { clauseAgreed: agreed ? { equals: true } : { not_equals: true } }],
  };
  // Nothing is in an empty list, and everything is outside it.
  if (agreedIn.length === 0 && agreed) return first;
  const version: readonly Where[] =
    agreedIn.length > 0 ? [{ agreement: agreed ? { in: [...agreedIn] } : { not_in: [...agreedIn] } }] : [];
  return { or: [first, { and: [{ clause: { not_equals: code } }, holdsCode('alsoFulfils', code), ...version] }] };
};
