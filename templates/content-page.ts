import { feedUrl } from '#domain/addresses';
import { type Content, ownersOf } from '#domain/content';
import { oneLine, stripControls } from '#domain/text';
import type { Instant } from '#domain/time';
import { webAddress } from '#domain/web-address';
import { dayInWords, deadlineInWords } from '#i18n/dates';
import { FACT, PAGE, STATE_BANNER } from '#i18n/pages';
import { LINE_WORDS, OWNER_LABELS } from '#i18n/reader';
import { ATTENDANCE_WORDS, KIND_WORDS, LANGUAGE_WORDS } from '#i18n/words';
import { type ContentWords, contentInWords, enumerate, isOver, isTakingPlace, type Organisations } from './content-words';
import { eventJsonLd } from './event-json-ld';
import { type Markup, markup, paragraphs } from './markup';
import { pageShell } from './page-shell';
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
};

/** The page of one event or news item in German. Whether the public may see it is decided before. */
export const contentPage = (input: ContentPageInput): string => {
  const { content, organisations, publicUrl } = input;
  const words = contentInWords(content, organisations, publicUrl, 'de');
  return pageShell({
    title: words.title,
    head: headOf(input, words),
    main: [
      bannerOf(input),
      markup`<p class="kicker">${KIND_WORDS[content.kind].de}</p><h1>${words.title}</h1>`,
      markup`<div class="lead">${paragraphs(words.teaser)}</div>`,
      factsOf(input, words),
      words.link && markup`<p><a class="button" href="${words.link.url}">${words.link.label}</a></p>`,
      pictureOf(content, words),
      input.description ? safeHtml(input.description, publicUrl) : undefined,
      ...(input.parts ?? []).map(({ heading, text }) => markup`<h2>${heading}</h2>${paragraphs(text)}`),
    ],
  });
};

const headOf = ({ content, organisations, publicUrl }: ContentPageInput, words: ContentWords): readonly Markup[] => {
  const organiser = organisations.get(content.organiser);
  return [
    markup`<link rel="canonical" href="${words.url}">
<meta name="description" content="${oneLine(words.teaser)}">
<link rel="alternate" type="application/rss+xml" title="${PAGE.allFeed}" href="${feedUrl(publicUrl)}">
${organiser && markup`<link rel="alternate" type="application/rss+xml" title="${organiser.name}" href="${feedUrl(publicUrl, organiser.slug)}">`}`,
    ...(content.kind === 'event' ? [eventJsonLd(content, words, organisations)] : []),
  ];
};

const bannerOf = ({ content, now }: ContentPageInput): Markup | undefined => {
  if (content.kind !== 'event') return undefined;
  const { status } = content.event;
  if (status === 'cancelled' || status === 'postponed') return markup`<p class="banner">${STATE_BANNER[status]}</p>`;
  if (isOver(content.event, now)) return markup`<p class="banner calm">${STATE_BANNER.past}</p>`;
  return status === 'moved' ? markup`<p class="banner">${STATE_BANNER.moved}</p>` : undefined;
};

const factsOf = ({ content, organisations }: ContentPageInput, words: ContentWords): Markup => {
  const event = content.kind === 'event' ? content.event : undefined;
  const isOn = content.kind !== 'event' || isTakingPlace(content);
  const deadline = isOn && content.deadline ? deadlineInWords(content.deadline, 'de') : undefined;
  return markup`<dl>${[
    fact(
      FACT.when,
      event && markup`${words.when}${words.previously && markup`<br><span class="muted">${words.previously}</span>`}`,
    ),
    fact(FACT.where, event && event.attendance !== 'online' && markup`${words.place}`),
    fact(FACT.how, event && markup`${ATTENDANCE_WORDS[event.attendance].de}`),
    fact(OWNER_LABELS[content.kind].de, ownerLinks(content, organisations)),
    fact(event ? FACT.deadline : FACT.answerBy, deadline && markup`${deadline}`),
    fact(FACT.cost, event?.cost && markup`${stripControls(event.cost)}`),
    fact(FACT.language, content.language !== 'de' && markup`${LANGUAGE_WORDS[content.language].de}`),
    fact(FACT.published, !event && markup`${dayInWords(content.publishedAt, 'de')}`),
  ].filter((one) => one !== undefined)}</dl>`;
};

const fact = (label: string, value: Markup | string | false | undefined): Markup | undefined =>
  value ? markup`<dt>${label}</dt><dd>${value}</dd>` : undefined;

const ownerLinks = (content: Content, organisations: Organisations): Markup => {
  const links = ownersOf(content)
    .flatMap((id) => organisations.get(id) ?? [])
    .map(({ name, website }) => {
      const address = webAddress(website);
      return (address ? markup`<a href="${address}">${name}</a>` : markup`${name}`).markup;
    });
  return { markup: enumerate(links, 'de') };
};

const pictureOf = ({ picture }: Content, { pictureUrl }: ContentWords): Markup | undefined =>
  picture &&
  markup`<figure><img src="${pictureUrl}" alt="${picture.alt}" width="${picture.width}" height="${picture.height}">${
    picture.credit && markup`<figcaption>${LINE_WORDS.picture.de}: ${picture.credit}</figcaption>`
  }</figure>`;
