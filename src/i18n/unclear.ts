import { type Words, words } from './words';

/** Words about people of whom nobody knows whether a newsletter reached them. */
export const UNCLEAR = {
  title: words('Ungeklärt', 'Unclear'),
  show: words('Adressen ansehen', 'See the addresses'),
  elsewhere: words(
    'Wer es ist, sieht nur die Redaktion des Akteurs, der den Newsletter versendet.',
    'Who they are is for the editors of the organisation that sends the newsletter alone.',
  ),
} as const;

/** How many there are, and what comes of it. */
export const unclearInWords = (count: number): Words =>
  count === 1
    ? words(
        'Bei einer Person ist nicht bekannt, ob der Newsletter sie erreicht hat. Sie bekommt ihn nicht noch einmal von selbst. Meldet der Anbieter sich noch, verschwindet dieser Hinweis.',
        'Of one person nobody knows whether the newsletter arrived. It is not sent again by itself. Should the provider still report, this note disappears.',
      )
    : words(
        `Bei ${count} Personen ist nicht bekannt, ob der Newsletter sie erreicht hat. Sie bekommen ihn nicht noch einmal von selbst. Meldet der Anbieter sich noch, verschwindet dieser Hinweis.`,
        `Of ${count} people nobody knows whether the newsletter arrived. It is not sent again by itself. Should the provider still report, this note disappears.`,
      );

/** Those that are not shown. */
export const moreUnclear = (count: number): Words => words(`und ${count} weitere`, `and ${count} more`);
