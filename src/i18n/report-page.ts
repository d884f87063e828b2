import type { HalfYear } from '#domain/calendar';
import type { Language } from '#domain/content';
import type { Region } from '#domain/organisation';
import type { Cause, Fate, Promoted } from '#domain/report';
import { REASON_WORDS, REGION_WORDS, type Words, words } from './words';

/** Words of the report (UI: Bericht). */
export const REPORT = {
  title: words('Bericht', 'Report'),
  lead: words(
    'Gezählt wird aus dem Nachweis: was eine Regel verlangte und was daraus wurde. Eigene Inhalte auf eigenen Kanälen und Korrekturen zählen nicht.',
    'Counted from the ledger: what a clause asked for and what became of it. Own content on own channels and corrections do not count.',
  ),
  choose: words('Halbjahr', 'Half-year'),
  csv: words('Als Tabelle herunterladen (CSV)', 'Download as table (CSV)'),
  print: words('Drucken', 'Print'),
  regions: words('Nord und Süd', 'North and South'),
  whom: words('Wer wen bewarb', 'Who promoted whom'),
  whomHint: words(
    'Zeile: wer getragen hat. Spalte: wessen Inhalt es war. Gezählt sind übermittelte Ausspielungen, in Klammern die Inhalte.',
    'Row: who carried. Column: whose content it was. Counted are transmitted deliveries, in brackets the contents.',
  ),
  carrier: words('Getragen von', 'Carried by'),
  organiser: words('Inhalte von', 'Contents of'),
  sum: words('Summe', 'Sum'),
  promises: words('Zusagen der Vereinbarung', 'Promises of the agreement'),
  proposals: words('Vorschläge, nicht beschlossen', 'Proposals, not agreed'),
  proposalsHint: words('Diese Regeln zählen nicht als Zusage.', 'These clauses do not count as promises.'),
  noPromises: words(
    'In diesem Halbjahr gilt keine beschlossene Regel. Unter „Vereinbarungen“ lässt sich eine Fassung beschließen.',
    'No agreed clause applies in this half-year. A version can be adopted under “Agreements”.',
  ),
  asked: words('zugesagt', 'promised'),
  wanted: words('verlangt', 'asked for'),
  why: words('Gründe', 'Reasons'),
  none: words('ohne Angabe', 'not stated'),
  nothing: words(
    'In diesem Halbjahr hat noch keine Regel etwas verlangt. Sobald ein Inhalt veröffentlicht ist, steht hier, was daraus wird.',
    'No clause has asked for anything in this half-year yet. As soon as content is published, this page says what becomes of it.',
  ),
} as const;

/** What became of what was promised. */
export const FATE_WORDS: Readonly<Record<Fate, Words>> = {
  done: words('erledigt', 'done'),
  open: words('offen', 'open'),
  unclear: words('zu klären', 'to be settled'),
  declined: words('abgelehnt', 'declined'),
  missed: words('verpasst', 'missed'),
};

/** `2. Halbjahr 2026`. */
export const halfYearInWords = ({ year, half }: HalfYear, language: Language): string =>
  language === 'de' ? `${half}. Halbjahr ${year}` : `${half === 1 ? 'First' : 'Second'} half of ${year}`;

/** `12 Ausspielungen (5 Inhalte)`. */
export const promotedInWords = ({ messages, contents }: Promoted, language: Language): string =>
  language === 'de'
    ? `${messages} ${messages === 1 ? 'Ausspielung' : 'Ausspielungen'} (${contents} ${contents === 1 ? 'Inhalt' : 'Inhalte'})`
    : `${messages} ${messages === 1 ? 'delivery' : 'deliveries'} (${contents} ${contents === 1 ? 'content' : 'contents'})`;

/** `Nordhessen bewarb Südhessen`. */
export const regionsInWords = (carrier: Region, organiser: Region): Words =>
  words(
    `${REGION_WORDS[carrier].de} bewarb ${REGION_WORDS[organiser].de}`,
    `${REGION_WORDS[carrier].en} promoted ${REGION_WORDS[organiser].en}`,
  );

/** `mindestens 4 je Halbjahr`. */
export const minimumInWords = (minimum: number): Words =>
  words(`mindestens ${minimum} je Halbjahr`, `at least ${minimum} per half-year`);

/** `2 × verpasst: Zu spät eingetragen oder bereits vorbei`. */
export const causeInWords = ({ fate, why, count }: Cause, language: Language): string => {
  const known = Object.entries(REASON_WORDS).find(([reason]) => reason === why)?.[1][language];
  return `${count} × ${FATE_WORDS[fate][language]}: ${known ?? why ?? REPORT.none[language]}`;
};

/** Headings of the table that is downloaded. */
export const REPORT_COLUMNS = {
  content: words('Inhalt', 'Content'),
  organiser: words('Von', 'From'),
  carrier: words('Getragen von', 'Carried by'),
  channel: words('Kanal', 'Channel'),
  purpose: words('Anlass', 'Purpose'),
  clause: words('Regel', 'Clause'),
  text: words('Wortlaut der Regel', 'Text of the clause'),
  agreed: words('Beschlossen', 'Agreed'),
  alsoFulfils: words('Erfüllt auch', 'Also fulfils'),
  due: words('Termin (Berliner Zeit)', 'Due (Berlin time)'),
  sent: words('Übermittelt (Berliner Zeit)', 'Transmitted (Berlin time)'),
  fate: words('Ergebnis', 'Result'),
  status: words('Stand', 'Status'),
  why: words('Grund', 'Reason'),
  url: words('Zu sehen unter', 'To be seen at'),
} as const;

export const YES_NO = { yes: words('ja', 'yes'), no: words('nein', 'no') } as const;
