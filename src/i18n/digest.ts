import { BLOCK } from './block-page';
import { BRAND } from './brand';
import { RIGHTS_REQUEST } from './rights-requests';
import { type Words, words } from './words';

/** The lists of a digest, in the order of their weight. */
export const DIGEST_LISTS = ['awaiting', 'blocks', 'troubles', 'rights', 'upcoming', 'drafts'] as const;

export type DigestList = (typeof DIGEST_LISTS)[number];

/** Fixed words of a digest. */
export const DIGEST_WORDS = {
  kicker: words('Ihr Überblick', 'Your overview'),
  awaiting: words('Wartet auf Ihre Freigabe oder Bestätigung', 'Waits for your approval or confirmation'),
  awaitingAll: words('Wartet auf einen Akteur', 'Waits for an organisation'),
  blocks: BLOCK.today,
  troubles: words('Probleme', 'Problems'),
  rights: RIGHTS_REQUEST.today,
  upcoming: words('Geht bis zum nächsten Überblick hinaus', 'Leaves before the next overview'),
  upcomingWeek: words('Geht in dieser Woche hinaus', 'Leaves this week'),
  upcomingStopped: words('Geht hinaus, sobald nichts mehr angehalten ist', 'Leaves as soon as nothing is stopped any more'),
  drafts: words('Entwürfe, die seit einer Woche liegen', 'Drafts untouched for a week'),
  unasked: words('Niemand ist per E-Mail erreichbar, der das freigeben kann.', 'Nobody who can approve this is reached by mail.'),
  open: words('Alles unter „Heute“ ansehen', 'See everything under “Today”'),
  times: words('Alle Zeiten sind Berliner Zeit.', 'All times are Berlin time.'),
  why: words(
    'Sie erhalten diesen Überblick werktags am Morgen, wenn etwas ansteht. Abstellen können Sie ihn in Ihrem Konto:',
    'You receive this overview on weekday mornings when there is something to say. You can switch it off in your account:',
  ),
} as const satisfies Record<string, Words>;

/** `und 12 weitere`. */
export const andMore = (count: number): Words =>
  count === 1 ? words('und 1 weiteres', 'and 1 more') : words(`und ${count} weitere`, `and ${count} more`);

/** `Nordsüd am Montag, 23. November 2026: 2 zu entscheiden, 1 Problem`; what is not there is not said. */
export const digestSubject = (day: Words, counts: Readonly<Record<DigestList, number>>, stand: DigestStand): Words => ({
  de: `${BRAND.name} am ${day.de}: ${counted(counts, stand, 'de')}`,
  en: `${BRAND.name} on ${day.en}: ${counted(counts, stand, 'en')}`,
});

/** Whether the reader stands above all organisations, and whether everything is stopped. */
export type DigestStand = { readonly ofAll: boolean; readonly allStopped: boolean };

const counted = (counts: Readonly<Record<DigestList, number>>, stand: DigestStand, language: keyof Words): string =>
  DIGEST_LISTS.filter((list) => counts[list] > 0)
    .map((list) => COUNTS[list](counts[list], stand)[language])
    .join(', ');

const COUNTS: Readonly<Record<DigestList, (count: number, stand: DigestStand) => Words>> = {
  awaiting: (count, { ofAll }) => {
    const verb = count === 1 ? 'wartet' : 'warten';
    return ofAll
      ? words(`${count} ${verb} auf einen Akteur`, `${count} waiting for an organisation`)
      : words(`${count} ${verb} auf Sie`, `${count} waiting for you`);
  },
  blocks: (count) => words(`${count} für Ihren Newsletter`, `${count} for your newsletter`),
  troubles: (count) => (count === 1 ? words('1 Problem', '1 problem') : words(`${count} Probleme`, `${count} problems`)),
  rights: (count) =>
    count === 1
      ? words('1 Datenschutzanfrage', '1 data protection request')
      : words(`${count} Datenschutzanfragen`, `${count} data protection requests`),
  upcoming: (count, { allStopped }) => {
    if (allStopped) return words(`${count} angehalten`, `${count} stopped`);
    return count === 1 ? words('1 geht hinaus', '1 is leaving') : words(`${count} gehen hinaus`, `${count} are leaving`);
  },
  drafts: (count) => (count === 1 ? words('1 Entwurf', '1 draft') : words(`${count} Entwürfe`, `${count} drafts`)),
};
