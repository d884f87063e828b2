import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, clauseOf, organisations } from '../../test/fixtures/domain';
import { versionsAgreeing } from './agreement';
import { DELIVERY_STATUSES } from './delivery';
import { FATES, fateOf, type ReportRow, reportOf } from './report';
import { instant } from './time';

const halfYear = { year: 2026, half: 2 } as const;
const agreement = agreementOf(
  clauseOf('N-S-1', { minimumPerHalfYear: 4 }),
  clauseOf('S-N-1'),
  clauseOf('V-1', { source: { kind: 'proposal' } }),
  { kind: 'meetings', code: 'T-1', text: 'Zwei Treffen im Jahr', source: { kind: 'agreed', quote: 'Zwei Treffen' }, perYear: 2 },
);
/** HTAI announces an event of Science Park Kassel in November 2026. */
const rowOf = (change: Partial<ReportRow> = {}): ReportRow => ({
  content: 'events/e1',
  organiser: 'spk',
  carrier: 'htai',
  agreementId: agreement.id,
  code: 'N-S-1',
  agreed: true,
  alsoFulfils: [],
  status: 'sent',
  ...change,
});
const AT = instant('2026-11-24T09:00:00Z');
const report = (rows: readonly ReportRow[], agreements = [agreement]) =>
  reportOf({ rows, halfYear, organisations, agreements, at: AT });
const clause = (rows: readonly ReportRow[], code: string) => report(rows).clauses.find((one) => one.code === code);

describe('what became of promises', () => {
  it('counts every status where people look for it', () => {
    const rows = DELIVERY_STATUSES.map((status) => rowOf({ status }));
    expect(clause(rows, 'N-S-1')).toMatchObject({
      fates: { done: 1, open: 5, unclear: 2, declined: 1, missed: 1 },
      asked: 10,
      minimum: 4,
      agreed: true,
    });
  });

  it('says why, the most frequent cause first', () => {
    const rows = [
      rowOf({ status: 'missed', reason: 'too-late' }),
      rowOf({ status: 'missed', reason: 'cap-reached' }),
      rowOf({ status: 'missed', reason: 'cap-reached' }),
      rowOf({ status: 'declined', declineReason: 'Passt nicht zu unserem Publikum' }),
      rowOf({ status: 'declined' }),
      rowOf({ status: 'declined' }),
    ];
    expect(clause(rows, 'N-S-1')?.causes).toEqual([
      { fate: 'declined', why: undefined, count: 2 },
      { fate: 'declined', why: 'Passt nicht zu unserem Publikum', count: 1 },
      { fate: 'missed', why: 'cap-reached', count: 2 },
      { fate: 'missed', why: 'too-late', count: 1 },
    ]);
  });

  it('counts a row for each clause that it fulfils, once', () => {
    const rows = [rowOf({ alsoFulfils: ['V-1', 'N-S-1'] })];
    expect(report(rows).clauses.map(({ code, asked }) => [code, asked])).toEqual([
      ['N-S-1', 1],
      ['S-N-1', 0],
      ['V-1', 1],
    ]);
  });

  it('lists clauses in force that asked for nothing, and names those that are gone; meetings are no promotion', () => {
    const clauses = report([rowOf({ code: 'ALT-1', agreed: false })]).clauses;
    expect(clauses.map(({ code, text, agreed, asked }) => ({ code, text, agreed, asked }))).toEqual([
      { code: 'ALT-1', text: '', agreed: false, asked: 1 },
      { code: 'N-S-1', text: 'Regel N-S-1', agreed: true, asked: 0 },
      { code: 'S-N-1', text: 'Regel S-N-1', agreed: true, asked: 0 },
      { code: 'V-1', text: 'Regel V-1', agreed: false, asked: 0 },
    ]);
  });
});

