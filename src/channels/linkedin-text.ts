/**
 * A text as LinkedIn's commentary wants it ("little text"): every reserved sign behind a backslash, for at the first bare one LinkedIn cuts
 * the post off and still answers success. A hashtag's own sign stays bare, or it is none. (learn.microsoft.com, Little Text Format)
 */
export const littleText = (text: string): string =>
  text.replace(/[\\|{}@[\]()<>#*_~]/g, (sign, at: number) => (isHashtag(text, at) ? sign : `\\${sign}`));

/** A little text as its readers see it. */
export const readLittleText = (text: string): string => text.replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1');

/** A `#` that begins a word: of letters and digits alone, and not in the middle of another. */
const isHashtag = (text: string, at: number): boolean =>
  /^#[\p{L}\p{N}]/u.test(text.slice(at, at + 3)) && (at === 0 || /[\s(„"]/u.test(text.slice(at - 1, at)));
