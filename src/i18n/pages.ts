/** Words of the public pages; these are German only, as the bodies' own sites are. */
export const PAGE = {
  site: 'Nordsüd',
  claim: 'Veranstaltungen und Neues aus Nord- und Südhessen',
  skip: 'Zum Inhalt springen',
  home: 'Zur Übersicht',
  feed: 'Als Feed abonnieren',
  berlinTime: 'Alle Uhrzeiten in Berliner Zeit.',
  allFeed: 'Alle Veranstaltungen und Meldungen',
  northEvents: 'Termine aus Nordhessen',
  southEvents: 'Termine aus Südhessen',
  news: 'Neues, Praxisbeispiele und Aufrufe',
  feeds: 'Feeds',
  feedsHint: 'Mit einem Feed-Leser erhalten Sie Neues, ohne eine E-Mail-Adresse anzugeben.',
  noEvents: 'Zurzeit ist hier kein Termin eingetragen.',
  noNews: 'Zurzeit ist hier nichts eingetragen.',
  bodies: 'Wer hier informiert',
} as const;

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
} as const;
