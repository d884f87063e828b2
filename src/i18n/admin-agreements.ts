import { words } from './words';

/** Field words of agreements. */
export const AGREEMENT = {
  title: words('Titel', 'Title'),
  version: words('Fassung', 'Version'),
  versionHint: words('Fortlaufende Nummer, jede nur einmal.', 'Running number, each used once.'),
  stateHint: words(
    'Eine beschlossene Fassung lässt sich nur noch lesen, weil der Nachweis sich auf sie beruft. Für Änderungen legen Sie mit „Duplizieren“ eine neue Fassung an.',
    'An adopted version can only be read, because the ledger refers to it. For changes create a new version with “Duplicate”.',
  ),
  inForceFrom: words('Gilt ab (Berliner Zeit)', 'In force from (Berlin time)'),
  clauses: words('Regeln', 'Clauses'),
} as const;

/** State of an agreement. */
export const AGREEMENT_STATES = { draft: words('Entwurf', 'Draft'), adopted: words('beschlossen', 'adopted') } as const;

/** Field words of a clause (UI: Regel). */
export const CLAUSE = {
  singular: words('Regel', 'Clause'),
  code: words('Kürzel', 'Code'),
  codeHint: words('Bleibt für immer, zum Beispiel N-S-1.', 'Stays for ever, for example N-S-1.'),
  kind: words('Art', 'Kind'),
  text: words('Wortlaut', 'Text'),
  sourceKind: words('Grundlage', 'Source'),
  quote: words('Zitat aus der Vereinbarung', 'Quote from the agreement'),
  fromRegions: words('Von Regionen', 'From regions'),
  fromOrganisations: words('Von Akteuren', 'From organisations'),
  toRegions: words('Für Regionen', 'To regions'),
  toOrganisations: words('Für Akteure', 'To organisations'),
  emptyMeansAll: words('Ohne Angabe: alle.', 'If empty: all.'),
  contentKinds: words('Arten von Inhalten', 'Kinds of contents'),
  places: words('Regionen des Orts (nur Veranstaltungen)', 'Regions of the place (events only)'),
  channelKinds: words('Arten von Kanälen', 'Kinds of channels'),
  announceDays: words('Ankündigen frühestens … Tage vorher', 'Announce at most … days before'),
  announceHint: words('Ohne Angabe: sofort nach dem Veröffentlichen.', 'If empty: as soon as it is published.'),
  remindDays: words('Erinnern … Tage vorher', 'Remind … days before'),
  lastCallDays: words('Letzter Aufruf … Tage vor Anmeldeschluss', 'Last call … days before the deadline'),
  silenceHours: words('Schweigen gilt nach … Stunden', 'Silence counts after … hours'),
  minimumPerHalfYear: words('Mindestens je Halbjahr', 'Minimum per half-year'),
  capPerWeek: words('Höchstens je Kanal und Woche', 'At most per channel and week'),
  perYear: words('Treffen je Jahr', 'Meetings per year'),
  validFrom: words('Gilt von (Berliner Zeit)', 'Valid from (Berlin time)'),
  validTo: words('Gilt bis (Berliner Zeit)', 'Valid to (Berlin time)'),
} as const;

/** Promotion or meetings. */
export const CLAUSE_KINDS = { promotion: words('Weitertragen', 'Promotion'), meetings: words('Treffen', 'Meetings') } as const;

/** What a clause rests on; only agreed ones count as promises. */
export const SOURCE_KINDS = {
  agreed: words('beschlossen', 'agreed'),
  proposal: words('Vorschlag, nicht beschlossen', 'Proposal, not agreed'),
} as const;

