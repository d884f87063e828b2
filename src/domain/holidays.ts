import { Temporal } from './time';

type Day = Temporal.PlainDate;

/** Public holidays of Hesse (Hessisches Feiertagsgesetz §1; 3 October by the Einigungsvertrag): as month-day, or days after Easter Sunday. */
const FIXED: readonly string[] = ['01-01', '05-01', '10-03', '12-25', '12-26'];
const AFTER_EASTER: readonly number[] = [-2, 1, 39, 50, 60];

/** True on a public holiday in Hesse. */
export const isHoliday = (date: Day): boolean =>
  FIXED.includes(date.toString().slice(5)) || AFTER_EASTER.includes(daysBetween(easterOf(date.year), date));

/** True from Monday to Friday unless it is a holiday. */
export const isWorkday = (date: Day): boolean => date.dayOfWeek <= 5 && !isHoliday(date);

const daysBetween = (from: Day, to: Day): number => from.until(to, { largestUnit: 'days' }).days;

/** Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (Nature 1876; Meeus, Astronomical Algorithms, ch. 8). */
const easterOf = (year: number): Day => {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
};
