import { pageUrl } from '#domain/addresses';
import type { ChannelKind, ChannelSettings } from '#domain/channel';
import { type Content, type Language, ownersOf, tellingLanguage } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import { calledOn, type Mention, withoutMentions } from '#domain/handle';
import type { Post } from '#domain/message';
import type { Organisation } from '#domain/organisation';
import { type FixedParts, ownTextOf } from '#domain/own-text';
import type { PostLimits } from '#domain/post-limits';
import { spansIn } from '#domain/post-spans';
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
import { fitOwnText, fitText, type PostParts, SHORTEST_TEASER } from './post-fit';
import { postLead } from './post-lead';

/** What a message about one ledger row is made of. */
export type PostInput = {
  /** The funding notice is the one that holds when the row is due. */
  readonly delivery: Pick<Delivery, 'purpose' | 'ownText' | 'ownTextStale' | 'dueAt'>;
  readonly content: Content;
  readonly organisations: Organisations;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language' | 'kind'>;
  readonly publicUrl: string;
  readonly limits: PostLimits;
};

/**
 * The post for one ledger row, within the limits (`fitText` says what is shortened first; date, town and link never are).
 * The carrier's own text wins unless it is stale. The link stands in the text and, for cards and facets, beside it; a funder's
 * hashtag always stands behind it.
 */
export const composePost = (asked: PostInput): Post => {
  const input = toldIn(asked);
  const { language } = input.channel;
  const { content, delivery, limits, organisations, publicUrl } = input;
  const words = contentInWords(content, organisations, publicUrl, language);
  const fixed = fixedPartsOf(input);
  const ownText = stripControls(ownTextOf(delivery) ?? '').trim();
  const image = imageOf(input, words);
  const parts = partsOf(input, words);
  const text = ownText ? fitOwnText(ownText, fixed, limits) : fitText({ ...parts, ...fixed }, limits);
  const mentions = mentionsIn(text, input);
  return {
    kind: 'post',
    text,
    link: words.url,
    ...(mentions.length > 0 && { mentions }),
    ...(image && { image }),
    card: { title: [words.state, words.title].filter(Boolean).join(': '), text: isOff(input) ? '' : oneLine(words.teaser) },
    language,
  };
};

/** What of its content's teaser a post had no room for: its end, or all of it; undefined where nothing is missing. */
export const lostOfTeaser = (asked: PostInput, { text }: Pick<Post, 'text'>): 'end' | 'all' | undefined => {
  const input = toldIn(asked);
  const { content, organisations, publicUrl, channel } = input;
  const { teaser } = partsOf(input, contentInWords(content, organisations, publicUrl, channel.language));
  if (text.includes(teaser)) return undefined;
  return text.includes(teaser.slice(0, SHORTEST_TEASER / 2)) ? 'end' : 'all';
};

/** In the language that its content is told in there. */
const toldIn = (asked: PostInput): PostInput => {
  const language = tellingLanguage(asked.content.title, asked.channel.language);
  return { ...asked, channel: { ...asked.channel, language } };
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
  const { content, channel, delivery, organisations } = input;
  const placeWith = (venue: string | undefined): string =>
    content.kind === 'event' ? harmless(shortPlace({ ...content.event, venue }, channel.language), channel.kind) : '';
  const venue = content.kind === 'event' ? content.event.venue : undefined;
  const tags = [content.organiser, channel.carrier].flatMap((id) => organisations.get(id)?.hashtags ?? []);
  return {
    lead: postLead(input, (owner) => calledIn(input, owner, spokenName(owner)).text),
    shortLead: postLead(input, (owner) => calledIn(input, owner, oneLine(owner.shortName)).text),
    title: harmless(words.title, channel.kind),
    date: dateOf(content, words, channel.language),
    previously: words.previously ?? '',
    place: placeWith(venue),
    shortPlace: placeWith(venue?.split(/[,;(|\n]/)[0]?.trim() || venue),
    town: placeWith(undefined),
    deadline: delivery.purpose === 'last-call' ? '' : (words.deadline ?? ''),
    teaser: isOff(input) ? '' : harmless(words.teaser, channel.kind),
    hashtags: hashtagsInWords(tags),
  };
};

/** Nothing is advertised that is off, or only corrected. */
const isOff = ({ content, delivery }: PostInput): boolean =>
  isCorrection(delivery.purpose) || (content.kind === 'event' && !isTakingPlace(content));

/** Whom people name with an @ in a title or teaser they seldom know there; LinkedIn sees no mention in what is escaped. */
const harmless = (text: string, kind: ChannelKind): string => (kind === 'linkedin' ? text : withoutMentions(text));

/** What an owner is called: by its handle where it is known. Nobody mentions themselves. */
const calledIn = (
  { channel }: PostInput,
  owner: Organisation,
  name: string,
): { readonly text: string; readonly mention?: Mention } => {
  const known = owner.id === channel.carrier ? undefined : owner.handles;
  const called = calledOn(channel.kind, known, name);
  return called.mention ? called : { text: harmless(name, channel.kind) };
};

const mentionsIn = (text: string, input: PostInput): readonly Mention[] => {
  const owners = ownersOf(input.content).flatMap((id) => input.organisations.get(id) ?? []);
  const mentions = owners.flatMap((owner) => calledIn(input, owner, spokenName(owner)).mention ?? []);
  const found = spansIn({ text, mentions }).filter(({ kind }) => kind === 'mention');
  return mentions.filter((mention) => found.some((span) => span.text === mention.text));
};

const dateOf = (content: Content, words: ContentWords, language: Language): string => {
  const hasDate = content.kind === 'event' && content.event.status !== 'postponed';
  return (hasDate ? beginInWords(content.event, language) : words.when) ?? '';
};

const imageOf = ({ limits }: PostInput, { picture, pictureUrl }: ContentWords): Post['image'] =>
  picture && pictureUrl && limits.images > 0
    ? { url: pictureUrl, alt: cutText(oneLine(picture.alt), limits.altTextLength) }
    : undefined;
