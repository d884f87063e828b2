import { IMPORT_LENGTH, IMPORT_ROWS, type ImportVerdict } from '#domain/subscriber-import';
import { type Words, words } from './words';

const inBoth = (count: number) => ({ de: count.toLocaleString('de-DE'), en: count.toLocaleString('en-GB') });
const ROWS = inBoth(IMPORT_ROWS);
const [TEXT_LENGTH, SOURCE_LENGTH] = [inBoth(IMPORT_LENGTH.text), inBoth(IMPORT_LENGTH.source)];

/** Words of the page that takes subscribers over from elsewhere. */
export const IMPORT = {
  title: words('Abonnements übernehmen', 'Take over subscriptions'),
  lead: words(
    'Übernehmen Sie nur Menschen, die diesen Newsletter nachweislich bestellt haben. Zu jeder Adresse gehören der Tag, der Wortlaut und die Herkunft der Einwilligung. Wer abbestellt hat oder gesperrt ist, wird nie wieder eingetragen.',
    'Take over only people who provably ordered this newsletter. Each address comes with day, wording and origin of the consent. Whoever left or is suppressed is never entered again.',
  ),
  none: words(
    'Ihr Haus hat keinen Newsletter, der von hier verschickt wird.',
    'Your organisation has no newsletter that is sent from here.',
  ),
  newsletter: words('Newsletter', 'Newsletter'),
  file: words('CSV-Datei auswählen', 'Choose a CSV file'),
  csv: words('Oder hier einfügen', 'Or paste it here'),
  csvHint: words(
    `Die erste Zeile nennt die Spalten: adresse; sprache; datum; wortlaut; herkunft. Höchstens ${ROWS.de} Zeilen. Das Datum etwa als 14.03.2025, die Sprache als de oder en; ohne Angabe gilt die des Newsletters.`,
    `The first line names the columns: address; language; date; wording; origin. At most ${ROWS.en} rows. Dates such as 14.03.2025 or 2025-03-14, languages de or en; without any the newsletter’s counts.`,
  ),
  text: words('Wortlaut der Einwilligung', 'Wording of the consent'),
  textHint: words(
    'Gilt für alle Zeilen ohne eigenen Wortlaut, zum Beispiel: „Ja, ich möchte den Newsletter … per E-Mail erhalten.“',
    'Counts for all rows without a wording of their own, for example: “Yes, I want to receive the newsletter … by e-mail.”',
  ),
  source: words('Herkunft', 'Origin'),
  sourceHint: words(
    'Gilt für alle Zeilen ohne eigene Angabe: wo und wie bestellt wurde, und wo der Beleg liegt.',
    'Counts for all rows without one of their own: where and how it was ordered, and where the record is.',
  ),
  check: words('Prüfen', 'Check'),
  checking: words('Wird geprüft …', 'Checking …'),
  take: words('Jetzt übernehmen', 'Take over now'),
  taking: words('Wird übernommen …', 'Taking over …'),
  report: words('Prüfung', 'Check'),
  line: words('Zeile', 'Line'),
  address: words('Adresse', 'Address'),
  verdict: words('Ergebnis', 'Result'),
} as const;

/** What becomes of a row, and what to do about it. */
export const VERDICT_WORDS: Readonly<Record<ImportVerdict, Words>> = {
  accepted: words('wird übernommen', 'is taken over'),
  present: words('ist schon angemeldet', 'is subscribed already'),
  suppressed: words('hat abbestellt oder ist gesperrt; bleibt draußen', 'left or is suppressed; stays out'),
  duplicate: words('steht schon weiter oben', 'stands further up already'),
  'bad-address': words('Adresse nicht lesbar; bitte berichtigen', 'address not readable; please correct'),
  'bad-language': words('Sprache nicht lesbar; bitte de oder en angeben', 'language not readable; please give de or en'),
  'bad-date': words(
    'Nachweis fehlt: Tag der Einwilligung, zum Beispiel 14.03.2025',
    'proof missing: day of the consent, for example 2025-03-14',
  ),
  'no-text': words('Nachweis fehlt: Wortlaut der Einwilligung', 'proof missing: wording of the consent'),
  'no-source': words('Nachweis fehlt: Herkunft der Einwilligung', 'proof missing: origin of the consent'),
  'too-long': words(
    `Wortlaut (höchstens ${TEXT_LENGTH.de} Zeichen) oder Herkunft (${SOURCE_LENGTH.de}) zu lang; bitte prüfen`,
    `wording (at most ${TEXT_LENGTH.en} characters) or origin (${SOURCE_LENGTH.en}) too long; please check`,
  ),
};

/** Why nothing was looked at. */
export const IMPORT_REFUSED = {
  forbidden: words(
    'Abonnements übernimmt die Redaktion des Hauses, dem der Newsletter gehört, die Koordination oder die Administration.',
    'Subscriptions are taken over by the editors of the newsletter’s organisation, by coordination or administration.',
  ),
  empty: words('Bitte wählen Sie eine Datei aus, oder fügen Sie die Tabelle ein.', 'Please choose a file or paste the table.'),
  columns: words(
    'Die erste Zeile muss die Spalten nennen, mindestens „adresse“ und „datum“.',
    'The first line must name the columns, at least “address” and “date”.',
  ),
  rows: words(
    `Das sind mehr als ${ROWS.de} Zeilen. Bitte teilen Sie die Tabelle auf.`,
    `These are more than ${ROWS.en} rows. Please split the table.`,
  ),
  tooLarge: words(
    'Die Tabelle ist größer als 2 MB. Bitte teilen Sie sie auf.',
    'The table is larger than 2 MB. Please split it.',
  ),
} as const;

/** Where a table breaks off. */
export const unreadableLine = (line: number): Words =>
  words(
    `Die Tabelle lässt sich ab Zeile ${line} nicht lesen. Bitte prüfen Sie dort die Anführungszeichen.`,
    `The table cannot be read from line ${line} on. Please check the quotation marks there.`,
  );

/** What was taken over. */
export const takenWords = (added: number): Words =>
  added === 1
    ? words('1 Abonnement ist übernommen.', '1 subscription was taken over.')
    : words(`${added} Abonnements sind übernommen.`, `${added} subscriptions were taken over.`);

/** How many rows are not shown. */
export const moreRows = (count: number): Words => words(`und ${count} weitere`, `and ${count} more`);
