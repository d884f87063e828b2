import type { Region } from '#domain/organisation';
import type { Preferences } from '#domain/segment';
import type { SignupChoice } from '#domain/signup';
import { PERSONAL_DATA } from '#i18n/personal-data';
import { forAddress, NOTHING_KEPT, PREFERENCES, publishedBy, selectionInWords } from '#i18n/preferences';
import { type Markup, markup } from './markup';
import { messagePage, pageShell } from './page-shell';
import { choiceOf } from './signup-pages';

/** A newsletter somebody gets; `isBilingual` when its language is theirs to choose. */
export type OwnNewsletter = {
  readonly channel: string;
  readonly name: string;
  readonly organisation: string;
  readonly isBilingual: boolean;
  readonly preferences: Preferences;
};

/** What the page shows; `action` is where all its forms post to. */
export type PreferencesPageInput = {
  readonly maskedAddress: string;
  readonly newsletters: readonly OwnNewsletter[];
  readonly offers: readonly SignupChoice[];
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  readonly action: string;
  /** What was just done. */
  readonly done?: string | undefined;
  readonly problem?: string | undefined;
};

/** Everything a person gets, to choose from and to leave; opening it changes nothing. */
export const preferencesPage = (input: PreferencesPageInput): string =>
  pageShell({
    title: PREFERENCES.title,
    secret: true,
    main: [
      markup`<p class="kicker">${forAddress(input.maskedAddress)}</p><h1>${PREFERENCES.title}</h1>`,
      input.done === undefined ? undefined : markup`<p class="banner calm" role="status">${input.done}</p>`,
      input.problem === undefined ? undefined : markup`<p class="banner" role="alert">${input.problem}</p>`,
      markup`<p class="lead">${input.newsletters.length > 0 ? PREFERENCES.lead : PREFERENCES.none}</p>`,
      ...input.newsletters.map((newsletter, at) => newsletterOf(input, newsletter, at)),
      input.offers.length > 0 ? offersOf(input) : undefined,
      input.newsletters.length > 1 ? leaveAllOf(input) : undefined,
      markup`<section class="part" aria-labelledby="daten"><h2 id="daten">${PERSONAL_DATA.section}</h2><p>${PERSONAL_DATA.sectionHint}</p>
<form method="post" action="${input.action}"><p><button class="quiet" type="submit" name="aktion" value="auskunft">${PERSONAL_DATA.request}</button></p></form></section>`,
    ],
  });

/** Nothing is kept about whoever holds this link. */
export const nothingKeptPage = (): string => messagePage(NOTHING_KEPT, { href: '/newsletter', label: NOTHING_KEPT.again });

const newsletterOf = (input: PreferencesPageInput, newsletter: OwnNewsletter, at: number): Markup => {
  const { channel, name, organisation, isBilingual, preferences } = newsletter;
  const titles = input.topics.filter(({ slug }) => preferences.topics.includes(slug)).map(({ title }) => title);
  const language = isBilingual ? preferences.language : undefined;
  return markup`<section class="part" aria-labelledby="n${at}"><h2 id="n${at}">${name}</h2>
<p class="muted">${publishedBy(organisation)}</p><p>${selectionInWords({ region: preferences.region, topics: titles, language })}</p>
<details><summary>${PREFERENCES.change}<span class="unseen"> (${name})</span></summary>${choicesOf(input, newsletter, at)}</details>
<form method="post" action="${input.action}"><input type="hidden" name="liste" value="${channel}">
<p><button class="quiet" type="submit" name="aktion" value="abbestellen">${PREFERENCES.leave}<span class="unseen"> (${name})</span></button></p></form></section>`;
};

const choicesOf = ({ action, topics }: PreferencesPageInput, newsletter: OwnNewsletter, at: number): Markup => {
  const { channel, isBilingual, preferences } = newsletter;
  const { region, language } = preferences;
  const radio = (name: string, value: string, label: string, isOn: boolean) => pick('radio', { name, value, label, isOn, at });
  return markup`<form method="post" action="${action}"><input type="hidden" name="liste" value="${channel}">
<fieldset aria-describedby="n${at}-region"><legend>${PREFERENCES.region}</legend>${radio('region', '', PREFERENCES.bothRegions, !region)}${REGION_ORDER.map(
    (one) => radio('region', one, PREFERENCES.regions[one], region === one),
  )}<p class="hint" id="n${at}-region">${PREFERENCES.regionHint}</p></fieldset>
${
  topics.length > 0 &&
  markup`<fieldset aria-describedby="n${at}-themen"><legend>${PREFERENCES.topics}</legend><p class="hint" id="n${at}-themen">${PREFERENCES.topicsHint}</p>
<div class="picks">${topics.map(({ slug, title }) =>
    pick('checkbox', { name: 'thema', value: slug, label: title, isOn: preferences.topics.includes(slug), at }),
  )}</div></fieldset>`
}
${
  isBilingual &&
  markup`<fieldset><legend>${PREFERENCES.language}</legend>${LANGUAGE_ORDER.map((one) =>
    radio('sprache', one, PREFERENCES.languages[one], language === one),
  )}</fieldset>`
}
<p><button type="submit" name="aktion" value="speichern">${PREFERENCES.save}<span class="unseen"> (${newsletter.name})</span></button></p></form>`;
};

const REGION_ORDER: readonly Region[] = ['north', 'south'];
const LANGUAGE_ORDER = ['de', 'en'] as const;

type Pick = {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly at: number;
};

/** One thing to choose, with its label beside it. */
const pick = (type: 'radio' | 'checkbox', { name, value, label, isOn, at }: Pick): Markup => {
  const id = `n${at}-${name}-${value || 'alle'}`;
  return markup`<div class="pick"><input type="${type}" id="${id}" name="${name}" value="${value}"${isOn && markup` checked`}><label for="${id}">${label}</label></div>`;
};

const offersOf = ({ action, offers }: PreferencesPageInput): Markup =>
  markup`<section class="part" aria-labelledby="weitere"><h2 id="weitere">${PREFERENCES.more}</h2><p>${PREFERENCES.moreHint}</p>
<form method="post" action="${action}">${offers.map((offer, at) => choiceOf(offer, at, []))}
<p><button type="submit" name="aktion" value="bestellen">${PREFERENCES.order}</button></p></form></section>`;

const leaveAllOf = ({ action }: PreferencesPageInput): Markup =>
  markup`<section class="part" aria-labelledby="alle"><h2 id="alle">${PREFERENCES.leaveAll}</h2><p>${PREFERENCES.leaveAllHint}</p>
<form method="post" action="${action}"><p><button class="quiet" type="submit" name="aktion" value="alle-abbestellen">${PREFERENCES.leaveAll}</button></p></form></section>`;
