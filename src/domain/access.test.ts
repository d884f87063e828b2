import { describe, expect, it } from 'vitest';
import { daysLeft, nextWarning } from './access';
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
