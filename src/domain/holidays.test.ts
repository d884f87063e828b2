import { describe, expect, it } from 'vitest';
import { isHoliday, isWorkday } from './holidays';
import { Temporal } from './time';

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, days) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days })).filter(
    (date) => date.year === year,
  );

describe('holidays of Hesse', () => {
  it.each([
    [2026, ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '06-04', '10-03', '12-25', '12-26']],
    [2027, ['01-01', '03-26', '03-29', '05-01', '05-06', '05-17', '05-27', '10-03', '12-25', '12-26']],
    // Ascension Day on the first of May.
    [2008, ['01-01', '03-21', '03-24', '05-01', '05-12', '05-22', '10-03', '12-25', '12-26']],
    [2038, ['01-01', '04-23', '04-26', '05-01', '06-03', '06-14', '06-24', '10-03', '12-25', '12-26']],
  ])('in %i are the ten of the law', (year, holidays) => {
    const found = daysOf(year).filter(isHoliday);
    expect(found.map((date) => date.toString())).toEqual(holidays.map((day) => `${year}-${day}`));
  });

  it('and weekends are no working days', () => {
    const at = (day: string) => isWorkday(Temporal.PlainDate.from(day));
    expect(['2026-12-24', '2026-12-25', '2026-12-27', '2026-12-28'].map(at)).toEqual([true, false, false, true]);
  });
});
