/** Words of the public pages; these are German only, as the bodies' own sites are. */
export const PAGE = {
  site: 'Nordsüd',
  claim: 'Veranstaltungen und Neues aus Nord- und Südhessen',
  skip: 'Zum Inhalt springen',
  mainNavigation: 'Hauptbereiche',
  footNavigation: 'Rechtliches und Feeds',
  berlinTime: 'Alle Uhrzeiten in Berliner Zeit.',
  allFeed: 'Alle Veranstaltungen und Meldungen',
  events: 'Kommende Veranstaltungen',
  news: 'Neues, Praxisbeispiele und Aufrufe',
  feed: 'Feed',
  feedOf: 'Feed von',
  feedsHint: 'Mit einem Feed-Leser erhalten Sie Neues, ohne eine E-Mail-Adresse anzugeben. Ein Feed für alles zusammen:',
  noEvents: 'Zurzeit ist hier kein Termin eingetragen.',
  noNews: 'Zurzeit ist hier nichts eingetragen.',
  bodies: 'Akteure und Feeds',
  bodiesHint: 'Diese Akteure haben vereinbart, einander zwischen Nord- und Südhessen bekannt zu machen.',
} as const;

/** What stands at the head and at the foot of every page. */
export const NAVIGATION = {
  head: [
    { href: '/#veranstaltungen', label: 'Veranstaltungen' },
    { href: '/#meldungen', label: 'Meldungen' },
    { href: '/#akteure', label: 'Akteure' },
    { href: '/newsletter', label: 'Newsletter' },
  ],
  foot: [
    { href: '/impressum', label: 'Impressum' },
    { href: '/datenschutz', label: 'Datenschutz' },
    { href: '/barrierefreiheit', label: 'Barrierefreiheit' },
    { href: '/feeds/alle.xml', label: 'Feed' },
  ],
} as const;

/** Whose contents the home page shows. */
export const FILTER = {
  label: 'Auswahl nach Region der Akteure',
  all: 'Alle',
  north: 'Akteure aus Nordhessen',
  south: 'Akteure aus Südhessen',
  hint: 'Die Auswahl richtet sich danach, für welche Region die Akteure stehen, nicht nach dem Ort der Veranstaltung.',
} as const;

/** The page of one body. */
export const BODY = {
  kicker: 'Akteur',
  region: 'Region',
  statewide: 'wirkt landesweit',
  website: 'Website',
  feed: 'Feed abonnieren',
  feedLabel: 'Feed',
  events: 'Eigene Veranstaltungen',
  news: 'Eigene Meldungen',
  promoted: 'Weitergegeben: Inhalte anderer Akteure',
  nothingPromoted: 'Zurzeit gibt dieser Akteur in seinem Feed nichts von anderen weiter.',
} as const;

/** What goes with a content's page. */
export const EXTRAS = {
  calendar: 'In den Kalender übernehmen',
  contact: 'Kontakt',
  files: 'Unterlagen',
  funding: 'Förderhinweis',
} as const;

/** The texts that only people can write. */
export const SITE_TEXT_PAGES = {
  imprint: {
    title: 'Impressum',
    missing: 'Hier steht bald das Impressum; es ist noch nicht eingetragen.',
  },
  privacy: {
    title: 'Datenschutz',
    missing: 'Hier steht bald die Datenschutzerklärung; sie ist noch nicht eingetragen.',
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    missing: 'Hier steht bald die Erklärung zur Barrierefreiheit; sie ist noch nicht eingetragen.',
  },
} as const;

/** What to do while such a text is missing. */
export const SITE_TEXT_HINT =
  'Eintragen können den Text die Administration und die Koordination, im Verwaltungsbereich unter „Rechtliche Texte“.';

/** A PDF file behind a link: `PDF, 1,2 MB`. */
export const pdfInWords = (bytes: number): string => {
  const size = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${oneDigit(bytes / 1_000_000)} MB`;
  return `PDF, ${size}`;
};

const oneDigit = (value: number): string => value.toFixed(1).replace('.', ',');

/** Labels of the facts on a content's page. */
export const FACT = {
  when: 'Wann',
  where: 'Wo',
  how: 'Teilnahme',
  cost: 'Kosten',
  deadline: 'Anmeldeschluss',
  answerBy: 'Frist',
  language: 'Sprache',
  published: 'Veröffentlicht',
} as const;

/** What a reader must know first about an event that is not as announced. */
export const STATE_BANNER = {
  cancelled: 'Abgesagt: Diese Veranstaltung findet nicht statt.',
  moved: 'Neuer Termin: Diese Veranstaltung findet an einem anderen Tag oder zu einer anderen Zeit statt.',
  postponed: 'Verschoben: Der neue Termin steht noch nicht fest.',
  past: 'Diese Veranstaltung ist vorbei.',
  soldOut: 'Ausgebucht: Es sind keine Plätze mehr frei.',
} as const;

/** The page that asks whether a post was published by hand. */
export const CONFIRM = {
  title: 'Haben Sie diesen Beitrag veröffentlicht?',
  channel: 'Kanal',
  text: 'Text des Beitrags',
  picture: 'Bild herunterladen',
  url: 'Adresse Ihres Beitrags (freiwillig)',
  urlHint: 'Zum Beispiel https://www.linkedin.com/posts/…',
  button: 'Ich habe es veröffentlicht',
  badUrl: 'Bitte geben Sie eine vollständige Adresse ein, die mit https:// beginnt, oder lassen Sie das Feld leer.',
} as const;

/** Until when a confirmation counts. */
export const confirmUntil = (moment: string): string =>
  `Bitte bestätigen Sie bis ${moment}. Danach gilt der Beitrag als verpasst.`;

/** The page that ends a subscription. */
export const UNSUBSCRIBE_PAGE = {
  title: 'Newsletter abbestellen',
  button: 'Newsletter abbestellen',
  hint: 'Möchten Sie den Newsletter behalten, schließen Sie einfach diese Seite.',
} as const;

/** Asks once more, naming the newsletter. */
export const unsubscribeQuestion = (newsletter: string): string =>
  `Möchten Sie den Newsletter „${newsletter}“ nicht mehr erhalten?`;

/** What was done, after a POST. */
export const doneWords = (what: 'confirmed' | 'unsubscribed', name: string): { readonly title: string; readonly text: string } =>
  what === 'confirmed'
    ? { title: 'Vielen Dank', text: `Der Beitrag auf „${name}“ ist als veröffentlicht vermerkt. Mehr ist nicht zu tun.` }
    : { title: 'Sie sind abgemeldet', text: `Sie erhalten den Newsletter „${name}“ ab sofort nicht mehr.` };

/** A link whose time is over. */
export const EXPIRED = {
  title: 'Dieser Link ist abgelaufen',
  text: 'Die Frist für diese Rückmeldung ist vorbei. Haben Sie den Beitrag veröffentlicht, vermerken Sie ihn bitte im Nachweis oder geben Sie Ihrer Redaktion Bescheid.',
} as const;

/** Nothing here. */
export const NOT_FOUND = {
  title: 'Diese Seite gibt es nicht',
  text: 'Vielleicht wurde der Inhalt zurückgezogen, oder die Adresse ist nicht vollständig.',
  way: 'Zur Übersicht der Veranstaltungen',
} as const;
