import type { AfterSilence } from '#domain/channel';
import { type Words, words } from './words';

/** What the house itself does about a message of which no answer came; follows on what people are asked to do. */
export const AFTER_SILENCE: Readonly<Record<AfterSilence, Words>> = {
  nothing: words('Von selbst wird nichts noch einmal gesendet.', 'Nothing is sent again by itself.'),
  looks: words(
    'Nordsüd sieht einen Tag lang auch selbst dort nach: Findet sich der Beitrag, gilt er als übermittelt. Von selbst wird er nicht noch einmal gesendet.',
    'Nordsüd looks there itself as well for a day: a post that is found counts as transmitted. It is not sent again by itself.',
  ),
  repeats: words(
    'Nordsüd sieht einen Tag lang auch selbst dort nach: Findet sich der Beitrag, gilt er als übermittelt. Sonst sendet Nordsüd ihn noch einmal, solange er dabei nicht zweimal erscheinen kann.',
    'Nordsüd looks there itself as well for a day: a post that is found counts as transmitted. Otherwise Nordsüd sends it once more, as long as it cannot appear twice by that.',
  ),
};

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
