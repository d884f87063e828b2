import type { AfterErrorHook } from 'payload';
import { refusal } from '#i18n/problems';
import { languageOf } from './refuse';

/** What Payload says in English whatever language the admin has, in the language of whoever asks; everything else as it is. */
export const answerInWords: AfterErrorHook = ({ error, req, result }) => {
  const status = 'status' in error ? error.status : undefined;
  const code =
    error.message === TOKEN_GONE ? 'linkExpired' : status === 423 ? 'locked' : isFailure(result) ? 'failed' : undefined;
  return code ? { response: { errors: [{ message: refusal(code, languageOf(req)) }] } } : undefined;
};

// Payload's own sentences: it has no code for them.
const TOKEN_GONE = 'Token is either invalid or has expired.';
const FAILURES: readonly unknown[] = ['Something went wrong.', 'An unknown error occurred.'];

const isFailure = (result: object | undefined): boolean =>
  result !== undefined &&
  'errors' in result &&
  Array.isArray(result.errors) &&
  result.errors.some(
    (one: unknown) => typeof one === 'object' && one !== null && 'message' in one && FAILURES.includes(one.message),
  );
