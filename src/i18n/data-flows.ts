import { RECEIPT_DAYS } from '#domain/receipt';
import { LEAVER_DAYS, SENT_DAYS } from '#domain/retention';
import { SIGNUP_DAYS } from '#domain/signup';
import { type Words, words } from './words';

/** What decides where personal data goes in a running installation. */
export type Surroundings = {
  readonly database: 'sqlite' | 'mongodb';
  /** Host of the mail server; undefined: mails stay as files on this machine. */
  readonly mailServer?: string | undefined;
  /** Newsletters that leave through SendGrid, and where it keeps them. */
  readonly sendgrid: readonly { readonly newsletter: string; readonly region: 'eu' | 'global' }[];
  /** Names of the networks that posts appear on, each once. */
  readonly networks: readonly string[];
};

/** One sort of personal data: whose, what, why and by which law, where it is and who gets it, how long. */
export type DataFlow = Readonly<Record<'whose' | 'data' | 'purpose' | 'basis' | 'where' | 'recipients' | 'kept', Words>> & {
  /** Collections of the database it stands in. */
  readonly collections: readonly string[];
};

/** All flows of personal data of an installation, as a record of processing activities (Art. 30 GDPR) wants them. */
export const dataFlows = (around: Surroundings): readonly DataFlow[] =>
  FLOWS.map((flow) => ({
    ...flow,
    where: flow.where === 'database' ? DATABASES[around.database] : flow.where,
    recipients: recipientsOf(flow.recipients, around),
  }));

/** The same before one knows where data lies and which way mails leave. */
type Flow = Omit<DataFlow, 'where' | 'recipients'> & {
  readonly where: Words | 'database';
  readonly recipients: Words | 'mails' | 'newsletters' | 'public';
};

const READERS = words('Wer einen Newsletter bestellt hat', 'Subscribers of newsletters');
const NOBODY = words('niemand', 'nobody');

