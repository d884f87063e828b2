import type { Finding, FindingCode } from '#domain/edition-lint';
import type { Language } from '#domain/language';
import type { Preferences } from '#domain/segment';
import { LANGUAGE_WORDS, REGION_WORDS, type Words, words } from './words';

/** Words of the page on which people look at an edition and change it. */
export const EDITION_PAGE = {
  title: words('Ausgabe', 'Edition'),
  missing: words('Diese Ausgabe gibt es nicht.', 'There is no such edition.'),
  elsewhere: words(
    'Diese Ausgabe macht ein anderer Akteur. Was davon bei Ihnen erscheint, steht im Nachweis.',
    'Another organisation makes this edition. What appears with you stands in the ledger.',
  ),
  author: words(
    'Ändern und freigeben können die Redaktion Ihres Hauses, die Koordination und die Administration.',
    'The editors of your organisation, coordination and administration can change and approve it.',
  ),
  all: words('Alle Ausgaben', 'All editions'),
  entries: words('Einträge', 'Entries'),
  none: words('Noch steht nichts in dieser Ausgabe.', 'There is nothing in this edition yet.'),
  up: words('Nach oben', 'Up'),
  down: words('Nach unten', 'Down'),
  pin: words('Anheften', 'Pin'),
  unpin: words('Lösen', 'Unpin'),
  putOff: words('Diesmal nicht', 'Not this time'),
  putOffHint: words('Der Eintrag wartet auf die nächste Ausgabe.', 'The entry waits for the next edition.'),
  putOffTooLate: words(
    'Für die nächste Ausgabe ist es dann zu spät: Der Eintrag würde als verpasst vermerkt.',
    'It would be too late for the next edition then: the entry would be noted as missed.',
  ),
  decline: words('Gar nicht', 'Not at all'),
  declineHint: words(
    'Der Eintrag wird abgelehnt. Die Redaktion, von der er stammt, liest diesen Grund.',
    'The entry is declined. The editors it comes from read this reason.',
  ),
  takeIn: words('Doch in diese Ausgabe', 'Into this edition after all'),
  reason: words('Grund', 'Reason'),
  waiting: words('Wartet auf die nächste Ausgabe', 'Waits for the next edition'),
  othersShare: words('wegen des Anteils anderer Akteure', 'because of the share of other organisations'),
  teaser: words('Kurztext ändern', 'Change the teaser'),
  teaserLabel: words('Kurztext in dieser Ausgabe', 'Teaser in this edition'),
  teaserHint: words(
    'Nur für diese Ausgabe. Leeren heißt: wieder der Kurztext des Inhalts.',
    'For this edition only. If empty: the teaser of the content again.',
  ),
  teaserStale: words(
    'Der Inhalt hat sich geändert, seit Sie den Kurztext geschrieben haben. Solange Sie ihn nicht neu speichern, steht der Kurztext des Inhalts in der Ausgabe.',
    'The content has changed since you wrote the teaser. Until you save it again the content’s own teaser stands in the edition.',
  ),
  save: words('Speichern', 'Save'),
  cancel: words('Abbrechen', 'Cancel'),
  top: words('Betreff und Einleitung', 'Subject and introduction'),
  subject: words('Betreff', 'Subject'),
  intro: words('Einleitung', 'Introduction'),
  introHint: words(
    'Steht über den Einträgen. Eine Leerzeile trennt Absätze.',
    'Stands above the entries. An empty line parts paragraphs.',
  ),
  check: words('Prüfung vor dem Versand', 'Check before it leaves'),
  fine: words('Nichts zu beanstanden.', 'Nothing found.'),
  red: words('Muss behoben werden', 'Must be corrected'),
  yellow: words('Hinweis', 'Note'),
  checkLinks: words('Links prüfen', 'Check the links'),
  preview: words('Vorschau', 'Preview'),
  previewReaders: words('Auswahl', 'Choice'),
  previewAll: words('alle Einträge', 'all entries'),
  previewNone: words(
    'Für diese Auswahl steht nichts in der Ausgabe. Diese Menschen bekommen keine E-Mail.',
    'There is nothing in the edition for this choice. These people get no mail.',
  ),
  previewLanguage: words('Sprache', 'Language'),
  previewLook: words('Darstellung', 'Look'),
  previewWidth: words('Breite', 'Width'),
  light: words('hell', 'light'),
  dark: words('dunkel', 'dark'),
  wide: words('Bildschirm (600 Pixel)', 'Screen (600 pixels)'),
  narrow: words('Telefon (320 Pixel)', 'Phone (320 pixels)'),
  asText: words('nur Text', 'text only'),
  test: words('Test an mich senden', 'Send a test to me'),
  approve: words('Ausgabe freigeben', 'Approve the edition'),
  approved: words(
    'Freigegeben. Wenn Sie noch etwas ändern, geben Sie bitte erneut frei.',
    'Approved. If you change anything, please approve again.',
  ),
  skip: words('Ausgabe ausfallen lassen', 'Skip the edition'),
  skipSure: words(
    'Die Ausgabe geht dann nicht hinaus. Ihre Einträge kommen in die nächste.',
    'The edition does not leave then. Its entries come in the next one.',
  ),
  stop: words('Versand anhalten', 'Stop sending'),
  stopSure: words(
    'Wer die Ausgabe noch nicht bekommen hat, bekommt sie dann nicht mehr.',
    'Whoever has not got the edition yet does not get it any more then.',
  ),
  sure: words('Ja, so machen', 'Yes, do it'),
  web: words('Web-Fassung ansehen', 'See the web version'),
} as const;

