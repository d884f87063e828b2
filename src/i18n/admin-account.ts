import type { AccountRegion, ChannelTrouble, ChannelVia } from '#domain/channel';
import { type Words, words } from './words';

/** Field words of what a channel signs in with at its provider. */
export const ACCOUNT = {
  apiKey: words('API-Schlüssel von SendGrid', 'API key of SendGrid'),
  apiKeyHint: words(
    'Bei SendGrid unter „Settings“, „API Keys“ anlegen, mit dem einzigen Recht „Mail Send“, und hier einfügen. Der Schlüssel wird verschlüsselt abgelegt und nie wieder angezeigt. Ohne Angabe: Der hinterlegte bleibt.',
    'Create it at SendGrid under “Settings”, “API Keys”, with the single right “Mail Send”, and paste it here. It is kept encrypted and never shown again. If empty: the one that is stored stays.',
  ),
  apiKeySince: words('API-Schlüssel hinterlegt (Berliner Zeit)', 'API key stored (Berlin time)'),
  region: words('Region des Kontos', 'Region of the account'),
  regionHint: words(
    'Europäische Konten gibt es nur für eigens angelegte EU-Unterkonten. Ihr Schlüssel gilt nirgends sonst.',
    'European accounts exist only for subusers made for the EU. Their key is good nowhere else.',
  ),
  eventKey: words('Öffentlicher Schlüssel der Statusmeldungen', 'Public key of the receipts'),
  eventKeyHint: words(
    'SendGrid zeigt ihn unter „Settings“, „Mail Settings“, „Event Webhook“, wenn Sie dort „Signed Event Webhook“ einschalten. Ohne ihn nehmen wir keine Statusmeldungen an: Unzustellbare Adressen und Spam-Meldungen blieben unbemerkt.',
    'SendGrid shows it under “Settings”, “Mail Settings”, “Event Webhook” once you switch on “Signed Event Webhook” there. Without it we take no receipts: undeliverable addresses and spam reports would go unnoticed.',
  ),
  eventUrl: words('Adresse für Statusmeldungen', 'Address for receipts'),
  eventUrlHint: words(
    'Bei SendGrid als „Post URL“ eintragen. Auswählen: Processed, Dropped, Deferred, Delivered, Bounced, Spam Reports, Unsubscribed. Öffnungen und Klicks bleiben aus.',
    'Enter it at SendGrid as “Post URL”. Select: Processed, Dropped, Deferred, Delivered, Bounced, Spam Reports, Unsubscribed. Opens and clicks stay off.',
  ),
  page: words('Nummer der Seite bei LinkedIn', 'Number of the page at LinkedIn'),
  pageHint: words(
    'Sie steht in der Adresse, wenn Sie die Seite verwalten: linkedin.com/company/Nummer/admin. Sie können auch die ganze Adresse einfügen.',
    'It stands in the address when you manage the page: linkedin.com/company/number/admin. You may paste the whole address, too.',
  ),
  handle: words('Name des Kontos bei Bluesky', 'Name of the account at Bluesky'),
  handleHint: words(
    'Der Name hinter dem @, zum Beispiel name.bsky.social. Sie können auch die Adresse des Profils einfügen.',
    'The name behind the @, for example name.bsky.social. You may paste the address of the profile, too.',
  ),
  server: words('Server des Kontos', 'Server of the account'),
  token: words('Zugang zum Konto', 'Access to the account'),
  accessUntil: words('Zugang gilt bis (Berliner Zeit)', 'Access is good until (Berlin time)'),
  accessUntilHint: words(
    'Ohne Angabe: 60 Tage ab dem Eintragen. Wir erinnern Sie 30, 14, 7 Tage und einen Tag vorher.',
    'If empty: 60 days from entering it. We remind you 30, 14, 7 days and one day before.',
  ),
  accountName: words('Name des Kontos', 'Name of the account'),
  connectedAt: words('Verbunden seit (Berliner Zeit)', 'Connected since (Berlin time)'),
  refresh: words('Erneuerungsschlüssel', 'Refresh token'),
  refreshUntil: words('Erneuert sich bis (Berliner Zeit)', 'Renews itself until (Berlin time)'),
  renewNotBefore: words('Erneuerung frühestens', 'Renewal not before'),
  renewTries: words('Vergebliche Erneuerungen', 'Renewals in vain'),
  textLength: words('Zeichen je Beitrag', 'Characters of a post'),
  checkedAt: words('Verbindung', 'Connection'),
  checkedAs: words('Ergebnis der Prüfung', 'Result of the check'),
  tokenSince: words('Zugangsschlüssel hinterlegt (Berliner Zeit)', 'Access token stored (Berlin time)'),
  dkimSelector: words('DKIM-Selektor', 'DKIM selector'),
  dkimSelectorHint: words(
    'Nur wenn Ihr Mailserver die Mails nicht selbst unterschreibt; fragen Sie Ihre IT. Der Name, unter dem der öffentliche Schlüssel im DNS der Absenderadresse steht, zum Beispiel nordsued. Ohne Angabe: Wir unterschreiben nicht.',
    'Only if your mail server does not sign mails itself; ask your IT. The name under which the public key stands in the DNS of the sender’s domain, for example nordsued. If empty: we do not sign.',
  ),
  dkimKey: words('Privater DKIM-Schlüssel', 'Private DKIM key'),
  dkimKeyHint: words(
    'RSA im PEM-Format, beginnt mit „-----BEGIN“. Er wird verschlüsselt abgelegt und nie wieder angezeigt. Ohne Angabe: Der hinterlegte bleibt.',
    'RSA in PEM format, begins with “-----BEGIN”. It is kept encrypted and never shown again. If empty: the one that is stored stays.',
  ),
  dkimSince: words('DKIM-Schlüssel hinterlegt (Berliner Zeit)', 'DKIM key stored (Berlin time)'),
  trouble: words('Von selbst angehalten', 'Stopped by itself'),
} as const;

