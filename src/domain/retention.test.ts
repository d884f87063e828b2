import { describe, expect, it } from 'vitest';
import { proofsLapsedBefore } from './retention';
import { instant, isBefore } from './time';

describe('the proof of a consent', () => {
  it.each([
    ['2026-03-01T10:00:00Z', '2029-12-31T22:59:59Z', true],
    ['2026-03-01T10:00:00Z', '2029-12-31T23:00:00Z', false],
    ['2026-12-31T22:59:59Z', '2029-12-31T23:00:00Z', false],
    // New Year in Berlin: already 2027.
    ['2026-12-31T23:00:00Z', '2029-12-31T23:00:00Z', true],
    ['2026-12-31T23:00:00Z', '2030-12-31T23:00:00Z', false],
  ])('that ended at %s is kept at %s: %s', (withdrawn, now, isKept) => {
    expect(isBefore(instant(withdrawn), proofsLapsedBefore(instant(now)))).toBe(!isKept);
  });
});
