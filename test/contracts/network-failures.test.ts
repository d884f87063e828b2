import { describe, expect, it } from 'vitest';
import { CHANNEL_WORDS } from '#i18n/words';
import { BLUESKY_FAILURES } from './bluesky-failures';
import { LINKEDIN_FAILURES } from './linkedin-failures';
import { MASTODON_FAILURES } from './mastodon-failures';
import { type Consequence, type NetworkFailure, provoke, tableOf } from './network-failures';
import { expectSaid } from './said';
import { X_FAILURES } from './x-failures';

/** Every network adds its own. */
const FAILURES: readonly NetworkFailure[] = [...LINKEDIN_FAILURES, ...MASTODON_FAILURES, ...BLUESKY_FAILURES, ...X_FAILURES];

describe('what goes wrong with a network', () => {
  const happened: (readonly [NetworkFailure, Consequence])[] = [];

  it.each(FAILURES.map((failure) => [CHANNEL_WORDS[failure.network].de, failure.what, failure] as const))(
    '%s: %s',
    async (_network, _what, failure) => {
      const consequence = await provoke(failure);
      happened.push([failure, consequence]);
      expect(consequence.outcome).toMatchObject(failure.outcome);
      // Whatever is unclear is looked up, and only what is there counts as sent.
      expect(['accepted', undefined]).toContain(consequence.found?.kind);
      expect(['accepted', undefined]).toContain(consequence.repeated?.kind);
      expect(consequence.count).toBeLessThanOrEqual(1);
      for (const outcome of [consequence.outcome, consequence.found, consequence.repeated])
        if (outcome) expectSaid(outcome, consequence.secrets);
    },
  );

  it('stands in docs/stoerungen.md as it happened', async () => {
    expect(happened).toHaveLength(FAILURES.length);
    await expect(tableOf(happened)).toMatchFileSnapshot('../../docs/stoerungen.md');
  });
});
