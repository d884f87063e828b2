import { inLanguage, type Language, type LocalText } from './language';

/** A picture as it is shown. */
export type Picture = {
  /** Path below PUBLIC_URL, beginning with a slash. */
  readonly path: string;
  /** What it shows, for those who do not see it. */
  readonly alt: LocalText;
  readonly credit?: string | undefined;
  readonly width: number;
  readonly height: number;
};

/** A picture described in one language. */
export type DescribedPicture = Omit<Picture, 'alt'> & { readonly alt: string };

/** The picture described in the wanted language, in German where it is not described in that. */
export const describedIn = (picture: Picture, language: Language): DescribedPicture => ({
  ...picture,
  alt: inLanguage(picture.alt, language),
});

/**
 * Why a network shows a post without its picture. `gone`: we have no picture there any more that could be brought. `refused`: the network
 * did not take it. `stuck`: the network did not get ready with it in time.
 */
export type LeftOut = 'gone' | 'refused' | 'stuck';
