import { expect, it } from 'vitest';
import { underWaySentence } from './amendment';
import { words } from './words';

it('a post is put right in a moment only where nothing makes it wait, and by its network only where that is asked', () => {
  const until = words('Dienstag, 1. Dezember 2026, 10:15 Uhr (Berliner Zeit)', 'Tuesday');
  expect(underWaySentence('under-way', undefined).de).toMatch(/ wird beim Netzwerk gleich berichtigt\.$/);
  expect(underWaySentence('under-way', until).de).toContain(`frühestens am ${until.de} berichtigt.`);
  const forPeople = underWaySentence('soon-for-people', until).de;
  expect(forPeople).toContain(`steht ab ${until.de} hier und auf „Heute“`);
  expect(forPeople).not.toMatch(/gleich|beim Netzwerk/);
});
