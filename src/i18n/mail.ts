import type { Language } from '#domain/content';
import type { Reason } from '#domain/delivery';
import type { NoLongerTrue } from '#domain/handover';
import type { Words } from './words';

/** Fixed words of a newsletter edition. */
export const EDITION_WORDS = {
  times: { de: 'Alle Uhrzeiten in Berliner Zeit.', en: 'All times are Berlin time.' },
  imprint: { de: 'Impressum', en: 'Imprint' },
  unsubscribe: { de: 'Newsletter abbestellen', en: 'Unsubscribe' },
  preferences: { de: 'Auswahl und Daten verwalten', en: 'Manage your choices and data' },
  inThisEdition: { de: 'In dieser Ausgabe', en: 'In this edition' },
  onTheWeb: { de: 'Im Browser ansehen', en: 'View in the browser' },
  privacy: { de: 'Datenschutz', en: 'Privacy' },
} as const satisfies Record<string, Words>;

/** Why somebody gets this newsletter. */
export const whyYouGetThis = (newsletter: string): Words => ({
  de: `Sie erhalten den Newsletter „${newsletter}“, weil Sie ihn mit dieser E-Mail-Adresse abonniert haben.`,
  en: `You receive the newsletter “${newsletter}” because you subscribed to it with this e-mail address.`,
});

/** `3 Veranstaltungen, 1 Meldung, 1 geänderter oder abgesagter Termin`; what is not there is not said. */
export const countInWords = (counts: {
  readonly events: number;
  readonly news: number;
  readonly corrections: number;
}): Words => ({
  de: counted([
    [counts.events, 'Veranstaltung', 'Veranstaltungen'],
    [counts.news, 'Meldung', 'Meldungen'],
    [counts.corrections, 'geänderter oder abgesagter Termin', 'geänderte oder abgesagte Termine'],
  ]),
  en: counted([
    [counts.events, 'event', 'events'],
    [counts.news, 'news item', 'news items'],
    [counts.corrections, 'changed or cancelled date', 'changed or cancelled dates'],
  ]),
});

/** Subject of an edition: what comes first, how much more there is, newsletter and period. */
export const editionSubject = (newsletter: string, period: string, first: string, others: number): Words => ({
  de: `${first}${others > 0 ? ` und ${others} ${others === 1 ? 'weiteres Thema' : 'weitere Themen'}` : ''} – ${newsletter}, ${period}`,
  en: `${first}${others > 0 ? ` and ${others} more` : ''} – ${newsletter}, ${period}`,
});

/** Words on the mail that hands ready text to a person. */
export const HANDOVER_WORDS = {
  heading: { de: 'Bitte veröffentlichen', en: 'Please publish' },
  text: { de: 'Ihr Text zum Kopieren', en: 'Your text to copy' },
  picture: { de: 'Bild zum Herunterladen', en: 'Picture to download' },
  alt: { de: 'Bildbeschreibung', en: 'Description of the picture' },
  confirm: { de: 'Ich habe es veröffentlicht', en: 'I have published it' },
  confirmHint: {
    de: 'Erst mit Ihrer Bestätigung steht der Beitrag im Nachweis.',
    en: 'Only your confirmation enters the post into the ledger.',
  },
  unsure: {
    de: 'Vielleicht steht er dort schon: Ein früherer Versuch endete ohne Antwort. Bitte sehen Sie zuerst nach.',
    en: 'Perhaps it is there already: an earlier try ended without an answer. Please look first.',
  },
  correction: {
    de: 'Liegt ein älterer Text zu diesem Termin noch bei Ihnen, veröffentlichen Sie ihn bitte nicht mehr.',
    en: 'If an older text about this date still lies with you, please do not publish it any more.',
  },
  why: {
    de: 'Sie erhalten diese Nachricht, weil Sie in Nordsüd für diesen Kanal eingetragen sind.',
    en: 'You receive this message because you are registered in Nordsüd for this channel.',
  },
} as const satisfies Record<string, Words>;

/** What is said of a text that lies with a person and is no longer right. */
export const NO_LONGER_TRUE: Readonly<Record<NoLongerTrue, Words>> = {
  cancelled: {
    de: 'Die Veranstaltung wurde inzwischen abgesagt: Bitte veröffentlichen Sie diesen Text nicht mehr.',
    en: 'The event has been cancelled since: please do not publish this text any more.',
  },
  changed: {
    de: 'Die Angaben haben sich inzwischen geändert: Bitte veröffentlichen Sie diesen Text nicht mehr.',
    en: 'The facts have changed since: please do not publish this text any more.',
  },
  unpublished: {
    de: 'Der Inhalt ist nicht mehr öffentlich: Bitte veröffentlichen Sie diesen Text nicht mehr.',
    en: 'The content is no longer public: please do not publish this text any more.',
  },
};

/** Why a person posts on a channel that has a way of its own. */
export const WHY_BY_HAND: Readonly<Partial<Record<Reason, Words>>> = {
  'by-hand-for-now': {
    de: 'Nordsüd kann den Beitrag gerade nicht selbst veröffentlichen: Der Kanal ist angehalten, bis seine Verbindung wieder steht.',
    en: 'Nordsüd cannot publish the post by itself at the moment: the channel is stopped until its connection works again.',
  },
  'no-place': {
    de: 'Nordsüd veröffentlicht den Beitrag nicht selbst: Der Takt der Beiträge, der am Kanal eingestellt ist, lässt rechtzeitig keinen Platz mehr.',
    en: 'Nordsüd does not publish the post by itself: the pace of posts that is set at the channel leaves no place in time.',
  },
};

/** What a handover asks for and until when. */
export const handoverSentences = (
  channel: string,
  until: Record<Language, string>,
  hasPicture: boolean,
): { readonly task: Words; readonly until: Words } => ({
  task: {
    de: `Für Ihren Kanal „${channel}“ liegt ein fertiger Beitrag bereit. Bitte ${hasPicture ? 'kopieren Sie den Text, laden Sie das Bild herunter und veröffentlichen Sie beides dort' : 'kopieren Sie den Text und veröffentlichen Sie ihn dort'}.`,
    en: `A finished post is ready for your channel “${channel}”. Please ${hasPicture ? 'copy the text, download the picture and publish both there' : 'copy the text and publish it there'}.`,
  },
  until: {
    de: `Bitte bestätigen Sie bis ${until.de}. Danach vermerken wir den Beitrag als verpasst.`,
    en: `Please confirm by ${until.en}. After that we note the post as missed.`,
  },
});

const counted = (parts: readonly (readonly [number, string, string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
