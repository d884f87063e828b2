import { transformWhereQuery, validateWhereQuery } from 'payload/shared';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { contentViews } from './content-views';
import { ledgerLink } from './ledger-link';
import { ledgerChoicesSent, ledgerConditions, ledgerFilterOf, OWN_CHANNEL } from './ledger-query';
import { asksFor, isFilteredBy, isFirstLook, listQuery, type SearchParams, widerSearch } from './list-query';

const NOW = instant('2027-01-10T23:30:00Z');
const EDITOR = { id: 'u1', role: 'editor', organisation: 'spk' } as const;
const COORDINATOR = { id: 'u2', role: 'coordinator' } as const;

const asRead = (query: string): SearchParams => Object.fromEntries(new URLSearchParams(query));

describe('views of contents', () => {
  it('begin with the own upcoming ones for those who belong to a body, with all upcoming ones for the others', () => {
    expect(contentViews('events', EDITOR, NOW).map(({ name }) => name)).toEqual([
      'myUpcoming',
      'myDrafts',
      'myPast',
      'upcoming',
      'all',
    ]);
    expect(contentViews('events', COORDINATOR, NOW)[0]?.name).toBe('upcoming');
    expect(contentViews('news-items', EDITOR, NOW)[0]?.name).toBe('mine');
    expect(contentViews('news-items', COORDINATOR, NOW)[0]?.name).toBe('all');
  });

  it('count the day in Berlin and keep what still runs', () => {
    const [mine] = contentViews('events', EDITOR, NOW);
    const today = { greater_than_equal: '2027-01-10T23:00:00.000Z' };
    expect(mine?.conditions).toEqual([{ organiser: { equals: 'spk' } }, { lastsUntil: today }]);
  });

  it.each(['events', 'news-items'] as const)('are such of %s as the filters above the list can show and add to', (collection) => {
    for (const viewer of [EDITOR, COORDINATOR])
      for (const { name, conditions } of contentViews(collection, viewer, NOW).filter((view) => view.conditions.length > 0)) {
        expect(validateWhereQuery(transformWhereQuery({ and: [...conditions] })), name).toBe(true);
        for (const condition of conditions) expect(Object.keys(condition), name).toHaveLength(1);
      }
  });

  it('lead from a search in one of them to the same search in all', () => {
    const [mine] = contentViews('events', EDITOR, NOW);
    const query = `${listQuery(mine?.conditions ?? [], 'startsAt')}&search=B%26B`;
    expect(widerSearch('/admin/events', asRead(query), '-startsAt')).toBe('/admin/events?sort=-startsAt&search=B%26B');
    expect(widerSearch('/admin/events', asRead('sort=startsAt&search=B'), '-startsAt')).toBeUndefined();
    expect(widerSearch('/admin/events', asRead(listQuery(mine?.conditions ?? [], 'startsAt')), '-startsAt')).toBeUndefined();
  });

  it('are known again by their address, each as itself only', () => {
    const views = contentViews('events', EDITOR, NOW);
    for (const view of views) {
      const read = asRead(listQuery(view.conditions, view.sort));
      expect(views.filter(({ conditions }) => isFilteredBy(read, conditions))).toEqual([view]);
      expect(isFirstLook(read), view.name).toBe(false);
    }
  });

  it('take the lead only where the address says nothing', () => {
    expect(isFirstLook(undefined)).toBe(true);
    expect(isFirstLook({ locale: 'de' })).toBe(true);
    for (const name of ['search', 'page', 'where[and][0][title][like]']) expect(isFirstLook({ [name]: 'x' }), name).toBe(false);
  });
});

describe('choices above the ledger', () => {
  it('are read back from the conditions they make', () => {
    const all = { organiser: 'o1', carrier: 'o2', channel: 'k1', status: 'sent', clause: 'N-S-1', half: '2027-H1' };
    for (const filter of [all, { clause: OWN_CHANNEL }, { status: 'planned,awaiting-approval,ready' }, {}])
      expect(ledgerFilterOf(asRead(listQuery(ledgerConditions(filter), '-dueAt')))).toEqual(filter);
  });

  it('take a half-year from midnight to midnight in Berlin, by when a row left, else by when it is due', () => {
    const from = { greater_than_equal: '2027-06-30T22:00:00.000Z' };
    const until = { less_than: '2027-12-31T23:00:00.000Z' };
    expect(ledgerConditions({ half: '2027-H2' })).toEqual([
      {
        or: [
          { and: [{ sentAt: from }, { sentAt: until }] },
          { and: [{ sentAt: { exists: false } }, { dueAt: from }, { dueAt: until }] },
        ],
      },
    ]);
  });

  it('are read from the links of the report as well', () => {
    const clause = { code: 'N-S-1', agreed: true, agreedIn: ['a1', 'a2'] };
    const selection = { halfYear: { year: 2027, half: 1 }, statuses: ['unconfirmed', 'failed'], carrier: 'o2', clause } as const;
    expect(ledgerFilterOf(asRead(ledgerLink('/admin', selection).split('?')[1] ?? ''))).toEqual({
      carrier: 'o2',
      status: 'unconfirmed,failed',
      clause: 'N-S-1',
      half: '2027-H1',
    });
  });

  it('leave out what was not chosen or makes no sense', () => {
    expect(ledgerChoicesSent(asRead('sort=-dueAt'))).toBeUndefined();
    expect(ledgerConditions(ledgerChoicesSent(asRead('organiser=&carrier=o2&status=&half=immer')) ?? {})).toEqual([
      { carrier: { equals: 'o2' } },
    ]);
    for (const day of ['gestern', '2027-01-01'])
      expect(ledgerFilterOf({ 'where[and][0][sentAt][greater_than_equal]': day })).toEqual({});
  });
});

describe('the way from a number of the report', () => {
  it('is told from what the choices above the ledger ask', () => {
    const halfYear = { year: 2026, half: 2 } as const;
    const query = (address: string) => asRead(address.slice(address.indexOf('?')));
    expect(asksFor(query(ledgerLink('/admin', { halfYear, statuses: ['sent'] })), 'purpose')).toBe(true);
    expect(asksFor(asRead(listQuery(ledgerConditions({ status: 'sent', half: '2026-H2' }), '-dueAt')), 'purpose')).toBe(false);
    expect(asksFor(undefined, 'purpose')).toBe(false);
  });
});
