import type { Post } from './message';

/** A part of a post that networks make more than words; positions in UTF-16 units. */
export type PostSpan = {
  readonly kind: 'link' | 'hashtag' | 'mention';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where a link leads, which tag without its sign, which account. */
  readonly target: string;
};

/** The links, hashtags and mentions of a post in their order; none lies within another. */
export const spansIn = (post: Pick<Post, 'text' | 'link' | 'mentions'>): readonly PostSpan[] => {
  const found = [...ownLink(post), ...links(post), ...mentions(post), ...hashtags(post)];
  const apart = found.filter(
    (span, at) => !found.slice(0, at).some((before) => span.start < before.end && before.start < span.end),
  );
  return apart.sort((a, b) => a.start - b.start);
};

/** A text in pieces, each plain or one of its spans, with where it begins. */
export const piecesOf = (post: Pick<Post, 'text' | 'link' | 'mentions'>): readonly PostPiece[] => {
  let at = 0;
  const pieces = spansIn(post).flatMap((span): readonly PostPiece[] => {
    const before = { start: at, text: post.text.slice(at, span.start) };
    at = span.end;
    return before.text ? [before, span] : [span];
  });
  return at < post.text.length ? [...pieces, { start: at, text: post.text.slice(at) }] : pieces;
};

type PostPiece = Pick<PostSpan, 'start' | 'text'> & Partial<Pick<PostSpan, 'kind' | 'target'>>;

/** The post's own link ends where it ends, whatever its carrier wrote behind it without a blank. */
const ownLink = ({ text, link }: Pick<Post, 'text' | 'link'>): readonly PostSpan[] =>
  link ? whereIs(text, link).map((start) => ({ kind: 'link', start, end: start + link.length, text: link, target: link })) : [];

const links = ({ text }: Pick<Post, 'text'>): readonly PostSpan[] =>
  Array.from(text.matchAll(LINK), ({ index, 0: link }) => ({
    kind: 'link',
    start: index,
    end: index + link.length,
    text: link,
    target: link,
  }));

const mentions = ({ text, mentions = [] }: Pick<Post, 'text' | 'mentions'>): readonly PostSpan[] =>
  mentions.flatMap((mention) =>
    whereIs(text, mention.text)
      .slice(0, 1)
      .map((start) => ({
        kind: 'mention',
        start,
        end: start + mention.text.length,
        text: mention.text,
        target: mention.account,
      })),
  );

const hashtags = ({ text }: Pick<Post, 'text'>): readonly PostSpan[] =>
  Array.from(text.matchAll(HASHTAG), ({ index, 0: tag }) => ({
    kind: 'hashtag',
    start: index,
    end: index + tag.length,
    text: tag,
    target: tag.slice(1),
  }));

/** Up to what ends a sentence or a bracket. */
const LINK = /https?:\/\/[^\s<>"„“]*[\p{L}\p{N}/_=&#-]/gu;

/** Not of digits alone, and not in the middle of a word. */
const HASHTAG = /(?<=^|[\s(„"'‚])#(?=[\p{L}\p{M}\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

/** Where something stands that is no part of a longer word. */
const whereIs = (text: string, part: string): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + part.length)];
    if (!/[\p{L}\p{M}\p{N}_@]$/u.test(before) && !/^(?:[\p{L}\p{M}\p{N}_/%=&-]|[.?][\p{L}\p{N}])/u.test(behind)) found.push(at);
  }
  return found;
};
