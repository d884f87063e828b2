import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inLanes, inOwnOrder } from './shuffle';

const each = (all: readonly number[]) => {
  const queue = all.values();
  return () => queue.next().value;
};

describe('lanes', () => {
  it('do everything once', async () => {
    const done: number[] = [];
    await inLanes(each([1, 2, 3, 4, 5]), 2, async (one) => {
      await breathe();
      done.push(one);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('wait for what is held back until something in hand is done', async () => {
    const done: number[] = [];
    const waiting = [1, 2, 3];
    const next = () => (done.length > 0 || waiting.length === 3 ? waiting.shift() : undefined);
    await inLanes(next, 3, async (one) => {
      await breathe();
      done.push(one);
    });
    expect(done).toEqual([1, 2, 3]);
  });

  it('begin nothing more after an error in one of them, and throw it when what was in hand has ended', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const work = async (one: number): Promise<void> => {
      begun.push(one);
      await breathe();
      if (one === 2) throw new Error('SQLITE_BUSY');
      ended.push(one);
    };
    await expect(inLanes(each([1, 2, 3, 4, 5, 6, 7, 8, 9]), 3, work)).rejects.toThrow('SQLITE_BUSY');
    // Lane one had gone on to its second before the error was known.
    expect([begun, ended]).toEqual([
      [1, 2, 3, 4],
      [1, 3, 4],
    ]);
  });
});

describe('an order of one’s own', () => {
  it('holds the same things for everybody, and the same order for the same owner', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect([...inOwnOrder(ids, 'one')].sort()).toEqual(ids);
    expect(inOwnOrder(ids, 'one')).toEqual(inOwnOrder([...ids].reverse(), 'one'));
    expect(inOwnOrder(ids, 'one')).not.toEqual(inOwnOrder(ids, 'two'));
  });
});
