import type { ChannelSettings } from './channel';
import type { Decider } from './decision';
import type { Language } from './language';
import { isAbove } from './role';
import { isOnOffer } from './signup';
import { oneLine, stripControls } from './text';
import { type Instant, isBefore, Temporal, ZONE } from './time';

/** The newsletters somebody may take subscribers over to: one we send, as an editor of its own organisation, or from above. */
export const canImportTo = (channel: ChannelSettings, viewer: Decider): boolean =>
  isOnOffer(channel) && (isAbove(viewer) || (viewer.role === 'editor' && channel.carrier === viewer.organisation));

/** So many rows are taken over in one go. */
export const IMPORT_ROWS = 10_000;

/** So many people are added by one request, for none may take longer than proxies wait; the next one goes on. */
export const IMPORT_AT_ONCE = 1_000;

/** What a row of a table of subscribers may be: taken over, or why not. */
export const IMPORT_VERDICTS = [
  'accepted',
  'present',
  'suppressed',
  'duplicate',
  'bad-address',
  'bad-language',
  'bad-date',
  'no-text',
  'no-source',
  'too-long',
] as const;
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number];

/** So long a wording and an origin may be, in characters: a proof is kept whole or not at all. */
export const IMPORT_LENGTH = { text: 5_000, source: 1_000 } as const;

/** Columns of the table; the last two may be said once for all rows. */
export const IMPORT_COLUMNS = ['address', 'language', 'date', 'text', 'source'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** One row as typed. `line` is that of the table, its head being 1. */
export type ImportRow = { readonly line: number } & Readonly<Record<ImportColumn, string>>;

/** A person with the proof of their consent, ready to be taken over. */
export type ImportedReader = {
  readonly line: number;
  readonly email: string;
  readonly language: Language;
  /** The beginning of the day in Berlin. */
  readonly consentedAt: Instant;
  readonly text: string;
  readonly source: string;
};

/** A person, or what is wrong with the row; `readAddress` gives an address as mail programs take it. */
export const readImportRow = (
  row: ImportRow,
  { language, now }: { readonly language: Language; readonly now: Instant },
  readAddress: (typed: string) => string | undefined,
): ImportedReader | Extract<ImportVerdict, `bad-${string}` | `no-${string}` | 'too-long'> => {
  const email = readAddress(row.address);
  if (!email) return 'bad-address';
  const chosen = row.language.trim() === '' ? language : LANGUAGES.get(row.language.trim().toLowerCase());
  if (!chosen) return 'bad-language';
  const consentedAt = readDay(row.date, now);
  if (!consentedAt) return 'bad-date';
  const [text, source] = [stripControls(row.text).trim(), oneLine(row.source)];
  if (text === '') return 'no-text';
  if (text.length > IMPORT_LENGTH.text || source.length > IMPORT_LENGTH.source) return 'too-long';
  return source === '' ? 'no-source' : { line: row.line, email, language: chosen, consentedAt, text, source };
};

/** The column that a heading of the table means; undefined for one of no use. */
export const importColumn = (heading: string): ImportColumn | undefined =>
  HEADINGS.get(heading.toLowerCase().replace(/[^a-zäöü]/g, ''));

/** A map: an object would also know `constructor`, as every object does. */
const meanings = <Meaning>(names: Readonly<Record<string, Meaning>>): ReadonlyMap<string, Meaning> =>
  new Map(Object.entries(names));

const HEADINGS = meanings<ImportColumn>({
  ...{ adresse: 'address', email: 'address', mail: 'address', emailadresse: 'address', address: 'address' },
  ...{ sprache: 'language', language: 'language' },
  ...{ datum: 'date', einwilligungam: 'date', einwilligung: 'date', date: 'date' },
  ...{ wortlaut: 'text', text: 'text', wording: 'text' },
  ...{ herkunft: 'source', quelle: 'source', source: 'source', origin: 'source' },
});

const LANGUAGES = meanings<Language>({
  ...{ de: 'de', deutsch: 'de', german: 'de' },
  ...{ en: 'en', englisch: 'en', english: 'en' },
});

/** `14.03.2025` or `2025-03-14`, with or without a time behind it; no day to come, and none before there were newsletters. */
const readDay = (typed: string, now: Instant): Instant | undefined => {
  const [, day, month, year] = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(typed) ?? [];
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(typed);
  const parts = iso ? [iso[1], iso[2], iso[3]] : [year, month, day];
  if (parts.some((part) => part === undefined)) return undefined;
  const [y = 0, m = 0, d = 0] = parts.map(Number);
  try {
    const at = Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' }).toZonedDateTime(ZONE).toInstant();
    return y >= 1990 && isBefore(at, now) ? at : undefined;
  } catch {
    return undefined;
  }
};
