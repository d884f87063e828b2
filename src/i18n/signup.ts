import { SIGNUP_DAYS } from '#domain/signup';

/** Words of the pages and the mail by which people ask for newsletters; German, as the public pages are. */
export const SIGNUP = {
  title: 'Newsletter bestellen',
  lead: 'Wählen Sie, was Sie lesen möchten. Danach bekommen Sie eine E-Mail mit einem Link; erst mit Ihrem Klick darauf sind Sie angemeldet.',
  none: 'Zurzeit gibt es hier keinen Newsletter zu bestellen. Mit einem Feed-Leser bleiben Sie auf dem Laufenden, ohne eine E-Mail-Adresse anzugeben.',
  choose: 'Welche Newsletter möchten Sie?',
  email: 'E-Mail-Adresse',
  emailHint: 'Mehr brauchen wir nicht.',
  trap: 'Dieses Feld bitte leer lassen',
  button: 'Newsletter bestellen',
  privacy: 'Datenschutz',
  privacyHint: 'Wie wir mit Ihrer Adresse umgehen und wie Sie Auskunft oder Löschung verlangen, steht unter',
  noChoice: 'Bitte wählen Sie mindestens einen Newsletter.',
  badEmail: 'Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@example.org.',
  umlautEmail: 'Umlaute und Sonderzeichen vor dem @ können wir leider nicht anschreiben. Bitte geben Sie eine andere Adresse an.',
  hasty: 'Das ging sehr schnell. Bitte prüfen Sie Ihre Angaben und senden Sie das Formular noch einmal ab.',
  old: 'Die Seite war zu lange offen. Bitte prüfen Sie Ihre Angaben und senden Sie sie noch einmal.',
} as const;

/** Where a mail that answers a form is to be looked for, and why there may be none; `most`: how many there are at most. */
export const noMail = (most: string): string =>
  `Ist nichts da, sehen Sie bitte auch im Spam-Ordner nach; je Adresse schicken wir höchstens eine solche E-Mail am Tag und ${most}.`;

/** After the form was sent; the same words whoever it was. */
export const ASKED = {
  title: 'Bitte sehen Sie in Ihr Postfach',
  text: 'Wenn die Adresse stimmt, kommt in den nächsten Minuten eine E-Mail mit einem Link. Erst mit Ihrem Klick darauf sind Sie angemeldet.',
  missing: 'Es kommt keine E-Mail?',
  rules: `${noMail('insgesamt drei, solange keine davon bestätigt wird')} Haben Sie heute schon eine bekommen, bestätigen Sie bitte zuerst diese und bestellen Sie weitere Newsletter danach.`,
  three:
    'Waren es schon drei, kommt keine mehr. Dann können Sie alles zu Ihrer Adresse löschen und sich danach neu anmelden; den Link dazu bekommen Sie hier:',
} as const;

/** The page behind the link in the mail. */
export const CONFIRM_SIGNUP = {
  title: 'Anmeldung bestätigen',
  question: 'Möchten Sie diese Newsletter erhalten?',
  button: 'Ja, ich möchte sie erhalten',
  hint: 'Waren Sie das nicht, schließen Sie einfach diese Seite: Ohne Ihre Bestätigung wird alles gelöscht.',
  doneTitle: 'Sie sind angemeldet',
  done: 'Vielen Dank. Ab der nächsten Ausgabe bekommen Sie:',
  leave: 'Abbestellen können Sie jederzeit mit dem Link in jeder Ausgabe.',
  goneTitle: 'Dieser Link gilt nicht mehr',
  gone: `Haben Sie schon bestätigt, ist nichts mehr zu tun. Sonst ist die Frist von ${SIGNUP_DAYS} Tagen vorbei; dann melden Sie sich bitte noch einmal an.`,
  again: 'Newsletter bestellen',
  endedTitle: 'Diesen Newsletter gibt es nicht mehr',
  ended: 'Was Sie bestellt haben, gibt es nicht mehr. Ihre Anfrage ist gelöscht, Sie brauchen nichts zu tun.',
} as const;

/** The mail that asks for the click: nothing in it advertises anything. */
export const CONFIRM_MAIL = {
  subject: 'Bitte bestätigen Sie Ihre Newsletter-Anmeldung',
  kicker: 'Newsletter-Anmeldung',
  sentence: 'mit dieser E-Mail-Adresse wurden folgende Newsletter bestellt:',
  ask: 'Waren Sie das? Dann bestätigen Sie es bitte:',
  button: 'Anmeldung bestätigen',
  ignore:
    'Waren Sie das nicht, brauchen Sie nichts zu tun: Ohne Ihre Bestätigung bekommen Sie keinen Newsletter, und die Anfrage wird gelöscht.',
  imprint: 'Impressum',
} as const;

/** Until when the link is good; `moment` in words. */
export const linkUntil = (moment: string): string => `Der Link gilt bis ${moment}.`;

/** How often a newsletter comes. */
export const RHYTHM_IN_WORDS = {
  weekly: 'wöchentlich',
  fortnightly: 'alle zwei Wochen',
  monthly: 'einmal im Monat',
} as const;

type Asked = { readonly newsletter: string; readonly organisation: string; readonly rhythm: string };

/** What somebody agrees to by ticking a newsletter; kept word for word as proof. */
export const consentText = ({ newsletter, organisation, rhythm }: Asked): string =>
  `Ich möchte den Newsletter „${newsletter}“ (Herausgeber: ${organisation}) ${rhythm} per E-Mail erhalten. Er weist auf Veranstaltungen und Meldungen des Herausgebers und der anderen Akteure aus Nord- und Südhessen hin. Ich kann das jederzeit für die Zukunft widerrufen, zum Beispiel mit dem Link in jeder Ausgabe.`;
