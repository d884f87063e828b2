import type { Language } from '#domain/content';
import { words } from './words';

/** Names for screen readers where Payload gives none. */
export const SPOKEN = {
  selectAll: words('Alle Zeilen auswählen', 'Select all rows'),
  selectRow: words('Zeile auswählen', 'Select row'),
} as const;

/** What Payload shows as a sign alone, or lets choose without a label, by its class. */
export const SIGNS = {
  'clickable-arrow--left': words('Vorige Seite', 'Previous page'),
  'clickable-arrow--right': words('Nächste Seite', 'Next page'),
  'copy-to-clipboard': words('Kopieren', 'Copy'),
  'date-time-picker__clear-button': words('Datum leeren', 'Clear the date'),
  'file-details__remove': words('Entfernen', 'Remove'),
  'popup-button': words('Weitere Aktionen', 'More actions'),
  'react-datepicker__month-select': words('Monat', 'Month'),
  'react-datepicker__year-select': words('Jahr', 'Year'),
  'toolbar-popup__button-bold': words('Fett', 'Bold'),
  'toolbar-popup__button-italic': words('Kursiv', 'Italic'),
  'toolbar-popup__button-link': words('Link', 'Link'),
  'upload-relationship-details__edit': words('Bearbeiten', 'Edit'),
  'upload-relationship-details__remove': words('Entfernen', 'Remove'),
} as const;

/** What Payload, its text editor and its calendar have screen readers say in English, whatever the language. */
const FIXED: Readonly<Record<string, string>> = {
  'Add block': 'Element einfügen',
  'Choose Date': 'Datum wählen',
  'Choose Date and Time': 'Datum und Uhrzeit wählen',
  'Choose Time': 'Uhrzeit wählen',
  'Close toast': 'Hinweis schließen',
  'Drag to move': 'Zum Verschieben ziehen',
  'Edit link': 'Link bearbeiten',
  'Insert Paragraph': 'Absatz einfügen',
  'Next Month': 'Nächster Monat',
  'Next Year': 'Nächstes Jahr',
  'Previous Month': 'Voriger Monat',
  'Previous Year': 'Voriges Jahr',
  'Remove link': 'Link entfernen',
  draggable: 'verschiebbar',
  sortable: 'sortierbar',
  'text dropdown': 'Textart',
};

/** The same where it names something besides. */
const BUILT: readonly (readonly [RegExp, string])[] = [
  [/^Edit (.+)$/, '$1 bearbeiten'],
  [/^Choose (.+)$/, '$1 wählen'],
  [/^Not available (.+)$/, '$1, nicht wählbar'],
  [/^Month\s+(.+)$/i, 'Monat $1'],
  [/^Notifications (.+)$/, 'Hinweise $1'],
];

/** What stands where Payload puts a label of two languages into a sentence. */
const NO_LABEL = '[object Object]';

/** What a screen reader says instead of that text, `column` being the head of its column; undefined where the text can stay. */
export const spokenFor = (text: string, language: Language, column?: string | null | undefined): string | undefined => {
  if (column && text.includes(NO_LABEL)) return text.replace(NO_LABEL, column);
  if (language === 'en') return undefined;
  const built = BUILT.find(([pattern]) => pattern.test(text));
  return FIXED[text] ?? (built && text.replace(...built));
};