/** Field words of channels. */
export const CHANNEL = {
  paused: words('Kanal anhalten', 'Stop the channel'),
  pausedHint: words(
    'Was fällig wird, wartet, bis Sie den Kanal weiterlaufen lassen; ein Feed nimmt so lange nichts Neues auf. Hat sich ein Kanal eines Netzwerks selbst angehalten, bekommt es stattdessen die zuständige Person als fertigen Text, ersatzweise die Kontaktadresse des Akteurs; fehlt beides, wartet es auch dann.',
    'What becomes due waits until you let the channel go on; a feed takes up nothing new meanwhile. Where a channel of a network stopped by itself, it goes to the person in charge as finished text instead, or else to the contact address of the organisation; where both are missing it waits all the same.',
  ),
  kind: words('Art des Kanals', 'Kind of channel'),
  via: words('Weg', 'Way'),
  viaHint: words('Wie Nachrichten hinausgehen.', 'How messages leave.'),
  organisation: words('Tragender Akteur', 'Carrying organisation'),
  ownContent: words('Trägt auch eigene Inhalte des Akteurs', 'Carries the organisation’s own contents too'),
  bothLanguages: words('Auf Deutsch und auf Englisch', 'In German and in English'),
  bothLanguagesHint: words(
    'Wer den Newsletter liest, wählt dann die Sprache. Was nicht übersetzt ist, steht auf Deutsch da.',
    'Readers then choose the language. What is not translated stands there in German.',
  ),
  wantsApproval: words('Inhalte anderer nur nach Freigabe', 'Content of others only after approval'),
  quietFrom: words('Ruhe ab (Berliner Zeit)', 'Quiet from (Berlin time)'),
  quietTo: words('Ruhe bis (Berliner Zeit)', 'Quiet until (Berlin time)'),
  quietHint: words(
    'Zum Beispiel 20:00. Gleiche Zeiten heißen: keine Ruhezeit.',
    'For example 20:00. Equal times mean: no quiet hours.',
  ),
  quietSundays: words('Sonntags nichts versenden', 'Nothing on Sundays'),
  slotRhythm: words('Erscheint', 'Rhythm'),
  slotWeekday: words('Wochentag', 'Weekday'),
  slotTime: words('Uhrzeit (Berliner Zeit)', 'Time (Berlin time)'),
  sender: words('Absender', 'Sender'),
  senderHint: words('Zum Beispiel: Nordhessen <newsletter@example.org>', 'For example: Nordhessen <newsletter@example.org>'),
  ownerEmail: words('E-Mail der zuständigen Person', 'E-mail of the person in charge'),
  ownerEmailHint: words(
    'Bekommt fertige Texte zum Veröffentlichen: beim Weg „von Hand“ alle, sonst nur, solange das Netzwerk das Konto nicht annimmt. Ohne Angabe gehen sie an die Kontaktadresse des Akteurs. Fehlt auch die, bekommt sie niemand: „von Hand“ schlägt dann fehl, sonst wartet, was fällig wird.',
    'Gets finished texts to publish: all of them on the way “by hand”, else only while the network refuses the account. If empty, they go to the contact address of the organisation. Where that is missing too, nobody gets them: “by hand” fails then, else what becomes due waits.',
  ),
} as const;

/** How messages leave. */
export const VIA_WORDS = {
  outbox: words('E-Mail', 'Mail'),
  sendgrid: words('E-Mail über SendGrid', 'mail through SendGrid'),
  linkedin: words('LinkedIn (Seite des Akteurs)', 'LinkedIn (page of the body)'),
  mastodon: words('Mastodon (Konto des Akteurs)', 'Mastodon (account of the body)'),
  bluesky: words('Bluesky (Konto des Akteurs)', 'Bluesky (account of the body)'),
  x: words('X (Konto des Akteurs)', 'X (account of the body)'),
  preview: words('Vorschau (nichts geht hinaus)', 'Preview (nothing leaves)'),
  feed: words('Feed', 'Feed'),
  manual: words('von Hand (fertiger Text per E-Mail)', 'by hand (ready text by mail)'),
  block: words('Baustein zum Kopieren (eigenes Newsletter-Programm)', 'block to copy (newsletter tool of your own)'),
} as const;

/** How often a newsletter leaves. */
export const RHYTHMS = {
  weekly: words('jede Woche', 'weekly'),
  fortnightly: words('alle zwei Wochen (gerade Kalenderwochen)', 'fortnightly (even weeks)'),
  monthly: words('monatlich (am ersten solchen Wochentag)', 'monthly (first such weekday)'),
} as const;

/** Weekdays, 1 is Monday. */
export const WEEKDAYS = {
  '1': words('Montag', 'Monday'),
  '2': words('Dienstag', 'Tuesday'),
  '3': words('Mittwoch', 'Wednesday'),
  '4': words('Donnerstag', 'Thursday'),
  '5': words('Freitag', 'Friday'),
  '6': words('Samstag', 'Saturday'),
  '7': words('Sonntag', 'Sunday'),
} as const;
