/**
 * The text of a status as its readers see it, from the HTML that Mastodon makes of it: paragraphs and line breaks, addresses in three
 * pieces of which two are not shown, hashtags and mentions as links.
 */
export const textOfStatus = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => signOf(whole, decimal, hex, name))
    .trim();

/**
 * Whether a status says what we handed over: white space and the composition of letters are the server's affair, and of somebody who is
 * mentioned it shows the name without the server.
 */
export const isSameText = (html: string, text: string): boolean => comparable(textOfStatus(html)) === comparable(text);

const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(@[\w.-]+)@[\w.-]+\w/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const signOf = (whole: string, decimal?: string, hex?: string, name?: string): string => {
  if (name) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};
