import type { NoticeKind } from '#domain/notice';
import type { DropList, ReceiptKind } from '#domain/receipt';
import type { SuppressionReason } from '#domain/suppression';
import { type Words, words } from './words';

/** Field words of dispatches and attempts. */
export const DISPATCH = {
  key: words('Schlüssel', 'Key'),
  kind: words('Art', 'Kind'),
  subject: words('Wovon (Kennung)', 'Subject (id)'),
  channel: words('Kanal (Kennung)', 'Channel (id)'),
  attempt: words('Versuch', 'Attempt'),
  notBefore: words('Nicht vor', 'Not before'),
  reopenedAt: words('Erneut verlangt am', 'Asked for again at'),
  stoppedAt: words('Angehalten am', 'Stopped at'),
  recipientIds: words('Empfänger (Kennungen)', 'Recipients (ids)'),
  segment: words('Auswahl der Empfänger', 'Preferences of the recipients'),
  rows: words('Ausspielungen darin (Kennungen)', 'Deliveries in it (ids)'),
  dispatch: words('Übermittlung (Kennung)', 'Dispatch (id)'),
  number: words('Nummer', 'Number'),
  stage: words('Schritt', 'Stage'),
  owner: words('Prozess', 'Process'),
  account: words('Kennung des Kontos', 'Mark of the account'),
  fingerprint: words('Fingerabdruck des Inhalts', 'Fingerprint of the content'),
  sequence: words('Fassung des Inhalts', 'Version of the content'),
  ownText: words('Eigener Text', 'Own text'),
  cents: words('Kosten in Cent (geschätzt)', 'Cost in cents (estimated)'),
  startedAt: words('Begonnen', 'Started'),
  leaseUntil: words('Anspruch bis', 'Lease until'),
  message: words('Was genau hinausging', 'What exactly was sent'),
  wordsOf: words('Im Wortlaut des Versuchs (Kennung)', 'In the words of the attempt (id)'),
  outcomeKind: words('Ergebnis', 'Outcome'),
  providerId: words('Kennung beim Dienst', 'Provider id'),
  detail: words('Einzelheiten', 'Detail'),
  endedAt: words('Beendet', 'Ended'),
  until: words('Bestätigung bis oder nicht vor', 'Confirmation until or not before'),
  acceptedCount: words('Davon angenommen', 'Of these accepted'),
  forgottenAt: words('Adressen entfernt', 'Addresses removed'),
  refusedCount: words('Davon abgelehnt', 'Of these refused'),
} as const;

/** What is handed to a provider. */
export const DISPATCH_KIND_WORDS = {
  post: words('Beitrag', 'Post'),
  removal: words('Löschen eines Beitrags', 'Deleting a post'),
  amendment: words('Berichtigen eines Beitrags', 'Amending a post'),
  edition: words('Newsletter', 'Edition'),
  notice: words('Benachrichtigung', 'Notice'),
  confirmation: words('Bestätigungsmail', 'Confirmation mail'),
} as const;

/** Status of a dispatch. */
export const DISPATCH_STATUS_WORDS = {
  due: words('steht an', 'due'),
  sending: words('wird übermittelt', 'being sent'),
  accepted: words('angenommen', 'accepted'),
  'handed-over': words('liegt beim Akteur', 'handed over'),
  unconfirmed: words('ungeklärt – bitte prüfen', 'unconfirmed – please check'),
  failed: words('fehlgeschlagen', 'failed'),
  cancelled: words('abgebrochen', 'cancelled'),
} as const;

/** How far an attempt got. */
export const STAGE_WORDS = {
  claimed: words('beansprucht', 'claimed'),
  handing: words('wird übergeben', 'handing over'),
  accepted: words('angenommen', 'accepted'),
  'handed-over': words('liegt beim Akteur', 'handed over'),
  rejected: words('abgelehnt', 'rejected'),
  postponed: words('vertagt', 'postponed'),
  unconfirmed: words('ungeklärt', 'unconfirmed'),
  abandoned: words('aufgegeben', 'abandoned'),
} as const;

