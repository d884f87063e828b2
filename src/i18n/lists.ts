import { type Words, words } from './words';

/** Views above the lists of contents. */
export const CONTENT_VIEWS = {
  label: words('Ansichten', 'Views'),
  myUpcoming: words('Meine kommenden', 'My upcoming'),
  mine: words('Meine', 'Mine'),
  myDrafts: words('Meine Entwürfe', 'My drafts'),
  myPast: words('Meine vergangenen', 'My past'),
  upcoming: words('Kommende aller Akteure', 'Upcoming of all organisations'),
  past: words('Vergangene', 'Past'),
  drafts: words('Entwürfe', 'Drafts'),
  all: words('Alle', 'All'),
  trash: words('Papierkorb', 'Trash'),
  everywhere: words('Bei allen Akteuren und auch unter Vergangenem suchen', 'Search with all organisations, past ones too'),
} as const;

/** Whether a content is published, as the lists say it. */
export const CONTENT_STATES = {
  draft: words('Entwurf', 'Draft'),
  published: words('Veröffentlicht', 'Published'),
  changed: words('Entwurf (eine ältere Fassung ist veröffentlicht)', 'Draft (an older version is published)'),
} as const;

/** Choices above the ledger's list. */
export const LEDGER_FILTERS = {
  label: words('Ausspielungen filtern', 'Filter deliveries'),
  organiser: words('Von', 'From'),
  carrier: words('Getragen von', 'Carried by'),
  channel: words('Kanal', 'Channel'),
  status: words('Stand', 'Status'),
  clause: words('Regel', 'Clause'),
  half: words('Halbjahr', 'Half-year'),
  any: words('alle', 'all'),
  ownChannel: words('ohne Regel (eigener Kanal)', 'no clause (own channel)'),
  unsent: words('noch nicht hinausgegangen', 'not left yet'),
  show: words('Anzeigen', 'Show'),
  reset: words('Aufheben', 'Clear'),
} as const;

/** What the ledger's list says where a number of the report led there: more is asked than the choices above it can show. */
export const FROM_REPORT = words(
  'Gezeigt ist nur, was der Bericht unter der gewählten Zahl zählt; „Aufheben“ zeigt wieder alles.',
  'Shown is only what the report counts under the chosen number; “Clear” shows everything again.',
);

/** `1. Halbjahr 2027` for `2027-H1`. */
export const halfYearInWords = (name: string): Words => {
  const [year = '', half = ''] = name.split('-H');
  return words(`${half}. Halbjahr ${year}`, `${half === '1' ? 'First' : 'Second'} half of ${year}`);
};
