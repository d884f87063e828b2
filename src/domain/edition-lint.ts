import { contrast, READABLE } from './contrast';

/** What an edition is checked by before it leaves. */
export type EditionFacts = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Size of the HTML as it travels, in bytes (RFC 2045 adds to it). */
  readonly bytes: number;
  /** Stands in both versions for the link by which each person leaves the newsletter. */
  readonly unsubscribe: string;
  /** All that stands in it for something of each person, that link among them. */
  readonly filled: readonly string[];
  /** Who publishes it, as the law wants it (DDG § 5). */
  readonly imprint: string | undefined;
  readonly colour: string | undefined;
  /** Where our pages are: among them those by which people leave. */
  readonly publicUrl: string;
  /** Links that somebody followed and that lead nowhere; none where nobody looked. */
  readonly deadLinks?: readonly string[] | undefined;
};

export type FindingCode =
  | 'imprint-missing'
  | 'unsubscribe-missing'
  | 'too-large'
  | 'large'
  | 'pale-colour'
  | 'filler'
  | 'alt-missing'
  | 'dead-link'
  | 'no-https';

/** What a check found. Red: it must not leave like this. Yellow: people should know. `detail` quotes what it is about. */
export type Finding = {
  readonly code: FindingCode;
  readonly level: 'red' | 'yellow';
  readonly detail?: string | undefined;
};

/** Gmail clips a mail at about 102 KB, and with it the imprint and the link for leaving. */
const LARGE_BYTES = 90 * 1024;
const TOO_LARGE_BYTES = 100 * 1024;

/** What is wrong with an edition, the worst first; nothing where it may leave. */
export const lintEdition = (facts: EditionFacts): readonly Finding[] =>
  [...wrong(facts), ...doubtful(facts)].sort((a, b) => Number(a.level === 'yellow') - Number(b.level === 'yellow'));

/** True when something was found that must not leave. */
export const isBlocked = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'red');

const wrong = ({ subject, html, text, bytes, unsubscribe, filled, imprint, colour }: EditionFacts): readonly Finding[] => [
  ...(imprint?.trim() ? [] : [red('imprint-missing')]),
  ...(html.includes(`href="${unsubscribe}"`) && text.includes(unsubscribe) ? [] : [red('unsubscribe-missing')]),
  ...(bytes > TOO_LARGE_BYTES ? [red('too-large', sizeOf(bytes))] : []),
  ...(colour && contrast(colour, '#ffffff') < READABLE ? [red('pale-colour', colour)] : []),
  ...fillersIn(`${subject}\n${text}`, filled).map((found) => red('filler', found)),
];

const doubtful = ({ html, bytes, publicUrl, deadLinks = [] }: EditionFacts): readonly Finding[] => [
  ...(bytes > LARGE_BYTES && bytes <= TOO_LARGE_BYTES ? [yellow('large', sizeOf(bytes))] : []),
  ...(hasImageWithoutAlt(html) ? [yellow('alt-missing')] : []),
  ...(isEncrypted(publicUrl) ? [] : [yellow('no-https', publicUrl)]),
  ...deadLinks.map((link) => yellow('dead-link', link)),
];

const red = (code: FindingCode, detail?: string): Finding => ({ code, level: 'red', detail });
const yellow = (code: FindingCode, detail?: string): Finding => ({ code, level: 'yellow', detail });

/** Mail programs offer to leave with one click by https alone (RFC 8058, 3.1); what stays on this machine reaches none. */
const isEncrypted = (publicUrl: string): boolean =>
  /^(?:https:|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$))/i.test(publicUrl);

const sizeOf = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** What people write where a text is still to come, and the fields of other newsletter programs, which nothing fills here. */
const FILLERS = /\bX{3,}\b|\bLorem ipsum\b|\bHier (?:Text )?eingeben\b|\bPlatzhaltertext\b|\bTODO\b|\bTBD\b|\{\{[^{}\n]*\}\}/giu;

const fillersIn = (text: string, filled: readonly string[]): readonly string[] =>
  [...new Set(text.match(FILLERS) ?? [])].filter((found) => !filled.includes(found));

const hasImageWithoutAlt = (html: string): boolean =>
  (html.match(/<img\b[^>]*>/g) ?? []).some((tag) => !/\balt="[^"]+"/.test(tag));
