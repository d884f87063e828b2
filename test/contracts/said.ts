import { expect } from 'vitest';
import type { SendOutcome } from '#domain/dispatch';
import { answerInFull, answerInWords } from '#i18n/answers';

/** What every outcome of a post holds to: it tells no secret, and unless it is a yes people read German words of ours. */
export const expectSaid = (outcome: SendOutcome, secrets: readonly string[]): void => {
  const told = readable(JSON.stringify(outcome));
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  if (outcome.kind === 'accepted') return;
  expect(answerInWords(outcome)?.de).toMatch(/^[A-ZÄÖÜ][^:{}<>]+$/);
  expect(answerInFull(outcome)?.de).not.toBe('');
};

/** A text, and whatever in it may be read as base64. */
const readable = (text: string): string =>
  [text, ...text.split(/[^\w+/=-]+/).map((word) => Buffer.from(word, 'base64').toString())].join('\n');
