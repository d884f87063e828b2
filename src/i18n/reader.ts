import type { ContentKind, EventStatus } from '#domain/content';
import type { Words } from './words';

/** How the state of an event is called in front of its title; a planned event needs no word. */
export const STATE_LEADS = {
  planned: undefined,
  moved: { de: 'Neuer Termin', en: 'New date' },
  postponed: { de: 'Verschoben', en: 'Postponed' },
  cancelled: { de: 'Abgesagt', en: 'Cancelled' },
} as const satisfies Record<EventStatus, Words | undefined>;

/** What stands in front of the title of an event without places left. */
export const SOLD_OUT_LEAD = { de: 'Ausgebucht', en: 'Fully booked' } as const satisfies Words;

/** Label before the names of those whose content it is; names stand behind a colon, so that none has to be declined. */
export const OWNER_LABELS = {
  event: { de: 'Veranstalter', en: 'Organised by' },
  news: { de: 'Quelle', en: 'Source' },
  'best-practice': { de: 'Quelle', en: 'Source' },
  call: { de: 'Ausgeschrieben von', en: 'Published by' },
} as const satisfies Record<ContentKind, Words>;

/** Words in front of a last moment. */
export const DEADLINE_LABELS = {
  event: { de: 'Anmeldung bis', en: 'Register by' },
  news: { de: 'Frist', en: 'Deadline' },
  'best-practice': { de: 'Frist', en: 'Deadline' },
  call: { de: 'Einreichung bis', en: 'Submit by' },
} as const satisfies Record<ContentKind, Words>;

/** What following the link of a content is called. */
export const LINK_LABELS = {
  event: { de: 'Zur Anmeldung', en: 'Register' },
  news: { de: 'Weitere Informationen', en: 'Further information' },
  'best-practice': { de: 'Weitere Informationen', en: 'Further information' },
  call: { de: 'Zur Ausschreibung', en: 'To the call' },
} as const satisfies Record<ContentKind, Words>;

/** What going to the page of a content is called. */
export const PAGE_LABELS = {
  event: { de: 'Zur Veranstaltung', en: 'See the event' },
  news: { de: 'Zur Meldung', en: 'Read more' },
  'best-practice': { de: 'Zum Praxisbeispiel', en: 'See the example' },
  call: { de: 'Zum Aufruf', en: 'See the call' },
} as const satisfies Record<ContentKind, Words>;

/** Small words of the lines about an event. */
export const LINE_WORDS = {
  and: { de: 'und', en: 'and' },
  previously: { de: 'Bisher', en: 'Previously' },
  open: { de: 'Neuer Termin noch offen', en: 'New date still open' },
  online: { de: 'Online', en: 'Online' },
  alsoOnline: { de: 'und online', en: 'and online' },
  until: { de: 'bis', en: 'by' },
  passedOn: { de: 'Weitergegeben durch', en: 'Passed on by' },
  picture: { de: 'Bild', en: 'Picture' },
  calendar: { de: 'In den Kalender', en: 'Add to calendar' },
} as const satisfies Record<string, Words>;

/** What an entry shortly before a last moment begins with. */
export const lastCallLead = (kind: ContentKind): Words => (kind === 'event' ? LAST_CHANCE.register : LAST_CHANCE.submit);

/** What a correction begins with about something that is no event, or whose date still stands. */
export const CORRECTION_LEADS = {
  update: { de: 'Geändert', en: 'Changed' },
  cancel: { de: 'Zurückgezogen', en: 'Withdrawn' },
} as const satisfies Record<string, Words>;

const LAST_CHANCE = {
  register: { de: 'Letzte Chance zur Anmeldung', en: 'Last chance to register' },
  submit: { de: 'Letzte Chance zur Einreichung', en: 'Last chance to submit' },
} as const satisfies Record<string, Words>;
