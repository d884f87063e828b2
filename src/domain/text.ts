import { addressesIn } from './addresses-in-text';

const GRAPHEMES = new Intl.Segmenter('de', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * Removes what XML, mail headers and JSON readers choke on: C0 controls save tab and line breaks, DEL and C1, U+FFFE, U+FFFF and
 * lone surrogates. A form feed or vertical tab (pasted from Word) becomes a space, a carriage return a line break.
 */
export const stripControls = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replace(UNPRINTABLE, '');

/** One line without controls and without runs of white space: for subjects, titles and other single-line places. */
export const oneLine = (text: string): string => stripControls(text).replace(/\s+/gu, ' ').trim();

/** What readers count as characters: an emoji family or a letter with its accents is one. */
export const countGraphemes = (text: string): number => {
  if (ONE_EACH.test(text)) return text.length;
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count++;
  return count;
};

/** The text within `max` graphemes, cut as `cutToFit` cuts; `max` below 1 gives an empty text. */
export const cutText = (text: string, max: number): string => cutToFit(text, (shorter) => countGraphemes(shorter) <= max);

/**
 * The longest beginning of a text that fits, cut after a whole word and ended by `…`. A first word that is too long is cut inside, but
 * neither within a grapheme nor within an address; empty where not even that fits.
 */
export const cutToFit = (text: string, fits: (shorter: string) => boolean): string => {
  if (fits(text)) return text;
  const { words, clusters } = endsIn(text);
  const cutAt = (end: number): string => text.slice(0, end).replace(/[\s,;:.–-]+$/u, '') + ELLIPSIS;
  const end = lastFitting(words, (at) => fits(cutAt(at))) ?? lastFitting(clusters, (at) => fits(cutAt(at)));
  return end === undefined ? '' : cutAt(end);
};

/** Letters of Latin with their usual signs, none of which joins another; most texts hold nothing else, and segmenting takes long. */
const ONE_EACH = /^[\n\u0020-\u02AF\u2010-\u2027\u20AC]*$/;

const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Where a text may be cut: after words, and within the first word after graphemes, never within an address. */
const endsIn = (text: string): { readonly words: readonly number[]; readonly clusters: readonly number[] } => {
  const addresses = addressesIn(text);
  const words: number[] = [];
  const clusters: number[] = [0];
  for (const { index, segment } of GRAPHEMES.segment(text)) {
    if (index > 0 && /^\s/u.test(segment)) words.push(index);
    if (words.length > 0 || addresses.some(({ start, end }) => start < index && index < end)) continue;
    if (index > 0) clusters.push(index);
  }
  return { words, clusters };
};

/** The last of rising numbers that fits, where each fits that is smaller than one that does. */
const lastFitting = (ends: readonly number[], fits: (end: number) => boolean): number | undefined => {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(ends[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1];
};
