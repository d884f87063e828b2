import { expect } from 'vitest';
import type { SendOutcome } from '#domain/dispatch';
import { answerInFull, answerInWords } from '#i18n/answers';

/** What every outcome of a post holds to: it tells no secret, and unless it is a yes people read German words of ours. */
export const expectSaid = (outcome: SendOutcome, secret: string): void => {
  expect(JSON.stringify(outcome)).not.toContain(secret);
  if (outcome.kind === 'accepted') return;
  expect(answerInWords(outcome)?.de).toMatch(/^[A-ZÄÖÜ][^:{}<>]+$/);
  expect(answerInFull(outcome)?.de).not.toBe('');
};
