import { calendarUrl, feedUrl, organisationUrl } from '#domain/addresses';
import { type Content, type EventContent, ownersOf } from '#domain/content';
import { oneLine, stripControls } from '#domain/text';
import type { Instant } from '#domain/time';
import { dayInWords, deadlineInWords } from '#i18n/dates';
import { EXTRAS, FACT, PAGE, STATE_BANNER } from '#i18n/pages';
import { LINE_WORDS, OWNER_LABELS } from '#i18n/reader';
import { ATTENDANCE_WORDS, KIND_WORDS, LANGUAGE_WORDS } from '#i18n/words';
import { type AttachmentWords, attachmentLinks, type ContactWords, contactBlock, fundingBlock } from './content-extras';
import { type ContentWords, contentInWords, enumerate, isOver, isTakingPlace, type Organisations } from './content-words';
import { eventJsonLd } from './event-json-ld';
import { fact } from './facts';
import { fundingInWords } from './funding-words';
import { type Markup, markup, paragraphs } from './markup';
import { feedLink, findable, pageShell } from './page-shell';
import { safeHtml } from './rich-text';

/** What the page of one content is made of. */
type ContentPageInput = {
  readonly content: Content;
  readonly organisations: Organisations;
  readonly publicUrl: string;
  readonly now: Instant;
  /** Rich text as HTML; cleaned here. */
  readonly description?: string | undefined;
  /** Further parts in plain text, such as those of a good practice. */
  readonly parts?: readonly { readonly heading: string; readonly text: string }[] | undefined;
  /** Who answers questions, if the public may know. */
  readonly contact?: ContactWords | undefined;
  readonly attachments?: readonly AttachmentWords[] | undefined;
};

/** The page of one event or news item in German. Whether the public may see it is decided before. */
export const contentPage = (input: ContentPageInput): string => {
  const { content, organisations, publicUrl } = input;
  const words = contentInWords(content, organisations, publicUrl, 'de');
  const funding = fundingInWords(content, organisations, publicUrl, 'de', input.now);
  return pageShell({
    title: words.title,
    wide: true,
    head: headOf(input, words),
    main: [
      ...bannersOf(input),
      markup`<p class="kicker">${KIND_WORDS[content.kind].de}</p><h1>${words.title}</h1>`,
      markup`<div class="article"><div class="facts">${factsOf(input, words)}</div><div class="text">${textOf(input, words)}</div></div>`,
      funding && fundingBlock(funding),
    ],
  });
};

const headOf = ({ content, organisations, publicUrl }: ContentPageInput, words: ContentWords): readonly Markup[] => {
  const organiser = organisations.get(content.organiser);
  return [
    findable(words.url, oneLine(words.teaser)),
    feedLink(PAGE.allFeed, feedUrl(publicUrl)),
    ...(organiser ? [feedLink(organiser.name, feedUrl(publicUrl, organiser.slug))] : []),
    ...(content.kind === 'event' ? [calendarLink(content, publicUrl), eventJsonLd(content, words, organisations)] : []),
  ];
};

const calendarLink = (content: EventContent, publicUrl: string): Markup =>
  markup`<link rel="alternate" type="text/calendar" title="${EXTRAS.calendar}" href="${calendarUrl(content, publicUrl)}">`;

const bannersOf = ({ content, now }: ContentPageInput): readonly Markup[] => {
  if (content.kind !== 'event') return [];
  const { status, soldOut } = content.event;
  const banner = (state: keyof typeof STATE_BANNER) => markup`<p class="banner">${STATE_BANNER[state]}</p>`;
  if (status === 'cancelled' || status === 'postponed') return [banner(status)];
  if (isOver(content.event, now)) return [markup`<p class="banner calm">${STATE_BANNER.past}</p>`];
  return [...(status === 'moved' ? [banner('moved')] : []), ...(soldOut ? [banner('soldOut')] : [])];
};

const textOf = (input: ContentPageInput, words: ContentWords): readonly Markup[] => [
  markup`<div class="lead">${paragraphs(words.teaser)}</div>`,
  ...pictureOf(words),
  ...(input.description ? [safeHtml(input.description, input.publicUrl)] : []),
  ...(input.parts ?? []).map(({ heading, text }) => markup`<h2>${heading}</h2>${paragraphs(text)}`),
];

const factsOf = (input: ContentPageInput, words: ContentWords): Markup => {
  const { content, organisations, publicUrl } = input;
  const event = content.kind === 'event' ? content.event : undefined;
  const deadline = words.deadline && content.deadline && deadlineInWords(content.deadline, 'de');
  return markup`${words.link && markup`<a class="button" href="${words.link.url}">${words.link.label}</a>`}<dl>${[
    fact(
      FACT.when,
      event && markup`${words.when}${words.previously && markup`<br><span class="muted">${words.previously}</span>`}`,
    ),
    fact(FACT.where, event && event.attendance !== 'online' && words.place),
    fact(FACT.how, event && ATTENDANCE_WORDS[event.attendance].de),
    fact(OWNER_LABELS[content.kind].de, ownerLinks(content, organisations, publicUrl)),
    fact(event ? FACT.deadline : FACT.answerBy, deadline),
    fact(FACT.cost, event?.cost && stripControls(event.cost)),
    fact(FACT.language, content.language !== 'de' && LANGUAGE_WORDS[content.language].de),
    fact(FACT.published, !event && dayInWords(content.publishedAt, 'de')),
    fact(EXTRAS.contact, input.contact && contactBlock(input.contact)),
    fact(EXTRAS.files, input.attachments?.length ? attachmentLinks(input.attachments, publicUrl) : undefined),
  ].filter((one) => one !== undefined)}</dl>${hasDate(input) && calendarOffer(content, publicUrl)}`;
};

/** Cancelled and past events are nothing to note down. */
const hasDate = ({ content, now }: ContentPageInput): boolean =>
  content.kind === 'event' && isTakingPlace(content) && !isOver(content.event, now);

const calendarOffer = (content: Content, publicUrl: string): Markup =>
  markup`<p class="more"><a href="${calendarUrl(content, publicUrl)}">${EXTRAS.calendar}</a></p>`;

const ownerLinks = (content: Content, organisations: Organisations, publicUrl: string): Markup => {
  const links = ownersOf(content)
    .flatMap((id) => organisations.get(id) ?? [])
    .map(({ active, name, slug }) =>
      active ? markup`<a href="${organisationUrl(slug, publicUrl)}">${name}</a>`.markup : markup`${name}`.markup,
    );
  return { markup: enumerate(links, 'de') };
};

const pictureOf = ({ picture, pictureUrl }: ContentWords): readonly Markup[] =>
  picture
    ? [
        markup`<figure><img src="${pictureUrl}" alt="${picture.alt}" width="${picture.width}" height="${picture.height}">${
          picture.credit && markup`<figcaption>${LINE_WORDS.picture.de}: ${picture.credit}</figcaption>`
        }</figure>`,
      ]
    : [];
