import { atWallTime } from '#domain/calendar';
import { isWorkday } from '#domain/holidays';
import { type Instant, inBerlin, type Temporal } from '#domain/time';

/** How many days of history the demo has. */
export const DEMO_DAYS = 30;

/** The days of one demo, counted from the Berlin day it is started on: equal for all starts on one day. */
export type Days = {
  /** Berlin midnight, `DEMO_DAYS` ago. */
  readonly start: Instant;
  /** A working day so many days ago (the last one before, at weekends and on holidays; the last two days stay as they are), Berlin time `HH:MM`. */
  readonly ago: (days: number, time: string) => Instant;
  /** A working day so many days ahead (the next one, at weekends and on holidays), Berlin time `HH:MM`. */
  readonly ahead: (days: number, time: string) => Instant;
  /** Weekday (1–5) of a weekly newsletter whose next edition is so many days away; at a weekend the Friday before. */
  readonly weeklyIn: (days: number) => number;
  /** Weekday (1–5) whose first of the month lies behind us by some days, so that a monthly newsletter has appeared. */
  readonly monthly: () => number;
};

/** Builds the days of a demo that is started at `now`. */
export const daysOf = (now: Instant): Days => {
  const today = inBerlin(now).toPlainDate();
  return {
    start: atWallTime(today.subtract({ days: DEMO_DAYS }), '00:00'),
    ago: (days, time) => {
      const date = today.subtract({ days });
      return atWallTime(days > 2 ? workdayFrom(date, -1) : date, time);
    },
    ahead: (days, time) => atWallTime(workdayFrom(today.add({ days }), 1), time),
    weeklyIn: (days) => Math.min(today.add({ days }).dayOfWeek, 5),
    monthly: () => monthlyWeekday(today),
  };
};

/** The day itself where people work, else the nearest in that direction. */
const workdayFrom = (date: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate =>
  isWorkday(date) ? date : workdayFrom(date.add({ days: direction }), direction);

/** Ten days behind would be best: by then there was something to tell, and since then as well. */
const monthlyWeekday = (today: Temporal.PlainDate): number => {
  const past = Array.from({ length: 26 }, (_, index) => today.subtract({ days: index + 1 }));
  const possible = past.filter((date) => date.day <= 7 && date.dayOfWeek <= 5);
  const distance = (date: Temporal.PlainDate) => Math.abs(date.until(today).days - 10);
  return possible.sort((a, b) => distance(a) - distance(b))[0]?.dayOfWeek ?? 2;
};