const FLOWS: readonly Flow[] = [
  {
    collections: ['signups'],
    whose: words('Wer einen Newsletter oder Auskunft anfordert', 'Whoever asks for a newsletter or for their data'),
    data: words('E-Mail-Adresse, gewünschte Newsletter, Zeitpunkt', 'E-mail address, newsletters asked for, moment'),
    purpose: words('Bestätigung per E-Mail (Double-Opt-in)', 'Confirmation by mail (double opt-in)'),
    basis: words('Art. 6 Abs. 1 Buchst. a und f DSGVO, § 7 UWG', 'Art. 6(1)(a) and (f) GDPR, § 7 UWG'),
    where: 'database',
    recipients: 'mails',
    kept: words(
      `bis zum Klick, höchstens ${SIGNUP_DAYS} Tage; dann in der Datenbank gelöscht, auch der Wortlaut der E-Mail`,
      `until the click, at most ${SIGNUP_DAYS} days; then deleted in the database, and the words of the mail with it`,
    ),
  },
  {
    collections: ['subscribers'],
    whose: READERS,
    data: words('E-Mail-Adresse, Newsletter, Sprache, Region, Themen', 'E-mail address, newsletters, language, region, topics'),
    purpose: words('Versand der bestellten Newsletter', 'Sending the newsletters asked for'),
    basis: words('Einwilligung: Art. 6 Abs. 1 Buchst. a DSGVO, § 7 UWG', 'Consent: Art. 6(1)(a) GDPR, § 7 UWG'),
    where: 'database',
    recipients: 'newsletters',
    kept: words(
      `bis zur Abbestellung, die Adresse danach noch ${LEAVER_DAYS} Tage; sofort gelöscht auf Verlangen`,
      `until they leave, the address ${LEAVER_DAYS} days longer; deleted at once on request`,
    ),
  },
  {
    collections: ['consents'],
    whose: READERS,
    data: words(
      'Wortlaut der Einwilligung, Formular, Zeitpunkte, Prüfsummen von Text, E-Mail und Adresse; keine Adresse',
      'Wording of the consent, form, moments, checksums of text, mail and address; no address',
    ),
    purpose: words('Nachweis der Einwilligung', 'Proof of consent'),
    basis: words('Art. 7 Abs. 1, Art. 17 Abs. 3 Buchst. e DSGVO', 'Art. 7(1), Art. 17(3)(e) GDPR'),
    where: 'database',
    recipients: NOBODY,
    kept: words(
      'bis zum Ende des dritten Jahres nach dem Widerruf (§§ 195, 199 BGB)',
      'until the end of the third year after withdrawal (§§ 195, 199 BGB)',
    ),
  },
  {
    collections: ['suppressions'],
    whose: words('Wer nicht angeschrieben werden darf', 'Whoever must not be written to'),
    data: words('Prüfsumme der Adresse, Grund, Zeitpunkt; keine Adresse', 'Checksum of the address, reason, moment; no address'),
    purpose: words(
      'Sperrvermerk, damit niemand die Adresse wieder einträgt',
      'Suppression, so that nobody enters the address again',
    ),
    basis: words('Art. 21 Abs. 3, Art. 17 Abs. 3 Buchst. b DSGVO', 'Art. 21(3), Art. 17(3)(b) GDPR'),
    where: 'database',
    recipients: NOBODY,
    kept: words('ohne Frist, bis zu einer neuen Einwilligung', 'without limit, until a new consent'),
  },
  {
    collections: ['rights-requests'],
    whose: words('Wer per Brief, Telefon oder E-Mail Rechte geltend macht', 'Whoever claims rights by post, phone or mail'),
    data: words(
      'Zeichen des Akteurs, Anliegen, Zeitpunkte; kein Name, keine Adresse',
      'Sign of the organisation, concern, moments; no name, no address',
    ),
    purpose: words('Anfragen in der Frist beantworten', 'Answering requests in time'),
    basis: words('Art. 6 Abs. 1 Buchst. c, Art. 12 Abs. 3 DSGVO', 'Art. 6(1)(c), Art. 12(3) GDPR'),
    where: 'database',
    recipients: NOBODY,
    kept: words(
      'bis zum Ende des dritten Jahres nach der Antwort (§§ 195, 199 BGB)',
      'until the end of the third year after the answer (§§ 195, 199 BGB)',
    ),
  },
  {
    collections: ['dispatches', 'attempts', 'receipts', 'editions'],
    whose: READERS,
    data: words(
      'Kennungen der Empfänger je Sendung, Statusmeldungen je Kennung; keine Adressen',
      'Ids of the recipients of each batch, receipts by id; no addresses',
    ),
    purpose: words('Nichts doppelt senden, nichts verlieren', 'Send nothing twice, lose nothing'),
    basis: words('Art. 6 Abs. 1 Buchst. f, Art. 5 Abs. 1 Buchst. f DSGVO', 'Art. 6(1)(f), Art. 5(1)(f) GDPR'),
    where: 'database',
    recipients: NOBODY,
    kept: words(
      `Statusmeldungen ${RECEIPT_DAYS} Tage; Kennungen mit der Ausgabe, nach einer Löschung gehören sie zu niemandem`,
      `receipts ${RECEIPT_DAYS} days; ids with the edition, after an erasure they belong to nobody`,
    ),
  },
  {
    collections: ['users', 'notices', 'deliveries', 'connections'],
    whose: words('Redaktion, Koordination, Administration', 'Editors, coordination, administration'),
    data: words(
      'Name, dienstliche E-Mail-Adresse, Passwort als Prüfsumme, Akteur, was sie wann entschieden haben',
      'Name, e-mail address at work, checksum of the password, organisation, what they decided and when',
    ),
    purpose: words('Anmeldung, Benachrichtigung, Nachweis der Vereinbarung', 'Login, notices, proof of the agreement'),
    basis: words('Art. 6 Abs. 1 Buchst. b, e und f DSGVO', 'Art. 6(1)(b), (e) and (f) GDPR'),
    where: 'database',
    recipients: 'mails',
    kept: words(
      `solange das Konto besteht; wer im Nachweis steht, wird deaktiviert statt gelöscht; Adressen in verschickten E-Mails ${SENT_DAYS} Tage`,
      `as long as the account exists; whoever stands in the ledger is deactivated, not deleted; addresses in sent mails ${SENT_DAYS} days`,
    ),
  },
  {
    collections: ['events', 'news-items', 'organisations', 'channels', 'media', 'documents'],
    whose: words(
      'Ansprechpersonen, Menschen in Bildern, Texten und im Impressum',
      'Contacts, people in pictures, texts and imprints',
    ),
    data: words(
      'Name, E-Mail-Adresse, Telefon, was in Bildern, Texten und Dateien steht',
      'Name, e-mail address, phone, what stands in pictures, texts and files',
    ),
    purpose: words('Öffentlichkeitsarbeit der Akteure', 'Public relations of the organisations'),
    basis: words('Art. 6 Abs. 1 Buchst. e und f DSGVO', 'Art. 6(1)(e) and (f) GDPR'),
    where: 'database',
    recipients: 'public',
    kept: words('bis der Inhalt gelöscht ist; Papierkorb 30 Tage', 'until the content is deleted; trash 30 days'),
  },
  {
    collections: [],
    whose: words('Wer die öffentlichen Seiten, Feeds und Kalender abruft', 'Whoever reads the public pages, feeds and calendars'),
    data: words('IP-Adresse', 'IP address'),
    purpose: words('Schutz vor zu vielen Anfragen', 'Protection against too many requests'),
    basis: words('Art. 6 Abs. 1 Buchst. f DSGVO', 'Art. 6(1)(f) GDPR'),
    where: words('nur im Arbeitsspeicher, in keiner Logdatei', 'in memory only, in no log file'),
    recipients: NOBODY,
    kept: words(
      'eine Minute; keine Cookies, keine Zählpixel, keine Klickverfolgung',
      'a minute; no cookies, no pixels, no click tracking',
    ),
  },
];

