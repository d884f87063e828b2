import { describe, expect, it } from 'vitest';
import { DROP_LISTS, effectOf, RECEIPT_KINDS } from './receipt';

describe('a receipt', () => {
  it.each([
    ['bounced', 'suppress'],
    ['complained', 'complaint'],
    ['unsubscribed', 'leave'],
    ['blocked', undefined],
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
