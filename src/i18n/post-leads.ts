import type { ContentKind } from '#domain/content';
import { type Words, words } from './words';

// First words of posts; a colon follows each. Six wordings per case, so that six bodies which tell of the same event on the same
// day do not say the same. Which one is whose is decided in templates/post-lead.ts.

/** One wording in its six variants. */
export type Variants = readonly [Words, Words, Words, Words, Words, Words];

/** About somebody's own content. */
export const OWN_LEADS: Readonly<Record<ContentKind, Variants>> = {
  event: [
    words('Wir laden ein', 'You are invited'),
    words('Herzliche Einladung', 'A warm invitation'),
    words('Seien Sie dabei', 'Join us'),
    words('Merken Sie sich den Termin vor', 'Save the date'),
    words('Wir freuen uns auf Sie', 'We look forward to seeing you'),
    words('Unsere Einladung an Sie', 'Our invitation to you'),
  ],
  news: [
    words('Neues aus unserem Haus', 'News from us'),
    words('Aktuell bei uns', 'The latest from us'),
    words('Wir berichten', 'We report'),
    words('Das gibt es Neues bei uns', 'What is new with us'),
    words('Unsere Meldung', 'Our news'),
    words('Aus unserem Haus', 'From our house'),
  ],
  'best-practice': [
    words('Unser Praxisbeispiel', 'Our good practice'),
    words('Wir stellen vor', 'We present'),
    words('Unser Beispiel zum Nachmachen', 'Our example to follow'),
    words('Ein Praxisbeispiel von uns', 'A good practice from us'),
    words('Von uns zum Nachmachen empfohlen', 'Recommended by us'),
    words('Unser Beispiel aus der Praxis', 'Our example from practice'),
  ],
  call: [
    words('Unser Aufruf', 'Our call'),
    words('Machen Sie mit', 'Take part'),
    words('Wir rufen auf', 'We call on you'),
    words('Wir freuen uns auf Ihre Ideen', 'We look forward to your ideas'),
    words('Unsere Ausschreibung', 'Our open call'),
    words('Unser Aufruf an Sie', 'Our call to you'),
  ],
};

/** What stands before the names of those whose content it is: `Veranstaltungstipp – A lädt ein`; the first is nothing at all. */
export const OPENINGS: Readonly<Record<ContentKind, Variants>> = {
  event: [
    words('', ''),
    words('Veranstaltungstipp', 'Event tip'),
    words('Zum Vormerken', 'Save the date'),
    words('Für Ihren Kalender', 'For your calendar'),
    words('Aus unserem Netzwerk', 'From our network'),
    words('Unsere Empfehlung', 'Recommended'),
  ],
  news: [
    words('', ''),
    words('Neues aus dem Netzwerk', 'News from our network'),
    words('Lesenswert', 'Worth reading'),
    words('Gut zu wissen', 'Good to know'),
    words('Kurz gemeldet', 'In brief'),
    words('Neues aus Hessen', 'News from Hesse'),
  ],
  'best-practice': [
    words('', ''),
    words('Aus der Praxis', 'From practice'),
    words('Zum Nachmachen', 'Worth copying'),
    words('Ein gutes Beispiel', 'A good example'),
    words('Lesenswert', 'Worth reading'),
    words('Aus unserem Netzwerk', 'From our network'),
  ],
  call: [
    words('', ''),
    words('Jetzt mitmachen', 'Take part'),
    words('Ihre Ideen sind gefragt', 'Your ideas are wanted'),
    words('Ihre Chance', 'Your chance'),
    words('Aus unserem Netzwerk', 'From our network'),
    words('Unsere Empfehlung', 'Recommended'),
  ],
};

/**
 * Stands for an opening that is nothing where no name follows, or one that begins with an @: a post that begins with one passes for an
 * answer on X, which few are shown.
 */
export const INSTEAD_OF_NOTHING: Words = words('Neu', 'New');

/** What those do whose content it is, one or several of them. */
export const OTHERS_VERBS = {
  event: { one: words('lädt ein', 'invites you'), many: words('laden ein', 'invite you') },
  news: { one: words('berichtet', 'reports'), many: words('berichten', 'report') },
  'best-practice': { one: words('stellt vor', 'presents'), many: words('stellen vor', 'present') },
  call: { one: words('ruft auf', 'calls'), many: words('rufen auf', 'call') },
} as const satisfies Record<ContentKind, unknown>;

/** Brings something back to mind. */
export const REMIND_LEADS: Variants = [
  words('Nicht vergessen', 'Do not forget'),
  words('Zur Erinnerung', 'A reminder'),
  words('Nicht verpassen', 'Not to be missed'),
  words('Denken Sie daran', 'Keep in mind'),
  words('Zum Vormerken', 'Worth noting'),
  words('Noch einmal der Hinweis', 'Once more'),
];

/** Shortly before a last moment; `bis …` follows where it is named. */
export const LAST_CALL_LEADS = {
  register: [
    words('Letzte Chance zur Anmeldung', 'Last chance to register'),
    words('Jetzt noch anmelden', 'Register now'),
    words('Anmeldung noch möglich', 'You can still register'),
    words('Noch können Sie sich anmelden', 'There is still time to register'),
    words('Letzter Aufruf zur Anmeldung', 'Last call to register'),
    words('Melden Sie sich noch an', 'Do register'),
  ],
  submit: [
    words('Letzte Chance zur Einreichung', 'Last chance to submit'),
    words('Jetzt noch einreichen', 'Submit now'),
    words('Einreichung noch möglich', 'You can still submit'),
    words('Noch können Sie einreichen', 'There is still time to submit'),
    words('Letzter Aufruf zur Einreichung', 'Last call to submit'),
    words('Reichen Sie noch ein', 'Do submit'),
  ],
} as const satisfies Record<string, Variants>;

/** On the title's own line: what became of an event, or of what was told. */
export const TURNS = {
  moved: [
    words('Neuer Termin', 'New date'),
    words('Geänderter Termin', 'Changed date'),
    words('Achtung, neuer Termin', 'Please note, new date'),
    words('Der Termin hat sich geändert', 'The date has changed'),
    words('Findet zu einem neuen Termin statt', 'Takes place on a new date'),
    words('Bitte neuen Termin beachten', 'Please note the new date'),
  ],
  postponed: [
    words('Verschoben', 'Postponed'),
    words('Wird verschoben', 'Is postponed'),
    words('Findet später statt', 'Takes place later'),
    words('Termin verschoben', 'Date postponed'),
    words('Auf später verschoben', 'Put off until later'),
    words('Wird nachgeholt', 'Will be held later'),
  ],
  cancelled: [
    words('Abgesagt', 'Cancelled'),
    words('Fällt aus', 'Called off'),
    words('Findet nicht statt', 'Does not take place'),
    words('Leider abgesagt', 'Unfortunately cancelled'),
    words('Absage', 'Cancellation'),
    words('Entfällt', 'Not taking place'),
  ],
  update: [
    words('Geändert', 'Changed'),
    words('Bitte beachten', 'Please note'),
    words('Aktualisiert', 'Updated'),
    words('Es hat sich etwas geändert', 'Something has changed'),
    words('Neue Angaben', 'New details'),
    words('Änderung', 'Change'),
  ],
  cancel: [
    words('Zurückgezogen', 'Withdrawn'),
    words('Nicht mehr gültig', 'No longer valid'),
    words('Gilt nicht mehr', 'Does not apply any more'),
    words('Widerrufen', 'Revoked'),
    words('Hinfällig', 'Void'),
    words('Zurückgenommen', 'Taken back'),
  ],
} as const satisfies Record<string, Variants>;
