/**
 * For runs in which everything goes wrong at a network: what happens to each post is drawn, and what arrives twice stands there twice, so that
 * it can be counted.
 */
export type Chaos<Act> = {
  /** What goes wrong with the next post. */
  readonly actOf: () => Act | undefined;
  /** Told of a post that stands there, before it is answered. */
  readonly accepted: () => Promise<void>;
  /** So long a network that had too many requests wants to be left alone. */
  readonly restSeconds: number;
  /** Where a network tells a repeated post by its key, it does not any more. */
  readonly isForgetful: boolean;
};

/** How a stand-in is set up, where it is to be other than at first. */
export type Staging<Act> = {
  /** By which it says when it takes more; milliseconds. */
  readonly clock?: () => number;
  readonly chaos?: Chaos<Act>;
  /** Of 127.0.0.1; any that is free without it. */
  readonly port?: number;
};
