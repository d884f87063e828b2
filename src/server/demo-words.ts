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

/** The last lines of the demo's start: where everything is, and who can log in. */
export const farewell = (
  { publicUrl, postsUrl, dataDir }: Places,
  logins: readonly { readonly name: string; readonly email: string }[],
  password: string,
): readonly string[] => [
  `Nachweis         ${below(publicUrl, '/admin/collections/deliveries')}`,
  `Postfach         ${below(publicUrl, '/admin/postfach')}`,
  `Posts            ${postsUrl}`,
  `Startseite       ${below(publicUrl, '/')}`,
  `Feeds            ${feedUrl(publicUrl)}`,
  `                 ${feedUrl(publicUrl, 'science-park-kassel')}`,
  `                 ${feedUrl(publicUrl, 'hessen-trade-invest')}`,
  `Daten            ${dataDir} (wird beim Beenden gelöscht)`,
  '',
  `Anmelden unter ${below(publicUrl, '/admin')} mit dem Passwort ${password} als`,
  ...logins.map(({ name, email }) => `  ${email.padEnd(26)}${name}`),
];

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
