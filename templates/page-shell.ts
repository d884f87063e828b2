import { TAB_ICON } from '#i18n/brand';
import { NAVIGATION, PAGE } from '#i18n/pages';
import { type Markup, markup } from './markup';
import { PAGE_STYLE } from './page-style';

type ShellInput = {
  readonly title: string;
  readonly main: readonly (Markup | undefined)[];
  /** Canonical address, feeds, description: further elements of the head. */
  readonly head?: readonly Markup[];
  /** For lists and texts with facts beside them; messages and forms are narrow. */
  readonly wide?: boolean;
  /** Pages behind a link with a token: kept out of search engines, their address told to nobody. */
  readonly secret?: boolean;
};

/** A whole HTML page, German, without scripts; styles are allowed by `PAGE_STYLE_HASH`. */
export const pageShell = ({ title, main, head = [], wide = false, secret = false }: ShellInput): string =>
  markup`<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${title === PAGE.site ? `${PAGE.site} – ${PAGE.claim}` : `${title} – ${PAGE.site}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="${TAB_ICON}">
${secret && markup`<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">`}
${head}
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
<a class="skip" href="#inhalt">${PAGE.skip}</a>
<div class="edge"></div>
<header><div class="bar"><a class="brand" href="/">${MARK}<span><b>Nord</b><i>süd</i></span></a>
<nav aria-label="${PAGE.mainNavigation}">${links(NAVIGATION.head)}</nav></div></header>
<main id="inhalt"${wide && markup` class="wide"`}>
${main.filter((part) => part !== undefined)}
</main>
<footer><div class="bar"><p>${PAGE.berlinTime}</p><nav aria-label="${PAGE.footNavigation}">${links(NAVIGATION.foot)}</nav></div></footer>
</body>
</html>
`.markup;

/** A page that only says something, and leads on where there is a way; behind a link with a token, as all of them are. */
export const messagePage = (
  { title, text }: { readonly title: string; readonly text: string },
  way?: { readonly href: string; readonly label: string },
): string =>
  pageShell({
    title,
    secret: true,
    main: [markup`<h1>${title}</h1><p class="lead">${text}</p>`, way && markup`<p><a href="${way.href}">${way.label}</a></p>`],
  });

/** The head of a page that search engines may find at one address only. */
export const findable = (canonical: string, description: string): Markup =>
  markup`<link rel="canonical" href="${canonical}">
<meta name="description" content="${description}">`;

/** Tells feed readers where a feed is. */
export const feedLink = (title: string, href: string): Markup =>
  markup`<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

const links = (list: readonly { readonly href: string; readonly label: string }[]): Markup =>
  markup`<ul>${list.map(({ href, label }) => markup`<li><a href="${href}">${label}</a></li>`)}</ul>`;

const MARK = markup`<svg viewBox="0 0 24 24" aria-hidden="true"><path class="north" fill="currentColor" d="M2 11a10 10 0 0 1 20 0Z"/><path class="south" fill="none" stroke="currentColor" stroke-width="2" d="M3 14a9 9 0 0 0 18 0Z"/></svg>`;
