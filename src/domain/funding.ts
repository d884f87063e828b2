import type { LocalText } from './language';
import type { Picture } from './picture';
import { type Instant, isBefore } from './time';

/** What a funder asks to be said wherever a content goes; at least one of text, logo and hashtag is there. */
export type FundingNotice = {
  readonly text?: LocalText | undefined;
  /** Without the leading `#`. */
  readonly hashtag?: string | undefined;
  readonly logo?: Picture | undefined;
  readonly validFrom?: Instant | undefined;
  /** The first moment at which it no longer holds. */
  readonly validTo?: Instant | undefined;
};

/** Who or what can have a notice of its own. */
type Funded = { readonly funding?: FundingNotice | undefined };

/** The notice that holds for a content at `at`: its own, else its organiser's; undefined when neither holds then. */
export const fundingOf = (
  content: Funded & { readonly organiser: string },
  organisations: ReadonlyMap<string, Funded>,
  at: Instant,
): FundingNotice | undefined =>
  [content.funding, organisations.get(content.organiser)?.funding].find((notice) => notice && isValid(notice, at));

const isValid = ({ validFrom, validTo }: FundingNotice, at: Instant): boolean =>
  !(validFrom && isBefore(at, validFrom)) && !(validTo && !isBefore(at, validTo));
