import { describe, expect, it } from 'vitest';
import { channelOf, eventOf, northSouth, organisations, stored } from '../../test/fixtures/domain';
import { blockOf, isDueInBlock, nextIssue } from './block';
import { planDeliveries } from './plan';
import { instant } from './time';

const NOW = instant('2026-11-23T10:00:00Z');

describe('the next issue of a newsletter', () => {
  it('leaves at its slot', () => {
    const slot = { rhythm: 'weekly', weekday: 4, time: '09:00' } as const;
    expect(nextIssue({ slot }, NOW)).toEqual(instant('2026-11-26T08:00:00Z'));
  });
  it('is now where no slot is known', () => {
    expect(nextIssue({}, NOW)).toEqual(NOW);
  });
});

describe('a row', () => {
  const row = { dueAt: instant('2026-11-26T08:00:00Z'), latestAt: instant('2026-12-10T17:00:00Z') };
  it.each([
    ['when it is due at its end', '2026-11-26T08:00:00Z', '2026-11-23T10:00:00Z', true],
    ['not when it is due later', '2026-11-26T07:59:59Z', '2026-11-23T10:00:00Z', false],
    ['when it is late', '2026-12-10T17:00:00Z', '2026-12-10T16:59:59Z', true],
    ['not when it is too late', '2026-12-10T17:00:00Z', '2026-12-10T17:00:00Z', false],
  ])('is in a block %s', (_when, until, now, isIn) => {
    expect(isDueInBlock(row, instant(until), instant(now))).toBe(isIn);
  });
});

describe('a block', () => {
  const content = eventOf();
  const channels = [channelOf('htai', 'newsletter', { via: 'block' })];
  const coolOffMinutes = 15;
  const due = planDeliveries({
    ...{ content, organisations, channels, coolOffMinutes, agreement: northSouth, existing: [], load: () => 0, now: NOW },
  }).flatMap((step) => (step.kind === 'add' ? [{ delivery: stored(step.row), content }] : []));

  it('leaves out what was changed a moment ago, until its time to think is over', () => {
    expect(due.length).toBeGreaterThan(0);
    const settled = content.changedAt.add({ minutes: coolOffMinutes });
    expect(blockOf(due, coolOffMinutes, settled.subtract({ seconds: 1 }))).toEqual({ entries: [], settling: due });
    expect(blockOf(due, coolOffMinutes, settled)).toEqual({ entries: due, settling: [] });
  });
});
