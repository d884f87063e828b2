import { describe, expect, it } from 'vitest';
import { eventOf, newsOf } from '../../test/fixtures/domain';
import { type Amending, amendmentTurn, amendsFrom, purposeAmended } from './amendment';
import { fingerprintOf } from './content';

describe('a post whose event changes', () => {
  const before = eventOf();
  const told = { sequence: before.sequence, fingerprint: fingerprintOf(before) };
  const changed = eventOf({
    sequence: before.sequence + 1,
    changedAt: before.changedAt.add({ hours: 1 }),
    event: { status: 'cancelled' },
  });
  const asked = { isAmended: false, coolOffMinutes: 15 };

  it('is put right when the time to think is over', () => {
    expect(amendsFrom(told, changed, asked)).toEqual(changed.changedAt.add({ minutes: 15 }));
  });

  describe('has its turn', () => {
    const from = changed.changedAt.add({ minutes: 15 });
    const asked: Amending = {
      ...{ row: { ...told, status: 'sent' }, content: changed, sequence: changed.sequence, others: [] },
      ...{ isTakenAway: false, isHeld: false, coolOffMinutes: 15 },
    };
    const turn = (change: Partial<Amending> = {}, at = from) => amendmentTurn({ ...asked, ...change }, at);

    it('once the time to think is over, and not before', () => {
      expect(turn()).toEqual({ kind: 'now', content: changed });
      expect(turn({}, from.subtract({ seconds: 1 }))).toEqual({ kind: 'wait', until: from });
    });

    it.each([
      ['it was taken away', { isTakenAway: true }],
      ['it never left', { row: { ...told, status: 'failed' } }],
      ['a newer version is told', { others: [{ sequence: changed.sequence + 1, status: 'due' }] }],
      ['its event is gone', { content: undefined }],
    ] as const)('no more when %s', (_why, change) => expect(turn(change)).toEqual({ kind: 'needless' }));

    it('no more when the event is over', () => {
      const over = changed.kind === 'event' ? changed.event.endsAt : from;
      expect(turn({}, over)).toEqual({ kind: 'needless' });
    });

    it.each([
      ['its network is not to be asked', { isHeld: true }, 10],
      ['nobody knows yet whether it is there', { row: { ...told, status: 'unconfirmed' } }, 10],
      ['another amendment of it is in hand', { others: [{ sequence: 1, status: 'sending' }] }, 10],
      ['the newest version is not planned yet', { sequence: told.sequence }, 10],
      ['a person has its text', { row: { ...told, status: 'handed-over' } }, 10],
    ] as const)('later while %s', (_why, change, minutes) =>
      expect(turn(change)).toEqual({ kind: 'wait', until: from.add({ minutes }) }),
    );
  });

  it('is left as it is while nothing has changed that counts', () => {
    expect(amendsFrom(told, before, asked)).toBeUndefined();
    expect(amendsFrom(told, { ...changed, sequence: told.sequence }, asked)).toBeUndefined();
    expect(amendsFrom(told, newsOf({ sequence: 7 }), asked)).toBeUndefined();
  });

  it('is put right again when the change is taken back, but only where it was amended', () => {
    const back = { ...before, sequence: before.sequence + 2 };
    expect(amendsFrom(told, back, asked)).toBeUndefined();
    expect(amendsFrom(told, back, { ...asked, isAmended: true })).toBeDefined();
  });

  it('reveals nothing: not what is public no longer, save that it is off, and nothing before its embargo ends', () => {
    const hidden = { ...changed, visibility: 'stakeholders' as const };
    expect(amendsFrom(told, { ...changed, live: false }, asked)).toBeUndefined();
    expect(amendsFrom(told, hidden, asked)).toBeDefined();
    expect(amendsFrom(told, { ...hidden, title: { de: 'Anders' } }, asked)).toBeUndefined();
    const embargoUntil = changed.changedAt.add({ hours: 48 });
    const moved = eventOf({ sequence: told.sequence + 1, embargoUntil, event: { town: 'Fulda' } });
    expect(amendsFrom(told, moved, asked)).toEqual(embargoUntil);
  });

  it('that told of a cancellation tells of a change once the event is on again', () => {
    expect(purposeAmended('cancel', before)).toBe('update');
    expect(purposeAmended('cancel', changed)).toBe('cancel');
    expect(purposeAmended('announce', changed)).toBe('announce');
  });
});
