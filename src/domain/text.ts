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
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count++;
  return count;
};

/**
 * The text within `max` graphemes, cut after a whole word and ended by `…`; a grapheme is never broken. A first word that is
 * longer than allowed is cut inside; `max` below 1 gives an empty text.
 */
export const cutText = (text: string, max: number): string => {
  const clusters = Array.from(GRAPHEMES.segment(text), (part) => part.segment);
  if (clusters.length <= max) return text;
  if (max < 1) return '';
  const room = max - 1;
  const wordEnd = lastWordEnd(clusters, room);
  const kept = clusters.slice(0, wordEnd || room).join('');
  return kept.replace(/[\s,;:.–-]+$/u, '') + ELLIPSIS;
};

/** The length of a post in graphemes where `link`, if the text has it, costs `linkCost` (null = its own length). */
export const postLength = (text: string, link: string | undefined, linkCost: number | null): number => {
  if (!link || linkCost === null || !text.includes(link)) return countGraphemes(text);
  return countGraphemes(text.replace(link, '')) + linkCost;
};

const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** How many clusters to keep so that the last word is whole; 0 when the room ends inside the first word. */
const lastWordEnd = (clusters: readonly string[], room: number): number => {
  for (let end = room; end > 0; end--) if (/^\s/u.test(clusters[end] ?? '')) return end;
  return 0;
};
