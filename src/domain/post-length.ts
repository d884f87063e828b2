import { addressesIn } from './addresses-in-text';
import type { TextLimits } from './post-limits';
import { countGraphemes } from './text';
import { ADDRESS_COST, weightedLength } from './weighted-length';

/** The length of a text as its network counts it. */
export const postLength = (text: string, { counting }: Pick<TextLimits, 'counting'>): number => {
  switch (counting) {
    case 'utf-16':
      return text.length;
    case 'graphemes':
      return countGraphemes(text);
    case 'mastodon':
      return mastodonLength(text);
    case 'x':
      return weightedLength(text);
  }
};

/** By which of its limits a text is too long, how long it is and how long it may be. */
export type Excess = { readonly unit: 'characters' | 'bytes'; readonly length: number; readonly limit: number };

/** The limit that a text is too long for; undefined where its network takes it. */
export const excessOf = (text: string, limits: TextLimits): Excess | undefined => {
  const characters = { unit: 'characters', length: postLength(text, limits), limit: limits.textLength ?? Infinity } as const;
  if (characters.length > characters.limit) return characters;
  const bytes = { unit: 'bytes', length: utf8Length(text), limit: limits.byteLength ?? Infinity } as const;
  return bytes.length > bytes.limit ? bytes : undefined;
};

/** True when a network takes a text of this length. */
export const fitsIn = (text: string, limits: TextLimits): boolean => excessOf(text, limits) === undefined;

/** The length of a text in UTF-8. */
export const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
};

const mastodonLength = (text: string): number => {
  let rest = '';
  let cost = 0;
  let at = 0;
  for (const { start, end, isWhole, isCertain } of addressesIn(text)) {
    if (!isWhole) continue;
    cost += ADDRESS_COST + (isCertain ? 0 : countGraphemes(text.slice(start, end)));
    // A blank, already counted, keeps apart what the address stood between.
    rest += `${text.slice(at, start)} `;
    cost -= 1;
    at = end;
  }
  return cost + countGraphemes((rest + text.slice(at)).replace(REMOTE_MENTION, '$<name>'));
};

const REMOTE_MENTION = /(?<![=/\p{L}\p{M}\p{N}_])(?<name>@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{N}.-]*[\p{L}\p{N}]/giu;
