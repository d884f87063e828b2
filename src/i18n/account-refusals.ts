import type { Words } from './words';

/** What is said at the fields by which a channel signs in at its provider. */
export const ACCOUNT_REFUSALS = {
  apiKeyMissing: {
    de: 'Ohne API-Schlüssel kann SendGrid nichts übermitteln. Bitte einen eintragen oder als Weg „E-Mail“ wählen.',
    en: 'Without an API key SendGrid cannot transmit anything. Please enter one or choose the way “Mail”.',
  },
  apiKeyForm: {
    de: 'Das ist kein API-Schlüssel von SendGrid: Er beginnt mit „SG.“ und hat keine Leerzeichen.',
    en: 'This is no API key of SendGrid: it begins with “SG.” and has no spaces.',
  },
  tokenMissing: {
    de: 'Ohne Zugangsschlüssel kann Nordsüd dort nichts veröffentlichen. Bitte einen eintragen oder als Weg „von Hand“ wählen.',
    en: 'Without an access token Nordsüd cannot publish anything there. Please enter one or choose the way “by hand”.',
  },
  tokenForm: {
    de: 'Das ist kein Zugangsschlüssel: Er ist lang und hat weder Leerzeichen noch Umlaute. Bitte vollständig einfügen.',
    en: 'This is no access token: it is long and has neither spaces nor umlauts. Please paste all of it.',
  },
  appPasswordMissing: {
    de: 'Ohne App-Passwort kann Nordsüd dort nichts veröffentlichen. Bitte eines eintragen oder als Weg „von Hand“ wählen.',
    en: 'Without an app password Nordsüd cannot publish anything there. Please enter one or choose the way “by hand”.',
  },
  xKeysMissing: {
    de: 'Ohne die vier Schlüssel kann Nordsüd auf X nichts veröffentlichen. Bitte alle eintragen oder als Weg „von Hand“ wählen.',
    en: 'Without the four keys Nordsüd cannot publish anything on X. Please enter all of them or choose the way “by hand”.',
  },
  xKeysForm: {
    de: 'Das sind nicht die vier Schlüssel: Bitte API Key, API Key Secret, Access Token und Access Token Secret untereinander einfügen, jeden vollständig und ohne weitere Wörter.',
    en: 'These are not the four keys: please paste API key, API key secret, access token and access token secret one below the other, each complete and without further words.',
  },
  pageForm: {
    de: 'Bitte die Nummer der Seite eintragen. Sie steht in der Adresse, wenn Sie die Seite verwalten: linkedin.com/company/Nummer/admin.',
    en: 'Please enter the number of the page. It stands in the address when you manage the page: linkedin.com/company/number/admin.',
  },
  serverForm: {
    de: 'Bitte den Namen des Servers eintragen, auf dem das Konto ist, zum Beispiel social.bund.de.',
    en: 'Please enter the name of the server that the account is on, for example social.bund.de.',
  },
  blueskyServerForm: {
    de: 'Das ist kein Name eines Servers. Bitte lassen Sie das Feld leer, wenn das Konto bei bsky.social ist: Dort sind fast alle.',
    en: 'This is no name of a server. Please leave the field empty if the account is at bsky.social, as nearly all are.',
  },
  handleForm: {
    de: 'Bitte den ganzen Namen des Kontos eintragen, zum Beispiel name.bsky.social.',
    en: 'Please enter the whole name of the account, for example name.bsky.social.',
  },
  appPasswordForm: {
    de: 'Das ist kein App-Passwort: Es hat vier Gruppen aus vier kleinen Buchstaben oder Ziffern, dazwischen Bindestriche. Das Passwort des Kontos gehört nicht hierher.',
    en: 'This is no app password: it has four groups of four small letters or digits with hyphens between them. The password of the account does not belong here.',
  },
  eventKeyForm: {
    de: 'Das ist kein öffentlicher Schlüssel von SendGrid. Bitte vollständig und in einer Zeile einfügen.',
    en: 'This is no public key of SendGrid. Please paste all of it in one line.',
  },
  dkimSelector: {
    de: 'Bitte den Selektor eintragen: nur Buchstaben, Ziffern und Bindestriche, zum Beispiel nordsued.',
    en: 'Please enter the selector: letters, digits and hyphens only, for example nordsued.',
  },
  dkimKeyMissing: {
    de: 'Zum Selektor gehört ein privater Schlüssel. Bitte hier einfügen oder den Selektor leeren.',
    en: 'The selector needs a private key. Please paste it here or clear the selector.',
  },
  dkimKeyForm: {
    de: 'Das ist kein privater RSA-Schlüssel mit mindestens 1024 Bit. Bitte vollständig einfügen, mit der ersten und der letzten Zeile.',
    en: 'This is no private RSA key of at least 1024 bits. Please paste all of it, with its first and last line.',
  },
} as const satisfies Record<string, Words>;
