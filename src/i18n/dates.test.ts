import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import {
  badgeOf,
  beginInWords,
  dateInWords,
  deadlineInWords,
  momentInWords,
  momentWithZone,
  monthInWords,
  shortMoment,
  whenInWords,
} from './dates';

const facts = (startsAt: string, endsAt: string, allDay = false) => ({
  startsAt: instant(startsAt),
  endsAt: instant(endsAt),
  allDay,
});

describe('dates in words', () => {
  it('names day and hour in Berlin, winter and summer', () => {
    expect(momentInWords(instant('2026-12-10T17:00:00Z'), 'de')).toBe('Donnerstag, 10. Dezember 2026, 18:00 Uhr');
    expect(momentInWords(instant('2027-07-01T16:00:00Z'), 'de')).toBe('Donnerstag, 1. Juli 2027, 18:00 Uhr');
    expect(momentInWords(instant('2026-12-10T17:00:00Z'), 'en')).toBe('Thursday, 10 December 2026, 18:00');
  });

  it('shows a moment in lists as it is typed in forms', () => {
    expect(shortMoment(instant('2027-01-10T17:00:00Z'), 'de')).toBe('10.01.2027 18:00');
    expect(shortMoment(instant('2027-01-10T17:00:00Z'), 'en')).toBe('10 Jan 2027 18:00');
  });

  it('names the Berlin day late at night', () => {
    expect(dateInWords(instant('2026-12-31T23:30:00Z'), 'de')).toBe('1. Januar 2027');
    expect(monthInWords(instant('2026-12-31T23:30:00Z'), 'en')).toBe('January 2027');
  });

  it('names the zone where people must act', () => {
    expect(momentWithZone(instant('2026-12-10T17:00:00Z'), 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 18:00 Uhr (Berliner Zeit)',
    );
  });

  it('gives a badge its three words', () => {
    expect(badgeOf(instant('2026-03-05T17:00:00Z'), 'de')).toEqual({ weekday: 'Do', day: '5', month: 'Mär' });
    expect(badgeOf(instant('2026-03-05T17:00:00Z'), 'en')).toEqual({ weekday: 'Thu', day: '5', month: 'Mar' });
  });
});

describe('when an event takes place', () => {
  it('says the hours of one day', () => {
    expect(whenInWords(facts('2026-12-10T17:00:00Z', '2026-12-10T19:30:00Z'), 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 18:00 bis 20:30 Uhr',
    );
    expect(whenInWords(facts('2026-12-10T17:00:00Z', '2026-12-10T23:00:00Z'), 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 18:00 bis 24:00 Uhr',
    );
  });

  it('says only the beginning when the end is unknown', () => {
    expect(whenInWords(facts('2026-12-10T17:00:00Z', '2026-12-10T17:00:00Z'), 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 18:00 Uhr',
    );
  });

  it('says all-day events by their days, the last one included', () => {
    const day = 'Donnerstag, 10. Dezember 2026, ganztägig';
    expect(whenInWords(facts('2026-12-09T23:00:00Z', '2026-12-09T23:00:00Z', true), 'de')).toBe(day);
    expect(whenInWords(facts('2026-12-10T08:00:00Z', '2026-12-10T22:59:00Z', true), 'de')).toBe(day);
    expect(whenInWords(facts('2026-12-09T23:00:00Z', '2026-12-11T23:00:00Z', true), 'de')).toBe(
      'Donnerstag, 10. bis Samstag, 12. Dezember 2026',
    );
  });

  it('names month and year twice only where they differ', () => {
    expect(whenInWords(facts('2026-11-29T23:00:00Z', '2026-12-01T23:00:00Z', true), 'de')).toBe(
      'Montag, 30. November bis Mittwoch, 2. Dezember 2026',
    );
    expect(whenInWords(facts('2026-12-30T23:00:00Z', '2026-12-31T23:00:00Z', true), 'en')).toBe(
      'Thursday, 31 December 2026 to Friday, 1 January 2027',
    );
  });

  it('says both ends of a congress of several days', () => {
    const congress = facts('2026-12-10T08:00:00Z', '2026-12-11T15:00:00Z');
    expect(whenInWords(congress, 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 09:00 Uhr bis Freitag, 11. Dezember 2026, 16:00 Uhr',
    );
    expect(beginInWords(congress, 'de')).toBe('Donnerstag, 10. bis Freitag, 11. Dezember 2026');
  });

  it('begins on one day at an hour, also when it ends after midnight', () => {
    const late = facts('2026-12-10T17:00:00Z', '2026-12-11T00:30:00Z');
    expect(beginInWords(late, 'de')).toBe('Donnerstag, 10. Dezember 2026, 18:00 Uhr');
    expect(beginInWords(facts('2026-12-10T17:00:00Z', '2026-12-10T19:30:00Z'), 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 18:00 Uhr',
    );
    expect(beginInWords(facts('2026-12-10T17:00:00Z', '2026-12-10T17:00:00Z'), 'de')).toBe(
      'Donnerstag, 10. Dezember 2026, 18:00 Uhr',
    );
  });
});

describe('a deadline', () => {
  it('is a day when it is the end of that day', () => {
    expect(deadlineInWords(instant('2026-12-07T22:59:00Z'), 'de')).toBe('Montag, 7. Dezember 2026');
    expect(deadlineInWords(instant('2026-12-07T23:00:00Z'), 'de')).toBe('Montag, 7. Dezember 2026');
  });

  it('is a moment otherwise', () => {
    expect(deadlineInWords(instant('2026-12-07T11:00:00Z'), 'de')).toBe('Montag, 7. Dezember 2026, 12:00 Uhr');
  });
});
