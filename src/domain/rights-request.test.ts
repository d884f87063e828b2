import { describe, expect, it } from 'vitest';
import { answerBy } from './rights-request';
import { instant } from './time';

describe('a request about somebody’s own data', () => {
  it.each([
    ['2026-11-29T08:00:00Z', false, '2026-12-29T22:59:59Z'],
    ['2027-01-31T08:00:00Z', false, '2027-02-28T22:59:59Z'],
    ['2027-03-27T23:30:00Z', false, '2027-04-28T21:59:59Z'],
    ['2026-11-29T08:00:00Z', true, '2027-02-28T22:59:59Z'],
  ])('that came on %s (extended: %s) is to be answered by %s', (receivedAt, isExtended, by) => {
    expect(answerBy(instant(receivedAt), isExtended)).toEqual(instant(by));
  });
});
