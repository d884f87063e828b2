import { below, feedUrl, organisationUrl } from '#domain/addresses';
import type { Content } from '#domain/content';
import { type Organisation, REGIONS, type Region } from '#domain/organisation';
import { FILTER, PAGE } from '#i18n/pages';
import { REGION_WORDS } from '#i18n/words';
import { eventList, type ListContext, newsList, regionsOf } from './content-list';
import type { Organisations } from './content-words';
import { type Markup, markup } from './markup';
import { feedLink, findable, pageShell } from './page-shell';

/** What the home page is made of: contents the public may see, in any order. */
type HomePageInput = ListContext & {
  readonly contents: readonly Content[];
  /** Shows what bodies of this region have, together with others or alone; all without it. */
  readonly region?: Region | undefined;
};

/** The region asked for by the address (`?region=nord`); undefined for any other word. */
export const regionAsked = (word: unknown): Region | undefined => REGIONS.find((region) => QUERY[region] === word);

/** Coming events and news, of both regions or one, bodies and feeds. */
export const homePage = (input: HomePageInput): string => {
  const { organisations, publicUrl, region } = input;
  const contents = input.contents.filter((content) => !region || regionsOf(content, organisations).includes(region));
  return pageShell({
    title: PAGE.site,
    wide: true,
    head: [findable(below(publicUrl, '/'), PAGE.claim), feedLink(PAGE.allFeed, feedUrl(publicUrl))],
    main: [
      markup`<h1>${PAGE.claim}</h1>`,
      filterOf(region),
      markup`<h2 class="rule" id="veranstaltungen">${PAGE.events}</h2>${eventList(contents, input)}`,
      markup`<h2 class="rule" id="meldungen">${PAGE.news}</h2>${newsList(contents, input)}`,
      markup`<h2 class="rule" id="akteure">${PAGE.bodies}</h2><p>${PAGE.bodiesHint}</p>${bodiesOf(organisations, publicUrl)}
<p>${PAGE.feedsHint} <a href="${feedUrl(publicUrl)}">${PAGE.allFeed}</a></p>`,
    ],
  });
};

const QUERY = { north: 'nord', south: 'sued' } as const satisfies Record<Region, string>;

const filterOf = (chosen: Region | undefined): Markup => {
  const choice = (href: string, label: string, isChosen: boolean) =>
    markup`<li><a href="${href}"${isChosen && markup` aria-current="true"`}>${label}</a></li>`;
  return markup`<nav class="filter" aria-label="${FILTER.label}"><ul>${choice('/', FILTER.all, !chosen)}${REGIONS.map((region) =>
    choice(`/?region=${QUERY[region]}`, FILTER[region], region === chosen),
  )}</ul></nav><p class="hint">${FILTER.hint}</p>`;
};

const bodiesOf = (organisations: Organisations, publicUrl: string): Markup =>
  markup`<div class="pair">${REGIONS.map(
    (region) =>
      markup`<div><h3 class="${region}">${REGION_WORDS[region].de}</h3><ul class="links feeds">${[...organisations.values()]
        .filter((organisation) => organisation.active && organisation.region === region)
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((organisation) => bodyItem(organisation, publicUrl))}</ul></div>`,
  )}</div>`;

const bodyItem = ({ name, slug }: Organisation, publicUrl: string): Markup =>
  markup`<li><a href="${organisationUrl(slug, publicUrl)}">${name}</a> <a href="${feedUrl(publicUrl, slug)}" aria-label="${PAGE.feedOf} ${name}">${PAGE.feed}</a></li>`;
