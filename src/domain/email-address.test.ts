import { expect, it } from 'vitest';
import { isEmailAddress } from './email-address';

it.each(['anna@example.org', 'a.b+c@mail.example.co.uk', "o'neil@x-y.de"])('takes %s for an e-mail address', (text) => {
  expect(isEmailAddress(text)).toBe(true);
});

it.each(['', 'anna', 'anna@', 'anna@example', 'anna@@example.org', 'anna b@example.org', 'a..b@example.org', '.a@example.org'])(
  'takes %s for none',
  (text) => {
    expect(isEmailAddress(text)).toBe(false);
  },
);

it('takes nothing for one that is longer than mail servers read', () => {
  expect(isEmailAddress(`${'a'.repeat(242)}@example.org`)).toBe(true);
  expect(isEmailAddress(`${'a'.repeat(243)}@example.org`)).toBe(false);
});
