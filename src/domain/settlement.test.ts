import { describe, expect, it } from 'vitest';
import { verdictOf } from './settlement';

describe('what became of a row by its batches', () => {
  it.each([
    [['accepted', 'due'], false, 'sent'],
    [['failed', 'unconfirmed', 'due'], false, undefined],
    [['failed', 'unconfirmed', 'accepted'], true, 'sent'],
    [['failed', 'unconfirmed', 'cancelled'], true, 'unconfirmed'],
    [['failed', 'cancelled'], true, 'failed'],
    [['cancelled'], true, 'ready'],
    [[], true, 'ready'],
    [[], false, undefined],
  ] as const)('%j, all ended: %s, is %s', (batches, isOver, verdict) => {
    expect(verdictOf(batches, isOver)).toBe(verdict);
  });
});
