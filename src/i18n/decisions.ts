import { type Words, words } from './words';

/** What the buttons of a ledger row say. */
export const BUTTONS = {
  approve: words('Freigeben', 'Approve'),
  reword: words('Eigenen Text schreiben', 'Write an own text'),
  rewordAgain: words('Eigenen Text ändern', 'Change the own text'),
  approveOwn: words('Freigeben mit eigenem Text', 'Approve with own text'),
  decline: words('Ablehnen', 'Decline'),
  confirm: words('Ist veröffentlicht', 'It is published'),
  published: words('Ist erschienen', 'It appeared'),
  resend: words('Ist nicht erschienen – erneut senden', 'It did not appear – send again'),
  retry: words('Erneut versuchen', 'Try again'),
  withdraw: words('Zurückziehen', 'Withdraw'),
  withdrawAll: words('Alles zurückziehen', 'Withdraw all'),
  cancel: words('Abbrechen', 'Cancel'),
  copy: words('Text kopieren', 'Copy text'),
} as const;

/** The small forms behind some of the buttons. */
export const FORMS = {
  ownText: words('Eigener Text', 'Own text'),
  ownTextHint: words(
    'So erscheint der Beitrag. Fehlt der Link, wird er angehängt.',
    'This is what appears. A missing link is added at the end.',
  ),
  ownTextHintNewsletter: words('Steht im Newsletter anstelle des Kurztexts.', 'Stands in the newsletter in place of the teaser.'),
  ownTextSubmit: words('Mit diesem Text freigeben', 'Approve with this text'),
  rewordSubmit: words('Diesen Text verwenden', 'Use this text'),
  retrySubmit: words('Mit diesem Text erneut versuchen', 'Try again with this text'),
  ownTextStale: words(
    'Der Inhalt hat sich geändert, seit Sie diesen Text geschrieben haben. Bitte prüfen Sie ihn.',
    'The content has changed since you wrote this text. Please check it.',
  ),
  reason: words('Grund der Ablehnung', 'Reason for declining'),
  reasonHint: words(
    'Die Redaktion, von der der Inhalt stammt, liest diesen Grund.',
    'The editors of the organisation the content comes from read this reason.',
  ),
  reasonSubmit: words('Mit diesem Grund ablehnen', 'Decline for this reason'),
  url: words('Link zum Beitrag (freiwillig)', 'Link to the post (optional)'),
  urlHint: words('Zum Beispiel https://www.linkedin.com/posts/…', 'For example https://www.linkedin.com/posts/…'),
  confirmSubmit: words('Ja, ist veröffentlicht', 'Yes, it is published'),
  resendWarning: words(
    'Bitte sehen Sie zuerst auf dem Kanal nach: Erschien es dort doch, kann es danach zweimal erscheinen. In sozialen Netzwerken sieht Nordsüd vor dem Senden auch selbst nach und sendet nicht, was es dort findet.',
    'Please look at the channel first: if this did appear there, it may appear twice. On social networks Nordsüd looks itself as well before it sends, and does not send what it finds there.',
  ),
  resendSubmit: words('Ich habe nachgesehen: erneut senden', 'I have looked: send again'),
  withdrawWarning: words('Die Ausspielung geht dann nicht hinaus.', 'The delivery will not leave then.'),
  withdrawAllWarning: words(
    'Nichts von dem, was noch nicht hinausging und was Sie zurückziehen dürfen, geht dann hinaus.',
    'Nothing that has not left and that you may withdraw will leave then.',
  ),
  withdrawSubmit: words('Ja, zurückziehen', 'Yes, withdraw'),
  withLink: words('mit Link', 'including the link'),
} as const;

/** What the server answers when a decision was taken. */
export const DECIDED = {
  approve: words(
    'Freigegeben. Die Ausspielung geht zum geplanten Zeitpunkt hinaus.',
    'Approved. The delivery leaves at its time.',
  ),
  approveDue: words('Freigegeben. Die Ausspielung geht gleich hinaus.', 'Approved. The delivery leaves in a moment.'),
  reword: words(
    'Gespeichert. Die Ausspielung geht mit Ihrem Text hinaus. Ändert sich der Inhalt vorher, entfällt der Text; das steht dann unter „Heute“.',
    'Saved. The delivery leaves with your text. If the content changes before that, the text is dropped; “Today” tells you then.',
  ),
  decline: words('Abgelehnt. Der Grund steht im Nachweis.', 'Declined. The ledger keeps the reason.'),
  confirm: words('Danke. Die Veröffentlichung ist bestätigt.', 'Thank you. The publication is confirmed.'),
  published: words('Danke. Die Ausspielung zählt als übermittelt.', 'Thank you. The delivery counts as transmitted.'),
  resend: words('Die Ausspielung wird noch einmal gesendet.', 'The delivery will be sent once more.'),
  retry: words('Die Ausspielung wird noch einmal versucht.', 'The delivery will be tried once more.'),
  withdraw: words('Zurückgezogen. Die Ausspielung geht nicht hinaus.', 'Withdrawn. The delivery will not leave.'),
} as const;

