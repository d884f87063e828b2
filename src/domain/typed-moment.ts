import { Temporal } from './time';

/** `10.01.2027 18:00`, and what people in Germany shorten it to: `10.1.27`, `10.1.27, 18 Uhr`, `10.01.2027 um 18.30 Uhr`. */
const GERMAN =
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>(?:19|20)?\d{2})(?:(?:\s|,\s?|\sum\s)(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?:\sUhr)?)?$/i;

/** The wall time somebody typed, as a German means it; midnight without a time of day, undefined for anything else. */
export const readTypedMoment = (typed: string): Temporal.PlainDateTime | undefined => {
  const parts = GERMAN.exec(typed.trim().replaceAll(/\s+/g, ' '))?.groups;
  if (!parts) return undefined;
  const { day, month, year = '', hour = 0, minute = 0 } = parts;
  const fullYear = Number(year) + (year.length === 2 ? 2000 : 0);
  const fields = { year: fullYear, month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute) };
  try {
    return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
  } catch {
    return undefined;
  }
};
