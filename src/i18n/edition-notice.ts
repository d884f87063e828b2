import type { Release } from '#domain/newsletter';
import type { Words } from './words';

/** Fixed words of the mail that an edition is ready to be looked at, or waits for somebody. */
export const EDITION_NOTICE = {
  heading: { de: 'Ausgabe ansehen', en: 'Look at the edition' },
  approval: { de: 'Ausgabe wartet auf Freigabe', en: 'Edition waits for approval' },
  check: { de: 'Ausgabe geht so nicht hinaus', en: 'Edition does not leave like this' },
  button: { de: 'Ausgabe öffnen', en: 'Open the edition' },
} as const satisfies Record<string, Words>;

/** What is ready, when it leaves, and whether somebody has to say yes. */
export const editionReadySentence = (newsletter: string, entries: number, moment: Words, release: Release): Words => ({
  de: `Die nächste Ausgabe von „${newsletter}“ ist zusammengestellt: ${entries} ${entries === 1 ? 'Eintrag' : 'Einträge'}. ${
    release === 'approval'
      ? `Bitte geben Sie sie bis ${moment.de} frei. Ohne Ihre Freigabe geht sie nicht hinaus.`
      : `Sie geht am ${moment.de} von selbst hinaus. Bis dahin können Sie umstellen, kürzen und eine Einleitung schreiben.`
  }`,
  en: `The next edition of “${newsletter}” has been put together: ${entries} ${entries === 1 ? 'entry' : 'entries'}. ${
    release === 'approval'
      ? `Please approve it by ${moment.en}. Without your approval it does not leave.`
      : `It leaves by itself on ${moment.en}. Until then you can rearrange, shorten and write an introduction.`
  }`,
});

/** The subject of a mail that somebody sent to themselves. */
export const testSubject = (subject: string): string => `[Test] ${subject}`;
