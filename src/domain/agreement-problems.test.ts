import { expect, test } from 'vitest';
import { type AgreementInput, agreementProblems, type ClauseInput } from './agreement-problems';

const CLAUSE: ClauseInput = {
  code: 'N-S-1',
  kind: 'promotion',
  sourceKind: 'proposal',
  approval: 'automatic',
  announceDays: 30,
  remindDays: 7,
};
const found = (input: AgreementInput) => agreementProblems(input).map(({ path, code }) => `${path}: ${code}`);
const inClause = (clause: ClauseInput) => found({ clauses: [{ ...CLAUSE, ...clause }] });

test('a draft may be empty, an adopted version has a date and a clause', () => {
  expect(found({ state: 'draft' })).toEqual([]);
  expect(found({ state: 'adopted', clauses: [] })).toEqual(['inForceFrom: date-missing', 'clauses: clauses-missing']);
  expect(found({ state: 'adopted', inForceFrom: '2026-01-01T00:00:00.000Z', clauses: [CLAUSE] })).toEqual([]);
});

test('codes have one form and are used once', () => {
  expect(inClause({ code: 'n s 1' })).toEqual(['clauses.0.code: code-form']);
  expect(found({ clauses: [CLAUSE, CLAUSE] })).toEqual(['clauses.1.code: code-twice']);
});

test('what counts as a promise quotes its sentence', () => {
  expect(inClause({ sourceKind: 'agreed', quote: ' ' })).toEqual(['clauses.0.quote: quote-missing']);
});

test('silence has hours, meetings have a number', () => {
  expect(inClause({ approval: 'silence' })).toEqual(['clauses.0.silenceHours: hours-missing']);
  expect(inClause({ kind: 'meetings' })).toEqual(['clauses.0.perYear: per-year-missing']);
  expect(inClause({ kind: 'meetings', perYear: 2, approval: 'silence' })).toEqual([]);
});

test('steps of the ladder are whole days in their order', () => {
  expect(inClause({ lastCallDays: 1.5 })).toEqual(['clauses.0.lastCallDays: not-whole']);
  expect(inClause({ remindDays: -1 })).toEqual(['clauses.0.remindDays: not-whole']);
  expect(inClause({ announceDays: 7, remindDays: 14 })).toEqual(['clauses.0.remindDays: remind-before-announce']);
});

test('a clause does not end before it begins', () => {
  expect(inClause({ validFrom: '2027-01-02T00:00:00.000Z', validTo: '2027-01-01T00:00:00.000Z' })).toEqual([
    'clauses.0.validTo: ends-before-start',
  ]);
  expect(inClause({ validFrom: '2027-01-01T00:00:00.000Z', validTo: '2027-01-01T00:00:00.000Z' })).toEqual([
    'clauses.0.validTo: ends-before-start',
  ]);
  expect(inClause({ validFrom: 'morgen', validTo: '2027-01-01T00:00:00.000Z' })).toEqual([]);
});
