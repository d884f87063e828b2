import type { Words } from './words';

/** Words of the box that publishes or takes back at a chosen time. */
export const PUBLISH_LATER = {
  heading: { de: 'Später veröffentlichen (Berliner Zeit)', en: 'Publish later (Berlin time)' },
  hint: {
    de: 'Veröffentlicht wird, was zu diesem Zeitpunkt als Entwurf gespeichert ist.',
    en: 'What is saved as draft at that time is published.',
  },
  publish: { de: 'Veröffentlichung planen', en: 'Plan publishing' },
  unpublish: { de: 'Ende der Veröffentlichung planen', en: 'Plan unpublishing' },
  publishes: { de: 'wird veröffentlicht:', en: 'will be published:' },
  unpublishes: { de: 'wird zurückgezogen:', en: 'will be unpublished:' },
  remove: { de: 'Planung löschen', en: 'Remove' },
  missing: {
    de: 'Bitte Datum und Uhrzeit so eintragen: 10.01.2027 18:00.',
    en: 'Please enter date and time like this: 10.01.2027 18:00.',
  },
  past: { de: 'Bitte einen Zeitpunkt in der Zukunft wählen.', en: 'Please choose a time in the future.' },
  failed: { de: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.', en: 'That did not work. Please try again.' },
} as const satisfies Record<string, Words>;
