import { describe, expect, it } from 'vitest';
import type { DeliveryStatus } from '#domain/delivery';
import { judge } from './verdict';

const ledger = (rows: Record<string, DeliveryStatus>) => new Map(Object.entries(rows));

describe('the verdict on a run', () => {
  it('is empty when every key went out once', () => {
    expect(judge({ accepted: ['a', 'b'], ledger: ledger({ a: 'sent', b: 'sent' }), isUndisturbed: true })).toEqual([]);
  });
  it('allows unclear and waiting rows where processes were killed', () => {
    const rows = ledger({ a: 'unconfirmed', b: 'unconfirmed', c: 'ready' });
    expect(judge({ accepted: ['a'], ledger: rows, isUndisturbed: false })).toEqual([]);
    expect(judge({ accepted: ['a'], ledger: rows, isUndisturbed: true })).toHaveLength(3);
  });
  it.each([
    ['a double', ['a', 'a'], { a: 'sent' }],
    ['a post without a row', ['a'], {}],
    ['a row that says sent and was not', [], { a: 'sent' }],
    ['a post whose row will go out again', ['a'], { a: 'ready' }],
    ['a post whose row says failed', ['a'], { a: 'failed' }],
    ['a row that hangs for ever', [], { a: 'sending' }],
    ['a row that was lost', [], { a: 'missed' }],
  ] as const)('names %s', (_name, accepted, rows) => {
    expect(judge({ accepted, ledger: ledger(rows), isUndisturbed: false })).toHaveLength(1);
  });
});
