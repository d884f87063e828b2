import type { MailSwitch } from '#domain/notice';
import { type Words, words } from './words';

/** Field words of organisations (UI: Akteure). */
export const ORGANISATION = {
  name: words('Voller Name', 'Full name'),
  shortName: words('Kurzer Name', 'Short name'),
  region: words('Region in der Vereinbarung', 'Region in the agreement'),
  regionHint: words('Entscheidet, wessen Zusage dieser Akteur einlöst.', 'Decides whose promise this organisation keeps.'),
  statewide: words('Wirkt landesweit', 'Works state-wide'),
  house: words('Gehört zum Haus', 'Part of'),
  logo: words('Logo', 'Logo'),
  website: words('Website', 'Website'),
  imprint: words('Impressum', 'Imprint'),
  imprintHint: words('Steht am Fuß der Newsletter dieses Akteurs.', 'Shown at the foot of this organisation’s newsletters.'),
  hashtags: words('Hashtags', 'Hashtags'),
  hashtagsHint: words(
    'Ohne Rautezeichen, nach jedem Wort die Eingabetaste.',
    'Without the hash sign, press Enter after each word.',
  ),
  contactEmail: words('Postfach für Rückfragen', 'Mailbox for questions'),
  contactEmailHint: words(
    'Bekommt, was an niemanden persönlich geht. Wird nie öffentlich gezeigt.',
    'Receives what is addressed to nobody in particular. Never shown in public.',
  ),
  activeHint: words(
    'Inaktive Akteure tragen und veröffentlichen nichts mehr.',
    'Inactive organisations carry and publish nothing.',
  ),
  defaults: words('Vorgaben für neue Veranstaltungen', 'Defaults for new events'),
  defaultsHint: words(
    'Wird bei neuen Veranstaltungen eingetragen und kann dort geändert werden.',
    'Filled into new events, where it can be changed.',
  ),
} as const;

/** Field words of user accounts. */
export const USER = {
  email: words('E-Mail-Adresse', 'E-mail address'),
  name: words('Name', 'Name'),
  role: words('Rolle', 'Role'),
  roleHint: words(
    'Erfassung legt Entwürfe an, Redaktion veröffentlicht für den eigenen Akteur, Koordination für alle.',
    'Entry writes drafts, editing publishes for its own organisation, coordination for all.',
  ),
  language: words('Sprache der E-Mails', 'Language of mails'),
  password: words('Passwort', 'Password'),
  active: words('Aktiv', 'Active'),
  activeHint: words(
    'Wer nicht mehr dabei ist, wird inaktiv: keine Anmeldung, keine E-Mails. Offene Freigaben bleiben beim Akteur.',
    'Whoever left becomes inactive: no login, no mails. Open approvals stay with the organisation.',
  ),
  mails: words('E-Mails an mich', 'Mails to me'),
  mailsHint: words(
    'Was Sie abwählen, steht weiterhin auf der Seite „Heute“. Wählen alle in Ihrem Haus die Freigaben ab, fragen wir die Koordination.',
    'What you untick still stands on the page “Today”. If everybody in your house unticks approvals, we ask the coordination.',
  ),
  invitedAt: words('Eingeladen am', 'Invited on'),
  firstCode: words('Code aus der Konsole', 'Code from the console'),
  firstCodeHint: words(
    'Steht in der Ausgabe des Programms seit seinem letzten Start. So kann nur die Person anfangen, die Nordsüd betreibt.',
    'Stands in the output of the program since its last start, so that only the person who runs Nordsüd can begin.',
  ),
} as const;

/** Words of the page that invites people, and of the box about an open invitation. */
export const INVITATION = {
  heading: words('Jemanden einladen', 'Invite somebody'),
  hint: words(
    'Die Person bekommt eine E-Mail mit einem Link und legt damit ihr eigenes Passwort fest. Der Link gilt sieben Tage.',
    'The person receives a mail with a link and sets an own password with it. The link is good for seven days.',
  ),
  send: words('Einladung verschicken', 'Send invitation'),
  open: words(
    'Diese Person ist eingeladen und hat sich noch nicht angemeldet. Zuletzt eingeladen:',
    'This person is invited and has not logged in yet. Last invited:',
  ),
  again: words('Einladung erneut senden', 'Send invitation again'),
  againHint: words('Der frühere Link gilt dann nicht mehr.', 'The earlier link is then void.'),
  failed: words(
    'Das hat nicht geklappt. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'That did not work. Please reload the page and try again.',
  ),
} as const;

/** What became of an invitation: it has left, or stays where mails do without a mail server. */
export const invitedSentence = (email: string, hasMailServer: boolean): Words =>
  hasMailServer
    ? words(`Die Einladung an ${email} ist unterwegs.`, `The invitation to ${email} is on its way.`)
    : words(
        `Ohne Mailserver geht die Einladung an ${email} nicht hinaus. Sie liegt im Postfach; dort sieht sie nur die Administration.`,
        `Without a mail server the invitation to ${email} does not leave. It lies in the mailbox, where only administration sees it.`,
      );

/** What each switch for mails stands for. */
export const USER_MAILS: Readonly<Record<MailSwitch, Words>> = {
  approval: words('Sofort: Ihre Freigabe wird gebraucht', 'At once: your approval is needed'),
  declined: words('Sofort: Ein Akteur hat abgelehnt', 'At once: an organisation declined'),
  failed: words('Sofort: Etwas ging nicht hinaus', 'At once: something did not leave'),
  handover: words('Sofort: Ein fertiger Text wartet auf Sie', 'At once: a ready text waits for you'),
  digest: words('Einmal am Tag: was ansteht', 'Once a day: what is next'),
};

/** Field words of files. */
export const DOCUMENT = {
  file: words('PDF-Datei', 'PDF file'),
  title: words('Bezeichnung', 'Title'),
  titleHint: words('Steht als Text des Links, zum Beispiel: Programm', 'The text of the link, for example: programme'),
} as const;

/** Field words of topics and pictures. */
export const TOPIC = { title: words('Bezeichnung', 'Title') } as const;
export const MEDIA = {
  file: words('Bilddatei', 'Picture file'),
  alt: words('Bildbeschreibung', 'Description of the picture'),
  altHint: words(
    'Was ist zu sehen? Für Menschen, die das Bild nicht sehen, ein bis zwei Sätze.',
    'What can be seen? For people who do not see the picture, one or two sentences.',
  ),
  kind: words('Dateiformat', 'File format'),
  thumbnail: words('Vorschaubild', 'Thumbnail'),
  credit: words('Bildrechte', 'Credit and rights'),
  creditHint: words('Wem gehört das Bild? Zum Beispiel: Foto: Jana Muster / Science Park Kassel', 'Who owns the picture?'),
} as const;
