import type { EventFacts, Language } from '#domain/content';
import { type Instant, inBerlin, isBefore, Temporal } from '#domain/time';
import type { Words } from './words';

/** Said once beside or below wall times. */
export const BERLIN_TIME = { de: 'Berliner Zeit', en: 'Berlin time' } as const satisfies Words;

/** `Donnerstag, 10. Dezember 2026` or `Thursday, 10 December 2026`, the day in Berlin. */
export const dayInWords = (at: Instant, language: Language): string => fullDay(inBerlin(at).toPlainDate(), language);

/** `18:00 Uhr` or `18:00`, Berlin wall time. */
export const timeInWords = (at: Instant, language: Language): string => withUhr(clock(inBerlin(at)), language);

/** `Donnerstag, 10. Dezember 2026, 18:00 Uhr`, Berlin wall time. */
export const momentInWords = (at: Instant, language: Language): string =>
  `${dayInWords(at, language)}, ${timeInWords(at, language)}`;

/** As `momentInWords`, the zone named: for things people must do by then. */
export const momentWithZone = (at: Instant, language: Language): string =>
  `${momentInWords(at, language)} (${BERLIN_TIME[language]})`;

/** `10.12.2026 18:00` or `10 Dec 2026 18:00`, Berlin wall time: for lists, as it is typed in forms. */
export const shortMoment = (at: Instant, language: Language): string => {
  const local = inBerlin(at);
  const [day, number] = [local.day, local.month].map((part) => String(part).padStart(2, '0'));
  const date = language === 'de' ? `${day}.${number}.${local.year}` : `${local.day} ${badgeOf(at, language).month} ${local.year}`;
  return `${date} ${clock(local)}`;
};

/** `Dezember 2026`, the month in Berlin. */
export const monthInWords = (at: Instant, language: Language): string => {
  const local = inBerlin(at);
  return `${monthName(local.month, language)} ${local.year}`;
};

/** `10. Dezember 2026`: a date without its weekday. */
export const dateInWords = (at: Instant, language: Language): string => {
  const { day, month, year } = inBerlin(at);
  return `${dayOfMonth(day, language)} ${monthName(month, language)} ${year}`;
};

/** The three words of a date badge: `Do`, `10`, `Dez`. */
export const badgeOf = (
  at: Instant,
  language: Language,
): { readonly weekday: string; readonly day: string; readonly month: string } => {
  const local = inBerlin(at);
  return {
    weekday: weekdayName(local.dayOfWeek, language).slice(0, language === 'de' ? 2 : 3),
    day: String(local.day),
    month: monthName(local.month, language).slice(0, 3),
  };
};

/**
 * When an event takes place: one day with its hours, several days, all day. An all-day event lasts through the Berlin day of its
 * end (as `planUntil` counts); an evening until midnight ends at 24:00.
 */
export const whenInWords = (facts: Pick<EventFacts, 'startsAt' | 'endsAt' | 'allDay'>, language: Language): string => {
  const { startsAt, endsAt, allDay } = facts;
  const first = inBerlin(startsAt).toPlainDate();
  const day = fullDay(first, language);
  if (allDay) {
    const last = inBerlin(endsAt).toPlainDate();
    return isAfter(last, first) ? daySpan(first, last, language) : `${day}, ${ALL_DAY[language]}`;
  }
  if (!isBefore(startsAt, endsAt)) return `${day}, ${timeInWords(startsAt, language)}`;
  const last = lastDay(endsAt);
  const finish = withUhr(endClock(endsAt), language);
  return isAfter(last, first)
    ? `${day}, ${timeInWords(startsAt, language)} ${UNTIL[language]} ${fullDay(last, language)}, ${finish}`
    : `${day}, ${clock(inBerlin(startsAt))} ${UNTIL[language]} ${finish}`;
};

/** When an event begins, as short as a post needs it: day and hour, or the days of an event longer than a day. */
export const beginInWords = (facts: Pick<EventFacts, 'startsAt' | 'endsAt' | 'allDay'>, language: Language): string => {
  if (facts.allDay) return whenInWords(facts, language);
  if (facts.startsAt.until(facts.endsAt).total('hours') < 24) return momentInWords(facts.startsAt, language);
  return daySpan(inBerlin(facts.startsAt).toPlainDate(), lastDay(facts.endsAt), language);
};

/** A last moment: the day alone when it is the day's end (23:59 or midnight), else with the hour. */
export const deadlineInWords = (at: Instant, language: Language): string => {
  const shown = inBerlin(at);
  const isDayEnd = clock(shown) === '23:59' || clock(shown) === '00:00';
  return isDayEnd ? dayInWords(at.subtract({ minutes: 1 }), language) : momentInWords(at, language);
};

const ALL_DAY = { de: 'ganztägig', en: 'all day' } as const satisfies Words;
const UNTIL = { de: 'bis', en: 'to' } as const satisfies Words;

const WEEKDAYS = {
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const MONTHS = {
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

const weekdayName = (dayOfWeek: number, language: Language): string => WEEKDAYS[language][dayOfWeek - 1] ?? '';
const monthName = (month: number, language: Language): string => MONTHS[language][month - 1] ?? '';
const dayOfMonth = (day: number, language: Language): string => (language === 'de' ? `${day}.` : String(day));
const withUhr = (time: string, language: Language): string => (language === 'de' ? `${time} Uhr` : time);

const clock = (local: Temporal.ZonedDateTime): string =>
  `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;

/** The day on which an end lies; midnight belongs to the day before. */
const lastDay = (endsAt: Instant): Temporal.PlainDate => inBerlin(endsAt.subtract({ nanoseconds: 1 })).toPlainDate();

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0;

const endClock = (endsAt: Instant): string => {
  const time = clock(inBerlin(endsAt));
  return time === '00:00' ? '24:00' : time;
};

const fullDay = (date: Temporal.PlainDate, language: Language): string =>
  `${weekdayAndDay(date, language)} ${monthName(date.month, language)} ${date.year}`;

const weekdayAndDay = (date: Temporal.PlainDate, language: Language): string =>
  `${weekdayName(date.dayOfWeek, language)}, ${dayOfMonth(date.day, language)}`;

/** Says month and year once where both days share them. */
const daySpan = (first: Temporal.PlainDate, last: Temporal.PlainDate, language: Language): string => {
  const until = `${UNTIL[language]} ${fullDay(last, language)}`;
  if (first.year !== last.year) return `${fullDay(first, language)} ${until}`;
  const day = weekdayAndDay(first, language);
  return first.month === last.month ? `${day} ${until}` : `${day} ${monthName(first.month, language)} ${until}`;
};
