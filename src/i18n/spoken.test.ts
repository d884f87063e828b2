import { describe, expect, it } from 'vitest';
import { spokenFor } from './spoken';

describe('what screen readers say', () => {
  it.each([
    ['Add block', 'Element einfügen'],
    ['Notifications alt+T', 'Hinweise alt+T'],
    ['Choose Date and Time', 'Datum und Uhrzeit wählen'],
    ['Edit RMNH', 'RMNH bearbeiten'],
    ['Choose Sonntag, 10. Januar 2027', 'Sonntag, 10. Januar 2027 wählen'],
    ['Not available Sonntag, 10. Januar 2027', 'Sonntag, 10. Januar 2027, nicht wählbar'],
    ['Month Januar, 2027', 'Monat Januar, 2027'],
  ])('is German for „%s“', (text, spoken) => {
    expect(spokenFor(text, 'de')).toBe(spoken);
    expect(spokenFor(spoken, 'de')).toBeUndefined();
  });

  it('names the column that a list can be sorted by', () => {
    expect(spokenFor('Sortieren nach [object Object] Aufsteigend', 'de', 'Titel')).toBe('Sortieren nach Titel Aufsteigend');
    expect(spokenFor('Sort by [object Object] Ascending', 'en', 'Title')).toBe('Sort by Title Ascending');
    expect(spokenFor('Sortieren nach Titel Aufsteigend', 'de', 'Titel')).toBeUndefined();
  });

  it('stays where it is German already, and in English', () => {
    for (const text of ['Link bearbeiten', 'Konto', 'Editorial', '']) expect(spokenFor(text, 'de')).toBeUndefined();
    expect(spokenFor('Add block', 'en')).toBeUndefined();
  });
});
