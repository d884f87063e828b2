import type { Payload } from 'payload';
import { below, feedUrl } from '#domain/addresses';
import type { DeliveryStatus } from '#domain/delivery';
import { instant } from '#domain/time';
import { dateInWords, timeInWords } from '#i18n/dates';
import { STATUS_WORDS } from '#i18n/words';
import { findRows, type Row } from '#store/rows';

/** Where the demo is to be looked at. */
export type Places = { readonly publicUrl: string; readonly postsUrl: string; readonly dataDir: string };

/** Names of the channels that posts came through, by the keys of their dispatches. */
export const channelsOfPosts = async (payload: Payload, keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const dispatches = await findRows(payload, 'dispatches', { key: { in: [...keys] } });
  const rows = await findRows(payload, 'deliveries', { id: { in: dispatches.map(({ subject }) => subject) } });
  const names = new Map(rows.map(({ id, channelName }) => [id, channelName ?? '']));
  return new Map(dispatches.map(({ key, subject }) => [key, names.get(subject) ?? '']));
};

/** What the thirty days have left open, for the terminal. */
export const openEnds = async (payload: Payload): Promise<readonly string[]> => {
  const rows = await findRows(payload, 'deliveries', { status: { in: [...OPEN, 'ready'] } }, { sort: 'dueAt' });
  const editions = await findRows(payload, 'editions', { status: { equals: 'open' } }, { sort: 'slotAt' });
  return [
    ...OPEN.flatMap((status) => rows.filter((row) => row.status === status)).map(openLine),
    ...editions.map(({ id, channelName, slotAt }) => {
      const count = rows.filter((row) => row.editionId === id).length;
      return `${'nächste Ausgabe'.padEnd(26)}${channelName} am ${whenOf(slotAt)}: ${count} ${count === 1 ? 'Inhalt' : 'Inhalte'} bisher`;
    }),
  ];
};

/** The last lines of the demo's start: who can log in, and a tour in six steps. */
export const farewell = (
  { publicUrl, postsUrl, dataDir }: Places,
  event: string | undefined,
  password: string,
): readonly string[] => [
  `Anmelden unter ${below(publicUrl, '/admin')} mit dem Passwort ${password} als`,
  ...LOGINS.map(({ email, name }) => `  ${email.padEnd(27)}${name}`),
  '',
  'Rundgang in sechs Schritten:',
  ...[
    ['Heute: Als Redaktion HTAI anmelden; eine Freigabe wartet', '/admin'],
    ['Eingeben: Eine Veranstaltung beginnen, sieben Angaben genügen', '/admin/collections/events/create'],
    [
      'Wo wird das beworben? Wer, wann, wo, wegen welcher Regel',
      event ? `/admin/collections/events/${event}/bewerbung` : '/admin/collections/events',
    ],
    ['Nachweis: Jede Ausspielung mit ihrem Stand', '/admin/collections/deliveries'],
    ['Postfach: Als Koordination die Newsletter ansehen', '/admin/postfach'],
    ['Bericht: Wer wen bewarb, was zugesagt war', '/admin/bericht'],
  ].map(([what = '', path = ''], index) => `  ${index + 1}. ${what.padEnd(62)}${below(publicUrl, path)}`),
  '',
  `Öffentlich: Startseite ${below(publicUrl, '/')}, Feed ${feedUrl(publicUrl)},`,
  `ein Feed je Akteur, etwa ${feedUrl(publicUrl, 'science-park-kassel')}; Posts ${postsUrl}`,
  `Daten: ${dataDir} (wird beim Beenden gelöscht)`,
];

/** An event of the tour: the newest that Science Park Kassel published. */
export const eventOfTour = async (payload: Payload): Promise<string | undefined> => {
  const { docs } = await payload.find({
    collection: 'events',
    where: { and: [{ 'organiser.slug': { equals: 'science-park-kassel' } }, { _status: { equals: 'published' } }] },
    sort: '-publishedAt',
    limit: 1,
    depth: 0,
  });
  return docs[0]?.id;
};

/** Every body has a login; these four show the most. Invitations and password links are in the mailbox of the administration. */
const LOGINS = [
  { email: 'spk@example.org', name: 'Redaktion Science Park' },
  { email: 'htai@example.org', name: 'Redaktion HTAI' },
  { email: 'koordination@example.org', name: 'Koordination' },
  { email: 'admin@example.org', name: 'Administration' },
] as const;

const OPEN = ['awaiting-approval', 'handed-over', 'unconfirmed', 'declined'] as const satisfies readonly DeliveryStatus[];

const openLine = (row: Row<'deliveries'>): string => {
  const silence =
    row.status === 'awaiting-approval' && row.approval === 'silence' && row.noticedAt
      ? `; Schweigen gilt ab ${whenOf(
          instant(row.noticedAt)
            .add({ hours: row.silenceHours ?? 0 })
            .toString(),
        )} als Ja`
      : '';
  return `${STATUS_WORDS[row.status].de.padEnd(26)}${row.channelName}: ${row.contentTitle}${silence}`;
};

const whenOf = (iso: string): string => `${dateInWords(instant(iso), 'de')}, ${timeInWords(instant(iso), 'de')}`;
