import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfDay,
  halfYearCode,
  halfYearOf,
  halfYearSpan,
  isQuiet,
  morningDaysBefore,
  neighbourOf,
  nextSlot,
  parseHalfYear,
  sendableAt,
  weekOf,
} from './calendar';
import { isHoliday } from './holidays';
import { compareInstants, inBerlin, instant } from './time';

const night = { from: '20:00', to: '07:00', sundays: false };
const moment = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) })
  .map((ms) => instant(new Date(ms).toISOString()));

describe('quiet hours', () => {
  it('lets a message of the day leave at once', () => {
    expect(sendableAt(night, instant('2026-11-23T12:00:00Z')).toString()).toBe('2026-11-23T12:00:00Z');
  });
  it('holds a message of the evening until seven in Berlin', () => {
    expect(sendableAt(night, instant('2026-11-23T21:30:00Z')).toString()).toBe('2026-11-24T06:00:00Z');
  });
  it('ends at seven Berlin time after both summer-time nights', () => {
    expect(sendableAt(night, instant('2027-03-27T21:00:00Z')).toString()).toBe('2027-03-28T05:00:00Z');
    expect(sendableAt(night, instant('2026-10-24T21:00:00Z')).toString()).toBe('2026-10-25T06:00:00Z');
  });
  it('moves an end that does not exist forward', () => {
    const gap = { from: '22:00', to: '02:30', sundays: false };
    expect(sendableAt(gap, instant('2027-03-27T23:00:00Z')).toString()).toBe('2027-03-28T01:30:00Z');
  });
  it('carries a message over a quiet Sunday and its night', () => {
    const sunday = { ...night, sundays: true };
    expect(sendableAt(sunday, instant('2026-11-28T20:00:00Z')).toString()).toBe('2026-11-30T06:00:00Z');
  });
  it('knows channels without quiet hours', () => {
    expect(isQuiet({ from: '00:00', to: '00:00', sundays: false }, instant('2026-11-23T02:00:00Z'))).toBe(false);
  });
  it('never lets a message leave in quiet hours, nor before it was wanted, nor two days late', () => {
    const hours = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
    fc.assert(
      fc.property(fc.record({ from: hours, to: hours, sundays: fc.boolean() }), moment, (quiet, at) => {
        const sendable = sendableAt(quiet, at);
        expect(isQuiet(quiet, sendable)).toBe(false);
        expect(compareInstants(sendable, at)).toBeGreaterThanOrEqual(0);
        expect(sendable.since(at).total('hours')).toBeLessThan(73);
      }),
    );
  });
});

describe('slots', () => {
  const monthly = { rhythm: 'monthly', weekday: 2, time: '09:00' } as const;
  it('finds the first Tuesday of the month', () => {
    expect(nextSlot(monthly, instant('2026-11-23T00:00:00Z')).toString()).toBe('2026-12-01T08:00:00Z');
    expect(nextSlot(monthly, instant('2026-12-01T08:00:01Z')).toString()).toBe('2027-01-05T08:00:00Z');
  });
  it('moves a slot in the missing hour forward and counts the doubled hour once', () => {
    const sunday = { rhythm: 'weekly', weekday: 7, time: '02:30' } as const;
    expect(nextSlot(sunday, instant('2027-03-27T12:00:00Z')).toString()).toBe('2027-03-28T01:30:00Z');
    const first = nextSlot(sunday, instant('2026-10-24T12:00:00Z'));
    expect(first.toString()).toBe('2026-10-25T00:30:00Z');
    expect(nextSlot(sunday, first.add({ seconds: 1 })).toString()).toBe('2026-11-01T01:30:00Z');
  });
  it('always finds a slot within six weeks, of the right weekday unless that is a holiday', () => {
    const slot = fc.record({
      rhythm: fc.constantFrom('weekly', 'fortnightly', 'monthly'),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      time: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
    } as const);
    fc.assert(
      fc.property(slot, moment, (one, from) => {
        const at = nextSlot(one, from);
        const { dayOfWeek } = inBerlin(at);
        const moved = (dayOfWeek - one.weekday + 7) % 7;
        const meant = inBerlin(at).toPlainDate().subtract({ days: moved });
        expect(moved === 0 || isHoliday(meant)).toBe(true);
        expect(compareInstants(at, from)).toBeGreaterThanOrEqual(0);
        expect(nextSlot(one, at).equals(at)).toBe(true);
      }),
    );
  });
});

