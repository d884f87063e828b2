import { type Content, fingerprintOf } from './content';
import type { Delivery } from './delivery';

/**
 * True when a row leaves by itself with another text than the one its carrier wrote for it, because the content changed since. Where
 * somebody is asked, they are asked about the change as well.
 */
export const isOwnTextLost = ({
  status,
  approval,
  ownTextStale,
}: Pick<Delivery, 'status' | 'approval' | 'ownTextStale'>): boolean =>
  ownTextStale && approval.kind === 'automatic' && (status === 'planned' || status === 'ready');

/** The carrier's own words for a row, which nobody writes over; undefined where there are none, or the content has overtaken them. */
export const ownTextOf = ({ ownText, ownTextStale }: Pick<Delivery, 'ownText' | 'ownTextStale'>): string | undefined =>
  ownTextStale ? undefined : ownText || undefined;

/**
 * A row as it is worded for its next try. Planning leaves what failed as it was, but it is tried again with the content of now, which an own text
 * from before was not written for.
 */
export const wordedAnew = (row: Delivery, content: Content | undefined): Delivery => {
  const fingerprint = content && row.status === 'failed' ? fingerprintOf(content) : row.fingerprint;
  if (!content || fingerprint === row.fingerprint) return row;
  return { ...row, fingerprint, sequence: content.sequence, ownTextStale: Boolean(row.ownText) };
};

/** What no post goes without. */
export type FixedParts = {
  readonly link: string;
  /** The funder's hashtag with its sign; empty where there is none. */
  readonly fundingTag: string;
};

/** The carrier's own words with what no post goes without, each added only where it is missing. */
export const completeOwnText = (text: string, { link, fundingTag }: FixedParts): string =>
  [text.trim(), hasWhole(text, link) ? '' : link, hasWhole(text, fundingTag) ? '' : fundingTag].filter(Boolean).join('\n\n');

/** True when a link or hashtag stands in a text as it is, not as the beginning of a longer one. */
const hasWhole = (text: string, part: string): boolean => wholeIn(part).test(text);

/** A text without the links or hashtags that stand in it as they are. */
export const withoutWhole = (text: string, parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .reduce((left, part) => left.replace(wholeIn(part), ''), text)
    .trim();

const wholeIn = (part: string): RegExp => {
  const exactly = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${exactly}(?![\\p{L}\\p{M}\\p{N}_/%#=&-]|[.?][\\p{L}\\p{N}])`, 'u');
};
