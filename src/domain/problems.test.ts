import { describe, expect, test } from 'vitest';
import { type EventInput, formatProblems, type NewsInput, overProblems, publishProblems } from './problems';
import { instant } from './time';

const EVENT: EventInput = {
  kind: 'event',
  title: 'Gründertag',
  teaser: 'Ein Tag für alle, die gründen.',
  organiser: 'o1',
  startsAt: '2027-01-10T17:00:00.000Z',
  attendance: 'on-site',
  placeRegion: 'north',
  town: 'Kassel',
};
const NEWS: NewsInput = { kind: 'news', title: 'Neu', teaser: 'Neues', organiser: 'o1' };

const found = (input: EventInput | NewsInput) => publishProblems(input).map(({ path, code }) => `${path}: ${code}`);

describe('an event', () => {
  test('is complete with eight fields at most', () => {
    expect(found(EVENT)).toEqual([]);
    expect(Object.keys(EVENT).length - 1).toBeLessThanOrEqual(8);
  });

  test('names everything that is missing at once, in the order of the form', () => {
    expect(found({ kind: 'event' })).toEqual([
      'title: missing',
      'teaser: missing',
      'organiser: missing',
      'startsAt: missing',
      'attendance: missing',
      'placeRegion: missing',
      'town: missing',
    ]);
  });

  test('online needs a link and no town, on site and hybrid the other way round', () => {
    const online = { ...EVENT, attendance: 'online', placeRegion: 'online', town: null } as const;
    expect(found({ ...online, link: 'https://example.org/teilnahme' })).toEqual([]);
    expect(found({ ...online, link: ' ' })).toEqual(['link: link-missing']);
    expect(found(online)).toEqual(['link: link-missing']);
    expect(found({ ...EVENT, attendance: 'hybrid', town: ' ' })).toEqual(['town: missing']);
  });

  test('on site is not in the region online', () => {
    expect(found({ ...EVENT, placeRegion: 'online' })).toEqual(['placeRegion: place-not-online']);
  });

  test.each([
    ['endsAt', '2027-01-10T16:59:00.000Z', 'endsAt: end-before-start'],
    ['deadline', '2027-01-10T17:01:00.000Z', 'deadline: deadline-after-start'],
    ['embargoUntil', '2027-01-11T00:00:00.000Z', 'embargoUntil: embargo-after-start'],
  ])('does not accept %s at %s', (path, value, problem) => {
    expect(found({ ...EVENT, [path]: value })).toEqual([problem]);
  });

  test('is over when its end is past, all day at midnight in Berlin', () => {
    const over = (input: EventInput, now: string) =>
      overProblems(input, instant(now)).map(({ path, code }) => `${path}: ${code}`);
    expect(over(EVENT, '2027-01-10T16:59:00Z')).toEqual([]);
    expect(over(EVENT, '2027-01-10T17:01:00Z')).toEqual(['startsAt: over']);
    expect(over({ ...EVENT, endsAt: '2027-01-11T17:00:00.000Z' }, '2027-01-11T16:00:00Z')).toEqual([]);
    expect(over({ ...EVENT, allDay: true }, '2027-01-10T22:59:00Z')).toEqual([]);
    expect(over({ ...EVENT, allDay: true }, '2027-01-10T23:01:00Z')).toEqual(['startsAt: over']);
    expect(overProblems(NEWS, instant('2027-01-10T23:01:00Z'))).toEqual([]);
  });

  test('that lasts all day may take registrations on its day, Berlin time', () => {
    const allDay = { ...EVENT, allDay: true, startsAt: '2027-01-09T23:00:00.000Z' };
    expect(found({ ...allDay, deadline: '2027-01-10T22:59:00.000Z' })).toEqual([]);
    expect(found({ ...allDay, deadline: '2027-01-10T23:01:00.000Z' })).toEqual(['deadline: deadline-after-start']);
  });

  test('may end the moment it begins', () => {
    expect(found({ ...EVENT, endsAt: '2027-01-10T18:00:00+01:00' })).toEqual([]);
  });

  test('that was moved says from when, cancelled and postponed ones say nothing more', () => {
    expect(found({ ...EVENT, status: 'moved' })).toEqual(['previousStartsAt: previous-missing']);
    expect(found({ ...EVENT, status: 'moved', previousStartsAt: EVENT.startsAt })).toEqual(['previousStartsAt: previous-same']);
    expect(found({ ...EVENT, status: 'moved', previousStartsAt: '2027-01-09T17:00:00Z' })).toEqual([]);
    expect(found({ ...EVENT, status: 'cancelled' })).toEqual([]);
    expect(found({ ...EVENT, status: 'postponed' })).toEqual([]);
  });
});

describe('any content', () => {
  test('counts characters as readers do', () => {
    expect(found({ ...NEWS, teaser: '👩‍👩‍👧‍👦'.repeat(300) })).toEqual([]);
    expect(publishProblems({ ...NEWS, teaser: 'x'.repeat(301) })).toEqual([{ path: 'teaser', code: 'too-long', max: 300 }]);
  });

  test('gives a reason for not being promoted', () => {
    expect(found({ ...NEWS, doNotPromote: true })).toEqual(['doNotPromoteReason: reason-missing']);
    expect(found({ ...NEWS, doNotPromote: true, doNotPromoteReason: 'geschlossener Kreis' })).toEqual([]);
  });

  test('a call says whether it seeks or offers', () => {
    expect(found({ ...NEWS, kind: 'call' })).toEqual(['callRole: missing']);
  });

  test('even a draft holds no date that is none', () => {
    expect(formatProblems({ kind: 'event', startsAt: '10.01.2027 18:00' })).toEqual([{ path: 'startsAt', code: 'bad-date' }]);
    expect(formatProblems({ kind: 'event', startsAt: '2027-01-10' })).toHaveLength(1);
    expect(formatProblems({ kind: 'event', title: '' })).toEqual([]);
  });
});
