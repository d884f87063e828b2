import type { SendOutcome } from '#domain/dispatch';
import type { LeftOut } from '#domain/picture';
import { TROUBLE_WORDS } from './admin-account';
import { type Words, words } from './words';

/** Why a message did not leave as it should, for editors: never a provider's or a system's own words. Undefined where all is well. */
export const answerInWords = (outcome: SendOutcome): Words | undefined => {
  switch (outcome.kind) {
    case 'rejected':
      return REFUSALS[outcome.code] ?? refusedBy(outcome.code);
    case 'postponed':
      return words('Der Anbieter hat die Nachricht nicht angenommen', 'The provider did not take the message');
    case 'unconfirmed':
      return words('Es kam keine eindeutige Antwort', 'No clear answer came');
    case 'accepted':
      return outcome.leftOut && PICTURE_LEFT_OUT[outcome.leftOut];
    case 'handed-over':
      return undefined;
  }
};

/** Why a post that is there has no picture. */
export const PICTURE_LEFT_OUT = {
  gone: words(
    'Ohne Bild erschienen: Die Bilddatei war nicht mehr da oder ließ sich nicht verwenden',
    'Published without its picture: the picture file was gone or could not be used',
  ),
  refused: words(
    'Ohne Bild erschienen: Das Netzwerk nahm das Bild nicht an',
    'Published without its picture: the network did not take it',
  ),
  stuck: words(
    'Ohne Bild erschienen: Das Netzwerk wurde mit dem Bild nicht rechtzeitig fertig',
    'Published without its picture: the network did not get ready with it in time',
  ),
} as const satisfies Record<LeftOut, Words>;

/** The same for the administration, with the words of provider or system where there are any. */
export const answerInFull = (outcome: SendOutcome): Words | undefined => {
  switch (outcome.kind) {
    case 'rejected': {
      const known = REFUSALS[outcome.code];
      return known ?? words(`${outcome.code}: ${outcome.detail}`, `${outcome.code}: ${outcome.detail}`);
    }
    case 'postponed':
    case 'unconfirmed':
      return detailInWords(outcome.detail);
    case 'accepted':
    case 'handed-over':
      return answerInWords(outcome);
  }
};

/** Our own reasons, by the code of the refusal. */
const REFUSALS: Readonly<Record<string, Words>> = {
  'no-recipients': words('Niemand sollte diese Mail bekommen', 'Nobody was to get this mail'),
  'no-owner': words('Für den Kanal ist niemand eingetragen, der den Text bekommt', 'The channel names nobody to get the text'),
  'no-channel': words('Den Kanal gibt es nicht mehr', 'The channel is gone'),
  'wrong-way': words(
    'Der Kanal kann diese Art von Nachricht nicht übermitteln',
    'The channel cannot transmit this kind of message',
  ),
  'not-composed': words(
    'Die Nachricht ließ sich nicht zusammenstellen; bitte wenden Sie sich an die Administration',
    'The message could not be put together; please contact the administration',
  ),
  ...Object.fromEntries(
    Object.entries(TROUBLE_WORDS).map(([code, { de, en }]) => [
      code,
      words(
        `${de}; bis das behoben ist, geht dort von selbst nichts hinaus`,
        `${en}; until that is put right nothing leaves there by itself`,
      ),
    ]),
  ),
  duplicate: words('Derselbe Text steht dort schon', 'The same text is there already'),
  'change-refused': words(
    'Das Konto des Kanals darf diesen Beitrag beim Netzwerk nicht ändern oder löschen',
    'The account of the channel may not change or delete this post at the network',
  ),
  'channel-stopped': words(
    'Der Kanal ist mit seinem Netzwerk gerade nicht verbunden',
    'The channel has no connection to its network at the moment',
  ),
  'other-account': words(
    'Den Beitrag hat ein anderes Konto veröffentlicht als das, mit dem der Kanal jetzt angemeldet ist',
    'The post was published by another account than the one the channel signs in with now',
  ),
  gone: words('Den Beitrag gibt es dort nicht mehr', 'The post is no longer there'),
  unmailable: words(
    'Die Adresse oder die Größe der Mail wurde nicht angenommen',
    'The address or the size of the mail was refused',
  ),
};

/** The provider's own refusal: `http-422` of a network, `550` of a mail server. */
const refusedBy = (code: string): Words =>
  words(
    `Der Anbieter hat die Nachricht abgelehnt (${code.replace(/^http-/, 'HTTP ')})`,
    `The provider refused the message (${code.replace(/^http-/, 'HTTP ')})`,
  );

/** What channels and jobs put into a detail themselves: a code, perhaps numbers, perhaps more behind a colon. */
const DETAILS: Readonly<Record<string, (numbers: readonly string[]) => Words>> = {
  'no-answer-in-time': () => words('Keine Antwort in der Zeit', 'No answer in time'),
  'answer-too-large': () => words('Die Antwort war zu groß', 'The answer was too large'),
  'answer-cut-off': () => words('Die Antwort brach ab', 'The answer broke off'),
  'answer-unreadable': () => words('Die Antwort war nicht zu lesen', 'The answer could not be read'),
  'connection-lost': () => words('Die Verbindung brach ab', 'The connection broke off'),
  'no-key': () => words('Beim Kanal ist kein gültiger Schlüssel hinterlegt', 'No valid key is stored at the channel'),
  'not-public': () => words('Der Server liegt in keinem öffentlichen Netz', 'The server is in no public network'),
  'no-post-id': () => words('Die Antwort nannte keinen Beitrag', 'The answer named no post'),
  'outbox-unwritable': () => words('In den Postausgang lässt sich nicht schreiben', 'The outbox cannot be written to'),
  'not-tried': () => words('Nicht mehr versucht', 'Not tried any more'),
  'channel-threw': () => words('Im Kanal ist ein Fehler aufgetreten', 'An error occurred in the channel'),
  'lease-expired': () => words('Der Prozess, der es übermittelte, ist verstummt', 'The process that transmitted it fell silent'),
  'lease-over': () => words('Nicht übermittelt, weil es zu lange dauerte', 'Not transmitted because it took too long'),
  partly: ([sent, refused, unknown, deferred]) =>
    words(
      `${sent} angenommen, ${refused} abgelehnt, ${unknown} ungeklärt, ${deferred} nicht übergeben`,
      `${sent} accepted, ${refused} refused, ${unknown} unclear, ${deferred} not handed over`,
    ),
};

const detailInWords = (detail: string): Words => {
  const [, code = '', numbers = '', rest = ''] = /^([a-z-]+)((?: \d+)*)(?:: (.*))?$/s.exec(detail) ?? [];
  const said = DETAILS[code]?.(numbers.trim().split(' '));
  if (!said) return words(detail, detail);
  const more = rest && detailInWords(rest);
  return more ? words(`${said.de}: ${more.de}`, `${said.en}: ${more.en}`) : said;
};
