import { below, feedUrl, organisationUrl } from '#domain/addresses';
import { type Content, inLanguage, ownersOf } from '#domain/content';
import type { Organisation } from '#domain/organisation';
import { webAddress } from '#domain/web-address';
import { BODY } from '#i18n/pages';
import { feedOf } from '#i18n/site';
import { REGION_WORDS } from '#i18n/words';
import { eventList, type ListContext, newsList } from './content-list';
import { fact } from './facts';
import { type Markup, markup } from './markup';
import { feedLink, findable, pageShell } from './page-shell';

/** What the page of a body is made of: its contents and those it promotes, as its feed has them. */
type OrganisationPageInput = ListContext & { readonly organisation: Organisation; readonly contents: readonly Content[] };

/** One body: who it is, what it has, what it passes on from others. */
export const organisationPage = (input: OrganisationPageInput): string => {
  const { organisation, publicUrl } = input;
  const { description } = feedOf(organisation.name);
  const isOwn = (content: Content): boolean => ownersOf(content).includes(organisation.id);
  const own = input.contents.filter(isOwn);
  return pageShell({
    title: organisation.name,
    wide: true,
    head: [
      findable(organisationUrl(organisation.slug, publicUrl), description),
      feedLink(organisation.name, feedUrl(publicUrl, organisation.slug)),
    ],
    main: [
      profileOf(organisation, publicUrl),
      markup`<h2 class="rule">${BODY.events}</h2>${eventList(own, input)}`,
      markup`<h2 class="rule">${BODY.news}</h2>${newsList(own, input)}`,
      markup`<h2 class="rule">${BODY.promoted}</h2>${promotedOf(
        input.contents.filter((content) => !isOwn(content)),
        input,
      )}`,
    ],
  });
};

const profileOf = ({ logo, name, region, slug, statewide, website }: Organisation, publicUrl: string): Markup => {
  const address = webAddress(website);
  const where = statewide ? `${REGION_WORDS[region].de} (${BODY.statewide})` : REGION_WORDS[region].de;
  return markup`<div class="profile"><div><p class="kicker">${BODY.kicker}</p><h1>${name}</h1><dl>${[
    fact(BODY.region, where),
    fact(BODY.website, address && markup`<a href="${address}">${address.replace(/^https?:\/\/|\/$/g, '')}</a>`),
    fact(BODY.feedLabel, markup`<a href="${feedUrl(publicUrl, slug)}">${BODY.feed}</a>`),
  ].filter((one) => one !== undefined)}</dl></div>${
    logo &&
    markup`<img class="logo" src="${below(publicUrl, logo.path)}" alt="${inLanguage(logo.alt, 'de')}" width="${logo.width}" height="${logo.height}">`
  }</div>`;
};

const promotedOf = (contents: readonly Content[], context: ListContext): Markup => {
  const [events, news] = [contents.filter(({ kind }) => kind === 'event'), contents.filter(({ kind }) => kind !== 'event')];
  if (contents.length === 0) return markup`<p class="muted">${BODY.nothingPromoted}</p>`;
  return markup`${events.length > 0 && eventList(events, context)}${news.length > 0 && newsList(news, context)}`;
};
