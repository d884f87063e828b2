import { expect, it } from 'vitest';
import { instant } from '#domain/time';
import { isFine } from './today-fine';

const at = instant('2026-12-01T09:00:00Z');
const none = { stuck: [], unconnected: [], ending: [], version: undefined, refused: [], editions: [] };
const channel = { id: 'social', name: 'LinkedIn IHK', kind: 'linkedin', via: 'linkedin' } as const;

it('the card of problems says that there are none only where it warns of nothing', () => {
  expect(isFine(none)).toBe(true);
  const warnings: Parameters<typeof isFine>[0][] = [
    { ...none, stuck: [{ ...channel, trouble: 'account-refused', isByHand: false }] },
    { ...none, unconnected: [channel] },
    { ...none, ending: [{ ...channel, until: at, days: 7 }] },
    { ...none, version: { until: at, days: 30 } },
    { ...none, refused: [{ ...channel, at, kind: 'refused' }] },
  ];
  expect(warnings.map(isFine)).toEqual(warnings.map(() => false));
});
