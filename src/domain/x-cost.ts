import type { Post } from './message';

/** What X asks for, in US cents. (docs.x.com, Pricing, August 2026) */
export type XPrices = {
  readonly post: number;
  /** In place of `post` when an address stands in the text, also a bare one. */
  readonly postWithLink: number;
  /** For describing a picture, beside the post. */
  readonly pictureText: number;
};

/** Prices of August 2026; X changes them. */
export const X_PRICES: XPrices = { post: 1.5, postWithLink: 20, pictureText: 0.5 };

/**
 * What a post on X costs, in US cents. Rather too much than too little: X makes a link of `hessen.de` too, and what only looks like one
 * (`Kassel.Das`, `anna@hessen.de`) counts as well.
 */
export const costOf = ({ text, image }: Pick<Post, 'text' | 'image'>, prices: XPrices = X_PRICES): number =>
  (LINK.test(text) ? prices.postWithLink : prices.post) + (image?.alt ? prices.pictureText : 0);

const LINK = /https?:\/\/|[\p{L}\p{N}]\.(\p{L}{2}|xn--)/iu;
