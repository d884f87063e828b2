import sharp from 'sharp';
import type { SendOutcome } from '#domain/dispatch';
import type { LeftOut } from '#domain/picture';

/** A picture as a network takes it. */
export type PictureFile = {
  readonly type: 'image/jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

/** Gives the file behind one of our own picture addresses; undefined when it is gone. */
export type PictureOf = (url: string) => Promise<Uint8Array | undefined>;

/**
 * What came of bringing a picture before its post: it is there (`picture`), or is left out, for the post says all without it. `outcome`: the
 * account is refused, or nothing can be brought now; then nothing was published.
 */
export type Bringing<Picture> = Brought<Picture> | { readonly outcome: SendOutcome };
/** The same of what may be published. */
export type Brought<Picture> = { readonly picture?: Picture; readonly leftOut?: LeftOut };

/** The answer to a post, with why it went without its picture, where it did. */
export const toldWithout = (outcome: SendOutcome, { leftOut }: Brought<unknown>): SendOutcome =>
  leftOut ? { ...outcome, leftOut } : outcome;

/** Within how many pixels (width × height, the longer side each) and bytes a network takes pictures. */
export type PictureLimits = { readonly side: number; readonly bytes: number };

/**
 * What a network takes that says nothing else of itself: X up to 5 MB (Media best practices), old servers of Mastodon up to 8 MB, LinkedIn up
 * to 36 million pixels; none shows larger ones any better.
 */
export const PICTURE_LIMITS = { side: 2_400, bytes: 5_000_000 } as const satisfies PictureLimits;

/**
 * The picture as JPEG within the limits, never enlarged, turned as its camera held it, without what the camera wrote beside it (place,
 * time). Undefined when it is no picture, or does not get light enough without becoming unsightly.
 */
export const fitPicture = async (file: Uint8Array, { side, bytes }: PictureLimits): Promise<PictureFile | undefined> => {
  for (const { quality, part } of STEPS) {
    const fitted = await draw(file, Math.round(side * part), quality);
    if (!fitted) return undefined;
    if (fitted.bytes.length <= bytes) return fitted;
  }
  return undefined;
};

/** Rather a smaller picture than one that shows how it was squeezed. */
const STEPS = [
  { quality: 88, part: 1 },
  { quality: 76, part: 1 },
  { quality: 62, part: 1 },
  { quality: 76, part: 1 / 2 },
  { quality: 76, part: 1 / 4 },
] as const;

const draw = async (file: Uint8Array, side: number, quality: number): Promise<PictureFile | undefined> => {
  try {
    const picture = sharp(file).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true });
    const drawn = picture.flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true });
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
    return { type: 'image/jpeg', bytes: data, width: info.width, height: info.height };
  } catch {
    // Not one that can be read: nothing of it is sent.
    return undefined;
  }
};
