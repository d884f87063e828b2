import { describe, expect, it } from 'vitest';
import { endingVersion, endOfVersion } from './interface-version';
import { instant } from './time';

const UNTIL = endOfVersion('202608');
const ON = [{ via: 'linkedin', active: true }] as const;
const ahead = (days: number) => UNTIL.subtract({ hours: days * 24 });

describe('the version of a network’s interface', () => {
  it('ends a year after the month it is called by', () => {
    expect(UNTIL.toString()).toBe('2027-08-01T00:00:00Z');
    expect(endOfVersion('202612').toString()).toBe('2027-12-01T00:00:00Z');
  });

  it('is told of from sixty days before its end, as often as there are fewer', () => {
    const told = [61, 60, 31, 30, 14, 7, 1, 0, -9].map((days) => endingVersion('linkedin', UNTIL, ON, ahead(days))?.days);
    expect(told).toEqual([undefined, 60, 60, 30, 14, 7, 1, 0, 0]);
  });

  it('concerns nobody without a running channel there, nor where it has no end', () => {
    const at = instant('2027-08-01T00:00:00Z');
    expect(endingVersion('linkedin', UNTIL, [{ via: 'linkedin', active: false }], at)).toBeUndefined();
    expect(endingVersion('linkedin', UNTIL, [{ via: 'mastodon', active: true }], at)).toBeUndefined();
    expect(endingVersion('linkedin', undefined, ON, at)).toBeUndefined();
  });
});
