import { describe, expect, it } from 'vitest';
import { channelOf, eventOf, northSouth, organisations, stored } from '../../test/fixtures/domain';
import { askFrom, decideSilence, ripen, silenceEnds, whyMissed } from './approval';
import type { Delivery } from './delivery';
import { planDeliveries } from './plan';
import { instant } from './time';

const row = (change: Partial<Delivery> = {}): Delivery => {
  const steps = planDeliveries({
    content: eventOf(),
    existing: [],
    organisations,
    channels: [channelOf('htai', 'linkedin')],
    agreement: northSouth,
    load: () => 0,
    coolOffMinutes: 0,
    now: instant('2026-11-23T10:00:00Z'),
  });
  const remind = steps.flatMap((step) => (step.kind === 'add' && step.row.purpose === 'remind' ? [stored(step.row)] : []))[0];
  if (!remind) throw new Error('the fixture plans a reminder');
  return { ...remind, ...change };
};
const silence = { kind: 'silence', hours: 72 } as const;

describe('a planned row', () => {
  it('is ready at once where the clause says automatic', () => {
    expect(ripen(row(), undefined, instant('2026-11-23T10:00:00Z'))).toBe('ready');
  });
  it('asks for approval two weeks before it is due, not earlier', () => {
    const waiting = row({ approval: { kind: 'carrier' } });
    const askAt = askFrom(waiting, { changedAt: instant('2026-11-01T09:00:00Z') }, 15);
    expect(askAt.toString()).toBe('2026-11-19T08:00:00Z');
    expect(ripen(waiting, askAt, instant('2026-11-19T07:59:59Z'))).toBeUndefined();
    expect(ripen(waiting, askAt, instant('2026-11-19T08:00:00Z'))).toBe('awaiting-approval');
  });
  it('asks for approval when the time to think is over, not earlier', () => {
    expect(askFrom(row(), { changedAt: instant('2026-11-23T09:00:00Z') }, 15).toString()).toBe('2026-11-23T09:15:00Z');
  });
  it('asks nobody while its content is gone', () => {
    expect(ripen(row({ approval: { kind: 'carrier' } }), undefined, instant('2026-11-23T10:00:00Z'))).toBeUndefined();
  });
  it('is ready where somebody said yes to this version before it came back', () => {
    const approved = row({ approval: { kind: 'carrier' }, decidedAt: instant('2026-11-22T10:00:00Z') });
    expect(ripen(approved, undefined, instant('2026-11-23T10:00:00Z'))).toBe('ready');
  });
  it('is missed once the event has begun', () => {
    expect(ripen(row(), undefined, instant('2026-12-10T17:00:00Z'))).toBe('missed');
  });
});

describe('a row that was ready and did not leave', () => {
  it.each([
    ['was not taken over from a block', channelOf('htai', 'newsletter', { via: 'block' }), 'not-taken-over'],
    ['was too late for an edition', channelOf('htai', 'newsletter', { via: 'outbox' }), 'too-late'],
    ['was too late on a network', channelOf('htai', 'linkedin'), 'too-late'],
    ['was too late on a channel that is gone', undefined, 'too-late'],
    ['was due while its network took nothing', channelOf('htai', 'linkedin', { restUntil: row().latestAt }), 'not-reachable'],
    [
      'was due long after its network took nothing',
      channelOf('htai', 'linkedin', { restUntil: row().latestAt.subtract({ seconds: 1 }) }),
      'too-late',
    ],
  ])('%s', (_why, channel, reason) => {
    expect(whyMissed(channel, row())).toBe(reason);
  });
});

describe('silence', () => {
  const noticedAt = instant('2026-11-27T12:00:00Z');
  it('counts as yes after its hours, from the moment somebody was reached', () => {
    const waiting = row({ approval: silence, noticedAt });
    expect(silenceEnds(waiting)?.toString()).toBe('2026-11-30T12:00:00Z');
    expect(decideSilence(waiting, instant('2026-11-30T11:59:59Z'))).toBeUndefined();
    expect(decideSilence(waiting, instant('2026-11-30T12:00:00Z'))).toBe('ready');
  });
  it('is no yes when nobody was reached, nor where the clause wants a word', () => {
    const late = instant('2026-12-10T16:59:59Z');
    expect(decideSilence(row({ approval: silence }), late)).toBeUndefined();
    expect(decideSilence(row({ approval: { kind: 'carrier' }, noticedAt }), late)).toBeUndefined();
  });
  it('is a miss when the event begins first', () => {
    expect(decideSilence(row({ approval: silence, noticedAt }), instant('2026-12-10T17:00:00Z'))).toBe('missed');
  });
});
