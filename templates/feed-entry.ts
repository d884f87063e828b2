import type { Content, Language } from '#domain/content';
import type { Organisation } from '#domain/organisation';
import type { Instant } from '#domain/time';
import { LINE_WORDS } from '#i18n/reader';
import { type ContentWords, spokenName } from './content-words';
import type { FundingWords } from './funding-words';
import { type Markup, markup, paragraphs } from './markup';
import { safeHtml } from './rich-text';

/** One entry of a feed: own content, or what another body promotes there. */
export type FeedItem = {
  readonly content: Content;
  readonly organiser: Organisation;
  readonly coOrganisers?: readonly Organisation[] | undefined;
  /** Whose feed passes it on; absent for own content. */
  readonly carriedBy?: Organisation | undefined;
  /** Rich text as HTML; cleaned here. */
  readonly description?: string | undefined;
  /** Size of the picture's file; without it there is no enclosure. */
  readonly pictureBytes?: number | undefined;
  /** When it came into this feed, where that is later than its publication (a promotion by another body). */
  readonly since?: Instant | undefined;
};

/** When, where and the teaser, as HTML for `description`. */
export const feedSummaryHtml = (words: ContentWords): string => markup`${factsOf(words)}${paragraphs(words.teaser)}`.markup;

/** Everything about an entry, as HTML for `content:encoded`; all addresses absolute. */
export const feedEntryHtml = (
  item: FeedItem,
  words: ContentWords,
  funding: FundingWords | undefined,
  { language, publicUrl }: { readonly language: Language; readonly publicUrl: string },
): string => {
  const { picture } = words;
  const image =
    picture &&
    markup`<p><img src="${words.pictureUrl}" alt="${picture.alt}" width="${picture.width}" height="${picture.height}"></p>${
      picture.credit && markup`<p>${LINE_WORDS.picture[language]}: ${picture.credit}</p>`
    }`;
  const passedOn = item.carriedBy && `${LINE_WORDS.passedOn[language]}: ${spokenName(item.carriedBy)}`;
  return [
    image,
    factsOf(words),
    ...paragraphs(words.teaser),
    item.description ? safeHtml(item.description, publicUrl) : undefined,
    lines([words.owners, words.deadline, passedOn]),
    words.link && markup`<p><a href="${words.link.url}">${words.link.label}</a></p>`,
    funding && fundingOf(funding),
  ]
    .map((part) => part?.markup)
    .filter(Boolean)
    .join('\n');
};

const fundingOf = ({ lines: said, logo }: FundingWords): Markup =>
  markup`${logo && markup`<p><img src="${logo.url}" alt="${logo.alt}" width="${logo.width}" height="${logo.height}"></p>`}${lines(said)}`;

const factsOf = (words: ContentWords): Markup | undefined => lines([words.when, words.previously, words.place]);

const lines = (texts: readonly (string | undefined)[]): Markup | undefined => {
  const said = texts.filter((text) => text !== undefined).map((text, at) => (at > 0 ? markup`<br>${text}` : markup`${text}`));
  return said.length > 0 ? markup`<p>${said}</p>` : undefined;
};
