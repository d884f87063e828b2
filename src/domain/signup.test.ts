import { describe, expect, it } from 'vitest';
import { channelOf } from '../../test/fixtures/domain';
import { isOnOffer, judgeForm, openSignup, SIGNUP_DAYS, SIGNUP_SCOPES, signupKeys } from './signup';
import { instant } from './time';

describe('a sign-up form', () => {
  const shownAt = instant('2026-11-24T09:00:00Z');

  it.each([
    ['hasty', { seconds: 2 }],
    ['hasty', { seconds: -60 }],
    ['in time', { seconds: 3 }],
    ['in time', { hours: 24 }],
    ['old', { hours: 24, seconds: 1 }],
  ] as const)('is %s after %o', (verdict, later) => {
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

  it.each(['2027-03-28T21:00:00Z', '2027-03-27T22:30:00Z', '2026-10-25T22:30:00Z', '2026-11-24T10:00:00Z'])(
    'of %s is found by its key at every hour of its week, also where a day has 23 hours or 25',
    (moment) => {
      const { key } = openSignup({ ...asked, addressHash: SIGNUP_SCOPES.newsletters }, instant(moment));
      const hours = Array.from({ length: SIGNUP_DAYS * 24 + 1 }, (_, hour) => hour);
      const keysAt = (hour: number) => signupKeys((scope) => scope, instant(moment).add({ hours: hour }));
      expect(hours.filter((hour) => !keysAt(hour).includes(key))).toEqual([]);
    },
  );

  it.each([
    ['that we send', true, {}],
    ['that is switched off', false, { active: false }],
    ['that a body sends itself', false, { via: 'block' }],
    ['that has no slot yet', false, { slot: undefined }],
  ] as const)('for a newsletter %s is possible: %s', (_what, isPossible, change) => {
    expect(isOnOffer(channelOf('htai', 'newsletter', { via: 'outbox', ...change }))).toBe(isPossible);
  });
});
