import { SENT_DAYS } from '#domain/retention';
import { type Words, words } from './words';

/** Words of the mailbox page. */
export const MAILBOX = {
  title: words('Postfach', 'Mailbox'),
  folder: words(
    `Diese Installation verschickt keine E-Mails: Was sonst hinausginge, liegt hier ${SENT_DAYS} Tage lang zum Ansehen. Für den Versand trägt die Person, die Nordsüd betreibt, einen Mailserver ein (SMTP_URL).`,
    `This installation sends no mail: what would leave lies here for ${SENT_DAYS} days to look at. To send it, the person who runs Nordsüd names a mail server (SMTP_URL).`,
  ),
  empty: words(
    'Noch keine E-Mail. Benachrichtigungen und Newsletter erscheinen hier, sobald sie fällig sind.',
    'No mail yet. Notices and newsletters appear here as soon as they are due.',
  ),
  pages: words('Weitere E-Mails', 'More mails'),
  newerPage: words('Neuere E-Mails', 'Newer mails'),
  olderPage: words('Ältere E-Mails', 'Older mails'),
  older: words('Ältere E-Mails aus der Zeit ohne Mailserver:', 'Older mails from the time without a mail server:'),
  accountMails: words(
    'Einladungen und Passwort-Links sieht hier nur die Administration.',
    'Invitations and password links are shown here to administration only.',
  ),
  refused: words(
    'Das Postfach sehen nur Koordination und Administration.',
    'Only coordination and administration see the mailbox.',
  ),
  missing: words('Diese E-Mail gibt es nicht mehr.', 'This mail is gone.'),
  back: words('Zurück zum Postfach', 'Back to the mailbox'),
  subject: words('Betreff', 'Subject'),
  to: words('An', 'To'),
  from: words('Von', 'From'),
  date: words('Gesendet', 'Sent'),
  dateHeading: words('Gesendet (Berliner Zeit)', 'Sent (Berlin time)'),
  frame: words('Inhalt der E-Mail', 'Content of the mail'),
  text: words('Als reiner Text', 'As plain text'),
} as const;

/** Where mails go when there is a mail server. */
export const mailServerSentence = (host: string): Words =>
  words(
    `E-Mails gehen über den Mailserver ${host} hinaus und werden hier nicht aufbewahrt. Was versendet wurde, steht im Nachweis.`,
    `Mails leave through the mail server ${host} and are not kept here. The ledger says what was sent.`,
  );
