import { describe, expect, it } from 'vitest';
import { DROP_LISTS, effectOf, isGivenUp, kindOfRefusal, RECEIPT_KINDS } from './receipt';
import { instant } from './time';

describe('a receipt', () => {
  it.each([
    ['bounced', 'suppress'],
    ['complained', 'complaint'],
    ['unsubscribed', 'leave'],
    ['blocked', undefined],
    ['unreached', undefined],
    ['deferred', undefined],
    ['processed', undefined],
    ['delivered', undefined],
  ] as const)('that says %s means %s for the person', (kind, effect) => expect(effectOf({ kind })).toBe(effect));

  it('of a dropped mail means what the list means on which the provider has the address', () => {
    expect(DROP_LISTS.map((list) => effectOf({ kind: 'dropped', list }))).toEqual(['suppress', 'complaint', 'leave', undefined]);
    expect(effectOf({ kind: 'dropped' })).toBeUndefined();
  });

  it('has no effect by a list it does not speak of', () => {
    for (const kind of RECEIPT_KINDS.filter((one) => one !== 'dropped'))
      for (const list of DROP_LISTS) expect(effectOf({ kind, list })).toBe(effectOf({ kind }));
  });
});

describe('a refusal', () => {
  it.each([
    ['bounced', ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4']],
    ['unreached', ['5.2.2', '4.2.1', '4.2.2', '4.4.1', '4.4.4', '4.4.7', '450']],
    ['blocked', ['5.7.1', '4.7.1', '5.7.26', '5.1.0', '5.1.8', '5.3.4', '550', '554', 'unmailable', '']],
    ['blocked', ['421', '432', '451', '452', '4.0.0', '4.2.0', '4.3.0', '4.3.1', '4.3.2', '4.4.2', '4.4.3', '4.4.5', '4.5.3']],
  ] as const)('says that a mailbox was %s by codes like %j', (kind, codes) => {
    for (const code of codes) expect([code, kindOfRefusal(code)]).toEqual([code, kind]);
  });
});

describe('a mailbox', () => {
  const on = (...days: readonly number[]) => days.map((day) => instant('2026-11-01T08:00:00Z').add({ hours: day * 24 }));

  it('is given up when five editions over two weeks did not reach it, in whatever order we learn of them', () => {
    expect(isGivenUp(on(0, 3, 7, 10, 14))).toBe(true);
    expect(isGivenUp(on(14, 10, 0, 7, 3))).toBe(true);
  });

  it.each([
    ['fewer editions', on(0, 7, 14, 21)],
    ['fewer days', on(0, 1, 2, 3, 4, 13)],
    ['nothing', []],
  ])('is not by %s', (_what, moments) => expect(isGivenUp(moments)).toBe(false));
});
