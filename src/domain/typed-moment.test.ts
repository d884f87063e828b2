import { describe, expect, it } from 'vitest';
import { readTypedMoment } from './typed-moment';

describe('a typed moment', () => {
  it.each([
    ['12.01.2027 18:00', '2027-01-12T18:00:00'],
    ['12.01.27 18:00', '2027-01-12T18:00:00'],
    ['12.1.27', '2027-01-12T00:00:00'],
    ['12. 1. 2027', '2027-01-12T00:00:00'],
    ['12.01.2027, 18 Uhr', '2027-01-12T18:00:00'],
    ['12.01.2027 um 18.30 Uhr', '2027-01-12T18:30:00'],
    [' 13.01.27  18:00 ', '2027-01-13T18:00:00'],
    ['1.2.2027 7', '2027-02-01T07:00:00'],
  ])('is what a German means by it: %s', (typed, meant) => {
    expect(readTypedMoment(typed)?.toString()).toBe(meant);
  });

  it.each([
    '12/01/2027 18:00',
    '12-01-2027',
    '01.13.2027',
    '31.02.2027 18:00',
    '12.01.2027 25:00',
    '12.01.2027 18:75',
    '12.01.2O27',
    '12.01.202',
    '12.01.0027',
    '12.01.',
    '18:00',
    '2027',
    'morgen',
    '',
  ])('is none when it could be anything else: %s', (typed) => {
    expect(readTypedMoment(typed)).toBeUndefined();
  });
});
