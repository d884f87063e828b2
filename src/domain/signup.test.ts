import { describe, expect, it } from 'vitest';
import { channelOf } from '../../test/fixtures/domain';
import { isOnOffer, judgeForm, openSignup } from './signup';
import { instant } from './time';

describe('a sign-up form', () => {
  const shownAt = instant('2026-11-24T09:00:00Z');

  it.each([
    ['machine', { seconds: 2 }],
    ['machine', { seconds: -60 }],
    ['person', { seconds: 3 }],
    ['person', { hours: 24 }],
    ['old', { hours: 24, seconds: 1 }],
  ] as const)('is sent by a %s after %o', (verdict, later) => {
    expect(judgeForm(shownAt, shownAt.add(later))).toBe(verdict);
  });
});

describe('a request', () => {
  const asked = { email: 'anna@example.org', choices: [], formUrl: 'https://example.org/newsletter', addressHash: 'h' };
  const at = (moment: string) => openSignup(asked, instant(moment));

  it('has one key a Berlin day and is good for a week', () => {
    expect(at('2026-11-24T22:59:59Z').key).toBe(at('2026-11-24T08:00:00Z').key);
    expect(at('2026-11-24T23:00:00Z').key).not.toBe(at('2026-11-24T22:59:59Z').key);
    expect(at('2026-11-24T08:00:00Z').expiresAt).toEqual(instant('2026-12-01T08:00:00Z'));
  });

  it.each([
    ['that we send', true, {}],
    ['that is switched off', false, { active: false }],
    ['that a body sends itself', false, { via: 'block' }],
    ['that has no slot yet', false, { slot: undefined }],
  ] as const)('for a newsletter %s is possible: %s', (_what, isPossible, change) => {
    expect(isOnOffer(channelOf('htai', 'newsletter', { via: 'outbox', ...change }))).toBe(isPossible);
  });
});
