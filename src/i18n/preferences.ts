import type { Language } from '#domain/content';
import type { Region } from '#domain/organisation';

/** Words of the page where people choose what they get; German, as the public pages are. */
export const PREFERENCES = {
  title: 'Ihre Newsletter',
  lead: 'Hier wählen Sie, was Sie bekommen, und bestellen ab, was Sie nicht mehr lesen möchten.',
  none: 'Zurzeit bekommen Sie von uns keinen Newsletter.',
  change: 'Auswahl ändern',
  region: 'Akteure',
  bothRegions: 'Aus Nord- und Südhessen',
  regions: { north: 'Nur aus Nordhessen', south: 'Nur aus Südhessen' } satisfies Record<Region, string>,
  regionHint: 'Es zählt, für welche Region ein Akteur steht, nicht der Ort der Veranstaltung.',
  topics: 'Themen',
  topicsHint:
    'Ohne Häkchen bekommen Sie alle Themen. Was keinem Thema zugeordnet ist, sowie Änderungen und Absagen stehen immer im Newsletter.',
  language: 'Sprache',
  languages: { de: 'Deutsch', en: 'Englisch, soweit übersetzt' } satisfies Record<Language, string>,
  save: 'Auswahl speichern',
  leave: 'Diesen Newsletter abbestellen',
  leaveAll: 'Alle Newsletter abbestellen',
  leaveAllHint: 'Sie bekommen dann ab sofort keine Ausgabe mehr, auch keine, die schon vorbereitet ist.',
  more: 'Weitere Newsletter',
  moreHint: 'Nach dem Absenden bekommen Sie eine E-Mail mit einem Link; erst mit Ihrem Klick darauf sind Sie angemeldet.',
  order: 'Bestellen',
  noChoice: 'Bitte wählen Sie mindestens einen Newsletter.',
  badLink: 'Das hat nicht geklappt. Bitte prüfen Sie Ihre Auswahl und senden Sie sie noch einmal.',
  everything: 'Sie bekommen alles.',
} as const;

/** Whom the page is for; the address is cut, because the page stands behind a link alone. */
export const forAddress = (masked: string): string => `Für die E-Mail-Adresse ${masked}`;

/** Who publishes a newsletter. */
export const publishedBy = (organisation: string): string => `Herausgeber: ${organisation}`;

/** What was done. */
export const savedWords = (newsletter: string): string => `Ihre Auswahl für „${newsletter}“ ist gespeichert.`;
export const leftWords = (newsletter: string): string => `Sie erhalten den Newsletter „${newsletter}“ ab sofort nicht mehr.`;
export const LEFT_ALL = 'Sie erhalten ab sofort keinen Newsletter mehr von uns.';

/** What somebody gets of a newsletter, in one sentence. */
export const selectionInWords = (chosen: {
  readonly region?: Region | undefined;
  readonly topics: readonly string[];
  readonly language?: Language | undefined;
}): string => {
  const parts = [
    chosen.region && (chosen.region === 'north' ? 'nur von Akteuren aus Nordhessen' : 'nur von Akteuren aus Südhessen'),
    chosen.topics.length > 0 && `nur zu: ${chosen.topics.join(', ')}`,
    chosen.language === 'en' && 'auf Englisch',
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? `Sie bekommen Inhalte ${parts.join('; ')}.` : PREFERENCES.everything;
};

/** A link whose subscription we know nothing of any more. */
export const NOTHING_KEPT = {
  title: 'Zu diesem Link ist nichts gespeichert',
  text: 'Diese Anmeldung ist beendet, und Ihre Adresse ist bei ihr gelöscht: Sie bekommen über sie keinen Newsletter mehr. Bekommen Sie trotzdem noch einen, benutzen Sie bitte den Link in der neuesten Ausgabe.',
  again: 'Newsletter bestellen',
} as const;
