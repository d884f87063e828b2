import type { AfterErrorHook } from 'payload';
import { expect, test } from 'vitest';
import { answerInWords } from './answers';

type Args = Parameters<AfterErrorHook>[0];

const answer = async (message: string, language: 'de' | 'en', error: Error = new Error('SQLITE_ERROR: no such column')) => {
  const result = { errors: [{ message }] };
  // The hook reads nothing of a request but its language.
  const req = { i18n: { language } } as Args['req'];
  const answered = await answerInWords({ collection: null, context: {}, error, req, result } as unknown as Args);
  return answered?.response?.errors?.[0]?.message;
};

test('a failure of ours is told in the language of the admin', async () => {
  expect(await answer('Something went wrong.', 'de')).toContain('Bitte versuchen Sie es noch einmal');
  expect(await answer('Something went wrong.', 'en')).toContain('Please try again');
});

test('a link that is used up says what to do next', async () => {
  const message = 'Token is either invalid or has expired.';
  expect(await answer(message, 'de', new Error(message))).toBe('Der Link gilt nicht mehr. Bitte fordern Sie einen neuen an.');
});

test('what is said in words already stays', async () => {
  expect(await answer('Das wird noch verwendet.', 'de')).toBeUndefined();
});