/** Field words of receipts. */
export const RECEIPT = {
  kind: words('Was geschah', 'What happened'),
  list: words('Sperrliste des Anbieters', 'List of the provider'),
  at: words('Geschehen', 'Happened'),
  appliedAt: words('Berücksichtigt', 'Applied'),
  dispatchKey: words('Übermittlung (Schlüssel)', 'Dispatch (key)'),
  subscriber: words('Abonnement (Kennung)', 'Subscription (id)'),
  edition: words('Ausgabe (Kennung)', 'Edition (id)'),
} as const;

/** What a provider told us about one mail. */
export const RECEIPT_KIND_WORDS = {
  processed: words('wird zugestellt', 'processed'),
  delivered: words('zugestellt', 'delivered'),
  deferred: words('verzögert', 'deferred'),
  bounced: words('Postfach gibt es nicht', 'mailbox does not exist'),
  blocked: words('diesmal abgewiesen', 'refused this time'),
  unreached: words('Postfach voll oder nicht erreichbar', 'mailbox full or not reached'),
  dropped: words('nicht versucht', 'not tried'),
  complained: words('als Spam gemeldet', 'reported as spam'),
  unsubscribed: words('abgemeldet', 'unsubscribed'),
} as const satisfies Record<ReceiptKind, Words>;

/** On which of its lists a provider has an address. */
export const DROP_LIST_WORDS = {
  bounced: words('Postfach gibt es nicht', 'mailbox does not exist'),
  complained: words('als Spam gemeldet', 'reported as spam'),
  unsubscribed: words('abgemeldet', 'unsubscribed'),
  other: words('anderer Grund', 'other reason'),
} as const satisfies Record<DropList, Words>;

/** Field words of notices. */
export const NOTICE = {
  kind: words('Art', 'Kind'),
  user: words('Person (Kennung)', 'Person (id)'),
  organisation: words('Akteur (Kennung)', 'Organisation (id)'),
  delivery: words('Ausspielung (Kennung)', 'Delivery (id)'),
  acceptedAt: words('Angenommen', 'Accepted'),
} as const;

/** What a notice is about, and what became of it. */
export const NOTICE_KIND_WORDS = {
  approval: words('Bitte um Freigabe', 'Approval wanted'),
  'no-editor': words('Niemand kann freigeben', 'Nobody can approve'),
  declined: words('Abgelehnt', 'Declined'),
  failed: words('Fehlgeschlagen', 'Failed'),
  'handover-due': words('Bitte von Hand veröffentlichen', 'Please post by hand'),
  unpublished: words('Geplantes nicht ausgeführt', 'Plan not carried out'),
  'channel-stopped': words('Kanal angehalten', 'Channel stopped'),
  'access-ends': words('Zugang eines Kanals endet', 'Access of a channel ends'),
  'version-ends': words('Schnittstelle eines Netzwerks endet', 'Interface of a network ends'),
  digest: words('Überblick am Morgen', 'Overview in the morning'),
  'edition-ready': words('Ausgabe ansehen', 'Look at the edition'),
  'edition-test': words('Test einer Ausgabe', 'Test of an edition'),
} as const satisfies Record<NoticeKind, Words>;
export const NOTICE_STATUS_WORDS = {
  due: words('steht an', 'due'),
  accepted: words('angenommen', 'accepted'),
  failed: words('fehlgeschlagen', 'failed'),
} as const;

/** Field words of subscribers. */
export const SUBSCRIBER = {
  email: words('E-Mail-Adresse', 'E-mail address'),
  region: words('Nur Akteure aus', 'Only organisations from'),
  topics: words('Nur diese Themen (Kurznamen)', 'Only these topics (short names)'),
  confirmedAt: words('Bestätigt', 'Confirmed'),
  unsubscribedAt: words('Abgemeldet', 'Unsubscribed'),
} as const;
export const SUBSCRIBER_STATUS_WORDS = {
  confirmed: words('bestätigt', 'confirmed'),
  unsubscribed: words('abgemeldet', 'unsubscribed'),
} as const;

