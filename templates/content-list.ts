import { type Content, type EventContent, type NewsContent, ownersOf } from '#domain/content';
import { REGIONS, type Region } from '#domain/organisation';
import { compareInstants, type Instant } from '#domain/time';
import { badgeOf, dateInWords } from '#i18n/dates';
import { PAGE } from '#i18n/pages';
import { KIND_WORDS, REGION_WORDS } from '#i18n/words';
import { contentInWords, isOver, type Organisations } from './content-words';
import { type Markup, markup } from './markup';

/** What lists of contents are told with. */
export type ListContext = { readonly organisations: Organisations; readonly publicUrl: string; readonly now: Instant };

/** Coming events, the next one first; those without a date at present stay where they were. */
export const eventList = (contents: readonly Content[], context: ListContext): Markup => {
  const events = contents
    .filter((content): content is EventContent => content.kind === 'event')
    .filter(({ event }) => event.status === 'postponed' || !isOver(event, context.now))
    .sort((a, b) => compareInstants(a.event.startsAt, b.event.startsAt) || bySlug(a, b));
  if (events.length === 0) return none(PAGE.noEvents);
  return markup`<ul class="list">${events.map((event) => eventItem(event, context))}</ul>`;
};

/** News items, the newest first. */
export const newsList = (contents: readonly Content[], context: ListContext): Markup => {
  const items = contents
    .filter((content): content is NewsContent => content.kind !== 'event')
    .sort((a, b) => compareInstants(b.publishedAt, a.publishedAt) || bySlug(a, b))
    .slice(0, NEWS_SHOWN);
  if (items.length === 0) return none(PAGE.noNews);
  return markup`<ul class="list news">${items.map((item) => newsItem(item, context))}</ul>`;
};

/** The regions of those whose content it is, North first. */
export const regionsOf = (content: Content, organisations: Organisations): readonly Region[] => {
  const regions = ownersOf(content).map((id) => organisations.get(id)?.region);
  return REGIONS.filter((region) => regions.includes(region));
};

const NEWS_SHOWN = 20;

const bySlug = (a: Content, b: Content): number => (a.slug < b.slug ? -1 : 1);

const none = (text: string): Markup => markup`<p class="muted">${text}</p>`;

const eventItem = (content: EventContent, { organisations, publicUrl }: ListContext): Markup => {
  const words = contentInWords(content, organisations, publicUrl, 'de');
  const { status } = content.event;
  return markup`<li class="event">${status !== 'postponed' && badge(content, status === 'cancelled')}<div class="item">
<p>${tagsOf(content, organisations)}${words.state && markup`<span class="state">${words.state}</span>`}</p>
<h3><a href="${words.url}">${words.title}</a></h3></div>
<div class="when"><p>${words.when}</p><p>${words.place}</p></div>
<p class="owners muted">${words.owners}</p></li>`;
};

/** Repeats the date for the eye; the words beside it say it to everybody. */
const badge = ({ event }: EventContent, isOff: boolean): Markup => {
  const { weekday, day, month } = badgeOf(event.startsAt, 'de');
  return markup`<div class="badge${isOff && ' off'}" aria-hidden="true">${weekday}<b>${day}</b>${month}</div>`;
};

const newsItem = (content: NewsContent, { organisations, publicUrl }: ListContext): Markup => {
  const words = contentInWords(content, organisations, publicUrl, 'de');
  return markup`<li>
<p class="muted">${tagsOf(content, organisations)}${KIND_WORDS[content.kind].de} · ${dateInWords(content.publishedAt, 'de')}</p>
<h3><a href="${words.url}">${words.title}</a></h3>
<p>${words.teaser}</p><p class="muted">${words.owners}</p></li>`;
};

const tagsOf = (content: Content, organisations: Organisations): readonly Markup[] =>
  regionsOf(content, organisations).map((region) => markup`<span class="tag ${region}">${REGION_WORDS[region].de}</span>`);
