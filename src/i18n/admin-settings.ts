import { words } from './words';

/** Field words of the settings of the house (UI: Betrieb). */
export const OPERATIONS = {
  paused: words('Alles anhalten', 'Stop everything'),
  pausedHint: words(
    'Solange das Häkchen gesetzt ist, geht nichts hinaus und kein Feed nimmt etwas Neues auf. Was fällig wird, wartet und geht danach hinaus, soweit es noch sinnvoll ist. Öffentliche Seiten zeigen weiter, was veröffentlicht ist.',
    'As long as this is ticked, nothing leaves and no feed takes up anything new. What becomes due waits and leaves afterwards, as far as it still makes sense. Public pages go on showing what is published.',
  ),
  coolOffMinutes: words('Bedenkzeit in Minuten', 'Time to think, in minutes'),
  coolOffHint: words(
    'So lange geht nach dem Veröffentlichen und nach jeder Änderung nichts hinaus, auch keine Bitte um Freigabe. Üblich sind 15 Minuten.',
    'For this long nothing leaves after publishing and after each change, no request for approval either. 15 minutes are usual.',
  ),
} as const;

/** Field words of the texts of the public pages. */
export const SITE_TEXTS = {
  imprint: words('Impressum', 'Legal notice'),
  imprintHint: words('Steht auf der Seite /impressum.', 'Shown on the page /impressum.'),
  privacy: words('Datenschutzerklärung', 'Privacy policy'),
  privacyHint: words('Steht auf der Seite /datenschutz.', 'Shown on the page /datenschutz.'),
  accessibility: words('Erklärung zur Barrierefreiheit', 'Accessibility statement'),
  accessibilityHint: words(
    'Steht auf der Seite /barrierefreiheit. Öffentliche Stellen brauchen darin: wie weit die Seiten barrierefrei sind, was nicht und warum, das Datum der Prüfung, an wen man eine Barriere meldet und die Durchsetzungsstelle. Bitte jedes Jahr prüfen.',
    'Shown on the page /barrierefreiheit. Public bodies must say: how far the pages are accessible, what is not and why, the date of the check, to whom barriers are reported, and the enforcement body. Please check it every year.',
  ),
} as const;
