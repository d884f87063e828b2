import type { ChannelSettings } from '#domain/channel';
import type { Content, Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Post } from '#domain/message';
import { cutText, oneLine, stripControls } from '#domain/text';
import { beginInWords } from '#i18n/dates';
import { type ContentWords, contentInWords, isTakingPlace, type Organisations, shortPlace, spokenName } from './content-words';
import { fitOwnText, fitText, type PostParts } from './post-fit';
import { postLead } from './post-lead';

/** What a provider accepts; lengths in graphemes, null = unlimited, or for a link its own length. */
export type PostLimits = {
  readonly textLength: number | null;
  readonly linkCost: number | null;
  readonly images: number;
  readonly altTextLength: number;
};

/** What a message about one ledger row is made of. */
export type PostInput = {
  readonly delivery: Pick<Delivery, 'purpose' | 'ownText' | 'ownTextStale'>;
  readonly content: Content;
  readonly organisations: Organisations;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language'>;
  readonly publicUrl: string;
  readonly limits: PostLimits;
};

/**
 * The post for one ledger row, within the limits (`fitText` says what is shortened first; date and link never are).
 * The carrier's own text wins unless it is stale. The link stands in the text and, for cards and facets, beside it.
 */
export const composePost = (input: PostInput): Post => {
  const { channel, delivery, limits } = input;
  const words = contentInWords(input.content, input.organisations, input.publicUrl, channel.language);
  const ownText = delivery.ownTextStale ? '' : stripControls(delivery.ownText ?? '').trim();
  const image = imageOf(input, words);
  return {
    kind: 'post',
    text: ownText ? fitOwnText(ownText, words.url, limits) : fitText(partsOf(input, words), limits),
    link: words.url,
    ...(image && { image }),
    language: channel.language,
  };
};

const partsOf = (input: PostInput, words: ContentWords): PostParts => {
  const { content, channel, delivery } = input;
  const isCorrection = delivery.purpose === 'update' || delivery.purpose === 'cancel';
  const isOff = content.kind === 'event' && !isTakingPlace(content);
  return {
    lead: postLead(input, spokenName),
    shortLead: postLead(input, (organisation) => oneLine(organisation.shortName)),
    title: words.title,
    dates: datesOf(content, words, channel.language),
    place: content.kind === 'event' ? shortPlace(content.event, channel.language) : '',
    deadline: delivery.purpose === 'last-call' ? '' : (words.deadline ?? ''),
    teaser: isCorrection || isOff ? '' : words.teaser,
    link: words.url,
    hashtags: hashtagsOf(input),
  };
};

const datesOf = (content: Content, words: ContentWords, language: Language): readonly string[] => {
  const hasDate = content.kind === 'event' && content.event.status !== 'postponed';
  const when = hasDate ? beginInWords(content.event, language) : words.when;
  return [when, words.previously].filter((line) => line !== undefined);
};

const hashtagsOf = ({ content, organisations }: PostInput): readonly string[] => {
  const tags = organisations.get(content.organiser)?.hashtags ?? [];
  const clean = tags.map((tag) => stripControls(tag).replace(/[^\p{L}\p{M}\p{N}_]/gu, '')).filter(Boolean);
  return [...new Set(clean)].map((tag) => `#${tag}`);
};

const imageOf = ({ content, limits }: PostInput, { pictureUrl }: ContentWords): Post['image'] =>
  content.picture && pictureUrl && limits.images > 0
    ? { url: pictureUrl, alt: cutText(oneLine(content.picture.alt), limits.altTextLength) }
    : undefined;
