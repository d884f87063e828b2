import type { NetworkKind } from '#domain/network';
import type { Excess } from '#domain/post-length';
import { CHANNEL_WORDS, type Words, words } from './words';

/** Words beside a post that is shown as its network shows it. */
export const POST_CARD = {
  alt: words('Bildbeschreibung', 'Description of the picture'),
  page: words('Seite', 'Page'),
} as const;

/** What a card is called: `So etwa auf LinkedIn`. */
export const cardLabel = (network: NetworkKind): Words =>
  words(`So etwa auf ${CHANNEL_WORDS[network].de}`, `Roughly like this on ${CHANNEL_WORDS[network].en}`);

/** How long a text is: `212 von 3.000 Zeichen`, or without a limit `212 Zeichen`. */
export const lengthInWords = (length: number, limit: number | null): Words =>
  limit === null
    ? words(`${GERMAN.format(length)} Zeichen`, `${ENGLISH.format(length)} ${length === 1 ? 'character' : 'characters'}`)
    : words(
        `${GERMAN.format(length)} von ${GERMAN.format(limit)} Zeichen`,
        `${ENGLISH.format(length)} of ${ENGLISH.format(limit)} characters`,
      );

/** By how much a text is too long for its network, as that counts, and what to do. */
export const tooLongInWords = ({ unit, length, limit }: Excess, network: NetworkKind | undefined): Words => {
  const who = network ? CHANNEL_WORDS[network] : words('der Kanal', 'the channel');
  const [is, may] = [words(GERMAN.format(length), ENGLISH.format(length)), words(GERMAN.format(limit), ENGLISH.format(limit))];
  return unit === 'characters'
    ? words(
        `Der Text ist zu lang: ${is.de} Zeichen, und ${who.de} nimmt höchstens ${may.de}. Bitte kürzen Sie ihn.`,
        `The text is too long: ${is.en} characters, and ${who.en} takes ${may.en} at most. Please shorten it.`,
      )
    : words(
        `Der Text ist zu lang: ${is.de} Byte, und ${who.de} nimmt höchstens ${may.de}. Umlaute, Sonderzeichen und Emojis zählen dabei mehrfach. Bitte kürzen Sie ihn.`,
        `The text is too long: ${is.en} bytes, and ${who.en} takes ${may.en} at most. Umlauts, special characters and emojis count several times. Please shorten it.`,
      );
};

const GERMAN = new Intl.NumberFormat('de-DE');
const ENGLISH = new Intl.NumberFormat('en-GB');

/** Who counts so, where that is not what people count: behind `212 von 280 Zeichen`. */
export const COUNTED_BY: Readonly<Record<NetworkKind, Words>> = {
  linkedin: words('so zählt LinkedIn', 'as LinkedIn counts'),
  mastodon: words('so zählt Mastodon: jeder Link 23', 'as Mastodon counts: every link 23'),
  bluesky: words('so zählt Bluesky', 'as Bluesky counts'),
  x: words('so zählt X: jeder Link 23', 'as X counts: every link 23'),
};
