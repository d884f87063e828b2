import { describe, expect, it } from 'vitest';
import {
  accessEnd,
  daysLeft,
  endingAccess,
  isInVain,
  isResting,
  nextTry,
  nextWarning,
  renewAgainAt,
  renewsAt,
  wholeDays,
} from './access';
import { instant } from './time';

const UNTIL = instant('2027-01-31T09:00:00Z');
const ahead = (days: number, minutes = 0) => UNTIL.subtract({ hours: days * 24, minutes });

describe('the end of an access', () => {
  it.each([
    [ahead(31), undefined],
    [ahead(30), 30],
    [ahead(15), 30],
    [ahead(14), 14],
    [ahead(7, 1), 14],
    [ahead(7), 7],
    [ahead(1), 1],
    [ahead(0, 1), 1],
    [UNTIL, 0],
    [UNTIL.add({ hours: 900 }), 0],
  ] as const)('is told at %s as so many days ahead', (now, days) => {
    expect(daysLeft(UNTIL, now)).toBe(days);
  });

  it('is told of nobody whose access has none', () => expect(daysLeft(undefined, UNTIL)).toBeUndefined());

  it('is told five times, each at a moment that can be foreseen', () => {
    const told = [];
    for (let at = nextWarning(UNTIL, ahead(90)); at; at = nextWarning(UNTIL, at)) told.push(daysLeft(UNTIL, at));
    expect(told).toEqual([30, 14, 7, 1, 0]);
  });
});

describe('a channel that rests', () => {
  const via = 'x' as const;
  const hoursOn = (hours: number) => UNTIL.add({ hours });

  const running = { via, trouble: undefined };
  const renewed = { ...running, accessUntil: UNTIL, renewal: {} };

  it('waits for its network', () => {
    expect(isResting({ ...running, restUntil: hoursOn(1) }, UNTIL)).toBe(true);
    expect(isResting({ ...running, restUntil: hoursOn(1) }, hoursOn(1))).toBe(false);
  });

  it('waits while an access that is over may still be renewed, however late that is', () => {
    const moments = [ahead(0, 3), ahead(0, 2), UNTIL, hoursOn(900)];
    expect(moments.map((now) => isResting(renewed, now))).toEqual([false, true, true, true]);
    expect(isResting({ ...renewed, renewal: { notBefore: hoursOn(2), tries: 500 } }, hoursOn(1))).toBe(true);
  });

  it('does not wait for an access that it is given up to renew', () =>
    expect(isResting({ ...renewed, trouble: 'account-refused' }, UNTIL)).toBe(false));

  it('counts tries from the end of the access on, which are in vain after six hours of two minutes each', () => {
    const tries = [nextTry(renewed, ahead(0, 3)), nextTry(renewed, UNTIL), nextTry({ ...renewed, renewal: { tries: 7 } }, UNTIL)];
    expect(tries).toEqual([0, 1, 8]);
    const wait = renewAgainAt(UNTIL, UNTIL).since(UNTIL).total('minutes');
    expect([(6 * 60) / wait - 1, (6 * 60) / wait].map(isInVain)).toEqual([false, true]);
  });

  it('does not wait for what nobody renews', () => expect(isResting({ ...running, accessUntil: UNTIL }, hoursOn(1))).toBe(false));

  it('is renewed twenty minutes ahead on X', () => {
    expect(renewsAt({ via, accessUntil: UNTIL, renewal: {} })?.toString()).toBe(ahead(0, 20).toString());
  });
});

describe('an access that is renewed by itself', () => {
  const via = 'linkedin' as const;
  const renewed = { via, accessUntil: UNTIL, renewal: { until: UNTIL.add({ hours: 300 * 24 }) } };

  it('is renewed ten days ahead on LinkedIn, and tells nobody of its own end', () => {
    expect(renewsAt(renewed)?.toString()).toBe(ahead(10).toString());
    expect(endingAccess({ ...renewed, active: true }, ahead(10))).toBeUndefined();
  });

  it('is not tried before its time after a try', () => {
    const notBefore = ahead(3);
    expect(renewsAt({ ...renewed, renewal: { notBefore } })?.toString()).toBe(notBefore.toString());
  });

  it('is told of when what renews it ends, and when renewing does not succeed', () => {
    const lastYear = { ...renewed, renewal: { until: ahead(-10) } };
    expect(accessEnd(lastYear, ahead(10))?.toString()).toBe(ahead(-10).toString());
    expect(endingAccess({ ...renewed, active: true }, ahead(2))).toMatchObject({ days: 7 });
  });

  it('is not renewed where nothing does that, nothing ends, or nothing is gained', () => {
    expect(renewsAt({ via, accessUntil: UNTIL })).toBeUndefined();
    expect(renewsAt({ via, renewal: {} })).toBeUndefined();
    expect(renewsAt({ ...renewed, renewal: { until: UNTIL } })).toBeUndefined();
  });

  it.each([
    [ahead(10), 60],
    [ahead(0, 120), 20],
    [ahead(0, 6), 2],
    [UNTIL.add({ hours: 5 }), 2],
  ])('is tried again sooner the closer its end is (%s: %i minutes)', (now, minutes) => {
    expect(renewAgainAt(UNTIL, now).since(now).total('minutes')).toBe(minutes);
  });

  it('has so many whole days left', () => {
    expect([wholeDays(UNTIL, ahead(58, 5)), wholeDays(UNTIL, ahead(0, 5)), wholeDays(UNTIL, ahead(-3))]).toEqual([58, 0, -3]);
  });
});
