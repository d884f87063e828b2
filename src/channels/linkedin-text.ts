import type { Mention } from '#domain/handle';
import { spansIn } from '#domain/post-spans';

/**
 * A text as LinkedIn's commentary wants it ("little text"): every reserved sign behind a backslash, for at the first bare one LinkedIn cuts
 * the post off and still answers success. A hashtag's own sign stays bare, or it is none; a page is mentioned by name and number, and
 * stands as plain text where LinkedIn knows it by another name. (learn.microsoft.com, Little Text Format)
 */
export const littleText = (text: string, mentions: readonly Mention[] = []): string => {
  let little = '';
  let at = 0;
  for (const { kind, start, end, target } of spansIn({ text, mentions })) {
    if (kind !== 'mention') continue;
    little += `${escapeSigns(text, at, start)}@[${escapeSigns(text, start, end)}](urn:li:organization:${target})`;
    at = end;
  }
  return little + escapeSigns(text, at, text.length);
};

/** A little text as its readers see it. */
export const readLittleText = (text: string): string =>
  text.replace(MENTION_OR_ESCAPED, (_found, name?: string, sign?: string) =>
    name === undefined ? (sign ?? '') : readLittleText(name),
  );

const MENTION_OR_ESCAPED = /@\[((?:\\.|[^\]\\])*)\]\(urn:li:organization:\d+\)|\\([\\|{}@[\]()<>#*_~])/g;

const escapeSigns = (text: string, from: number, to: number): string =>
  text.slice(from, to).replace(/[\\|{}@[\]()<>#*_~]/g, (sign, at: number) => (isHashtag(text, from + at) ? sign : `\\${sign}`));

/** A `#` that begins a word: of letters and digits alone, and not in the middle of another. */
const isHashtag = (text: string, at: number): boolean =>
  /^#[\p{L}\p{N}]/u.test(text.slice(at, at + 3)) && (at === 0 || /[\s(„"]/u.test(text.slice(at - 1, at)));
