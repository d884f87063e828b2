import type { ChannelKind } from '#domain/channel';
import type { Attendance, ContentKind, EventStatus, Language, PlaceRegion } from '#domain/content';
import type { DeliveryStatus, Reason } from '#domain/delivery';
import type { SectionId } from '#domain/edition';
import type { Region } from '#domain/organisation';
import type { Purpose } from '#domain/purpose';

/** One wording in both languages; German is the one that counts. `inLanguage` of #domain/content picks. */
export type Words = { readonly de: string; readonly en: string };

/** One wording: German, then English. */
export const words = (de: string, en: string): Words => ({ de, en });

/** Stand of a ledger row. */
export const STATUS_WORDS = {
  planned: { de: 'eingeplant', en: 'planned' },
  'awaiting-approval': { de: 'wartet auf Freigabe', en: 'awaiting approval' },
  ready: { de: 'bereit', en: 'ready' },
  sending: { de: 'wird übermittelt', en: 'being transmitted' },
  sent: { de: 'übermittelt', en: 'transmitted' },
  'handed-over': { de: 'liegt beim Akteur', en: 'with the organisation' },
  unconfirmed: { de: 'ungeklärt – bitte prüfen', en: 'unclear – please check' },
  failed: { de: 'fehlgeschlagen', en: 'failed' },
  declined: { de: 'abgelehnt', en: 'declined' },
  missed: { de: 'verpasst', en: 'missed' },
  withdrawn: { de: 'zurückgezogen', en: 'withdrawn' },
} as const satisfies Record<DeliveryStatus, Words>;

/** Why a message goes out. */
export const PURPOSE_WORDS = {
  announce: { de: 'Ankündigung', en: 'Announcement' },
  remind: { de: 'Erinnerung', en: 'Reminder' },
  'last-call': { de: 'Letzter Aufruf', en: 'Last call' },
  update: { de: 'Änderung', en: 'Change' },
  cancel: { de: 'Absage', en: 'Cancellation' },
} as const satisfies Record<Purpose, Words>;

/** What an editor enters. */
export const KIND_WORDS = {
  event: { de: 'Veranstaltung', en: 'Event' },
  news: { de: 'Meldung', en: 'News' },
  'best-practice': { de: 'Praxisbeispiel', en: 'Good practice' },
  call: { de: 'Aufruf', en: 'Call' },
} as const satisfies Record<ContentKind, Words>;

/** The two sides of the agreement. */
export const REGION_WORDS = {
  north: { de: 'Nordhessen', en: 'North Hesse' },
  south: { de: 'Südhessen', en: 'South Hesse' },
} as const satisfies Record<Region, Words>;

/** Where an event takes place. */
export const PLACE_WORDS = {
  north: { de: 'Nordhessen', en: 'North Hesse' },
  central: { de: 'Mittelhessen', en: 'Central Hesse' },
  south: { de: 'Südhessen', en: 'South Hesse' },
  statewide: { de: 'landesweit', en: 'state-wide' },
  online: { de: 'online', en: 'online' },
} as const satisfies Record<PlaceRegion, Words>;

/** How people take part in an event. */
export const ATTENDANCE_WORDS = {
  'on-site': { de: 'vor Ort', en: 'on site' },
  online: { de: 'online', en: 'online' },
  hybrid: { de: 'vor Ort und online', en: 'on site and online' },
} as const satisfies Record<Attendance, Words>;

/** How an event stands. */
export const EVENT_STATUS_WORDS = {
  planned: { de: 'geplant', en: 'planned' },
  moved: { de: 'neuer Termin', en: 'new date' },
  postponed: { de: 'verschoben (Termin offen)', en: 'postponed (date open)' },
  cancelled: { de: 'abgesagt', en: 'cancelled' },
} as const satisfies Record<EventStatus, Words>;

