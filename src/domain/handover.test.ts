import { describe, expect, it } from 'vitest';
import { eventOf } from '../../test/fixtures/domain';
import { changed, LATER, plan, shown } from '../../test/fixtures/planning';
import type { Delivery } from './delivery';
import { noLongerTrue, remindAt } from './handover';
import { instant } from './time';

const HANDED = instant('2026-11-23T09:00:00Z');

it.each([
  ['a week', 168, 144],
  ['three days', 72, 48],
  ['a day', 24, 12],
  ['an hour', 1, 0.5],
])('a person who is asked for %s is reminded a day before, but never at once', (_name, hours, reminded) => {
  expect(remindAt(HANDED, HANDED.add({ hours }))).toEqual(HANDED.add({ minutes: reminded * 60 }));
});

describe('a text that lies with a person', () => {
  const rows = plan(eventOf(), []).map(
    (row): Delivery => (row.purpose === 'announce' ? { ...row, status: 'handed-over', sentAt: row.dueAt } : row),
  );
  const [row] = rows;
  if (!row) throw new Error('the fixture plans a row');

  it.each([
    ['nothing changed', eventOf(), undefined],
    ['only its teaser changed', eventOf({ teaser: { de: 'Ein anderer Abend.' } }), undefined],
    ['the event was cancelled', changed({ status: 'cancelled' }), 'cancelled'],
    ['the event has a new date', changed({ startsAt: instant('2026-12-11T17:00:00Z') }), 'changed'],
    ['a change was taken back', eventOf({ sequence: 2, planRevision: 3 }), undefined],
    ['it was unpublished', eventOf({ live: false }), 'unpublished'],
    ['it is for the stakeholders alone', eventOf({ visibility: 'stakeholders' }), 'unpublished'],
    ['it is gone', undefined, 'unpublished'],
  ] as const)('is no longer true or still is when %s', (_name, content, why) => {
    expect(noLongerTrue(row, content)).toBe(why);
    expect(noLongerTrue({ ...row, status: 'sent' }, content)).toBeUndefined();
  });

  it('is corrected all the same: it may have been posted', () => {
    const corrected = plan(changed({ status: 'cancelled' }), rows, LATER);
    expect(corrected.find(({ purpose }) => purpose === 'announce')?.status).toBe('handed-over');
    expect(shown(corrected)).toContain('cancel1 planned 2026-11-25T10:00:00Z');
    expect(
      noLongerTrue(
        { ...row, ...corrected.find(({ purpose }) => purpose === 'cancel'), status: 'handed-over' },
        changed({ status: 'cancelled' }),
      ),
    ).toBeUndefined();
  });
});
