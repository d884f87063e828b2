import { expect, it } from 'vitest';
import { instant } from '#domain/time';
import { settlesFrom } from './settles-from.client';

const CHANGED = '2026-11-25T17:02:00.000Z';

it.each([
  ['runs after a change of what is published', CHANGED, true, 15, '2026-11-25T17:17:00Z'],
  ['is none before anything is published', CHANGED, false, 15, undefined],
  ['is none where the house takes none', CHANGED, true, 0, undefined],
  ['is none where nothing took effect yet', null, true, 15, undefined],
  ['is none where the moment is not readable', 'gestern', true, 15, undefined],
] as const)('the time to think %s', (_name, changedAt, isPublished, minutes, until) => {
  expect(settlesFrom(changedAt, isPublished, minutes)).toEqual(until && instant(until));
});
