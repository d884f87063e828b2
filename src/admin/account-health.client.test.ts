import { expect, it } from 'vitest';
import { instant } from '#domain/time';
import { type AccountHealth, needsConnecting, standingSentences } from './account-health.client';

const fine = { at: instant('2026-11-30T03:09:00Z'), kind: 'fine' } as const;
const stopped: AccountHealth = {
  ...{ via: 'mastodon', kind: 'mastodon', tokenSince: instant('2026-11-01T08:00:00Z'), trouble: 'account-refused' },
  ...{ health: { name: '@ihk' }, checked: fine },
};
const said = (...about: Parameters<typeof standingSentences>) => standingSentences(...about).map(({ de }) => de);

it('a channel that stopped by itself is not said to be fine because it was so before, and is to be connected anew', () => {
  expect(said(stopped, {})).toEqual([
    expect.stringMatching(/^Der Kanal hat sich selbst angehalten\. .* verbinden Sie den Kanal neu/),
  ]);
  expect(said({ ...stopped, trouble: undefined }, {})).toEqual([
    'Verbunden mit „@ihk“.',
    'Zuletzt geprüft: 30.11.2026 04:09 (Berliner Zeit), in Ordnung.',
  ]);
  expect([needsConnecting(stopped, {}), needsConnecting({ ...stopped, trouble: 'spending-limit' }, {})]).toEqual([true, false]);
});

it('once a check is fine again it says to let the channel go on, and nothing else', () => {
  const again = { checked: fine, mayGoOn: true };
  expect(said(stopped, again)).toEqual([
    'Das Netzwerk nimmt den Zugang wieder an. Lassen Sie den Kanal weiterlaufen.',
    'Zuletzt geprüft: 30.11.2026 04:09 (Berliner Zeit), in Ordnung.',
  ]);
  expect(needsConnecting(stopped, again)).toBe(false);
});