describe('days and weeks', () => {
  it('counts days before an event over the change to summer time', () => {
    expect(morningDaysBefore(instant('2027-03-30T16:00:00Z'), 7).toString()).toBe('2027-03-23T08:00:00Z');
  });
  it('names ISO weeks and half-years in Berlin time', () => {
    expect(weekOf(instant('2026-12-31T23:30:00Z'))).toBe('2026-W53');
    expect(halfYearCode(halfYearOf(instant('2026-12-31T23:30:00Z')))).toBe('2027-H1');
  });
  it('begins and ends half-years at midnight in Berlin', () => {
    const { from, until } = halfYearSpan({ year: 2026, half: 2 });
    expect([from.toString(), until.toString()]).toEqual(['2026-06-30T22:00:00Z', '2026-12-31T23:00:00Z']);
  });
  it('reads what it writes and finds the way there and back', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const halfYear = halfYearOf(at);
        expect(parseHalfYear(halfYearCode(halfYear))).toEqual(halfYear);
        expect(neighbourOf(neighbourOf(halfYear, 1), -1)).toEqual(halfYear);
        expect(halfYearSpan(neighbourOf(halfYear, -1)).until.equals(halfYearSpan(halfYear).from)).toBe(true);
        expect(halfYearOf(halfYearSpan(halfYear).from)).toEqual(halfYear);
      }),
    );
    for (const wrong of ['', '2027', '2027-H3', '1999-H1', ' 2027-H1']) expect(parseHalfYear(wrong)).toBeUndefined();
  });
});

describe('a slot on a holiday', () => {
  const fridays = { rhythm: 'weekly', weekday: 5, time: '09:00' } as const;

  it('moves to the next working day, over the weekend and over Easter', () => {
    expect(nextSlot(fridays, instant('2026-12-21T00:00:00Z')).toString()).toBe('2026-12-28T08:00:00Z');
    expect(nextSlot(fridays, instant('2027-03-22T00:00:00Z')).toString()).toBe('2027-03-30T07:00:00Z');
  });

  it('is not forgotten by whoever asks on the days between', () => {
    expect(nextSlot(fridays, instant('2027-03-29T12:00:00Z')).toString()).toBe('2027-03-30T07:00:00Z');
    expect(nextSlot(fridays, instant('2027-03-30T07:00:01Z')).toString()).toBe('2027-04-02T07:00:00Z');
  });

  it('keeps a rhythm of its own: as many slots as without holidays, in order', () => {
    for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const)
      for (const rhythm of ['weekly', 'monthly'] as const) {
        const slots: string[] = [];
        for (let at = instant('2026-12-31T23:00:00Z'); ; ) {
          at = nextSlot({ rhythm, weekday, time: '09:00' }, at);
          if (at.toString() >= '2028-01-05') break;
          slots.push(at.toString());
          at = at.add({ milliseconds: 1 });
        }
        expect(slots.length).toBeGreaterThanOrEqual(rhythm === 'weekly' ? 52 : 12);
        expect(new Set(slots).size).toBe(slots.length);
        expect(slots).toEqual([...slots].sort());
      }
  });
});

describe('the end of a day', () => {
  it.each([
    ['2026-12-01', '2026-12-01T22:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('%s is that of Berlin', (day, end) => {
    expect(endOfDay(day)?.toString()).toBe(end);
  });

  it.each(['', '2026-02-30', '01.12.2026', '2026-12-01T10:00', '1899-01-01'])('is none of "%s"', (day) => {
    expect(endOfDay(day)).toBeUndefined();
  });
});
