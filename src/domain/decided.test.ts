import { describe, expect, it } from 'vitest';
import { decidedAs } from './decided';
import { instant } from './time';

const at = (time: string) => instant(`2026-11-30T${time}:00Z`);
const asked = { approval: { kind: 'carrier' }, decidedAt: at('09:00') } as const;
const unasked = { ...asked, approval: { kind: 'automatic' } } as const;

describe('what was decided about a row last', () => {
  it.each([
    ['nothing', { status: 'awaiting-approval', approval: { kind: 'carrier' } }, undefined, undefined],
    ['a yes', { ...asked, status: 'ready' }, undefined, 'approved'],
    ['a yes, also once it left', { ...asked, status: 'sent', sentAt: at('09:05') }, at('09:05'), 'approved'],
    [
      'a yes, also where planning withdrew the row',
      { ...asked, status: 'withdrawn', reason: 'content-withdrawn' },
      undefined,
      'approved',
    ],
    ['a no', { ...asked, status: 'declined' }, undefined, 'declined'],
    ['taking it back', { ...asked, status: 'withdrawn', reason: 'withdrawn-by-person' }, undefined, 'withdrawn'],
    ['an own text of what asks nobody', { ...unasked, status: 'ready' }, undefined, 'reworded'],
    ['that it be tried again', { ...unasked, status: 'ready' }, at('08:30'), 'again'],
    ['that it appeared', { ...asked, status: 'sent', sentAt: at('09:00') }, at('08:30'), 'confirmed'],
    ['that it had appeared when it was tried', { ...unasked, status: 'sent', sentAt: at('08:30') }, at('08:30'), 'confirmed'],
  ] as const)('is %s', (_what, row, firstTry, decided) => {
    expect(decidedAs(row, firstTry)).toBe(decided);
  });
});