const recipientsOf = (recipients: Flow['recipients'], around: Surroundings): Words => {
  if (recipients === 'mails') return mailsLeave(around.mailServer);
  if (recipients === 'public') return publicReads(around);
  return recipients === 'newsletters' ? newslettersLeave(around) : recipients;
};

const publicReads = ({ networks }: Surroundings): Words => {
  const named = networks.join(', ');
  const on = named && words(` auf ${named} (Art. 26, 44 ff. DSGVO)`, ` on ${named} (Art. 26, 44 ff. GDPR)`);
  return words(
    `öffentlich, wo es angekreuzt oder veröffentlicht ist: Seiten, Feeds, Newsletter, Beiträge${on ? on.de : ''}`,
    `the public, where it is ticked or published: pages, feeds, newsletters, posts${on ? on.en : ''}`,
  );
};

const DATABASES: Readonly<Record<Surroundings['database'], Words>> = {
  sqlite: words('Datenbankdatei auf diesem Server', 'database file on this server'),
  mongodb: words('MongoDB des Betreibers', 'MongoDB of the operator'),
};

const mailsLeave = (server: string | undefined): Words =>
  server === undefined
    ? words(
        `niemand: E-Mails bleiben als Dateien auf diesem Server, ${SENT_DAYS} Tage lang`,
        `nobody: mails stay as files on this server for ${SENT_DAYS} days`,
      )
    : words(`Mailserver ${server} (Art. 28 DSGVO)`, `mail server ${server} (Art. 28 GDPR)`);

const newslettersLeave = ({ mailServer, sendgrid }: Surroundings): Words => {
  const rest = mailsLeave(mailServer);
  const named = sendgrid.map(({ newsletter, region }) => sendgridInWords(newsletter, region));
  return { de: [...named.map(({ de }) => de), rest.de].join('; '), en: [...named.map(({ en }) => en), rest.en].join('; ') };
};

const sendgridInWords = (newsletter: string, region: 'eu' | 'global'): Words =>
  region === 'eu'
    ? words(
        `„${newsletter}“: Twilio SendGrid, Verarbeitung in der EU, Statusmeldungen über die USA (Art. 28, 44 ff. DSGVO)`,
        `“${newsletter}”: Twilio SendGrid, processed in the EU, receipts by way of the USA (Art. 28, 44 ff. GDPR)`,
      )
    : words(
        `„${newsletter}“: Twilio SendGrid, USA (Art. 28, 44 ff. DSGVO)`,
        `“${newsletter}”: Twilio SendGrid, USA (Art. 28, 44 ff. GDPR)`,
      );
