import { sectionsText } from './edition-text';
import { type EditionInput, type EditionWords, type EntryWords, sectionsInWords } from './edition-words';
import type { FundingWords } from './funding-words';
import { type Markup, markup } from './markup';

/** What a block is made of; sections come arranged by `arrangeEdition`. */
export type BlockInput = Omit<EditionInput, 'edition'>;

/**
 * What is due on a newsletter that its body sends with a tool of its own: a piece of HTML to paste into its mail, and the same as
 * plain text. Headings, paragraphs and links alone, each with its few styles inline: editors such as TYPO3's keep the structure when
 * they drop the styles, Outlook and newsletter tools show both. Colours and fonts are those of the newsletter it comes into.
 */
export const composeBlock = (input: BlockInput): { readonly html: string; readonly text: string } => {
  const sections = sectionsInWords(input);
  return { html: sections.map((section) => sectionHtml(section).markup).join('\n'), text: sectionsText(sections).trim() };
};

const sectionHtml = ({ heading, entries }: EditionWords['sections'][number]): Markup =>
  markup`<h2 style="margin:28px 0 8px">${heading}</h2>
${entries.map(entryHtml)}`;

const entryHtml = (entry: EntryWords): Markup => {
  const facts = [entry.when, entry.previously, entry.place].filter((line) => line !== undefined);
  return markup`<h3 style="margin:20px 0 4px">${entry.mark && markup`${entry.mark.text}: `}<a href="${entry.url}">${entry.title}</a></h3>
${facts.length > 0 && paragraph(facts.map((fact) => markup`${fact}`))}
${entry.teaser !== '' && paragraph([markup`${entry.teaser}`])}
${paragraph(linesBelow(entry))}
${entry.funding && fundingHtml(entry.funding)}
`;
};

const linesBelow = ({ owners, deadline, link, url, pageLabel }: EntryWords): readonly Markup[] => [
  markup`${owners}`,
  ...(deadline ? [markup`${deadline}`] : []),
  ...(link ? [markup`<a href="${link.url}">${link.label}</a>`] : []),
  markup`<a href="${url}">${pageLabel}</a>`,
];

const paragraph = (lines: readonly Markup[]): Markup =>
  markup`<p style="margin:0 0 8px">${lines.map((line, at) => (at > 0 ? markup`<br>${line}` : line))}</p>`;

/** Logos of funders stand in one height, as in our own newsletters. */
const LOGO_HEIGHT = 40;

const fundingHtml = ({ lines, logo }: FundingWords): Markup =>
  markup`${logo && logoHtml(logo)}${lines.length > 0 && paragraph(lines.map((line) => markup`${line}`))}`;

const logoHtml = ({ url, alt, width, height }: NonNullable<FundingWords['logo']>): Markup => {
  const shown = Math.round((LOGO_HEIGHT * width) / height);
  return markup`<p style="margin:0 0 4px"><img src="${url}" alt="${alt}" width="${shown}" height="${LOGO_HEIGHT}"></p>`;
};
