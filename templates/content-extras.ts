import { below } from '#domain/addresses';
import { oneLine } from '#domain/text';
import { EXTRAS, pdfInWords } from '#i18n/pages';
import type { FundingWords } from './funding-words';
import { type Markup, markup } from './markup';

/** Who answers questions about a content. */
export type ContactWords = {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
};

/** A PDF file that goes with a content; `path` below PUBLIC_URL. */
export type AttachmentWords = { readonly title: string; readonly path: string; readonly bytes: number };

/** Name, address and number of a person, the last two as links. */
export const contactBlock = ({ name, email, phone }: ContactWords): Markup => {
  const dialled = phone?.replace(/\(0\)|(?!^\+)[^\d]/g, '');
  const lines = [
    name && markup`${oneLine(name)}`,
    email && markup`<a href="mailto:${encodeURI(email)}">${email}</a>`,
    phone && (dialled ? markup`<a href="tel:${dialled}">${oneLine(phone)}</a>` : markup`${oneLine(phone)}`),
  ].filter((line) => typeof line === 'object');
  return markup`${lines.map((line, at) => (at > 0 ? markup`<br>${line}` : line))}`;
};

/** Files as links that say what they are and how large. */
export const attachmentLinks = (attachments: readonly AttachmentWords[], publicUrl: string): Markup =>
  markup`<ul class="links">${attachments.map(
    ({ title, path, bytes }) =>
      markup`<li><a href="${below(publicUrl, path)}" type="application/pdf">${oneLine(title)} (${pdfInWords(bytes)})</a></li>`,
  )}</ul>`;

/** A funder's logo and words. */
export const fundingBlock = ({ lines, logo }: FundingWords): Markup =>
  markup`<aside class="funding" aria-label="${EXTRAS.funding}">${
    logo && markup`<img src="${logo.url}" alt="${logo.alt}" width="${logo.width}" height="${logo.height}">`
  }${lines.length > 0 && markup`<p>${lines.map((line, at) => (at > 0 ? markup`<br>${line}` : markup`${line}`))}</p>`}</aside>`;
