/** A picture as it is shown. */
export type Picture = {
  /** Path below PUBLIC_URL, beginning with a slash. */
  readonly path: string;
  readonly alt: string;
  readonly credit?: string | undefined;
  readonly width: number;
  readonly height: number;
};
