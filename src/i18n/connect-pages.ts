/** A page that says how signing in ended. */
export type ConnectPage = { readonly title: string; readonly text: string };

/** Pages on the way back from a network, German as all pages of ours; by what happened. */
export const CONNECT_PAGES = {
  invalid: {
    title: 'Dieser Aufruf gehört zu keiner Anmeldung',
    text: 'Am Kanal hat sich nichts geändert. Öffnen Sie den Kanal in der Verwaltung und beginnen Sie dort mit „Verbinden“.',
  },
  expired: {
    title: 'Die Anmeldung hat zu lange gedauert',
    text: 'Aus Sicherheitsgründen gilt sie nur zehn Minuten. Am Kanal hat sich nichts geändert. Öffnen Sie den Kanal in der Verwaltung und verbinden Sie ihn noch einmal.',
  },
  used: {
    title: 'Diese Anmeldung ist schon abgeschlossen',
    text: 'Jede Anmeldung gilt nur einmal. Wie der Kanal jetzt verbunden ist, steht in der Verwaltung; verbinden Sie ihn dort noch einmal, falls nötig.',
  },
  session: {
    title: 'Sie sind hier nicht mehr angemeldet',
    text: 'Verbunden wird nur in derselben Sitzung, in der Sie begonnen haben. Am Kanal hat sich nichts geändert. Melden Sie sich in der Verwaltung an und verbinden Sie den Kanal noch einmal.',
  },
  forbidden: {
    title: 'Diesen Kanal dürfen Sie nicht verbinden',
    text: 'Das kann die Redaktion des Akteurs, dem der Kanal gehört. Am Kanal hat sich nichts geändert.',
  },
  cancelled: {
    title: 'Sie haben nicht zugestimmt',
    text: 'Ohne Ihre Zustimmung beim Netzwerk kann Nordsüd dort nichts veröffentlichen. Am Kanal hat sich nichts geändert; Sie können ihn jederzeit noch einmal verbinden.',
  },
  refused: {
    title: 'Das Netzwerk hat die Anmeldung abgelehnt',
    text: 'Am Kanal hat sich nichts geändert. Versuchen Sie es noch einmal; bleibt es dabei, fehlen der Anwendung wahrscheinlich Rechte beim Netzwerk. Wenden Sie sich dann an die Person, die Nordsüd betreibt.',
  },
  unknown: {
    title: 'Das Netzwerk hat nicht verständlich geantwortet',
    text: 'Am Kanal hat sich nichts geändert. Bitte verbinden Sie ihn in einigen Minuten noch einmal.',
  },
  unpaid: {
    title: 'Beim Netzwerk fehlt Guthaben',
    text: 'Die Anmeldung hat geklappt, aber beim Netzwerk ist das Guthaben der Anwendung aufgebraucht oder ihre Ausgabengrenze erreicht. Laden Sie dort Guthaben auf oder bitten Sie die Person darum, die Nordsüd betreibt, und verbinden Sie den Kanal dann noch einmal. Am Kanal hat sich nichts geändert.',
  },
  'no-accounts': {
    title: 'Sie verwalten dort keine Seite',
    text: 'Die Anmeldung hat geklappt, aber mit Ihrem Konto lässt sich im Namen keiner Seite veröffentlichen. Lassen Sie sich auf der Seite Ihres Hauses die Rolle „Super-Admin“ oder „Content-Admin“ geben und verbinden Sie den Kanal noch einmal. Am Kanal hat sich nichts geändert.',
  },
  changed: {
    title: 'Der Kanal wurde inzwischen geändert',
    text: 'Er gehört jetzt einem anderen Akteur oder nutzt einen anderen Weg oder Server. Öffnen Sie ihn in der Verwaltung und verbinden Sie ihn noch einmal.',
  },
} as const satisfies Record<string, ConnectPage>;

/** The page on which somebody chooses as whom to post. */
export const CHOOSE_PAGE = {
  title: 'Welche Seite soll es sein?',
  lead: 'Sie verwalten mehrere Seiten. In wessen Namen soll dieser Kanal veröffentlichen?',
  legend: 'Seite',
  missing: 'Bitte wählen Sie eine der Seiten.',
  button: 'Mit dieser Seite verbinden',
  hint: 'Bis dahin ändert sich am Kanal nichts.',
} as const;

/** The channel is connected. */
export const connectedWords = (channel: string, name: string): ConnectPage => ({
  title: 'Der Kanal ist verbunden',
  text: `„${channel}“ ist jetzt mit „${name}“ verbunden. Was dieser Kanal veröffentlicht, erscheint dort in diesem Namen.`,
});

/** Leads back to the channel. */
export const TO_CHANNEL = 'Zurück zum Kanal';
/** Leads to the admin, where nobody knows which channel it was. */
export const TO_ADMIN = 'Zur Verwaltung';
