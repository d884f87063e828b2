import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMove, DELIVERY_STATUSES, type DeliveryStatus, isOut, isUnsent } from './delivery';
import { ACCOUNT_REFUSED, leaseFor, type SendOutcome } from './dispatch';
import { settle } from './settlement';
import { instant } from './time';

const NOW = instant('2026-12-31T20:00:00Z');

describe('the arrows of a ledger row', () => {
  it.each(['sent', 'declined'] as const)('never lead out of %s', (end) => {
    for (const to of DELIVERY_STATUSES) expect(canMove(end, to)).toBe(false);
  });
  it('lead to sending from ready alone', () => {
    expect(DELIVERY_STATUSES.filter((from) => canMove(from, 'sending'))).toEqual(['ready']);
  });
  it('let nothing that may be out be withdrawn, moved or asked about again', () => {
    for (const from of DELIVERY_STATUSES.filter(isOut))
      for (const to of ['planned', 'awaiting-approval', 'withdrawn'] satisfies DeliveryStatus[])
        expect(canMove(from, to)).toBe(false);
  });
  it('let a person decline all that has not left', () => {
    for (const from of DELIVERY_STATUSES.filter(isUnsent)) expect(canMove(from, 'declined')).toBe(true);
  });
});

describe('a lease', () => {
  it('grows with the people a batch goes to', () => {
    expect([0, 1, 100, 101, 1000].map((people) => leaseFor(people, 120))).toEqual([120, 120, 120, 240, 1200]);
  });
});

describe('settling an attempt', () => {
  const outcome: fc.Arbitrary<SendOutcome> = fc.oneof(
    fc.constant({ kind: 'accepted', providerId: 'p' } as const),
    fc.constant({ kind: 'handed-over', askUntil: instant('2027-01-01T00:00:00Z') } as const),
    fc.constant({ kind: 'rejected', code: '422', detail: 'no' } as const),
    fc.constant({ kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no' } as const),
    fc.constant({ kind: 'postponed', notBefore: instant('2027-01-01T00:00:00Z'), detail: 'busy' } as const),
    fc.constant({ kind: 'unconfirmed', detail: 'hung up' } as const),
  );
  it('moves a sending row along an allowed arrow, whatever the outcome', () => {
    fc.assert(
      fc.property(outcome, fc.integer({ min: 1, max: 100 }), (one, hours) => {
        expect(canMove('sending', settle(one, { now: NOW, since: NOW.subtract({ hours }) }).delivery)).toBe(true);
      }),
    );
  });
  it('never lets an unclear message go out again by itself', () => {
    expect(settle({ kind: 'unconfirmed', detail: '' }, { now: NOW, since: NOW })).toEqual({
      dispatch: 'unconfirmed',
      delivery: 'unconfirmed',
    });
  });
  it('tries what was certainly not sent again, but not for ever', () => {
    const postponed = { kind: 'postponed', notBefore: instant('2027-01-01T00:00:00Z'), detail: '' } as const;
    const tried = (hours: number) => settle(postponed, { now: NOW, since: NOW.subtract({ hours }) });
    expect(tried(40)).toMatchObject({ dispatch: 'due', delivery: 'ready' });
    expect(tried(48)).toEqual({ dispatch: 'failed', delivery: 'failed', reason: 'not-reachable' });
  });
});