/** What kind of channel a message leaves through. */
export const CHANNEL_WORDS = {
  newsletter: { de: 'Newsletter', en: 'Newsletter' },
  'common-newsletter': { de: 'Gemeinsamer Newsletter', en: 'Common newsletter' },
  feed: { de: 'Feed', en: 'Feed' },
  linkedin: { de: 'LinkedIn', en: 'LinkedIn' },
  mastodon: { de: 'Mastodon', en: 'Mastodon' },
  bluesky: { de: 'Bluesky', en: 'Bluesky' },
  x: { de: 'X', en: 'X' },
} as const satisfies Record<ChannelKind, Words>;

/** Why a row was missed, withdrawn or failed: a whole sentence without the full stop. */
export const REASON_WORDS = {
  'no-slot-before-start': {
    de: 'Vor Anmeldeschluss oder Beginn erscheint keine Ausgabe mehr',
    en: 'No edition appears before registration ends or the event begins',
  },
  'too-late': { de: 'Zu spät eingetragen oder bereits vorbei', en: 'Entered too late or already over' },
  'no-approval-in-time': { de: 'Keine Freigabe bis zum letzten Zeitpunkt', en: 'No approval in time' },
  'not-taken-over': { de: 'Nicht in den Newsletter übernommen', en: 'Not taken over into the newsletter' },
  'not-confirmed-in-time': { de: 'Veröffentlichung nicht rechtzeitig bestätigt', en: 'Publication not confirmed in time' },
  'cap-reached': { de: 'Obergrenze der Regel für die Woche erreicht', en: 'Weekly cap of the clause reached' },
  'content-withdrawn': { de: 'Inhalt zurückgezogen', en: 'Content withdrawn' },
  'no-place': {
    de: 'Auf dem Kanal war rechtzeitig kein Platz mehr („Takt der Beiträge“), deshalb ging der fertige Text an die zuständige Person',
    en: 'The channel had no place left in time (“Pace of posts”), so the finished text went to the person in charge',
  },
  'no-longer-agreed': { de: 'Keine Regel verlangt das mehr', en: 'No clause asks for it any more' },
  'channel-inactive': { de: 'Kanal abgeschaltet', en: 'Channel switched off' },
  'event-cancelled': { de: 'Veranstaltung abgesagt', en: 'Event cancelled' },
  'event-postponed': { de: 'Veranstaltung verschoben, Termin offen', en: 'Event postponed, date open' },
  'sold-out': { de: 'Veranstaltung ausgebucht', en: 'Event fully booked' },
  'date-changed': { de: 'Termin geändert', en: 'Date changed' },
  superseded: {
    de: 'Eine andere Nachricht zum selben Inhalt tritt an ihre Stelle',
    en: 'Another message about the same content takes its place',
  },
  'announcement-declined': { de: 'Die Ankündigung wurde abgelehnt', en: 'The announcement was declined' },
  rejected: { de: 'Vom Anbieter abgewiesen', en: 'Refused by the provider' },
  'not-reachable': { de: 'Anbieter zu lange nicht erreichbar', en: 'Provider not reachable for too long' },
  'lease-expired': { de: 'Die Übermittlung brach ohne Antwort ab', en: 'The transmission broke off without an answer' },
  'by-hand-for-now': {
    de: 'Der Kanal konnte nicht selbst veröffentlichen, deshalb ging der fertige Text an die zuständige Person',
    en: 'The channel could not publish by itself, so the finished text went to the person in charge',
  },
  'withdrawn-by-person': { de: 'Von Hand zurückgezogen', en: 'Withdrawn by hand' },
} as const satisfies Record<Reason, Words>;

/** Headings of the parts of an edition. */
export const SECTION_WORDS = {
  corrections: { de: 'Geänderte und abgesagte Termine', en: 'Changed and cancelled dates' },
  highlights: { de: 'Im Mittelpunkt', en: 'In the spotlight' },
  own: { de: 'Aus unserem Haus', en: 'From our own house' },
  north: { de: 'Aus Nordhessen', en: 'From North Hesse' },
  south: { de: 'Aus Südhessen', en: 'From South Hesse' },
} as const satisfies Record<SectionId, Words>;

/** A language, named in both. */
export const LANGUAGE_WORDS = {
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
} as const satisfies Record<Language, Words>;
