import { SIGNUP_DAYS, type SignupKind } from '#domain/signup';
import type { SuppressionReason } from '#domain/suppression';
import { noMail } from './signup';

/** Words of the pages about what we keep of a person; German, as the public pages are. */
export const PERSONAL_DATA = {
  title: 'Ihre Daten',
  lead: 'Das ist alles, was bei uns zu Ihrer E-Mail-Adresse gespeichert ist (Art. 15 DSGVO).',
  address: 'E-Mail-Adresse',
  subscriptions: 'Newsletter',
  newsletter: 'Newsletter',
  organisation: 'Herausgeber',
  status: 'Stand',
  confirmed: 'wird verschickt',
  unsubscribed: 'abbestellt',
  since: 'Bestätigt',
  leftAt: 'Abbestellt',
  choice: 'Ihre Auswahl',
  consents: 'Einwilligungen',
  text: 'Wortlaut',
  form: 'Formular',
  source: 'Angaben zur Herkunft',
  requestedAt: 'Angefordert',
  mailedAt: 'Bestätigungsmail',
  confirmedAt: 'Bestätigt',
  withdrawnAt: 'Beendet',
  withdrawnBy: 'Beendet durch',
  requests: 'Offene Anfragen',
  expiresAt: 'Wird gelöscht',
  editions: 'Verschickte Ausgaben',
  unclear: 'ungeklärt, ob angekommen',
  receipts: 'Statusmeldungen des Versanddienstes',
  suppressions: 'Sperrvermerke',
  suppressionsHint:
    'Ein Sperrvermerk enthält nicht Ihre Adresse, sondern eine Prüfsumme. Er sorgt dafür, dass Sie nicht ohne Ihr neues Einverständnis angeschrieben werden.',
  reason: 'Grund',
  suppressedSince: 'Seit',
  everywhere: 'alle Newsletter',
  nothing: 'Nichts gespeichert.',
  download: 'Als Datei herunterladen (JSON)',
  erase: 'Alle Daten löschen',
  request: 'Link zu meinen Daten schicken',
  sent: `In den nächsten Minuten kommt eine E-Mail mit dem Link an diese Adresse. ${noMail('drei in der Woche')}`,
  manage: 'Newsletter auswählen oder abbestellen',
  section: 'Ihre Daten',
  sectionHint:
    'Sie können sehen, was zu Ihrer Adresse gespeichert ist, es herunterladen und löschen lassen. Dazu schicken wir Ihnen einen Link an diese Adresse: Wem Sie einen Newsletter weiterleiten, der sieht nicht mehr als diese Seite.',
  privacy: 'Wozu und auf welcher Grundlage wir Daten verarbeiten, steht unter',
  privacyLink: 'Datenschutz',
} as const;

/** Why somebody is not written to, as they read it. */
export const SUPPRESSION_REASONS_TOLD: Readonly<Record<SuppressionReason, string>> = {
  erased: 'Sie haben alle Daten löschen lassen.',
  objection: 'Sie haben diesen Newsletter abbestellt.',
  'hard-bounce': 'Ihr Postfach hat unsere E-Mails als unzustellbar zurückgewiesen oder war wiederholt nicht erreichbar.',
  complaint: 'Ihr E-Mail-Anbieter hat uns eine E-Mail als unerwünscht gemeldet.',
  unanswered: 'Eine Anmeldung zu Newslettern wurde nicht bestätigt. Nach drei solchen E-Mails schicken wir keine mehr.',
};

/** What a request was about. */
export const REQUEST_KINDS: Readonly<Record<SignupKind, string>> = {
  newsletters: 'Anmeldung zu',
  data: 'Auskunft über Ihre Daten',
};

/** The page that asks once more before everything is deleted, and the one after it. */
export const ERASURE = {
  title: 'Alle Daten löschen',
  question: 'Möchten Sie alles löschen lassen, was zu Ihrer E-Mail-Adresse gespeichert ist?',
  effects: [
    'Sie bekommen ab sofort keinen Newsletter mehr, auch keine Ausgabe, die schon vorbereitet ist.',
    'Ihre Adresse, Ihre Auswahl und offene Anfragen werden gelöscht.',
    'Behalten müssen wir den Nachweis Ihrer Einwilligungen ohne Ihre Adresse, bis zum Ende des dritten Jahres nach dem Widerruf, und eine Prüfsumme, damit niemand Ihre Adresse wieder einträgt.',
  ],
  button: 'Ja, alles löschen',
  hint: 'Das lässt sich nicht rückgängig machen. Möchten Sie nichts löschen, schließen Sie einfach diese Seite.',
  doneTitle: 'Ihre Daten sind gelöscht',
  done: 'Sie bekommen von uns keinen Newsletter mehr. Möchten Sie später wieder einen, können Sie ihn jederzeit neu bestellen.',
} as const;

/** The form for somebody without a link at hand. */
export const DATA_REQUEST = {
  title: 'Auskunft über Ihre Daten',
  lead: 'Sie möchten wissen, was wir zu Ihrer E-Mail-Adresse gespeichert haben, oder es löschen lassen? Wir schicken Ihnen einen Link an diese Adresse.',
  button: 'Link schicken',
  sentTitle: 'Bitte sehen Sie in Ihr Postfach',
  sent: `Wenn die Adresse stimmt, kommt in den nächsten Minuten eine E-Mail mit einem Link. ${noMail('drei in der Woche')}`,
  goneTitle: 'Dieser Link gilt nicht mehr',
  gone: `Ein solcher Link gilt ${SIGNUP_DAYS} Tage, oder bis Sie alle Daten löschen lassen. Sie können sich jederzeit einen neuen schicken lassen.`,
} as const;

/** The mail with the link. */
export const DATA_MAIL = {
  subject: 'Ihr Link zur Auskunft über Ihre Daten',
  kicker: 'Auskunft',
  sentence: 'für diese E-Mail-Adresse wurde eine Auskunft über gespeicherte Daten angefordert.',
  ask: 'Hier sehen Sie, was gespeichert ist, und können es herunterladen oder löschen lassen:',
  button: 'Meine Daten ansehen',
  ignore: 'Waren Sie das nicht, brauchen Sie nichts zu tun: Ohne den Link sieht niemand Ihre Daten.',
} as const;
