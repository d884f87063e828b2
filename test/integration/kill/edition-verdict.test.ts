import { describe, expect, it } from 'vitest';
import type { DispatchStatus } from '#domain/dispatch';
import { judgeEdition } from './edition-verdict';

const batch = (status: DispatchStatus, ...people: readonly string[]) => ({ status, people });

describe('the verdict on an edition', () => {
  it('is empty when everybody got it once, or stands as unclear', () => {
    const batches = [batch('accepted', 'a', 'b'), batch('unconfirmed', 'c', 'd')];
    expect(judgeEdition({ accepted: ['a', 'b', 'c'], people: ['a', 'b', 'c', 'd'], batches })).toEqual([]);
  });

  it.each([
    ['who got two', ['a', 'a'], ['a'], [batch('accepted', 'a')]],
    ['who got two and stands as unclear', ['a', 'a'], ['a'], [batch('unconfirmed', 'a')]],
    ['who got none and stands as having it', [], ['a'], [batch('accepted', 'a')]],
    ['who was given up', [], ['a'], [batch('failed', 'a')]],
    ['who got it and stands as given up', ['a'], ['a'], [batch('cancelled', 'a')]],
    ['who is in no batch', [], ['a'], []],
    ['who got it in no batch', ['a'], [], []],
  ] as const)('names %s', (_name, accepted, people, batches) => {
    expect(judgeEdition({ accepted, people, batches })).toHaveLength(1);
  });

  it('does not end before the edition does', () => {
    expect(judgeEdition({ accepted: ['a'], people: ['a'], batches: [batch('sending', 'a')] })).toContain('not over');
  });
});
