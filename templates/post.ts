import { pageUrl } from '#domain/addresses';
import type { ChannelSettings } from '#domain/channel';
import { type Content, type Language, tellingLanguage } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Post } from '#domain/message';
import type { FixedParts } from '#domain/own-text';
import type { PostLimits } from '#domain/post-limits';
import { isCorrection } from '#domain/purpose';
import { cutText, oneLine, stripControls } from '#domain/text';
import { beginInWords } from '#i18n/dates';
import {
  type ContentWords,
  contentInWords,
  hashtagsInWords,
  isTakingPlace,
  type Organisations,
  shortPlace,
  spokenName,
} from './content-words';
import { fundingInWords } from './funding-words';
import { fitOwnText, fitText, type PostParts } from './post-fit';
import { postLead } from './post-lead';

/** What a message about one ledger row is made of. */
export type PostInput = {
  /** The funding notice is the one that holds when the row is due. */
  readonly delivery: Pick<Delivery, 'purpose' | 'ownText' | 'ownTextStale' | 'dueAt'>;
  readonly content: Content;
  readonly organisations: Organisations;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language'>;
  readonly publicUrl: string;
  readonly limits: PostLimits;
};

/**
 * The post for one ledger row, within the limits (`fitText` says what is shortened first; date and link never are).
 * The carrier's own text wins unless it is stale. The link stands in the text and, for cards and facets, beside it; a funder's
 * hashtag always stands behind it.
 */
export const composePost = (asked: PostInput): Post => {
  const language = tellingLanguage(asked.content.title, asked.channel.language);
  const input = { ...asked, channel: { ...asked.channel, language } };
  const { content, delivery, limits, organisations, publicUrl } = input;
  const words = contentInWords(content, organisations, publicUrl, language);
  const fixed = fixedPartsOf(input);
  const ownText = delivery.ownTextStale ? '' : stripControls(delivery.ownText ?? '').trim();
  const image = imageOf(input, words);
  const parts = partsOf(input, words);
  return {
    kind: 'post',
    text: ownText ? fitOwnText(ownText, fixed, limits) : fitText({ ...parts, ...fixed }, limits),
    link: words.url,
    ...(image && { image }),
    card: { title: [words.state, words.title].filter(Boolean).join(': '), text: oneLine(parts.teaser) },
    language,
  };
};

/** What stands in a post whatever its carrier writes. */
export const fixedPartsOf = ({
  content,
  organisations,
  publicUrl,
  channel,
  delivery,
}: Pick<PostInput, 'content' | 'organisations' | 'publicUrl' | 'channel' | 'delivery'>): FixedParts => ({
  link: pageUrl(content, publicUrl),
  fundingTag: fundingInWords(content, organisations, publicUrl, channel.language, delivery.dueAt)?.hashtag ?? '',
});

const partsOf = (input: PostInput, words: ContentWords): Omit<PostParts, keyof FixedParts> => {
  const { content, channel, delivery } = input;
  const isOff = content.kind === 'event' && !isTakingPlace(content);
  return {
    lead: postLead(input, spokenName),
    shortLead: postLead(input, (organisation) => oneLine(organisation.shortName)),
    title: words.title,
    dates: datesOf(content, words, channel.language),
    place: content.kind === 'event' ? shortPlace(content.event, channel.language) : '',
    deadline: delivery.purpose === 'last-call' ? '' : (words.deadline ?? ''),
    teaser: isCorrection(delivery.purpose) || isOff ? '' : words.teaser,
    hashtags: hashtagsInWords(input.organisations.get(content.organiser)?.hashtags ?? []),
  };
};

const datesOf = (content: Content, words: ContentWords, language: Language): readonly string[] => {
  const hasDate = content.kind === 'event' && content.event.status !== 'postponed';
  const when = hasDate ? beginInWords(content.event, language) : words.when;
  return [when, words.previously].filter((line) => line !== undefined);
};

const imageOf = ({ content, limits }: PostInput, { pictureUrl }: ContentWords): Post['image'] =>
  content.picture && pictureUrl && limits.images > 0
    ? { url: pictureUrl, alt: cutText(oneLine(content.picture.alt), limits.altTextLength) }
    : undefined;
