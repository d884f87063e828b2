import { expect, it } from 'vitest';
import { answerInWords } from './rights-requests';
import { words } from './words';

it('the last day on which an answer was in time is no day on which it was overdue', () => {
  const day = words('20. Dezember 2026', '20 December 2026');
  expect(answerInWords(day, false).de).toBe('Zu beantworten bis 20. Dezember 2026');
  expect(answerInWords(day, true).de).toBe('War zu beantworten bis 20. Dezember 2026: Bitte antworten Sie gleich.');
});
