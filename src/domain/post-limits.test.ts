import { describe, expect, it } from 'vitest';
import { limitsOf, NETWORK_LIMITS } from './post-limits';

describe('what a post may be on a channel', () => {
  const { mastodon, x } = NETWORK_LIMITS;

  it('is what its adapter takes, and of a preview or text for a person what the network takes', () => {
    const roomy = { ...mastodon, textLength: null };
    expect(limitsOf({ kind: 'mastodon', via: 'mastodon' }, roomy)).toBe(roomy);
    expect(limitsOf({ kind: 'x', via: 'manual' }, roomy)).toBe(x);
  });

  it('is as long as the account’s own server allows, also where a person posts it for now', () => {
    for (const via of ['mastodon', 'manual'] as const)
      expect(limitsOf({ kind: 'mastodon', via, textLength: 5_000 }, mastodon)).toEqual({ ...mastodon, textLength: 5_000 });
  });
});
