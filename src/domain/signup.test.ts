import { describe, expect, it } from 'vitest';
import { judgeForm } from './signup';
import { instant } from './time';

describe('a sign-up form', () => {
  const shownAt = instant('2026-11-24T09:00:00Z');

  it.each([
    ['machine', { seconds: 2 }],
    ['machine', { seconds: -60 }],
    ['person', { seconds: 3 }],
    ['person', { hours: 24 }],
    ['old', { hours: 24, seconds: 1 }],
  ] as const)('is sent by a %s after %o', (verdict, later) => {
    expect(judgeForm(shownAt, shownAt.add(later))).toBe(verdict);
  });
});
