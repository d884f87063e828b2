import type { Mention } from '#domain/handle';
import { piecesOf } from '#domain/post-spans';

/**
 * A text as LinkedIn's commentary wants it ("little text"): every reserved sign behind a backslash, for at the first bare one LinkedIn cuts
 * the post off and still answers success. A hashtag's own sign stays bare, or it is none; a page is mentioned by name and number, and
 * stands as plain text where LinkedIn knows it by another name. (learn.microsoft.com, Little Text Format)
 */
export const littleText = (text: string, mentions: readonly Mention[] = []): string =>
  piecesOf({ text, mentions })
    .map(({ kind, text: piece, target = '' }) => {
      if (kind === 'mention') return `@[${escaped(piece)}](urn:li:organization:${target})`;
      return kind === 'hashtag' ? `#${escaped(target)}` : escaped(piece);
    })
    .join('');

/**
 * Whether a commentary that LinkedIn gives back says what we handed over. It writes hashtags as templates, not always as they were typed;
 * white space and the composition of letters are its affair.
 */
export const isSameText = (commentary: string, text: string): boolean =>
  comparable(readLittleText(commentary)) === comparable(text);

const readLittleText = (text: string): string =>
  text.replace(WRITTEN, (_found, name?: string, tag?: string, sign?: string) => {
    if (name !== undefined) return readLittleText(name);
    return tag === undefined ? (sign ?? '') : `#${readLittleText(tag)}`;
  });

/** A mention, a hashtag (`{hashtag|\#|Kassel}`, with one of two signs, behind a backslash or not), or a sign behind a backslash. */
const WRITTEN =
  /@\[((?:\\.|[^\]\\])*)\]\(urn:li:(?:organization|person):[^)]+\)|\{hashtag\|\\?[#＃]\|((?:\\.|[^}\\])*)\}|\\(.)/gsu;

const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const escaped = (text: string): string => text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&');