/** `Ausgabe vom 1. Dezember 2026`. */
export const editionTitle = (day: Words): Words => words(`Ausgabe vom ${day.de}`, `Edition of ${day.en}`);

/** What the subject is as long as nobody writes one. */
export const subjectHint = (made: string): Words => words(`Ohne Angabe: „${made}“`, `If empty: “${made}”`);

/** Where an edition stands that has not left. */
export const leavingInWords = (moment: Words, people: number): Words =>
  words(`Geht hinaus: ${moment.de}, an ${peopleInWords(people).de}.`, `Leaves: ${moment.en}, to ${peopleInWords(people).en}.`);

/** How far an edition got that is on its way or has left. */
export const goneInWords = (told: number, all: number): Words =>
  words(
    `${told} von ${all} Personen ${told === 1 ? 'hat' : 'haben'} sie bekommen.`,
    `${told} of ${all} people ${told === 1 ? 'has' : 'have'} got it.`,
  );

/** `„Titel“ nach oben`: what a button does, for those who hear it. */
export const actInWords = (act: Words, title: string): Words => words(`${act.de}: ${title}`, `${act.en}: ${title}`);

/** What keeps an edition from leaving, and what to do. */
export const WAITS_SENTENCES = {
  approval: words(
    'Diese Ausgabe wartet auf Ihre Freigabe. Bis dahin geht sie nicht hinaus.',
    'This edition waits for your approval. It does not leave before.',
  ),
  check: words(
    'Diese Ausgabe geht nicht hinaus, bis behoben ist, was die Prüfung gefunden hat.',
    'This edition does not leave until what the check found has been corrected.',
  ),
} as const;

/** `Nordhessen · Energie, Gründung · 14 Personen`: what some people chose, without saying who they are. */
export const readersInWords = ({ region, topics, language, people }: ReadersChoice, isInBoth: boolean): Words => {
  const said = (own: Language): string =>
    [
      region && REGION_WORDS[region][own],
      topics.length > 0 && topics.join(', '),
      !region && topics.length === 0 && EVERYTHING[own],
      isInBoth && LANGUAGE_WORDS[language][own],
      peopleInWords(people)[own],
    ]
      .filter(Boolean)
      .join(' · ');
  return words(said('de'), said('en'));
};

