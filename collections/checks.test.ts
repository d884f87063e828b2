import { expect, test } from 'vitest';
import { CHANNEL_VIAS } from '#domain/channel';
import { fittingWays, senderCheck } from './checks';

type Options = Parameters<typeof senderCheck>[1];

// The check reads nothing else of its surroundings.
const options = {
  siblingData: { kind: 'newsletter' },
  req: { i18n: { language: 'de' }, payload: { config: {} } },
} as unknown as Options;
const FORM = 'Bitte so eintragen: Name <adresse@example.org>';

test('a sender is a name and an address on one line', () => {
  expect(senderCheck('Nord und Süd <a@example.org>', options)).toBe(true);
  for (const sender of [
    'Nord\nSüd <a@example.org>',
    'Nord\r\nBcc: x <a@example.org>',
    'Nord <a@exam\u0000ple.org>',
    'a@example.org',
  ])
    expect(senderCheck(sender, options)).toBe(FORM);
});

test('a channel is offered the ways of its kind, and all of them before it has one', () => {
  const offered = (kind?: string) => {
    const all = CHANNEL_VIAS.map((value) => ({ value, label: value }));
    const facts = { options: all, data: {}, siblingData: { kind } } as unknown as Parameters<typeof fittingWays>[0];
    return fittingWays(facts).map((one) => (typeof one === 'string' ? one : one.value));
  };
  expect(offered('linkedin')).toEqual(['linkedin', 'preview', 'manual']);
  expect(offered('newsletter')).toEqual(['outbox', 'sendgrid', 'block']);
  expect(offered()).toEqual([...CHANNEL_VIAS]);
});
