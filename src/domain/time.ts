import { Temporal } from 'temporal-polyfill';

/** The one time zone of the six bodies; every wall time in domain, mails and admin is meant in it. */
export const ZONE = 'Europe/Berlin';

export type Instant = Temporal.Instant;
export { Temporal };

/** Reads an ISO 8601 instant such as `2027-01-10T17:00:00.000Z`; throws RangeError on anything else. */
export const instant = (iso: string): Instant => Temporal.Instant.from(iso);

/** The instant as documents keep it: ISO 8601, UTC, always three digits of milliseconds, so that text order is time order. */
export const toIso = (at: Instant): string => at.toString({ fractionalSecondDigits: 3 });

/** The instant somebody entered; undefined when there is none or it is not readable. */
export const readInstant = (text: string | null | undefined): Instant | undefined => {
  if (!text) return undefined;
  try {
    return instant(text);
  } catch {
    return undefined;
  }
};

/** From when and until when something holds, as entered: ISO instants, each may be missing. */
export type EnteredSpan = { readonly validFrom?: string | null | undefined; readonly validTo?: string | null | undefined };

/** True when such a span holds no moment. What is no moment at all is told by its own field. */
export const isReversed = ({ validFrom, validTo }: EnteredSpan): boolean => {
  const [from, to] = [readInstant(validFrom), readInstant(validTo)];
  return from !== undefined && to !== undefined && !isBefore(from, to);
};

/** Negative, zero or positive as `a` is before, at or after `b`. */
export const compareInstants = (a: Instant, b: Instant): number => Temporal.Instant.compare(a, b);

/** True when `a` lies strictly before `b`. */
export const isBefore = (a: Instant, b: Instant): boolean => compareInstants(a, b) < 0;

/** The latest of the given instants (at least one). */
export const latest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  rest.reduce((a, b) => (isBefore(a, b) ? b : a), first);

/** The earliest of the given instants (at least one). */
export const earliest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  rest.reduce((a, b) => (isBefore(b, a) ? b : a), first);

/** The instant as people in Hesse read it: a zoned date-time in Berlin time. */
export const inBerlin = (at: Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO(ZONE);

/** The day in Berlin, as `2026-11-23`. */
export const berlinDay = (at: Instant): string => inBerlin(at).toPlainDate().toString();
