import { createHash } from 'node:crypto';
import type { Post } from '#domain/message';
import { cutText } from '#domain/text';
import { type Instant, instant, toIso } from '#domain/time';
import { facetsOf } from './bluesky-text';

/** A picture as a server keeps it: its reference (`blob`) is handed back as it came. */
export type BlueskyPicture = { readonly blob: object; readonly width: number; readonly height: number };

/** Where posts are kept in an account's repository. */
export const COLLECTION = 'app.bsky.feed.post';

/**
 * A post as a record (app.bsky.feed.post): the same message gives the same record, byte for byte. Its link is a card, unless a picture says
 * what it shows; addresses, hashtags, and handles whose identity (`didOf`) is known are made links by where they stand.
 */
export const recordOf = (post: Post, picture: BlueskyPicture | undefined, didOf?: ReadonlyMap<string, string>): object => {
  const facets = facetsOf(post, didOf);
  const embed = embedOf(post, picture);
  return {
    $type: COLLECTION,
    text: post.text,
    createdAt: toIso(writtenAt(post)),
    langs: [post.language],
    ...(facets.length > 0 ? { facets } : {}),
    ...(embed ? { embed } : {}),
  };
};

/**
 * The key of a post's record, always the same for the same message and dispatch: a TID (atproto.com/specs/tid) of 53 bits for the
 * microsecond it was put together in and ten for who made it; what we know no microseconds of is taken from the dispatch's key.
 */
export const recordKey = (post: Post, key: string): string => {
  const hash = createHash('sha256').update(key).digest();
  const micros = BigInt(writtenAt(post).epochMilliseconds) * 1_000n + BigInt(hash.readUInt32BE(0) % 1_000);
  return spell((micros << 10n) | BigInt(hash.readUInt32BE(4) % 1_024));
};

/** Throws a TypeError for a post that does not say when it was put together: those that leave today do. */
const writtenAt = ({ at }: Post): Instant => {
  if (!at) throw new TypeError('a post on Bluesky says when it was put together');
  return instant(at);
};

const SIGNS = '234567abcdefghijklmnopqrstuvwxyz';

const spell = (number: bigint): string =>
  Array.from({ length: 13 }, (_, at) => SIGNS[Number((number >> BigInt(5 * (12 - at))) & 31n)]).join('');

/** What cards show at most; Bluesky sets no limit, its apps cut. */
const CARD = { title: 300, text: 1_000 } as const;

/** One of both: a picture on a card (`thumb`) has no description, and whoever does not see it would be told nothing of it. */
const embedOf = ({ link, card, image }: Post, picture: BlueskyPicture | undefined): object | undefined => {
  if (link && card && !(picture && image?.alt)) {
    const shown = { title: cutText(card.title, CARD.title), description: cutText(card.text, CARD.text) };
    return { $type: 'app.bsky.embed.external', external: { uri: link, ...shown, ...(picture ? { thumb: picture.blob } : {}) } };
  }
  if (!picture) return undefined;
  const { blob, width, height } = picture;
  return { $type: 'app.bsky.embed.images', images: [{ image: blob, alt: image?.alt ?? '', aspectRatio: { width, height } }] };
};
