import type { Block } from '#domain/block';
import { type Words, words } from './words';

/** Words of the page on which people copy what is due on their newsletter (UI: Baustein). */
export const BLOCK = {
  title: words('Baustein', 'Block'),
  none: words(
    'Für Ihr Haus ist noch kein Newsletter mit Baustein eingerichtet. Wenn Sie Ihren Newsletter mit einem eigenen Programm versenden (zum Beispiel TYPO3, CleverReach oder Outlook), bitten Sie die Koordination, ihn unter „Kanäle“ anzulegen: Art „Newsletter“, Weg „Baustein zum Kopieren“.',
    'No newsletter with a block is set up for your organisation yet. If you send your newsletter with a tool of your own (such as TYPO3, CleverReach or Outlook), ask the coordination to create it under “Channels”: kind “Newsletter”, way “block to copy”.',
  ),
  lead: words(
    'Kopieren Sie den Baustein, fügen Sie ihn in Ihren Newsletter ein, und bestätigen Sie unten, was Sie übernommen haben. Erst dann steht es im Nachweis.',
    'Copy the block, paste it into your newsletter, and confirm below what you took over. Only then it stands in the ledger.',
  ),
  choose: words('Newsletter', 'Newsletter'),
  until: words('Fällig bis', 'Due until'),
  show: words('Anzeigen', 'Show'),
  nothing: words(
    'Bis zu diesem Tag ist nichts fällig. Wählen Sie einen späteren Tag, oder schauen Sie wieder herein: Sobald ein anderer Akteur etwas veröffentlicht, das in Ihren Newsletter gehört, steht es hier.',
    'Nothing is due until that day. Choose a later day or come back: as soon as another organisation publishes something for your newsletter, it stands here.',
  ),
  stopped: words(
    'Dieser Kanal ist angehalten: Bitte übernehmen Sie nichts, bis er weiterläuft.',
    'This channel is stopped: please take nothing over until it goes on.',
  ),
  preview: words('So sieht der Baustein aus', 'This is what the block looks like'),
  copyRich: words('Formatiert kopieren', 'Copy formatted'),
  copyHtml: words('HTML-Quelltext kopieren', 'Copy HTML source'),
  copyText: words('Nur Text kopieren', 'Copy plain text'),
  copyHint: words(
    'Formatiert: für Outlook, Word und Editoren, in denen Sie den fertigen Newsletter sehen. HTML-Quelltext: für CleverReach, TYPO3 und andere, in die man HTML einfügt.',
    'Formatted: for Outlook, Word and editors that show the finished newsletter. HTML source: for CleverReach, TYPO3 and others that take HTML.',
  ),
  copied: words('Kopiert. Jetzt in Ihren Newsletter einfügen.', 'Copied. Now paste it into your newsletter.'),
  confirm: words('Was haben Sie übernommen?', 'What did you take over?'),
  confirmHint: words(
    'Nehmen Sie das Häkchen weg, wo Sie etwas ausgelassen haben. Das Ausgelassene bleibt für die nächste Ausgabe stehen.',
    'Remove the tick where you left something out. What you left out stays for the next issue.',
  ),
  url: words('Link zur Web-Fassung (freiwillig)', 'Link to the web version (optional)'),
  urlHint: words('Falls Ihr Newsletter auch im Netz steht.', 'If your newsletter is on the web too.'),
  submit: words('Als übernommen bestätigen', 'Confirm as taken over'),
  today: words('Für Ihren Newsletter zum Kopieren', 'To copy into your newsletter'),
  due: words('fällig', 'due'),
  clause: words('Regel', 'clause'),
  own: words('eigener Inhalt', 'own content'),
  ledger: words('Alles, was für diesen Newsletter im Nachweis steht', 'Everything the ledger holds for this newsletter'),
  author: words('Bestätigen kann das die Redaktion Ihres Hauses.', 'The editors of your organisation can confirm this.'),
  nothingTicked: words('Bitte kreuzen Sie an, was Sie übernommen haben.', 'Please tick what you took over.'),
} as const;

/** `Baustein für „Newsletter Science Park Kassel“`. */
export const blockTitle = (channel: string): Words => words(`Baustein für „${channel}“`, `Block for “${channel}”`);

/** Nobody may read it before then. */
export const embargoUntil = (moment: Words): Words =>
  words(`Sperrfrist: nicht vor ${moment.de} veröffentlichen`, `Embargo: do not publish before ${moment.en}`);

/** What is said above a block: so much is left out as long as it can be taken back, or nothing is due at all; undefined otherwise. */
export const missingInWords = (block: Block, minutes: number): Words | undefined => {
  if (block.settling.length > 0) return leftOutInWords(block.settling.length, minutes);
  return block.entries.length === 0 ? BLOCK.nothing : undefined;
};

/** So much was changed or published a moment ago. */
const leftOutInWords = (count: number, minutes: number): Words =>
  count === 1
    ? words(
        `Ein Beitrag fehlt noch: Er wurde vor weniger als ${minutes} Minuten veröffentlicht oder geändert (Bedenkzeit).`,
        `One entry is still missing: it was published or changed less than ${minutes} minutes ago (time to think).`,
      )
    : words(
        `${count} Beiträge fehlen noch: Sie wurden vor weniger als ${minutes} Minuten veröffentlicht oder geändert (Bedenkzeit).`,
        `${count} entries are still missing: they were published or changed less than ${minutes} minutes ago (time to think).`,
      );

/** `4 Beiträge bis 01.12.2026 10:00`: what waits to be copied for one newsletter. */
export const waitingInWords = (count: number, day: string): Words => ({
  de: `${count} ${count === 1 ? 'Beitrag' : 'Beiträge'} bis ${day}`,
  en: `${count} ${count === 1 ? 'entry' : 'entries'} by ${day}`,
});