describe('promises', () => {
  const adopted = {
    ...agreementOf(clauseOf('N-S-1', { text: 'Neu gefasst', minimumPerHalfYear: 6 }), clauseOf('V-1')),
    id: 'agreement-2',
    version: 2,
    inForceFrom: instant('2026-10-01T00:00:00Z'),
  };
  const sums = (rows: readonly ReportRow[]) =>
    report(rows, [agreement, adopted]).clauses.map(({ code, agreed, text, asked }) => [code, agreed, text, asked]);

  it('are not made of what a proposal asked for before it was agreed', () => {
    const before = rowOf({ code: 'V-1', agreed: false });
    const after = rowOf({ code: 'V-1', agreementId: adopted.id });
    expect(sums([before, before, after])).toEqual([
      ['N-S-1', true, 'Neu gefasst', 0],
      ['V-1', true, 'Regel V-1', 1],
      ['V-1', false, 'Regel V-1', 2],
    ]);
  });

  it('that a row keeps as well are those of the version it was planned by', () => {
    const old = rowOf({ alsoFulfils: ['V-1'] });
    const young = rowOf({ agreementId: adopted.id, alsoFulfils: ['V-1', 'X-1'] });
    expect(sums([old, young])).toEqual([
      ['N-S-1', true, 'Neu gefasst', 2],
      ['V-1', true, 'Regel V-1', 1],
      ['V-1', false, 'Regel V-1', 1],
      ['X-1', false, '', 1],
    ]);
    expect(versionsAgreeing([agreement, adopted], 'V-1')).toEqual([adopted.id]);
  });

  it('are quoted as they stood last', () => {
    const old = rowOf();
    const young = rowOf({ agreementId: adopted.id });
    expect(sums([old])[0]).toEqual(['N-S-1', true, 'Regel N-S-1', 1]);
    expect(sums([young, old])[0]).toEqual(['N-S-1', true, 'Neu gefasst', 2]);
    expect(sums([old, young])[0]).toEqual(['N-S-1', true, 'Neu gefasst', 2]);
  });

  it('are listed without a row only when they are valid in the half-year', () => {
    const bounds = agreementOf(
      clauseOf('A', { validFrom: instant('2026-12-31T23:00:00Z') }),
      clauseOf('B', { validFrom: instant('2026-12-31T22:59:59Z') }),
      clauseOf('C', { validTo: instant('2026-06-30T22:00:00Z') }),
      clauseOf('D', { validTo: instant('2026-06-30T22:00:01Z') }),
    );
    expect(report([], [bounds]).clauses.map(({ code }) => code)).toEqual(['B', 'D']);
  });
});

describe('who promoted whom', () => {
  it('counts contents and messages of what left, per pair and per region', () => {
    const rows = [
      rowOf(),
      rowOf(),
      rowOf({ content: 'events/e2', carrier: 'ihk', organiser: 'rmnh' }),
      rowOf({ content: 'events/e3', carrier: 'spk', organiser: 'htai', code: 'S-N-1' }),
      rowOf({ content: 'events/e4', status: 'missed' }),
    ];
    const { pairs, regions } = report(rows);
    expect(pairs.get('htai')?.get('spk')).toEqual({ contents: 1, messages: 2 });
    expect(pairs.get('ihk')?.get('rmnh')).toEqual({ contents: 1, messages: 1 });
    expect(pairs.get('spk')?.get('rmnh')).toBeUndefined();
    expect(regions.south.north).toEqual({ contents: 2, messages: 3 });
    expect(regions.north.south).toEqual({ contents: 1, messages: 1 });
    expect(regions.north.north).toEqual({ contents: 0, messages: 0 });
  });
});

describe('for any ledger', () => {
  const ids = [...organisations.keys()];
  const anyRow = fc.record({
    content: fc.constantFrom('events/e1', 'events/e2', 'news-items/n1'),
    organiser: fc.constantFrom(...ids),
    carrier: fc.constantFrom(...ids),
    agreementId: fc.constant(agreement.id),
    code: fc.constantFrom('N-S-1', 'S-N-1', 'V-1'),
    agreed: fc.boolean(),
    alsoFulfils: fc.constantFrom<readonly string[]>([], ['V-1']),
    status: fc.constantFrom(...DELIVERY_STATUSES),
  });

  it('adds up, whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
        const found = report(rows);
        for (const { code, agreed, fates, asked } of found.clauses) {
          const own = rows.filter((row) =>
            row.code === code ? row.agreed === agreed : row.alsoFulfils.includes(code) && agreed === (code !== 'V-1'),
          );
          for (const fate of FATES) expect(fates[fate]).toBe(own.filter(({ status }) => fateOf(status) === fate).length);
          expect(asked).toBe(own.filter(({ status }) => status !== 'withdrawn').length);
        }
        const messages = [...found.pairs.values()]
          .flatMap((own) => [...own.values()])
          .reduce((sum, one) => sum + one.messages, 0);
        expect(messages).toBe(rows.filter(({ status }) => status === 'sent').length);
        expect(report([...rows].reverse())).toEqual(found);
      }),
    );
  });
});