/** How many people read what cannot be chosen in the preview. */
export const othersInWords = (people: number): Words =>
  words(
    `Nicht in der Liste: seltenere Auswahlen von zusammen ${peopleInWords(people).de}.`,
    `Not in the list: rarer choices of ${peopleInWords(people).en} altogether.`,
  );

type ReadersChoice = Preferences & { readonly people: number };

const EVERYTHING = words('ohne Einschränkung', 'no restriction');

const peopleInWords = (people: number): Words =>
  words(`${people} ${people === 1 ? 'Person' : 'Personen'}`, `${people} ${people === 1 ? 'person' : 'people'}`);

/** How large a mail is, and whether programs show all of it. */
export const sizeInWords = (bytes: number): Words => {
  const size = `${Math.round(bytes / 1024)} KB`;
  return words(
    `Größe der E-Mail: ${size} (ab etwa 102 KB zeigt Gmail nur den Anfang).`,
    `Size of the mail: ${size} (Gmail clips at about 102 KB).`,
  );
};

/** What was found and what to do about it. */
export const findingInWords = ({ code, detail = '' }: Finding): Words => {
  const { de, en } = FINDINGS[code];
  // A function, for `$&` in a link would mean something to `replace`.
  const filledIn = (sentence: string): string => sentence.replace('{detail}', () => detail);
  return words(filledIn(de), filledIn(en));
};

const FINDINGS: Readonly<Record<FindingCode, Words>> = {
  'imprint-missing': words(
    'Das Impressum fehlt. Bitte tragen Sie es beim Akteur ein, der den Newsletter herausgibt.',
    'The imprint is missing. Please enter it with the organisation that publishes the newsletter.',
  ),
  'unsubscribe-missing': words(
    'Der Link zum Abbestellen fehlt. Bitte wenden Sie sich an die Administration.',
    'The link for unsubscribing is missing. Please ask the administration.',
  ),
  'too-large': words(
    'Die E-Mail ist mit {detail} zu groß: Manche Programme schneiden Impressum und Abmeldelink ab. Bitte lassen Sie Einträge auf die nächste Ausgabe warten.',
    'At {detail} the mail is too large: some programs clip imprint and unsubscribe link. Please let entries wait for the next edition.',
  ),
  large: words(
    'Die E-Mail ist mit {detail} recht groß. Noch zwei bis drei Einträge, und manche Programme schneiden sie ab.',
    'At {detail} the mail is rather large. Two or three more entries, and some programs clip it.',
  ),
  'pale-colour': words(
    'Die Farbe {detail} ist auf Weiß schlecht lesbar. Bitte wählen Sie im Kanal eine dunklere.',
    'The colour {detail} is hard to read on white. Please choose a darker one in the channel.',
  ),
  filler: words(
    'Hier fehlt noch ein Text: „{detail}“ steht in der Ausgabe. Bitte ersetzen Sie es.',
    'A text is still missing: “{detail}” stands in the edition. Please replace it.',
  ),
  'alt-missing': words(
    'Ein Bild hat keine Beschreibung. Wer Bilder nicht sieht, erfährt nicht, was darauf ist.',
    'A picture has no description. Whoever does not see pictures does not learn what it shows.',
  ),
  'no-https': words(
    'Die Adresse {detail} ist nicht verschlüsselt (https). Mailprogramme bieten das Abbestellen mit einem Klick dann nicht an. Bitte wenden Sie sich an die Administration.',
    'The address {detail} is not encrypted (https). Mail programs then do not offer to unsubscribe with one click. Please turn to the administration.',
  ),
  'dead-link': words(
    'Dieser Link führt ins Leere: {detail}. Bitte sehen Sie nach, ob die Adresse stimmt.',
    'This link leads nowhere: {detail}. Please check the address.',
  ),
};
