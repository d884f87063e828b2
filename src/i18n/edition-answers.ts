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

/** What became of an edition that was stopped on its way; nobody is `kept` from it where everybody has it or is getting it. */
export const stoppedInWords = (told: number, kept: number): Words => {
  const de = `Angehalten. ${told} ${told === 1 ? 'Person hat' : 'Personen haben'} die Ausgabe schon oder ${told === 1 ? 'bekommt' : 'bekommen'} sie gerade`;
  const en = `Stopped. ${told} ${told === 1 ? 'person has got the edition already or is' : 'people have got the edition already or are'} getting it`;
  return kept === 0
    ? words(`${de}. Gelingt das nicht, wird es nicht noch einmal versucht.`, `${en}. Where that fails, it is not tried again.`)
    : words(
        `${de}, ${kept} ${kept === 1 ? 'bekommt' : 'bekommen'} sie nicht.`,
        `${en}, ${kept} ${kept === 1 ? 'does' : 'do'} not get it.`,
      );
};
