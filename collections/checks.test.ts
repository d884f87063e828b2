import { expect, test } from 'vitest';
import { senderCheck } from './checks';

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