type ByNetwork = Readonly<Partial<Record<ChannelVia, Words>>>;

/** What is pasted as the access of a channel, as its network calls it; begins as the field is called where no network is known. */
export const PASTED_LABELS: ByNetwork = {
  linkedin: words('Zugang zum Konto: Zugangsschlüssel (Access Token)', 'Access to the account: access token'),
  mastodon: words('Zugang zum Konto: Zugangsschlüssel (Access Token)', 'Access to the account: access token'),
  bluesky: words('Zugang zum Konto: App-Passwort', 'Access to the account: app password'),
  x: words('Zugang zum Konto: die vier Schlüssel', 'Access to the account: the four keys'),
};

const PASTED_HINTS: ByNetwork = {
  linkedin: words(
    'Von einer Person, die die Seite verwaltet, mit den Rechten „w_organization_social“ und „r_organization_social“. Er gilt 60 Tage.',
    'By a person who manages the page, with the rights “w_organization_social” and “r_organization_social”. It is good for 60 days.',
  ),
  mastodon: words(
    'Auf dem Server unter „Einstellungen“, „Entwicklung“ eine Anwendung anlegen, mit den Rechten „read:accounts“, „read:statuses“, „write:media“ und „write:statuses“.',
    'On the server, create an application under “Preferences”, “Development”, with the rights “read:accounts”, “read:statuses”, “write:media” and “write:statuses”.',
  ),
  bluesky: words(
    'Bei Bluesky unter „Einstellungen“, „Datenschutz und Sicherheit“, „App-Passwörter“ anlegen. Das Passwort des Kontos gehört nicht hierher.',
    'Make it at Bluesky under “Settings”, “Privacy and security”, “App passwords”. The password of the account does not belong here.',
  ),
  x: words(
    'Im Entwicklerportal von X unter „Keys and tokens“, jeder in einer eigenen Zeile und in dieser Reihenfolge: API Key, API Key Secret, Access Token, Access Token Secret. Geben Sie der App vorher das Recht „Read and write“. Die Schlüssel enden nicht.',
    'In the developer portal of X under “Keys and tokens”, each on a line of its own and in this order: API Key, API Key Secret, Access Token, Access Token Secret. Give the app the right “Read and write” before. The keys do not end.',
  ),
};

/** Where one finds it there; on the ways that are `connectable` one may sign in at the network instead. */
export const pastedHints = (connectable: readonly string[]): ByNetwork => {
  const all = Object.entries(PASTED_HINTS).map(([via, { de, en }]) => {
    const instead = connectable.includes(via) ? INSTEAD : { de: '', en: '' };
    return [via, words(`${instead.de}${de} ${KEPT.de}`, `${instead.en}${en} ${KEPT.en}`)];
  });
  return Object.fromEntries(all);
};

const INSTEAD = words('Nur nötig, wenn Sie sich nicht anmelden. ', 'Needed only if you do not sign in. ');
const KEPT = words(
  'Wird verschlüsselt abgelegt und nie wieder angezeigt. Ohne Angabe: Der hinterlegte Zugang bleibt.',
  'Kept encrypted and never shown again. If empty: the access that is stored stays.',
);

/** On which server an account is. */
export const SERVER_HINTS: ByNetwork = {
  mastodon: words(
    'Der Teil hinter dem zweiten @ im Namen des Kontos, zum Beispiel social.bund.de. Sie können auch den ganzen Namen oder die Adresse des Profils einfügen.',
    'The part behind the second @ in the name of the account, for example social.bund.de. You may paste the whole name or the address of the profile, too.',
  ),
  bluesky: words(
    'Nur wenn das Konto auf einem eigenen Server liegt. Ohne Angabe: bsky.social.',
    'Only if the account is on a server of its own. If empty: bsky.social.',
  ),
};

/** Where a provider keeps what it is given. */
export const REGION_WORDS = {
  eu: words('Europäische Union', 'European Union'),
  global: words('weltweit (USA)', 'worldwide (USA)'),
} as const satisfies Record<AccountRegion, Words>;

/** Why a channel stopped by itself, and what to do. */
export const TROUBLE_WORDS = {
  'account-refused': words(
    'Der Anbieter nimmt Schlüssel, Absender oder Rechte des Kanals nicht an',
    'The provider refuses key, sender or rights of the channel',
  ),
  'version-given-up': words(
    'Der Anbieter nimmt die Fassung seiner Schnittstelle nicht mehr an, die Nordsüd kennt',
    'The provider does not take the version of its interface any more that Nordsüd knows',
  ),
  'spending-limit': words(
    'Beim Anbieter ist das Guthaben verbraucht oder eine Ausgabengrenze erreicht',
    'At the provider the credit is used up or a spending limit is reached',
  ),
} as const satisfies Record<ChannelTrouble, Words>;
