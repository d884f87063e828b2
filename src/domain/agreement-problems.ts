import { type EnteredSpan, isReversed } from './time';

/** What can be wrong with an agreement; the words are in `#i18n/problems`. */
export type AgreementProblemCode =
  | 'clauses-missing'
  | 'date-missing'
  | 'code-form'
  | 'code-twice'
  | 'quote-missing'
  | 'hours-missing'
  | 'per-year-missing'
  | 'not-whole'
  | 'remind-before-announce'
  | 'ends-before-start';

/** One thing to put right; `path` as forms count it, e.g. `clauses.0.code`. */
export type AgreementProblem = { readonly path: string; readonly code: AgreementProblemCode };

/** A clause as entered: moments are ISO instants, anything may still be missing. */
export type ClauseInput = EnteredSpan & {
  readonly code?: string | null | undefined;
  readonly kind?: 'promotion' | 'meetings' | null | undefined;
  readonly sourceKind?: 'agreed' | 'proposal' | null | undefined;
  readonly quote?: string | null | undefined;
  readonly announceDays?: number | null | undefined;
  readonly remindDays?: number | null | undefined;
  readonly lastCallDays?: number | null | undefined;
  readonly approval?: 'automatic' | 'carrier' | 'silence' | null | undefined;
  readonly silenceHours?: number | null | undefined;
  readonly minimumPerHalfYear?: number | null | undefined;
  readonly capPerWeek?: number | null | undefined;
  readonly perYear?: number | null | undefined;
};

/** An agreement as entered. */
export type AgreementInput = {
  readonly state?: 'draft' | 'adopted' | null | undefined;
  readonly inForceFrom?: string | null | undefined;
  readonly clauses?: readonly ClauseInput[] | null | undefined;
};

/** Everything that is wrong with an agreement, in the order of the form; empty when all is well. */
export const agreementProblems = ({ state, inForceFrom, clauses }: AgreementInput): readonly AgreementProblem[] => {
  const all = clauses ?? [];
  const adopted = state === 'adopted';
  return [
    ...when(adopted && !inForceFrom, 'inForceFrom', 'date-missing'),
    ...when(adopted && all.length === 0, 'clauses', 'clauses-missing'),
    ...all.flatMap((clause, index) => clauseProblems(clause, `clauses.${index}`, all.slice(0, index))),
  ];
};

const NUMBERS = [
  'announceDays',
  'remindDays',
  'lastCallDays',
  'silenceHours',
  'minimumPerHalfYear',
  'capPerWeek',
  'perYear',
] as const;

const clauseProblems = (clause: ClauseInput, path: string, before: readonly ClauseInput[]): readonly AgreementProblem[] => {
  const { code, kind, approval, announceDays, remindDays } = clause;
  return [
    ...when(Boolean(code) && !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code ?? ''), `${path}.code`, 'code-form'),
    ...when(Boolean(code) && before.some((other) => other.code === code), `${path}.code`, 'code-twice'),
    ...when(clause.sourceKind === 'agreed' && !clause.quote?.trim(), `${path}.quote`, 'quote-missing'),
    ...when(kind !== 'meetings' && approval === 'silence' && !clause.silenceHours, `${path}.silenceHours`, 'hours-missing'),
    ...when(kind === 'meetings' && !clause.perYear, `${path}.perYear`, 'per-year-missing'),
    ...NUMBERS.flatMap((name) => when(!isWhole(clause[name]), `${path}.${name}`, 'not-whole')),
    ...when(
      isNumber(announceDays) && isNumber(remindDays) && remindDays > announceDays,
      `${path}.remindDays`,
      'remind-before-announce',
    ),
    ...when(isReversed(clause), `${path}.validTo`, 'ends-before-start'),
  ];
};

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';
const isWhole = (value: number | null | undefined): boolean => !isNumber(value) || (Number.isInteger(value) && value >= 0);

const when = (applies: boolean, path: string, code: AgreementProblemCode): readonly AgreementProblem[] =>
  applies ? [{ path, code }] : [];
