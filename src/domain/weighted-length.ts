import { addressesIn } from './addresses-in-text';

/**
 * The length of a text as X counts it (twitter-text 3, configuration of 280 characters): letters of Latin, Greek, Cyrillic, Arabic and
 * the like 1, others 2, an emoji of however many parts 2, an address 23. Never less than X counts.
 */
export const weightedLength = (text: string): number => {
  const composed = text.normalize('NFC');
  let length = 0;
  let at = 0;
  for (const { start, end, isCertain } of addressesIn(composed)) {
    const own = weightOf(composed.slice(start, end));
    length += weightOf(composed.slice(at, start)) + ADDRESS_COST + (isCertain ? 0 : own);
    at = end;
  }
  return length + weightOf(composed.slice(at));
};

/** What an address costs, however long it is. */
export const ADDRESS_COST = 23;

const CLUSTERS = new Intl.Segmenter('de', { granularity: 'grapheme' });
// Made of a text, because the flag is younger than the language level we compile for.
const WHOLE_EMOJI = '\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\uFE0F?';
const EMOJI = new RegExp(`^(?:${WHOLE_EMOJI})$`, 'v');

/** Signs of which each stands for itself and none belongs to an emoji, and those of them that count as two. */
const PLAIN = /^[\n\u0020-\u00A8\u00AA-\u00AD\u00AF-\u02AF\u2010-\u2027\u20AC]*$/;
const HEAVY = /[\u2020-\u2027\u20AC]/g;

const weightOf = (text: string): number => {
  if (PLAIN.test(text)) return text.length + (text.match(HEAVY)?.length ?? 0);
  let weight = 0;
  for (const { segment } of CLUSTERS.segment(text)) {
    if (EMOJI.test(segment)) weight += 2;
    else for (const sign of segment) weight += isLight(sign.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
};

const isLight = (code: number): boolean =>
  code <= 4_351 || (code >= 8_192 && code <= 8_205) || (code >= 8_208 && code <= 8_223) || (code >= 8_242 && code <= 8_247);
