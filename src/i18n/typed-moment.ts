import { COMMON } from './admin';
import type { Words } from './words';

/** Words below a field into which a moment is typed. */
export const TYPED_MOMENT = {
  example: { de: 'Zum Beispiel 10.01.2027 18:00', en: 'For example 10.01.2027 18:00' },
  misread: {
    de: '„{typed}“ ist nicht als Datum zu lesen und wurde nicht übernommen. Bitte so eintragen: 10.01.2027 18:00.',
    en: '“{typed}” cannot be read as a date and was not taken over. Please enter it like this: 10.01.2027 18:00.',
  },
} as const satisfies Record<string, Words>;

/**
 * How moments are picked. Only the full form is taken while somebody types: left alone, the picker reads what it does not know as
 * an American date. Shorter forms are read when the field is left.
 */
export const MOMENT_PICKER = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'dd.MM.yyyy HH:mm',
  timeFormat: 'HH:mm',
  timeIntervals: 15,
  overrides: {
    strictParsing: true,
    timeCaption: COMMON.time.de,
    previousMonthButtonLabel: COMMON.previousMonth.de,
    nextMonthButtonLabel: COMMON.nextMonth.de,
  },
} as const;
