import { describe, expect, it } from 'vitest';
import { EVERYWHERE, isLifted, scopeOf } from './suppression';
import { instant } from './time';

const NOON = instant('2026-11-26T11:00:00Z');

describe('a suppression', () => {
  it('of somebody who left holds for that newsletter, any other for all of them', () => {
    expect(scopeOf('objection', 'n1')).toBe('n1');
    for (const reason of ['erased', 'hard-bounce', 'complaint'] as const) expect(scopeOf(reason, 'n1')).toBe(EVERYWHERE);
  });

  it('is lifted by a yes after it, not by one before it, one at the same moment, or none', () => {
    expect(isLifted(NOON, NOON.add({ seconds: 1 }))).toBe(true);
    expect([NOON, NOON.subtract({ hours: 1 }), undefined].map((at) => isLifted(NOON, at))).toEqual([false, false, false]);
  });
});
