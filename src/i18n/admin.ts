import { type Words, words } from './words';

const labels = (singular: Words, plural: Words) => ({ singular, plural });

/** Headings of the admin's side bar. */
export const GROUPS = {
  contents: words('Inhalte', 'Contents'),
  ledger: words('Bewerbung', 'Promotion'),
  agreement: words('Vereinbarung', 'Agreement'),
  system: words('Verwaltung', 'Administration'),
} as const;

/** What collections are called, one and many. */
export const COLLECTIONS = {
  organisations: labels(words('Akteur', 'Organisation'), words('Akteure', 'Organisations')),
  users: labels(words('Benutzerkonto', 'User account'), words('Benutzerkonten', 'User accounts')),
  topics: labels(words('Thema', 'Topic'), words('Themen', 'Topics')),
  media: labels(words('Bild', 'Picture'), words('Bilder', 'Pictures')),
  documents: labels(words('Datei', 'File'), words('Dateien', 'Files')),
  events: labels(words('Veranstaltung', 'Event'), words('Veranstaltungen', 'Events')),
  newsItems: labels(words('Meldung', 'News item'), words('Meldungen', 'News items')),
  channels: labels(words('Kanal', 'Channel'), words('Kanäle', 'Channels')),
  agreements: labels(words('Vereinbarung', 'Agreement'), words('Vereinbarungen', 'Agreements')),
  deliveries: labels(words('Ausspielung', 'Delivery'), words('Ausspielungen', 'Deliveries')),
  editions: labels(words('Ausgabe', 'Edition'), words('Ausgaben', 'Editions')),
  dispatches: labels(words('Übermittlung', 'Dispatch'), words('Übermittlungen', 'Dispatches')),
  attempts: labels(words('Versuch', 'Attempt'), words('Versuche', 'Attempts')),
  receipts: labels(words('Statusmeldung', 'Receipt'), words('Statusmeldungen', 'Receipts')),
  notices: labels(words('Benachrichtigung', 'Notice'), words('Benachrichtigungen', 'Notices')),
  consents: labels(words('Einwilligung', 'Consent'), words('Einwilligungen', 'Consents')),
  signups: labels(words('Offene Anmeldung', 'Open sign-up'), words('Offene Anmeldungen', 'Open sign-ups')),
  subscribers: labels(
    words('Newsletter-Abonnement', 'Newsletter subscription'),
    words('Newsletter-Abonnements', 'Newsletter subscriptions'),
  ),
  suppressions: labels(words('Sperrvermerk', 'Suppression'), words('Sperrvermerke', 'Suppressions')),
  rightsRequests: labels(
    words('Datenschutzanfrage', 'Data protection request'),
    words('Datenschutzanfragen', 'Data protection requests'),
  ),
  connections: labels(words('Offene Verbindung', 'Open connection'), words('Offene Verbindungen', 'Open connections')),
  tickClaims: labels(words('Takt', 'Tick'), words('Takte', 'Ticks')),
} as const;

/** What the settings are called of which there is one each. */
export const GLOBALS = {
  operations: words('Betrieb', 'Operations'),
  siteTexts: words('Rechtliche Texte', 'Legal texts'),
} as const;

/** Words that several collections share. */
export const COMMON = {
  name: words('Name', 'Name'),
  slug: words('Kurzname in Adressen', 'Short name in addresses'),
  slugHint: words(
    'Steht in Adressen, zum Beispiel im Feed, und bleibt danach für immer. Nur Kleinbuchstaben, Ziffern und Bindestriche.',
    'Part of addresses such as the feed, and stays for ever. Lower-case letters, digits and hyphens only.',
  ),
  organisation: words('Akteur', 'Organisation'),
  active: words('Aktiv', 'Active'),
  changedBy: words('Geändert von', 'Changed by'),
  pausedAt: words('Angehalten seit', 'Stopped since'),
  language: words('Sprache', 'Language'),
  status: words('Stand', 'Status'),
  uploadTooLarge: words(
    'Die Datei ist größer als 20 MB. Bitte verkleinern Sie sie.',
    'The file is larger than 20 MB. Please make it smaller.',
  ),
  time: words('Uhrzeit', 'Time'),
  previousMonth: words('Voriger Monat', 'Previous month'),
  nextMonth: words('Nächster Monat', 'Next month'),
  zone: words('Zeitzone', 'Time zone'),
  url: words('Adresse im Netz', 'Web address'),
} as const;

/** What people may do, from most to least. */
export const ROLE_WORDS = {
  admin: words('Administration', 'Administration'),
  coordinator: words('Koordination', 'Coordination'),
  editor: words('Redaktion', 'Editing'),
  author: words('Erfassung', 'Entry'),
} as const;
