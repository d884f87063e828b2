import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Markable, type Marks, marksAfter, NO_MARKS } from './marks';
import { instant } from './time';

const NOW = instant('2026-12-01T08:00:00Z');
const EVENT: Markable = { status: 'planned', startsAt: '2027-01-10T17:00:00.000Z', attendance: 'on-site', town: 'Kassel' };
const PUBLISHED: Marks = {
  ...NO_MARKS,
  slug: 'messe',
  publishedAt: '2026-11-01T08:00:00.000Z',
  changedAt: '2026-11-01T08:00:00.000Z',
  planRevision: 4,
  plannedFor: 'basis',
};
const change = (after: Markable, publishes = true) =>
  marksAfter({ marks: PUBLISHED, facts: EVENT }, after, { now: NOW, publishes });

describe('marks of a content', () => {
  test('a document nobody ever published keeps none', () => {
    expect(marksAfter({ marks: NO_MARKS, facts: {} }, EVENT, { now: NOW, publishes: false })).toEqual(NO_MARKS);
  });

  test('what took effect is a new revision that is planned for nothing yet', () => {
    expect(change(EVENT)).toMatchObject({
      planRevision: 5,
      plannedFor: '',
      publishedAt: PUBLISHED.publishedAt,
      slug: 'messe',
      sequence: 0,
    });
    expect(change(EVENT, false)).toMatchObject({ planRevision: 5, plannedFor: '' });
  });

  test.each([
    ['status', 'cancelled'],
    ['startsAt', '2027-01-11T17:00:00.000Z'],
    ['endsAt', '2027-01-10T19:00:00.000Z'],
    ['allDay', true],
    ['attendance', 'online'],
    ['venue', 'Science Park'],
    ['street', 'Universitätsplatz 12'],
    ['town', 'Fulda'],
  ])('a change of %s raises the sequence', (name, value) => {
    expect(change({ ...EVENT, [name]: value }).sequence).toBe(1);
  });

  test('the same moment or emptiness written otherwise does not', () => {
    expect(change({ ...EVENT, startsAt: '2027-01-10T17:00:00Z', venue: '', allDay: false }).sequence).toBe(0);
  });

  test('the first publication is no change of what was told', () => {
    expect(marksAfter({ marks: NO_MARKS, facts: {} }, EVENT, { now: NOW, publishes: true })).toMatchObject({
      planRevision: 1,
      sequence: 0,
      publishedAt: '2026-12-01T08:00:00.000Z',
    });
  });

  test('revisions and sequences never fall, the first publication never changes', () => {
    const step = fc.record({
      town: fc.constantFrom('Kassel', 'Fulda', ''),
      status: fc.constantFrom('planned', 'cancelled'),
      publishes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let before = { marks: NO_MARKS, facts: EVENT };
        for (const { publishes, ...facts } of steps) {
          const after = { ...EVENT, ...facts };
          const marks = marksAfter(before, after, { now: NOW, publishes });
          expect(marks.planRevision).toBeGreaterThanOrEqual(before.marks.planRevision);
          expect(marks.sequence).toBeGreaterThanOrEqual(before.marks.sequence);
          if (before.marks.publishedAt) expect(marks.publishedAt).toBe(before.marks.publishedAt);
          before = { marks, facts: after };
        }
      }),
    );
  });
});

describe('planning a content makes sense', () => {
  const until = (content: Markable) =>
    marksAfter({ marks: NO_MARKS, facts: {} }, content, { now: NOW, publishes: true }).planUntil;

  test('until an event ends, at its start when no end is known, through its Berlin day when it lasts all day', () => {
    expect(until({ ...EVENT, endsAt: '2027-01-10T19:00:00Z' })).toBe('2027-01-10T19:00:00.000Z');
    expect(until(EVENT)).toBe('2027-01-10T17:00:00.000Z');
    expect(until({ ...EVENT, startsAt: '2027-03-27T23:00:00Z', allDay: true })).toBe('2027-03-28T22:00:00.000Z');
  });

  test('while news is fresh, counted from when it may be read, longer while a call is open', () => {
    expect(until({})).toBe('2027-01-15T08:00:00.000Z');
    expect(until({ embargoUntil: '2027-01-01T08:00:00Z' })).toBe('2027-02-15T08:00:00.000Z');
    expect(until({ deadline: '2027-06-01T08:00:00Z' })).toBe('2027-06-01T08:00:00.000Z');
    expect(until({ deadline: '2026-12-02T08:00:00Z' })).toBe('2027-01-15T08:00:00.000Z');
  });
});
