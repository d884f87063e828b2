import type { Picture } from './picture';
import type { Instant } from './time';

/** How an edition is let go: by itself at its slot, or by a person's yes. */
export type Release = 'automatic' | 'approval';
export const RELEASES = ['automatic', 'approval'] as const satisfies readonly Release[];

/** What a body decided about a newsletter of its own, beside slot and sender (a channel of that kind is the newsletter). */
export type NewsletterSettings = {
  /** Who reads the answers; `Name <address>` is not needed here. */
  readonly replyTo?: string | undefined;
  /** An edition with fewer entries is not sent; its rows take the next. */
  readonly minimumItems: number;
  /** So many hours before the slot nothing joins any more and editors are told; 0: it fills until its slot. */
  readonly leadHours: number;
  readonly release: Release;
  /** `#rrggbb`, for the title and the buttons on light paper. */
  readonly colour?: string | undefined;
  readonly logo?: Picture | undefined;
  /** At least so many per cent of the entries are those of other organisations, where there are any. */
  readonly othersShare: number;
  /** The web versions are kept out of search engines. */
  readonly isHidden: boolean;
};

/** A newsletter about which nobody decided anything. */
export const PLAIN_NEWSLETTER: NewsletterSettings = {
  minimumItems: 1,
  leadHours: 0,
  release: 'automatic',
  othersShare: 0,
  isHidden: false,
};

/** The settings of a newsletter, or those that hold where there are none. */
export const newsletterOf = ({ newsletter }: { readonly newsletter?: NewsletterSettings | undefined }): NewsletterSettings =>
  newsletter ?? PLAIN_NEWSLETTER;

/** From then on an edition is for editors to look at: nothing joins it any more that can wait for the next. */
export const closesAt = ({ leadHours }: Pick<NewsletterSettings, 'leadHours'>, slotAt: Instant): Instant =>
  slotAt.subtract({ hours: leadHours });
