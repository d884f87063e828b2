import { describe, expect, it } from 'vitest';
import { digestAt, nextDigest, tellsOfIssue, tellsOfRequest } from './digest';
import { instant } from './time';

describe('the digest', () => {
  it.each([
    ['2026-11-24T06:29:59Z', undefined],
    ['2026-11-24T06:30:00Z', '2026-11-24'],
    ['2026-11-24T16:59:59Z', '2026-11-24'],
    ['2026-11-24T17:00:00Z', undefined],
    // A Saturday and a Sunday.
    ['2026-11-28T09:00:00Z', undefined],
    ['2026-11-29T09:00:00Z', undefined],
    // Good Friday, Easter Monday.
    ['2027-03-26T09:00:00Z', undefined],
    ['2027-03-29T09:00:00Z', undefined],
    // In summer.
    ['2027-06-01T05:30:00Z', '2027-06-01'],
  ])('of %s is that of %s', (now, day) => {
    expect(digestAt(instant(now))?.day).toBe(day);
  });

  it.each([
    ['the week on a Monday', '2026-11-23T09:00:00Z', true, '2026-11-30T06:30:00Z'],
    ['a day on a Tuesday', '2026-11-24T09:00:00Z', false, '2026-11-25T06:30:00Z'],
    ['the weekend on a Friday', '2026-11-27T09:00:00Z', false, '2026-11-30T06:30:00Z'],
    ['Easter, in which summer time begins', '2027-03-25T09:00:00Z', false, '2027-03-30T05:30:00Z'],
    ['the week on the Tuesday after Easter', '2027-03-30T09:00:00Z', true, '2027-04-05T05:30:00Z'],
    ['the week before Pentecost', '2027-05-10T09:00:00Z', true, '2027-05-18T05:30:00Z'],
  ])('tells of %s', (_what, now, isWeekly, until) => {
    expect(digestAt(instant(now))).toMatchObject({ isWeekly, until: instant(until) });
  });

  it.each([
    ['2026-11-24T06:29:59Z', '2026-11-24T06:30:00Z'],
    ['2026-11-24T06:30:00Z', '2026-11-25T06:30:00Z'],
    ['2026-11-27T06:30:00Z', '2026-11-30T06:30:00Z'],
  ])('after %s begins at %s', (now, next) => {
    expect(nextDigest(instant(now))).toEqual(instant(next));
  });

  it.each([
    ['on Friday of the issue of Monday', '2026-11-27T06:30:00Z', '2026-11-30T08:00:00Z', true],
    ['on Thursday not yet of the issue of Monday', '2026-11-26T06:30:00Z', '2026-11-30T08:00:00Z', false],
    ['on Friday not yet of the issue of Tuesday', '2026-11-27T06:30:00Z', '2026-12-01T08:00:00Z', false],
    ['on Wednesday of the issue of Thursday', '2026-11-25T09:00:00Z', '2026-11-26T08:00:00Z', true],
    ['on Tuesday not yet of the issue of Thursday', '2026-11-24T06:30:00Z', '2026-11-26T08:00:00Z', false],
    ['in the morning of the issue itself', '2026-11-26T06:30:00Z', '2026-11-26T08:00:00Z', true],
    ['on Thursday of the issue after Easter', '2027-03-25T07:30:00Z', '2027-03-30T07:00:00Z', true],
    ['before Easter not yet of the day after that', '2027-03-25T07:30:00Z', '2027-03-31T07:00:00Z', false],
    ['on Monday of the issue in weeks', '2026-11-23T06:30:00Z', '2026-12-15T08:00:00Z', true],
  ])('tells %s', (_what, now, issue, isTold) => {
    const digest = digestAt(instant(now));
    expect(digest && tellsOfIssue(digest, instant(issue))).toBe(isTold);
  });

  it.each([
    ['that is over', '2026-11-20T22:59:59Z', '2026-11-24T06:30:00Z', true],
    ['in its last week', '2026-12-01T22:59:59Z', '2026-11-24T06:30:00Z', true],
    ['before that', '2026-12-02T22:59:59Z', '2026-11-24T06:30:00Z', false],
    ['before that, on a Monday', '2026-12-20T22:59:59Z', '2026-11-23T06:30:00Z', true],
  ])('tells of a request %s', (_when, dueAt, at, isTold) => {
    const digest = digestAt(instant(at));
    expect(digest && tellsOfRequest(digest, instant(dueAt))).toBe(isTold);
  });
});
