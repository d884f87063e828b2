import { archiveUrl, signupUrl } from '#domain/addresses';
import { ARCHIVE } from '#i18n/archive';
import { markup } from './markup';

/** Marks a paragraph that is meant for one person's mail, or for mail programs: the web version goes without it. */
export const MAIL_ONLY = 'mail-only';

/**
 * An edition for everybody, from the mail as it was sent: without what belongs to one person, and with the way to the others where
 * the mail had the way here.
 */
export const webVersion = (html: string, newsletterSlug: string, publicUrl: string): string => {
  const ways = markup`<p class="muted" lang="de" style="margin:0 0 10px;font-size:14px;line-height:21px;text-align:right"><a class="link" href="${archiveUrl(newsletterSlug, publicUrl)}">${ARCHIVE.all}</a> · <a class="link" href="${signupUrl(publicUrl)}">${ARCHIVE.subscribe}</a></p>`;
  let isFirst = true;
  const forAll = html.replace(MAIL_ONLY_PARAGRAPH, () => {
    const instead = isFirst ? ways.markup : '';
    isFirst = false;
    return instead;
  });
  return forAll.replace(PERSONAL_LINK, '').replace(BODY, '$1<main>$2</main>$3');
};

/** Paragraphs do not nest. */
const MAIL_ONLY_PARAGRAPH = new RegExp(`<p\\b[^>]*\\bclass="[^"]*\\b${MAIL_ONLY}\\b[^"]*"[^>]*>.*?</p>`, 'gs');

/** All of a mail is what a page would have in its main part; mail programs know no such thing. */
const BODY = /(<body\b[^>]*>)(.*)(<\/body>)/s;

/** Stands for a person's own link wherever a mail still has one. */
const PERSONAL_LINK = /\{\{[a-z-]+\}\}/g;
