import { describe, expect, it } from 'vitest';
import type { Delivery } from '#domain/delivery';
import { instant } from '#domain/time';
import { dueInWords } from './today';

const dueAt = instant('2026-11-30T02:57:00Z');
const SILENCE = { kind: 'silence', hours: 48 } as const;
const CARRIER = { kind: 'carrier' } as const;

describe('the moment of a row on the start page', () => {
  const said = (row: Pick<Delivery, 'status' | 'approval'>, at = dueAt) => dueInWords({ ...row, dueAt }, 'HTAI', at, 'de');

  it('is told while it is ahead', () => {
    for (const status of ['planned', 'awaiting-approval', 'ready'] as const)
      expect(said({ status, approval: SILENCE }, dueAt.subtract({ seconds: 1 }))).toBe('30.11.2026 03:57');
  });

  it.each([
    ['awaiting-approval', CARRIER, 'sobald HTAI freigibt'],
    ['awaiting-approval', SILENCE, 'sobald HTAI freigibt oder Schweigen als Ja gilt'],
    ['ready', SILENCE, 'jetzt fällig'],
    ['planned', CARRIER, 'jetzt fällig'],
    ['sent', CARRIER, '30.11.2026 03:57'],
    ['failed', CARRIER, '30.11.2026 03:57'],
    ['handed-over', CARRIER, '30.11.2026 03:57'],
  ] as const)('once it is over says of a row that is %s (%o): %s', (status, approval, words) => {
    expect(said({ status, approval })).toBe(words);
  });
});
