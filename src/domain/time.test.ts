import { expect, it } from 'vitest';
import { instant, isReversed, toIso } from './time';

it.each(['2027-01-10T17:00:00Z', '2027-01-10T18:00:00.000000001+01:00'])('writes %s so that text order is time order', (iso) => {
  expect(toIso(instant(iso))).toBe('2027-01-10T17:00:00.000Z');
});

it('calls a span reversed that holds no moment, and only when both ends are moments', () => {
  const [validFrom, validTo] = ['2027-01-10T17:00:00Z', '2027-01-10T17:00:01Z'];
  expect([isReversed({ validFrom, validTo }), isReversed({ validFrom, validTo: validFrom })]).toEqual([false, true]);
  expect(isReversed({ validFrom: validTo, validTo: validFrom })).toBe(true);
  for (const open of [{}, { validFrom }, { validTo: null }, { validFrom: 'morgen', validTo }])
    expect(isReversed(open)).toBe(false);
});
