import { stripControls } from '#domain/text';

/** A piece of HTML that is safe to show: made by `markup` (everything in it escaped) or by `safeHtml`. */
export type Markup = { readonly markup: string };

type Piece = Markup | string | number | undefined | false | readonly Markup[];

/** Template tag: strings and numbers in it are escaped, markup and lists of markup go in as they are, undefined and false vanish. */
export const markup = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: strings.reduce((html, string, index) => html + pieceText(pieces[index - 1]) + string),
});

/** Text as HTML text or attribute value, controls removed. */
export const escapeHtml = (text: string): string => stripControls(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** A text of several lines as paragraphs. */
export const paragraphs = (text: string): readonly Markup[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => markup`<p>${line}</p>`);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const pieceText = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece));
  return 'markup' in piece ? piece.markup : piece.map((part) => part.markup).join('');
};
