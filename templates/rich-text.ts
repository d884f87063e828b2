import { below } from '#domain/addresses';
import { stripControls } from '#domain/text';
import { isWebAddress } from '#domain/web-address';
import { escapeHtml, type Markup } from './markup';

/**
 * Rich text of editors as HTML that carries text structure and links only: whatever is not on the list is dropped or shown as
 * text, every element is closed, links are absolute (http, https, mailto). Built anew from recognised tags, so that nothing
 * unknown gets through.
 */
export const safeHtml = (html: string, publicUrl: string): Markup => {
  const source = stripControls(html).replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
  const open: string[] = [];
  let out = '';
  let at = 0;
  for (const match of source.matchAll(TAG)) {
    out += textOf(source.slice(at, match.index));
    at = match.index + match[0].length;
    const [, slash, name = '', attributes = ''] = match;
    out += slash ? closed(open, elementOf(name)) : opened(open, elementOf(name), attributes, publicUrl);
  }
  out += textOf(source.slice(at));
  return { markup: out + closers(open, 0) };
};

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>|<!--[\s\S]*?-->/gi;

const ELEMENTS = new Set('p h2 h3 h4 ul ol li strong em b i u s sub sup blockquote code pre br hr a'.split(' '));
const VOID = new Set(['br', 'hr']);

/** Headings stay below the page's own; anything not on the list is undefined. */
const elementOf = (name: string): string | undefined => {
  const lower = name.toLowerCase();
  const renamed = lower === 'h1' ? 'h2' : /^h[56]$/.test(lower) ? 'h4' : lower;
  return ELEMENTS.has(renamed) ? renamed : undefined;
};

const opened = (open: string[], element: string | undefined, attributes: string, publicUrl: string): string => {
  if (!element) return '';
  if (VOID.has(element)) return `<${element}>`;
  const target = element === 'a' ? linkTarget(attributes, publicUrl) : undefined;
  if (element === 'a' && !target) return '';
  open.push(element);
  return target ? `<a href="${target}">` : `<${element}>`;
};

const closed = (open: string[], element: string | undefined): string => {
  const index = element ? open.lastIndexOf(element) : -1;
  return index < 0 ? '' : closers(open, index);
};

/** Closes everything from the innermost element out to the one at `index`. */
const closers = (open: string[], index: number): string =>
  open
    .splice(index)
    .reverse()
    .map((element) => `</${element}>`)
    .join('');

const linkTarget = (attributes: string, publicUrl: string): string | undefined => {
  const [, double, single] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
  const href = (double ?? single ?? '').trim();
  if (isWebAddress(href) || /^mailto:\S+$/i.test(href)) return attributeOf(href);
  return /^\/(?!\/)\S*$/.test(href) ? attributeOf(below(publicUrl, href)) : undefined;
};

// What comes in is HTML already: its entities stay, its loose characters do not.
const LOOSE_AMPERSAND = /&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi;
const attributeOf = (value: string): string => textOf(value).replaceAll('"', '%22');
const textOf = (text: string): string => text.replace(LOOSE_AMPERSAND, '&amp;').replace(/[<>]/g, escapeHtml);
