import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAskedAgain, nextTry, type Try, triedSince } from './patience';
import { type Instant, instant, isBefore } from './time';

const START = instant('2026-11-23T09:00:00Z');
const minutes = (count: number): Instant => START.add({ minutes: count });
const inVain = (...at: readonly number[]): Try[] => at.map((count) => ({ startedAt: minutes(count), stage: 'postponed' }));

/** The minutes at which a provider that never takes anything, and asks for one minute of patience, is tried. */
const triesUntil = (latestAt?: Instant): number[] => {
  const tried: number[] = [];
  for (let now: Instant | undefined = START; now; now = nextTry(now.add({ minutes: 1 }), { now, since: START, latestAt }))
    tried.push(now.since(START).total('minutes'));
  return tried;
};

describe('patience with a provider', () => {
  it('doubles its pauses up to two hours and ends after two days', () => {
    const tried = triesUntil();
    expect(tried.slice(0, 11)).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 248, 368]);
    expect(tried.at(-1)).toBeGreaterThan(46 * 60);
    expect(tried.at(-1)).toBeLessThan(48 * 60);
  });

  it('ends where telling makes no sense any more', () => {
    expect(triesUntil(minutes(20))).toEqual([0, 1, 2, 4, 8, 16]);
  });

  it('never comes before the provider wants it, nor after the end', () => {
    const count = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(count, count, count, (now, asked, latestAt) => {
        const next = nextTry(minutes(asked), { now: minutes(now), since: START, latestAt: minutes(latestAt) });
        if (next) expect([isBefore(next, minutes(asked)), isBefore(next, minutes(latestAt))]).toEqual([false, true]);
      }),
    );
  });

  it('counts from the first of the last tries in vain', () => {
    expect(triedSince(inVain(0, 5, 20))).toEqual(START);
    expect(triedSince([...inVain(0), { startedAt: minutes(3), stage: 'rejected' }, ...inVain(5, 20)])).toEqual(minutes(5));
    expect(triedSince([...inVain(0), { startedAt: minutes(3), stage: 'abandoned' }, ...inVain(5)])).toEqual(START);
    expect(triedSince([...inVain(0), { startedAt: minutes(3), stage: 'accepted' }])).toBeUndefined();
  });

  it('begins anew when a person says so, and after a day without a try', () => {
    expect(triedSince(inVain(0, 5, 20), minutes(5))).toEqual(minutes(5));
    expect(triedSince(inVain(0, 25 * 60, 26 * 60))).toEqual(minutes(25 * 60));
  });
});

describe('an unclear message', () => {
  const begun = { startedAt: START, leaseUntil: minutes(2) };

  it('is asked after for a day, and no more once the next question would come later, or its network rests until then', () => {
    expect([0, 23 * 60, 24 * 60].map((at) => isAskedAgain(begun, undefined, minutes(at)))).toEqual([true, true, false]);
    expect(isAskedAgain({ ...begun, leaseUntil: minutes(24 * 60) }, undefined, minutes(13 * 60))).toBe(false);
    expect([23 * 60, 24 * 60].map((rest) => isAskedAgain(begun, minutes(rest), minutes(1)))).toEqual([true, false]);
  });
});
