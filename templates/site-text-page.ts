import { below } from '#domain/addresses';
import { SITE_TEXT_HINT, SITE_TEXT_PAGES } from '#i18n/pages';
import { markup } from './markup';
import { findable, pageShell } from './page-shell';
import { safeHtml } from './rich-text';

/** A page of rich text that people write, cleaned here; says who can write it while nobody has. */
export const siteTextPage = (
  which: keyof typeof SITE_TEXT_PAGES,
  path: string,
  publicUrl: string,
  html: string | undefined,
): string => {
  const { title, missing } = SITE_TEXT_PAGES[which];
  return pageShell({
    title,
    head: [findable(below(publicUrl, path), title)],
    main: [
      markup`<h1>${title}</h1>`,
      html ? safeHtml(html, publicUrl) : markup`<p class="lead">${missing}</p><p>${SITE_TEXT_HINT}</p>`,
    ],
  });
};