/** Words beside the decision about several rows at once. */
export const BULK = {
  label: words('Mehrere Ausspielungen entscheiden', 'Decide about several deliveries'),
  hint: words(
    'Kreuzen Sie Zeilen an, um mehrere auf einmal freizugeben oder abzulehnen.',
    'Tick rows to approve or decline several at once.',
  ),
} as const;

/** How many rows are ticked. */
export const chosenInWords = (count: number): Words =>
  count === 1 ? words('1 Zeile gewählt', '1 row chosen') : words(`${count} Zeilen gewählt`, `${count} rows chosen`);

/** What became of one row when several were decided at once. */
export const BULK_RESULTS = [
  'approved',
  'declined',
  'taken-over',
  'withdrawn',
  'decided',
  'changed',
  'forbidden',
  'needless',
  'elsewhere',
  'missing',
] as const;
export type BulkResult = (typeof BULK_RESULTS)[number];

/** Those after which a row stands as it was asked for. */
const DONE: readonly BulkResult[] = ['approved', 'declined', 'taken-over', 'withdrawn'];

/** `3 freigegeben, 1 hatte schon jemand entschieden: Gründertag (HTAI auf LinkedIn).`; rows that were not moved are named. */
export const bulkInWords = (results: readonly { readonly result: BulkResult; readonly name: string }[]): Words => {
  const part = (result: BulkResult, language: 'de' | 'en'): string => {
    const found = results.filter((one) => one.result === result);
    if (found.length === 0) return '';
    const names = found.map(({ name }) => name).filter(Boolean);
    const isDone = DONE.some((done) => done === result);
    return `${found.length} ${BULK_WORDS[result][language]}${isDone || names.length === 0 ? '' : ` (${names.join('; ')})`}`;
  };
  const all = (language: 'de' | 'en'): string => {
    const parts = BULK_RESULTS.map((result) => part(result, language)).filter(Boolean);
    return `${parts.join(', ')}.`;
  };
  return words(all('de'), all('en'));
};

const BULK_WORDS: Readonly<Record<BulkResult, Words>> = {
  approved: words('freigegeben', 'approved'),
  declined: words('abgelehnt', 'declined'),
  'taken-over': words('als übernommen bestätigt', 'confirmed as taken over'),
  withdrawn: words('zurückgezogen', 'withdrawn'),
  decided: words('hatte schon jemand entschieden', 'decided by somebody before'),
  changed: words('seit dem Laden der Liste geändert, bitte neu prüfen', 'changed since the list was loaded, please check again'),
  forbidden: words('entscheidet ein anderer Akteur', 'for another organisation to decide'),
  needless: words('ohne Freigabe vorgesehen', 'meant to leave without approval'),
  elsewhere: words('in keinem Baustein, weil auf anderem Weg unterwegs', 'in no block, because it leaves another way'),
  missing: words('gibt es nicht mehr', 'no longer there'),
};

/** What the server answers when a decision was not taken. */
export const REFUSED = {
  login: words('Bitte melden Sie sich an.', 'Please log in.'),
  forbidden: words(
    'Das entscheidet die Redaktion des tragenden Akteurs, die Koordination oder die Administration.',
    'That is decided by the editors of the carrying organisation, by coordination or administration.',
  ),
  missing: words('Diese Ausspielung gibt es nicht.', 'There is no such delivery.'),
  rows: words('Bitte wählen Sie 1 bis 100 Zeilen aus.', 'Please choose 1 to 100 rows.'),
  body: words(
    'Die Angaben waren nicht lesbar. Bitte laden Sie die Seite neu.',
    'The data was not readable. Please reload the page.',
  ),
  reason: words('Bitte nennen Sie den Grund.', 'Please give the reason.'),
  reasonLength: words(
    'Bitte fassen Sie den Grund in höchstens 1.000 Zeichen.',
    'Please keep the reason within 1,000 characters.',
  ),
  ownText: words(
    'Bitte schreiben Sie einen Text von höchstens 5.000 Zeichen.',
    'Please write a text of at most 5,000 characters.',
  ),
  subjectLength: words(
    'Bitte fassen Sie den Betreff in höchstens 150 Zeichen.',
    'Please keep the subject within 150 characters.',
  ),
  url: words(
    'Bitte geben Sie eine Adresse an, die mit https:// oder http:// beginnt.',
    'Please give an address that begins with https:// or http://.',
  ),
  textStays: words(
    'Dieser Text bleibt, wie er ist: Er steht schon in einer Ausgabe, oder ein früherer Versuch ist vielleicht damit erschienen. Ein anderer Text könnte dann doppelt erscheinen.',
    'This text stays as it is: it stands in an edition already, or an earlier try may have appeared with it. Another text might then appear as well.',
  ),
  changed: words(
    'Der Inhalt oder sein Text hat sich inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie den neuen Text.',
    'The content or its text has changed meanwhile. Please reload the page and check the new text.',
  ),
  failed: words(
    'Das hat nicht geklappt. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'That did not work. Please reload the page and try again.',
  ),
} as const;

/** A second click, or somebody was quicker; the row's status as it is now. */
export const decidedAlready = ({ de, en }: Words): Words => ({
  de: `Darüber ist schon entschieden. Stand jetzt: ${de}.`,
  en: `This has been decided already. Status now: ${en}.`,
});
