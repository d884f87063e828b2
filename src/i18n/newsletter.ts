import type { Release } from '#domain/newsletter';
import { type Words, words } from './words';

/** Field words of a newsletter's settings, on the channel that is the newsletter. */
export const NEWSLETTER = {
  group: words('Ausgaben', 'Editions'),
  replyTo: words('Antworten gehen an', 'Answers go to'),
  replyToHint: words(
    'Eine E-Mail-Adresse, die jemand liest. Ohne Angabe: an den Absender.',
    'An e-mail address that somebody reads. If empty: to the sender.',
  ),
  minimumItems: words('Mindestens so viele Einträge', 'At least so many entries'),
  minimumItemsHint: words(
    'Bei weniger Einträgen fällt die Ausgabe aus, und die Einträge kommen in die nächste. Absagen und Änderungen gehen immer hinaus.',
    'With fewer entries the edition is skipped and its entries come in the next. Cancellations and changes always leave.',
  ),
  leadHours: words('Redaktionszeit in Stunden', 'Hours for editing'),
  leadHoursHint: words(
    'So lange vor dem Versand wird die Ausgabe geschlossen, und die Redaktion bekommt eine E-Mail. 0 heißt: Sie füllt sich bis zum Versand.',
    'So long before it leaves the edition is closed and the editors get a mail. 0 means: it fills until it leaves.',
  ),
  release: words('Versand', 'Sending'),
  othersShare: words('Anteil anderer Akteure in Prozent', 'Share of other organisations in per cent'),
  othersShareHint: words(
    'Gibt es Einträge anderer Akteure, machen sie mindestens diesen Anteil aus; überzählige eigene warten auf die nächste Ausgabe. 0 heißt: keine Vorgabe.',
    'Where there are entries of other organisations they make up at least this share; own entries beyond it wait for the next edition. 0 means: no rule.',
  ),
  colour: words('Farbe', 'Colour'),
  colourHint: words(
    'Für Titel und Knöpfe, zum Beispiel #124e78. Sie muss auf Weiß gut lesbar sein.',
    'For title and buttons, for example #124e78. It must be easy to read on white.',
  ),
  logo: words('Logo', 'Logo'),
  logoHint: words('Steht oben in jeder Ausgabe. Hochkant wirkt klein.', 'Stands on top of every edition.'),
  archiveHidden: words('Frühere Ausgaben nicht in Suchmaschinen zeigen', 'Keep earlier editions out of search engines'),
} as const;

/** How an edition is let go. */
export const RELEASE_WORDS = {
  automatic: words('von selbst zur eingestellten Zeit', 'by itself at its time'),
  approval: words('erst wenn jemand die Ausgabe freigibt', 'only when somebody approves the edition'),
} as const satisfies Record<Release, Words>;