/** Field words of sign-ups and of the proof that somebody consented. */
export const CONSENT = {
  key: words('Schlüssel', 'Key'),
  kind: words('Worum es geht', 'About'),
  choices: words('Gewählte Newsletter', 'Chosen newsletters'),
  newsletter: words('Newsletter', 'Newsletter'),
  organisation: words('Akteur', 'Organisation'),
  text: words('Wortlaut der Einwilligung', 'Wording of the consent'),
  textHash: words('Prüfsumme des Wortlauts', 'Checksum of the wording'),
  origin: words('Herkunft', 'Origin'),
  source: words('Angaben zur Herkunft', 'Statement about the origin'),
  importedAt: words('Übernommen am', 'Imported at'),
  importedBy: words('Übernommen von (Kennung)', 'Imported by (id)'),
  formUrl: words('Formular', 'Form'),
  requestedAt: words('Angefordert', 'Requested'),
  expiresAt: words('Verfällt', 'Expires'),
  mailedAt: words('Bestätigungsmail versandt', 'Confirmation mail sent'),
  mailHash: words('Prüfsumme der Bestätigungsmail', 'Checksum of the confirmation mail'),
  confirmedAt: words('Bestätigt', 'Confirmed'),
  withdrawnAt: words('Beendet', 'Ended'),
  withdrawnBy: words('Beendet durch', 'Ended by'),
  addressHash: words('Prüfsumme der Adresse', 'Checksum of the address'),
  channel: words('Kanal (Kennung)', 'Channel (id)'),
} as const;
export const CONSENT_ORIGIN_WORDS = {
  form: words('hier bestellt', 'ordered here'),
  import: words('übernommen', 'imported'),
} as const;
export const WITHDRAWAL_WORDS = {
  link: words('Abmeldelink', 'link to unsubscribe'),
  'mail-provider': words('E-Mail-Anbieter', 'mail provider'),
  preferences: words('Seite „Auswahl und Daten“', 'page of choices'),
  erasure: words('Löschung aller Daten', 'deletion of all data'),
  suppression: words('Sperrvermerk', 'suppression'),
} as const;
export const SIGNUP_KIND_WORDS = {
  newsletters: words('Newsletter', 'newsletters'),
  data: words('Auskunft über eigene Daten', 'own data'),
} as const;
export const SIGNUP_STATUS_WORDS = {
  due: words('steht an', 'due'),
  mailed: words('wartet auf den Klick', 'waits for the click'),
  failed: words('E-Mail nicht zustellbar', 'mail not deliverable'),
} as const;

/** Field words of addresses that are not written to. */
export const SUPPRESSION = {
  key: words('Schlüssel', 'Key'),
  reason: words('Grund', 'Reason'),
  scope: words('Geltung (Kennung des Newsletters, oder everywhere für alle)', 'Scope (id of the newsletter, or everywhere)'),
  suppressedAt: words('Seit', 'Since'),
  addressHash: words('Prüfsumme der Adresse', 'Checksum of the address'),
} as const;
export const SUPPRESSION_REASON_WORDS = {
  erased: words('Daten gelöscht', 'data erased'),
  objection: words('abgemeldet oder widersprochen', 'left or objected'),
  'hard-bounce': words('Postfach gibt es nicht oder ist nicht erreichbar', 'mailbox does not exist or is out of reach'),
  complaint: words('als unerwünscht gemeldet', 'reported as unwanted'),
  unanswered: words('Anmeldung nicht bestätigt', 'sign-up not confirmed'),
} as const satisfies Record<SuppressionReason, Words>;
