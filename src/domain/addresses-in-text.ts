/** An address in a text as networks recognise it; positions in UTF-16 units. */
export type FoundAddress = {
  readonly start: number;
  readonly end: number;
  /** Begins with `http(s)://`; else it is a bare domain. */
  readonly isWhole: boolean;
  /** Networks take exactly these signs for one address; of others they may see a part, or none. */
  readonly isCertain: boolean;
};

/**
 * Everything in a text that some network may take for an address, bare domains (`hessen.de`) included. It rather sees one too many (two
 * sentences without a blank between them) than one too few: what is counted too long makes no post too long.
 */
export const addressesIn = (text: string): readonly FoundAddress[] =>
  Array.from(text.matchAll(ADDRESS)).flatMap((match) => {
    const { host = '', port, query, scheme, strange } = match.groups ?? {};
    if (host === '' && strange === undefined) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const isWhole = (scheme ?? strange) !== undefined;
    const isKnown = CERTAIN_HOST.test(host) && (isWhole || (port ?? query) === undefined);
    const isCertain = isKnown && APART_BEFORE.test(text.slice(0, start)) && !GLUED_BEHIND.test(text.slice(end));
    return [{ start, end, isWhole, isCertain }];
  });

// A bare domain is one only in the scripts that networks know for it; what follows an @ is a mailbox or a person.
const SIGN = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\u0300-\\u036F\\d]';
const labelOf = (sign: string): string => `${sign}(?:(?:${sign}|[_-])*${sign})?\\.`;
const HOST = `(?:${labelOf(SIGN)})+(?:\\p{Script=Latin}(?:${SIGN}|-)*\\p{Script=Latin}|\\p{L}{2,})`;
const PATH = '(?:/[A-Za-z0-9_~./%+=&-]*[A-Za-z0-9/_=+-]|/)?';
const QUERY = '(?<query>\\?[A-Za-z0-9_~./%+=&-]*[A-Za-z0-9/_=&-])?';
const ADDRESS = new RegExp(
  `[@＠][\\w.-]+|(?<scheme>https?://)?(?<host>${HOST})(?<port>:\\d{1,5})?${PATH}${QUERY}|(?<strange>https?://)[^\\s/]*?\\.\\p{L}+`,
  'giu',
);

/** In plain letters, below the endings in use among us; of all there are no list here could keep count. */
const CERTAIN_HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\.)+(?:de|eu|org|com|net|info|io|at|ch)$/i;
const APART_BEFORE = /(?:^|[\s(),:;"'„‚»])$/u;
const GLUED_BEHIND = /^[\p{L}\p{M}\p{N}@＠+_-]/u;
