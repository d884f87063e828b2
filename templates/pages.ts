import type { NoLongerTrue } from '#domain/handover';
import type { Post } from '#domain/message';
import type { Instant } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import { NO_LONGER_TRUE } from '#i18n/mail';
import { CONFIRM, confirmUntil, doneWords, EXPIRED, NOT_FOUND, UNSUBSCRIBE_PAGE, unsubscribeQuestion } from '#i18n/pages';
import { markup } from './markup';
import { messagePage, pageShell } from './page-shell';

export { contentPage } from './content-page';
export { homePage, regionAsked } from './home-page';
export { organisationPage } from './organisation-page';
export { PAGE_STYLE_HASH } from './page-style';
export { siteTextPage } from './site-text-page';

/** What a person who was handed a post is asked; `action` is where the form posts to, in the field `url` the post's address. */
export type ConfirmPageInput = {
  readonly contentTitle: string;
  readonly channelName: string;
  readonly text: string;
  readonly image?: Post['image'];
  readonly action: string;
  readonly askUntil?: Instant | undefined;
  /** Why it must not be published any more. */
  readonly noLongerTrue?: NoLongerTrue | undefined;
  /** The last input, when it was no address. */
  readonly refusedUrl?: string | undefined;
};

/** Shows what was handed over and asks for a confirmation; opening it confirms nothing. */
export const confirmPage = (input: ConfirmPageInput): string =>
  pageShell({
    title: CONFIRM.title,
    secret: true,
    main: [
      markup`<p class="kicker">${CONFIRM.channel}: ${input.channelName}</p><h1>${CONFIRM.title}</h1><p class="lead">${input.contentTitle}</p>`,
      input.noLongerTrue && markup`<p class="banner">${NO_LONGER_TRUE[input.noLongerTrue].de}</p>`,
      markup`<h2>${CONFIRM.text}</h2><pre tabindex="0">${input.text}</pre>`,
      input.image && markup`<p><a href="${input.image.url}">${CONFIRM.picture}</a>: ${input.image.alt}</p>`,
      input.askUntil && markup`<p>${confirmUntil(momentWithZone(input.askUntil, 'de'))}</p>`,
      confirmForm(input),
    ],
  });

/** Asks once more before a subscription ends; opening it changes nothing. */
export const unsubscribePage = ({ newsletter, action }: { readonly newsletter: string; readonly action: string }): string =>
  pageShell({
    title: UNSUBSCRIBE_PAGE.title,
    secret: true,
    main: [
      markup`<h1>${UNSUBSCRIBE_PAGE.title}</h1><p class="lead">${unsubscribeQuestion(newsletter)}</p>
<form method="post" action="${action}"><p><button type="submit">${UNSUBSCRIBE_PAGE.button}</button></p></form>
<p class="hint">${UNSUBSCRIBE_PAGE.hint}</p>`,
    ],
  });

/** What was done; `name` is the channel's or newsletter's. */
export const donePage = (what: 'confirmed' | 'unsubscribed', name: string): string => messagePage(doneWords(what, name));

/** A link with a token whose time is over. */
export const expiredPage = (): string => messagePage(EXPIRED);

/** No such page, or a token that is none. */
export const notFoundPage = (): string => messagePage(NOT_FOUND, { href: '/', label: NOT_FOUND.way });

const confirmForm = ({ action, refusedUrl }: ConfirmPageInput) => markup`<form method="post" action="${action}">
<label for="url">${CONFIRM.url}</label>
<input type="url" id="url" name="url" maxlength="500" autocomplete="off" aria-describedby="url-hint" value="${refusedUrl}"${
  refusedUrl !== undefined && markup` aria-invalid="true"`
}>
<p class="hint" id="url-hint">${refusedUrl !== undefined && markup`<span class="problem">${CONFIRM.badUrl}</span> `}${CONFIRM.urlHint}</p>
<p><button type="submit">${CONFIRM.button}</button></p>
</form>`;
