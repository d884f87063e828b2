import { expect, it } from 'vitest';
import { remindAt } from './handover';
import { instant } from './time';

const HANDED = instant('2026-11-23T09:00:00Z');

it.each([
  ['a week', 168, 144],
  ['three days', 72, 48],
  ['a day', 24, 12],
  ['an hour', 1, 0.5],
])('a person who is asked for %s is reminded a day before, but never at once', (_name, hours, reminded) => {
  expect(remindAt(HANDED, HANDED.add({ hours }))).toEqual(HANDED.add({ minutes: reminded * 60 }));
});
