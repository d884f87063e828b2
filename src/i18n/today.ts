import { fallsBack } from '#domain/channel';
import type { Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Stopped } from '#domain/stop';
import { type Instant, isBefore } from '#domain/time';
import { shortMoment } from './dates';
import { type Words, words } from './words';

/** Words of the start page (UI: Heute). */
export const TODAY = {
  title: words('Heute', 'Today'),
  newEvent: words('Neue Veranstaltung', 'New event'),
  newNews: words('Neue Meldung', 'New news item'),
  firstSteps: words('Erste Schritte', 'First steps'),
  firstStepsHint: words(
    'Noch gibt es nur Feeds. Zwei Dinge braucht es, damit die Akteure füreinander werben können:',
    'There are only feeds yet. Two things are needed for the organisations to promote each other:',
  ),
  invite: words('Redaktionen der Akteure einladen', 'Invite editors of the organisations'),
  createChannel: words('Kanäle der Akteure anlegen', 'Create channels of the organisations'),
  awaiting: words('Wartet auf meine Freigabe', 'Waits for my approval'),
  awaitingAll: words('Wartet auf Freigabe oder Bestätigung', 'Waits for approval or confirmation'),
  awaitingNone: words(
    'Gerade wartet nichts auf Sie. Sobald ein anderer Akteur etwas auf Ihrem Kanal zeigen möchte, steht es hier, und Sie bekommen eine E-Mail.',
    'Nothing waits for you. As soon as another organisation wants to show something on your channel, it stands here, and you get a mail.',
  ),
  awaitingNoneAll: words(
    'Gerade wartet nichts auf eine Freigabe. Was ein Akteur freigeben muss, steht hier, bis er entschieden hat.',
    'Nothing waits for approval. What an organisation must approve stands here until it has decided.',
  ),
  upcoming: words('Geht als Nächstes hinaus', 'Leaves next'),
  upcomingHint: words('in den nächsten sieben Tagen, Berliner Zeit', 'within seven days, Berlin time'),
  upcomingNone: words(
    'In den nächsten sieben Tagen geht nichts hinaus. Veröffentlichen Sie eine Veranstaltung oder Meldung: Dann plant Nordsüd, wo und wann sie beworben wird.',
    'Nothing leaves within seven days. Publish an event or news item: then Nordsüd plans where and when it is promoted.',
  ),
  troubles: words('Probleme', 'Problems'),
  troublesNone: words(
    'Keine Probleme. Was fehlschlägt oder ungeklärt bleibt, steht hier mit dem Knopf, der weiterhilft.',
    'No problems. What fails or stays unclear stands here with the button that helps.',
  ),
  unasked: words(
    'Niemand konnte gefragt werden: Bei diesem Akteur ist keine Redaktion erreichbar. Bitte entscheiden Sie hier oder laden Sie jemanden ein.',
    'Nobody could be asked: this organisation has no editor who can be reached. Please decide here or invite somebody.',
  ),
  textLost: words(
    'Der eigene Text entfällt, weil sich der Inhalt geändert hat; hinaus geht der Standardtext. Öffnen Sie die Ausspielung, um den Text anzupassen.',
    'The own text is dropped because the content has changed; the standard text leaves. Open the delivery to adapt the text.',
  ),
  toText: words('Text ansehen', 'See the text'),
  editions: words('Nächste Ausgabe', 'Next edition'),
  drafts: words('Meine Entwürfe', 'My drafts'),
  draftsAll: words('Entwürfe', 'Drafts'),
  draftsNone: words(
    'Keine angefangenen Inhalte. Was Sie beginnen und nicht veröffentlichen, finden Sie hier wieder.',
    'No unfinished contents. What you begin and do not publish is found here again.',
  ),
  untitled: words('Noch ohne Titel', 'No title yet'),
  saved: words('Gespeichert', 'Saved'),
  balance: words('Nord und Süd in diesem Halbjahr', 'North and South in this half-year'),
  report: words('Zum Bericht', 'To the report'),
} as const;

/** When a row is due; once that moment is over and it has not left, what it waits for. */
export const dueInWords = (
  row: Pick<Delivery, 'status' | 'approval' | 'dueAt'>,
  carrier: string,
  at: Instant,
  language: Language,
): string => {
  const waits = isBefore(at, row.dueAt) ? undefined : waitsInWords(row, carrier);
  return waits?.[language] ?? shortMoment(row.dueAt, language);
};

const waitsInWords = ({ status, approval }: Pick<Delivery, 'status' | 'approval'>, carrier: string): Words | undefined => {
  if (status === 'planned' || status === 'ready') return words('jetzt fällig', 'due now');
  if (status !== 'awaiting-approval') return undefined;
  return approval.kind === 'silence'
    ? words(`sobald ${carrier} freigibt oder Schweigen als Ja gilt`, `as soon as ${carrier} approves or silence counts as yes`)
    : words(`sobald ${carrier} freigibt`, `as soon as ${carrier} approves`);
};

/** What is stopped: everything, or these channels; on some of them people post by hand meanwhile. */
export const stoppedInWords = (stopped: Stopped): Words => {
  if (stopped === 'all')
    return words(
      'Alles ist angehalten: Es geht nichts hinaus, bis die Koordination unter „Betrieb“ das Häkchen entfernt.',
      'Everything is stopped: nothing leaves until the coordination removes the tick under “Operations”.',
    );
  const waiting = namesOf(stopped.filter((channel) => !fallsBack(channel)));
  const byHand = namesOf(stopped.filter(fallsBack));
  const said = [
    waiting && words(`Angehalten, dort geht nichts hinaus: ${waiting}.`, `Stopped, nothing leaves there: ${waiting}.`),
    byHand && words(`Zurzeit nur von Hand: ${byHand}.`, `By hand only for now: ${byHand}.`),
  ].filter((one) => one !== '');
  return words(said.map(({ de }) => de).join(' '), said.map(({ en }) => en).join(' '));
};

const namesOf = (channels: readonly { readonly name: string }[]): string => channels.map(({ name }) => name).join(', ');

/** `Alle 12 ansehen`. */
export const seeAll = (total: number): Words => words(`Alle ${total} ansehen`, `See all ${total}`);

/** `Science Park Kassel auf „LinkedIn HTAI“ (HTAI)`: whose content on whose channel. */
export const whereInWords = ({
  organiser,
  channel,
  carrier,
}: {
  readonly organiser: string;
  readonly channel: string;
  readonly carrier: string;
}): Words => words(`${organiser} auf „${channel}“ (${carrier})`, `${organiser} on “${channel}” (${carrier})`);
