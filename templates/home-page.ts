import { feedUrl } from '#domain/addresses';
import type { Content, EventContent, NewsContent } from '#domain/content';
import type { Organisation, Region } from '#domain/organisation';
import { compareInstants, type Instant } from '#domain/time';
import { webAddress } from '#domain/web-address';
import { badgeOf, dateInWords } from '#i18n/dates';
import { PAGE } from '#i18n/pages';
import { KIND_WORDS } from '#i18n/words';
import { contentInWords, isOver, type Organisations } from './content-words';
import { type Markup, markup } from './markup';
import { pageShell } from './page-shell';

/** What the home page is made of: contents the public may see, in any order. */
type HomePageInput = {
  readonly contents: readonly Content[];
  readonly organisations: Organisations;
  readonly publicUrl: string;
  readonly now: Instant;
};

/** Coming events of North and South (by their organiser's region), news of both, all feeds. */
export const homePage = (input: HomePageInput): string =>
  pageShell({
    title: PAGE.site,
    head: [
      markup`<link rel="canonical" href="${input.publicUrl.replace(/\/+$/, '')}/">
<meta name="description" content="${PAGE.claim}">
<link rel="alternate" type="application/rss+xml" title="${PAGE.allFeed}" href="${feedUrl(input.publicUrl)}">`,
    ],
    main: [
      markup`<h1>${PAGE.claim}</h1>`,
      eventsOf(input, 'north'),
      eventsOf(input, 'south'),
      newsOf(input),
      feedsOf(input),
      bodiesOf(input),
    ],
  });

const NEWS_SHOWN = 20;

const eventsOf = (input: HomePageInput, region: Region): Markup => {
  const events = input.contents
    .filter((content): content is EventContent => content.kind === 'event')
    .filter((content) => input.organisations.get(content.organiser)?.region === region)
    .filter((content) => content.event.status === 'postponed' || !isOver(content.event, input.now))
    .sort((a, b) => compareInstants(a.event.startsAt, b.event.startsAt) || (a.slug < b.slug ? -1 : 1));
  const list = events.length > 0 ? markup`<ul class="list">${events.map((event) => eventItem(event, input))}</ul>` : undefined;
  const heading = region === 'north' ? PAGE.northEvents : PAGE.southEvents;
  return markup`<h2 class="${region}">${heading}</h2>${list ?? markup`<p class="muted">${PAGE.noEvents}</p>`}`;
};

const eventItem = (content: EventContent, { organisations, publicUrl }: HomePageInput): Markup => {
  const words = contentInWords(content, organisations, publicUrl, 'de');
  const badge = content.event.status === 'postponed' ? undefined : badgeOf(content.event.startsAt, 'de');
  return markup`<li>${
    badge && markup`<div class="badge" aria-hidden="true">${badge.weekday}<b>${badge.day}</b>${badge.month}</div>`
  }<div class="item">${words.state && markup`<p class="state">${words.state}</p>`}<h3><a href="${words.url}">${words.title}</a></h3>
<p>${words.when}</p><p>${words.place}</p><p class="muted">${words.owners}</p></div></li>`;
};

const newsOf = ({ contents, organisations, publicUrl }: HomePageInput): Markup => {
  const items = contents
    .filter((content): content is NewsContent => content.kind !== 'event')
    .sort((a, b) => compareInstants(b.publishedAt, a.publishedAt) || (a.slug < b.slug ? -1 : 1))
    .slice(0, NEWS_SHOWN)
    .map((content) => {
      const words = contentInWords(content, organisations, publicUrl, 'de');
      return markup`<li><div class="item"><p class="muted">${KIND_WORDS[content.kind].de} · ${dateInWords(content.publishedAt, 'de')}</p>
<h3><a href="${words.url}">${words.title}</a></h3><p>${words.teaser}</p><p class="muted">${words.owners}</p></div></li>`;
    });
  const list = items.length > 0 ? markup`<ul class="list">${items}</ul>` : markup`<p class="muted">${PAGE.noNews}</p>`;
  return markup`<h2 class="plain">${PAGE.news}</h2>${list}`;
};

const feedsOf = ({
  organisations,
  publicUrl,
}: HomePageInput): Markup => markup`<h2 class="plain">${PAGE.feeds}</h2><p>${PAGE.feedsHint}</p>
<ul class="links"><li><a href="${feedUrl(publicUrl)}">${PAGE.allFeed}</a></li>${byName(organisations).map(
  ({ name, slug }) => markup`<li><a href="${feedUrl(publicUrl, slug)}">${name}</a></li>`,
)}</ul>`;

const bodiesOf = ({ organisations }: HomePageInput): Markup =>
  markup`<h2 class="plain">${PAGE.bodies}</h2><ul class="links">${byName(organisations).map(({ name, website }) => {
    const address = webAddress(website);
    return address ? markup`<li><a href="${address}">${name}</a></li>` : markup`<li>${name}</li>`;
  })}</ul>`;

const byName = (organisations: Organisations): readonly Organisation[] =>
  [...organisations.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
