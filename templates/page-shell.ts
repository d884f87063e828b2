import { PAGE } from '#i18n/pages';
import { type Markup, markup } from './markup';
import { PAGE_STYLE } from './page-style';

type ShellInput = {
  readonly title: string;
  readonly main: readonly (Markup | undefined)[];
  /** Canonical address, feeds, description: further elements of the head. */
  readonly head?: readonly Markup[];
  /** Pages behind a link with a token: kept out of search engines, their address told to nobody. */
  readonly secret?: boolean;
};

/** A whole HTML page, German, without scripts; styles are allowed by `PAGE_STYLE_HASH`. */
export const pageShell = ({ title, main, head = [], secret = false }: ShellInput): string =>
  markup`<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${title === PAGE.site ? `${PAGE.site} – ${PAGE.claim}` : `${title} – ${PAGE.site}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${secret && markup`<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">`}
${head}
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
<a class="skip" href="#inhalt">${PAGE.skip}</a>
<div class="edge"></div>
<header><a class="brand" href="/"><b>Nord</b><i>süd</i></a></header>
<main id="inhalt">
${main.filter((part) => part !== undefined)}
</main>
<footer><p class="links"><a href="/">${PAGE.home}</a> · <a href="/feeds/alle.xml">${PAGE.feed}</a></p><p>${PAGE.berlinTime}</p></footer>
</body>
</html>
`.markup;
