import { archiveUrl, below, signupUrl } from '#domain/addresses';
import type { SignupChoice } from '#domain/signup';
import { ARCHIVE } from '#i18n/archive';
import { DATA_REQUEST } from '#i18n/personal-data';
import { ASKED, CONFIRM_SIGNUP, SIGNUP } from '#i18n/signup';
import { type Markup, markup } from './markup';
import { findable, messagePage, pageShell } from './page-shell';

/** What the form shows: all that is offered, and after a refusal what was entered and what was wrong. */
export type SignupPageInput = {
  readonly offers: readonly SignupChoice[];
  /** Says when the form was made; comes back with it. */
  readonly stamp: string;
  readonly publicUrl: string;
  /** Newsletters of which there are editions to read. */
  readonly archives?: readonly { readonly name: string; readonly slug: string }[];
  readonly entered?: { readonly email: string; readonly channels: readonly string[] } | undefined;
  readonly problems?: { readonly email?: string; readonly choice?: string; readonly form?: string } | undefined;
};

/** The form by which people ask for newsletters; nothing is ticked beforehand. */
export const signupPage = (input: SignupPageInput): string =>
  pageShell({
    title: SIGNUP.title,
    head: [findable(signupUrl(input.publicUrl), SIGNUP.lead)],
    main: [
      markup`<h1>${SIGNUP.title}</h1><p class="lead">${input.offers.length > 0 ? SIGNUP.lead : SIGNUP.none}</p>`,
      input.offers.length > 0 ? formOf(input) : undefined,
      archivesOf(input),
      markup`<p><a href="/newsletter/auskunft">${DATA_REQUEST.title}</a></p>`,
    ],
  });

const archivesOf = ({ archives = [], publicUrl }: SignupPageInput): Markup | undefined =>
  archives.length === 0
    ? undefined
    : markup`<h2>${ARCHIVE.earlier}</h2>
<ul>${archives.map(({ name, slug }) => markup`<li><a href="${archiveUrl(slug, publicUrl)}">${name}</a></li>`)}</ul>`;

const formOf = ({ offers, stamp, publicUrl, entered, problems = {} }: SignupPageInput): Markup =>
  markup`<form method="post" action="/newsletter" novalidate>
${problems.form !== undefined && markup`<p class="problem" role="alert">${problems.form}</p>`}
<fieldset${described('choice', problems.choice)}><legend>${SIGNUP.choose}</legend>
${problemOf('choice', problems.choice)}${offers.map((offer, at) => choiceOf(offer, at, entered?.channels ?? []))}</fieldset>
${addressFields({ stamp, publicUrl, entered, problems: problems.email === undefined ? {} : { email: problems.email } })}
<p><button type="submit">${SIGNUP.button}</button></p>
</form>`;

type AddressFields = Pick<SignupPageInput, 'stamp' | 'publicUrl'> & {
  readonly entered?: { readonly email: string } | undefined;
  readonly problems?: { readonly email?: string; readonly form?: string } | undefined;
};

/** What every form asks that mails to an address: the address, and what machines fill in. */
export const addressFields = ({ stamp, publicUrl, entered, problems = {} }: AddressFields): Markup =>
  markup`${problems.form !== undefined && markup`<p class="problem" role="alert">${problems.form}</p>`}<label for="email">${SIGNUP.email}</label>
<input type="email" id="email" name="email" maxlength="254" autocomplete="email" required value="${entered?.email ?? ''}" aria-describedby="email-hint${
    problems.email === undefined ? '' : ' email-problem'
  }"${problems.email !== undefined && markup` aria-invalid="true"`}>
<p class="hint" id="email-hint">${SIGNUP.emailHint}</p>
${problemOf('email', problems.email)}<div class="away" aria-hidden="true"><label for="website">${SIGNUP.trap}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<input type="hidden" name="stempel" value="${stamp}">
<p class="hint">${SIGNUP.privacyHint} <a href="${below(publicUrl, '/datenschutz')}">${SIGNUP.privacy}</a>.</p>`;

/** One newsletter to tick, with what is agreed to by it. */
export const choiceOf = ({ channel, newsletter, text }: SignupChoice, at: number, chosen: readonly string[]): Markup =>
  markup`<div class="choice"><input type="checkbox" id="liste-${at}" name="liste" value="${channel}" aria-describedby="liste-${at}-text"${
    chosen.includes(channel) && markup` checked`
  }><div><label for="liste-${at}">${newsletter}</label><p class="hint" id="liste-${at}-text">${text}</p></div></div>
`;

const problemOf = (name: string, problem: string | undefined): Markup | undefined =>
  problem === undefined ? undefined : markup`<p class="problem" id="${name}-problem">${problem}</p>`;

const described = (name: string, problem: string | undefined): Markup | undefined =>
  problem === undefined ? undefined : markup` aria-describedby="${name}-problem"`;

/** What everybody sees who sent the form. */
export const askedPage = (): string =>
  pageShell({
    title: ASKED.title,
    secret: true,
    main: [
      markup`<h1>${ASKED.title}</h1><p class="lead">${ASKED.text}</p>
<details><summary>${ASKED.missing}</summary><p>${ASKED.rules}</p><p>${ASKED.three} <a href="/newsletter/auskunft">${DATA_REQUEST.title}</a>.</p></details>`,
    ],
  });

/** Shows what was asked for and asks for the click; opening it confirms nothing. */
export const confirmSignupPage = ({ texts, action }: { readonly texts: readonly string[]; readonly action: string }): string =>
  pageShell({
    title: CONFIRM_SIGNUP.title,
    secret: true,
    main: [
      markup`<h1>${CONFIRM_SIGNUP.title}</h1><p class="lead">${CONFIRM_SIGNUP.question}</p><ul>${texts.map((text) => markup`<li>${text}</li>`)}</ul>
<form method="post" action="${action}"><p><button type="submit">${CONFIRM_SIGNUP.button}</button></p></form>
<p class="hint">${CONFIRM_SIGNUP.hint}</p>`,
    ],
  });

/** What was confirmed. */
export const signedUpPage = (newsletters: readonly string[]): string =>
  pageShell({
    title: CONFIRM_SIGNUP.doneTitle,
    secret: true,
    main: [
      markup`<h1>${CONFIRM_SIGNUP.doneTitle}</h1><p class="lead">${CONFIRM_SIGNUP.done}</p><ul>${newsletters.map((name) => markup`<li>${name}</li>`)}</ul><p>${CONFIRM_SIGNUP.leave}</p>`,
    ],
  });

/** A link that was used or is too old. */
export const signupGonePage = (): string =>
  messagePage(
    { title: CONFIRM_SIGNUP.goneTitle, text: CONFIRM_SIGNUP.gone },
    { href: '/newsletter', label: CONFIRM_SIGNUP.again },
  );

/** What was asked for was given up before it was confirmed. */
export const newsletterEndedPage = (): string =>
  messagePage(
    { title: CONFIRM_SIGNUP.endedTitle, text: CONFIRM_SIGNUP.ended },
    { href: '/newsletter', label: CONFIRM_SIGNUP.again },
  );
