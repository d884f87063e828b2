import type { ContentCollection } from '#domain/content';
import { type Words, words } from './words';

/** Words of the tab that says where a content is promoted. */
export const PROMOTION = {
  title: words('Wo wird das beworben?', 'Where is this promoted?'),
  draft: words(
    'Noch ist nichts veröffentlicht. So würde geplant, wenn Sie jetzt veröffentlichen:',
    'Nothing is published yet. This is what would be planned if you published now:',
  ),
  changed: words(
    'Es gibt Änderungen, die noch nicht veröffentlicht sind. Gezeigt ist, was zur veröffentlichten Fassung gehört.',
    'There are changes that are not published yet. Shown is what belongs to the published version.',
  ),
  unplanned: words(
    'Gerade wird geplant. In wenigen Sekunden steht hier, wo und wann das beworben wird.',
    'Planning is under way. In a few seconds this page says where and when it is promoted.',
  ),
  nothing: words(
    'Keine Regel der Vereinbarung verlangt, dass das beworben wird, und kein eigener Kanal zeigt eigene Inhalte.',
    'No clause of the agreement asks to promote this, and no own channel shows own content.',
  ),
  stakeholders: words(
    'Dieser Inhalt ist nur für die Akteure sichtbar und wird deshalb nirgends beworben.',
    'This content is visible to the organisations only and is therefore promoted nowhere.',
  ),
  doNotPromote: words(
    'Sie haben „Nicht bewerben“ gewählt: Andere Akteure tragen das nicht weiter.',
    'You chose “Do not promote”: other organisations do not carry this.',
  ),
  text: words('Text ansehen', 'See the text'),
  textNow: words('Text nach heutigem Stand ansehen', 'See the text as of today'),
  because: words('weil', 'because'),
  ownChannel: words('eigener Inhalt auf eigenem Kanal', 'own content on an own channel'),
  clauses: words('Was die Regeln sagen', 'What the clauses say'),
  seen: words('Zu sehen unter', 'To be seen at'),
  details: words('Zum Nachweis', 'To the ledger'),
  proposal: words('Vorschlag, nicht beschlossen', 'proposal, not agreed'),
  would: words('würde eingeplant', 'would be planned'),
  wouldMiss: words('käme zu spät', 'would come too late'),
} as const;

/** What is missing before anything can be said. */
export const UNFINISHED = {
  events: words(
    'Sobald Titel und Beginn ausgefüllt sind, steht hier, wer das wann und wo bewirbt.',
    'As soon as title and start are filled in, this page says who promotes it when and where.',
  ),
  'news-items': words(
    'Sobald der Titel ausgefüllt ist, steht hier, wer das wann und wo bewirbt.',
    'As soon as the title is filled in, this page says who promotes it when and where.',
  ),
} as const satisfies Record<ContentCollection, Words>;

/** The time to think runs until then. */
export const settlesInWords = (at: string): Words =>
  words(
    `Die Bedenkzeit läuft: Nichts davon geht vor ${at} hinaus. So lange können Sie noch alles zurückziehen.`,
    `The time to think is running: none of this leaves before ${at}. Until then you can still withdraw everything.`,
  );

/** Above the form, after publishing; true as well of what nobody promotes. */
export const settlingInWords = (at: string): Words =>
  words(`Veröffentlicht. Vor ${at} geht nichts davon hinaus.`, `Published. None of this leaves before ${at}.`);

/** The way from there to the tab. */
export const LOOK_OR_WITHDRAW = words('Ansehen oder zurückziehen', 'Look or withdraw');

/** How many messages at how many organisations. */
export const promotionSum = (messages: number, carriers: number): Words =>
  words(
    `${messages} ${messages === 1 ? 'Ausspielung' : 'Ausspielungen'} bei ${carriers} ${carriers === 1 ? 'Akteur' : 'Akteuren'}.`,
    `${messages} ${messages === 1 ? 'delivery' : 'deliveries'} at ${carriers} ${carriers === 1 ? 'organisation' : 'organisations'}.`,
  );
