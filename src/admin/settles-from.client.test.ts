import { expect, it } from 'vitest';
import { instant } from '#domain/time';
import { settlingInWords } from '#i18n/promotion-page';
import { settlesFrom } from './settles-from.client';

const CHANGED = '2026-11-25T17:02:00.000Z';

it.each([
  ['runs after a change of what is published', CHANGED, true, 15, '2026-11-25T17:17:00Z'],
  ['is none before anything is published', CHANGED, false, 15, undefined],
  ['is none where the house takes none', CHANGED, true, 0, undefined],
  ['is none where nothing took effect yet', null, true, 15, undefined],
  ['is none where the moment is not readable', 'gestern', true, 15, undefined],
] as const)('the time to think %s', (_name, changedAt, isPublished, minutes, until) => {
  expect(settlesFrom({ changedAt }, isPublished, minutes)).toEqual(until && instant(until));
});

const SOON = '2026-11-25T17:10:00.000Z';
const LATER = '2026-11-25T18:00:00.000Z';

it.each([
  ['of an event', { startsAt: LATER }, { startsAt: SOON }],
  ['of a call', { kind: 'call', deadline: LATER }, { kind: 'call', deadline: SOON }],
])('corrections %s leave at once where they would come too late', (_name, later, soon) => {
  expect(settlesFrom({ changedAt: CHANGED, ...later }, true, 15)).toEqual(instant('2026-11-25T17:17:00Z'));
  expect(settlesFrom({ changedAt: CHANGED, ...soon }, true, 15)).toEqual(instant(CHANGED));
});

it('says nothing about promotion, which not everything gets', () => {
  const { de, en } = settlingInWords('18:17 Uhr');
  expect(`${de} ${en}`).not.toMatch(/beworben|promoted/i);
  expect(de).toContain('Vor 18:17 Uhr geht nichts davon hinaus.');
});
