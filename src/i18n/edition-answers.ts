import { type Words, words } from './words';

/** What the server answers to people who decide about an edition. */
export const EDITION_SAID = {
  saved: words('Gespeichert. Die Vorschau zeigt es schon.', 'Saved. The preview shows it already.'),
  approved: words('Freigegeben. Die Ausgabe geht zu ihrer Zeit hinaus.', 'Approved. The edition leaves at its time.'),
  test: words(
    'Die Test-Mail ist unterwegs und in wenigen Sekunden in Ihrem Postfach.',
    'The test mail is on its way and in your mailbox in a few seconds.',
  ),
  skipped: words(
    'Die Ausgabe fällt aus. Ihre Einträge kommen in die nächste.',
    'The edition is skipped. Its entries come in the next.',
  ),
  missing: words('Diese Ausgabe gibt es nicht.', 'There is no such edition.'),
  changed: words(
    'Inzwischen hat jemand anderes diese Ausgabe geändert, Ihre Änderung ist nicht gespeichert. Die Seite zeigt jetzt den neuen Stand. Bitte versuchen Sie es noch einmal.',
    'Somebody else has changed this edition meanwhile, your change was not saved. The page shows the new state now. Please try again.',
  ),
  gone: words(
    'Diese Ausgabe ist schon auf dem Weg oder ausgefallen. Sie lässt sich nicht mehr ändern.',
    'This edition is on its way already or was skipped. It cannot be changed any more.',
  ),
  over: words('Hier ist nichts mehr anzuhalten.', 'There is nothing left to stop.'),
} as const;

/** What became of an edition that was stopped on its way. */
export const stoppedInWords = (told: number, kept: number): Words =>
  words(
    `Angehalten. ${told} ${told === 1 ? 'Person hat' : 'Personen haben'} die Ausgabe schon oder bekommen sie gerade, ${kept} bekommen sie nicht.`,
    `Stopped. ${told} ${told === 1 ? 'person has' : 'people have'} got the edition already or are getting it, ${kept} do not get it.`,
  );
