import { describe, expect, it } from 'vitest';
import { channelOf, eventOf, northSouth, organisations, stored } from '../../test/fixtures/domain';
import { planDeliveries } from '../domain/plan';
import { instant } from '../domain/time';
import { BLOCK, missingInWords } from './block-page';

describe('what is said above a block', () => {
  const content = eventOf();
  const [entry, ...others] = planDeliveries({
    ...{ content, organisations, channels: [channelOf('htai', 'newsletter', { via: 'block' })], agreement: northSouth },
    ...{ existing: [], load: () => 0, coolOffMinutes: 15, now: instant('2026-11-23T10:00:00Z') },
  }).flatMap((step) => (step.kind === 'add' ? [{ delivery: stored(step.row), content }] : []));
  if (!entry) throw new Error('the fixture plans an announcement');

  it('is that nothing is due, where nothing is', () => {
    expect(missingInWords({ entries: [], settling: [] }, 15)).toBe(BLOCK.nothing);
  });
  it('is what is left out for a moment, also where nothing else is due', () => {
    for (const entries of [[], [entry]])
      expect(missingInWords({ entries, settling: [entry] }, 15)?.de).toMatch(/^Ein Beitrag fehlt noch: .* 15 Minuten/);
    expect(missingInWords({ entries: [], settling: [entry, entry] }, 15)?.de).toMatch(/^2 Beiträge fehlen noch/);
  });
  it('is nothing where everything due is there', () => {
    expect(missingInWords({ entries: [entry, ...others], settling: [] }, 15)).toBeUndefined();
  });
});
