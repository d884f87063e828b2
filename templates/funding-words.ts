import { below } from '#domain/addresses';
import { type Content, inLanguage, type Language } from '#domain/content';
import { fundingOf } from '#domain/funding';
import { type DescribedPicture, describedIn } from '#domain/picture';
import { stripControls } from '#domain/text';
import type { Instant } from '#domain/time';
import { hashtagsInWords, type Organisations } from './content-words';

/** A funding notice as readers see it. */
export type FundingWords = {
  /** Line by line, the hashtag last; empty where there is only a logo. */
  readonly lines: readonly string[];
  /** With the hash sign. */
  readonly hashtag?: string | undefined;
  readonly logo?: (Pick<DescribedPicture, 'alt' | 'width' | 'height'> & { readonly url: string }) | undefined;
};

/** The notice that holds for a content at `at`, in one language; undefined when none does. */
export const fundingInWords = (
  content: Content,
  organisations: Organisations,
  publicUrl: string,
  language: Language,
  at: Instant,
): FundingWords | undefined => {
  const notice = fundingOf(content, organisations, at);
  if (!notice) return undefined;
  const { text, logo } = notice;
  const [hashtag] = hashtagsInWords(notice.hashtag ? [notice.hashtag] : []);
  const lines = text ? stripControls(inLanguage(text, language)).split('\n') : [];
  return {
    lines: [...lines, hashtag ?? ''].map((line) => line.trim()).filter(Boolean),
    hashtag,
    logo: logo && { ...describedIn(logo, language), url: below(publicUrl, logo.path) },
  };
};
