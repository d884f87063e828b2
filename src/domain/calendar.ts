import type { QuietHours, Slot } from './channel';
import { isHoliday, isWorkday } from './holidays';
import { type Instant, inBerlin, isBefore, Temporal, ZONE } from './time';

/** When people read: messages wanted on a certain day leave at this Berlin wall time. */
export const MORNING = '09:00';

/** `at`, or the end of the quiet hours (or of the quiet Sunday) it falls into. Berlin wall times, both summer-time nights included. */
export const sendableAt = (quiet: QuietHours, at: Instant): Instant => {
  let moment = at;
  // A night may end in a quiet Sunday and a quiet Sunday in a night: at most three steps.
  for (let step = 0; step < 3; step++) {
    const next = endOfQuiet(quiet, moment);
    if (!next) return moment;
    moment = next;
  }
  return moment;
};

/** True when nothing may leave at `at`. */
export const isQuiet = (quiet: QuietHours, at: Instant): boolean => endOfQuiet(quiet, at) !== undefined;

/**
 * The first slot at or after `from`. One that falls on a holiday of Hesse moves to the next working day. A wall time that does not
 * exist moves forward, one that exists twice counts once (the first).
 */
export const nextSlot = (slot: Slot, from: Instant): Instant => {
  // The slot of a day before may have moved to today or later.
  const start = inBerlin(from).toPlainDate().subtract({ days: LONGEST_HOLIDAY });
  // A monthly slot lies at most 5 weeks ahead, today's may have passed already.
  for (let days = 0; days <= 42 + LONGEST_HOLIDAY; days++) {
    const date = start.add({ days });
    if (!isSlotDay(slot, date)) continue;
    const at = atWallTime(afterHolidays(date), slot.time);
    if (!isBefore(at, from)) return at;
  }
  throw new RangeError(`no slot within six weeks: ${slot.rhythm} ${slot.weekday} ${slot.time}`);
};

/** From Good Friday to the Tuesday after Easter. */
const LONGEST_HOLIDAY = 4;

const afterHolidays = (date: Temporal.PlainDate): Temporal.PlainDate => {
  if (!isHoliday(date)) return date;
  let day = date.add({ days: 1 });
  while (!isWorkday(day)) day = day.add({ days: 1 });
  return day;
};

/** The instant of a Berlin wall time; in the gap of the spring night it moves forward, in the autumn night it is the first of the two. */
export const atWallTime = (date: Temporal.PlainDate, time: string): Instant =>
  date.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) }).toInstant();

/** So many calendar days before `at`, in the morning (09:00 Berlin). Days of 23 and 25 hours count as days. */
export const morningDaysBefore = (at: Instant, days: number): Instant =>
  atWallTime(inBerlin(at).toPlainDate().subtract({ days }), MORNING);

/** ISO week in Berlin as `2027-W02`; what weekly caps count by. */
export const weekOf = (at: Instant): string => {
  const date = inBerlin(at).toPlainDate();
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
};

/** The Monday 00:00 Berlin after the ISO week of `at`. */
export const nextWeek = (at: Instant): Instant => {
  const date = inBerlin(at).toPlainDate();
  return atWallTime(date.add({ days: 8 - date.dayOfWeek }), '00:00');
};

/** A half-year in Berlin such as `2027-H1`; promises are counted by it. */
export type HalfYear = { readonly year: number; readonly half: 1 | 2 };

/** The half-year in which `at` lies. */
export const halfYearOf = (at: Instant): HalfYear => {
  const { year, month } = inBerlin(at).toPlainDate();
  return { year, half: month <= 6 ? 1 : 2 };
};

/** The first moment of the half-year and the first one after it. */
export const halfYearSpan = (halfYear: HalfYear): { readonly from: Instant; readonly until: Instant } => ({
  from: beginningOf(halfYear),
  until: beginningOf(neighbourOf(halfYear, 1)),
});

/** The half-year before (-1) or after (1). */
export const neighbourOf = ({ year, half }: HalfYear, step: -1 | 1): HalfYear => {
  if (half === 1) return step === 1 ? { year, half: 2 } : { year: year - 1, half: 2 };
  return step === 1 ? { year: year + 1, half: 1 } : { year, half: 1 };
};

/** `2027-H1`, as it stands in addresses. */
export const halfYearCode = ({ year, half }: HalfYear): string => `${year}-H${half}`;

/** Reads `2027-H1`; undefined for anything else. */
export const parseHalfYear = (code: string): HalfYear | undefined => {
  const [, year, half] = /^(20\d\d)-H([12])$/.exec(code) ?? [];
  return year ? { year: Number(year), half: half === '1' ? 1 : 2 } : undefined;
};

/** The last moment of a Berlin day written as `2026-12-01`; undefined for anything else. */
export const endOfDay = (code: string): Instant | undefined => {
  if (!/^20\d\d-\d\d-\d\d$/.test(code)) return undefined;
  try {
    const date = Temporal.PlainDate.from(code, { overflow: 'reject' });
    return atWallTime(date.add({ days: 1 }), '00:00').subtract({ milliseconds: 1 });
  } catch {
    return undefined;
  }
};

const beginningOf = ({ year, half }: HalfYear): Instant =>
  atWallTime(Temporal.PlainDate.from({ year, month: half === 1 ? 1 : 7, day: 1 }), '00:00');

const endOfQuiet = (quiet: QuietHours, at: Instant): Instant | undefined => {
  const local = inBerlin(at);
  const date = local.toPlainDate();
  if (quiet.sundays && date.dayOfWeek === 7) return atWallTime(date.add({ days: 1 }), '00:00');
  if (quiet.from === quiet.to) return undefined;
  const time = local.toPlainTime();
  const from = Temporal.PlainTime.from(quiet.from);
  const to = Temporal.PlainTime.from(quiet.to);
  const isLate = Temporal.PlainTime.compare(time, from) >= 0;
  const isEarly = Temporal.PlainTime.compare(time, to) < 0;
  const spansMidnight = Temporal.PlainTime.compare(from, to) > 0;
  if (spansMidnight ? isEarly : isLate && isEarly) return laterOf(date, quiet.to, at);
  return spansMidnight && isLate ? atWallTime(date.add({ days: 1 }), quiet.to) : undefined;
};

/** The wall time on that date; in the doubled autumn hour the first one may lie before `at`, then its second occurrence. */
const laterOf = (date: Temporal.PlainDate, time: string, at: Instant): Instant => {
  const first = atWallTime(date, time);
  if (isBefore(at, first)) return first;
  return date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(ZONE, { disambiguation: 'later' }).toInstant();
};

const isSlotDay = (slot: Slot, date: Temporal.PlainDate): boolean => {
  if (date.dayOfWeek !== slot.weekday) return false;
  switch (slot.rhythm) {
    case 'weekly':
      return true;
    case 'fortnightly':
      return (date.weekOfYear ?? 0) % 2 === 0;
    case 'monthly':
      return date.day <= 7;
  }
};
