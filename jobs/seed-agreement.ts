import type { ChannelKind } from '#domain/channel';
import type { ContentKind } from '#domain/content';
import type { Region } from '#domain/organisation';
import type { Agreement as AgreementRow } from '#store/payload-types';

type ClauseRow = NonNullable<AgreementRow['clauses']>[number];

/**
 * The rules of the first version. Quotes are those of the source (SCALE UP, stakeholder group in Hesse; its statement is in
 * English); lead times, approvals and the common newsletter are our proposals and say so in the text. `coordinator`: id of the
 * body that carries the common newsletter.
 */
export const seedClauses = (coordinator: string): ClauseRow[] => [
  events('N-S-1', 'north', 'south'),
  events('S-N-1', 'south', 'north'),
  readings('N-S-2', 'north', 'south'),
  readings('S-N-2', 'south', 'north'),
  posts('N-S-3', 'north', 'south'),
  posts('S-N-3', 'south', 'north'),
  {
    code: 'T-1',
    kind: 'meetings',
    text: 'Die sechs Akteure treffen sich zweimal im Jahr.',
    sourceKind: 'agreed',
    quote: quoted('Two meetings a year.'),
    perYear: 2,
  },
  {
    code: 'G-1',
    kind: 'promotion',
    text:
      'Einmal im Monat erscheint ein gemeinsamer Newsletter mit Inhalten aller Akteure; ihn trägt das Regionalmanagement Nordhessen. ' +
      'Vorschlag, nicht beschlossen: der Newsletter selbst, sein Rhythmus, Ankündigung frühestens 60 Tage vor Beginn, ohne Freigabe.',
    sourceKind: 'proposal',
    toOrganisations: [coordinator],
    channelKinds: ['common-newsletter'],
    announceDays: 60,
    approval: 'automatic',
  },
];

const SOCIAL: ChannelKind[] = ['linkedin', 'mastodon', 'bluesky', 'x'];
const NO_EVENT: ContentKind[] = ['news', 'best-practice', 'call'];

const GOAL = 'Ziel: „Vernetzung und Informationsaustausch zwischen Nord- und Südhessen nachhaltig gestalten“';
const PROMOTION = 'Mutual promotion of events in North and South Hesse, e.g. by newsletter or social media.';
const EXCHANGE = 'Exchange on innovation and scale-up content, work on joint initiatives.';

const quoted = (statement: string): string => `„${statement}“ (Aussage der Quelle, englisch). ${GOAL}.`;

const FROM: Readonly<Record<Region, string>> = { north: 'aus Nordhessen', south: 'aus Südhessen' };
const BY: Readonly<Record<Region, string>> = { north: 'Die Akteure in Nordhessen', south: 'Die Akteure in Südhessen' };

const promotion = (code: string, from: Region, to: Region, statement: string) =>
  ({
    code,
    kind: 'promotion',
    sourceKind: 'agreed',
    quote: quoted(statement),
    fromRegions: [from],
    toRegions: [to],
  }) satisfies Partial<ClauseRow>;

const events = (code: string, from: Region, to: Region): ClauseRow => ({
  ...promotion(code, from, to, PROMOTION),
  text:
    `${BY[to]} bewerben Veranstaltungen ${FROM[from]} mit: in Newsletter, Feed und sozialen Netzwerken. ` +
    'Das ist beschlossen. Vorschlag, nicht beschlossen: die Vorlaufzeiten (ankündigen frühestens 60 Tage vor Beginn, erinnern ' +
    '7 Tage vorher, letzter Aufruf 3 Tage vor Anmeldeschluss) und die Freigabe (keine nötig; ein Kanal kann sie für sich verlangen).',
  contentKinds: ['event'],
  channelKinds: ['newsletter', 'feed', ...SOCIAL],
  announceDays: 60,
  remindDays: 7,
  lastCallDays: 3,
  approval: 'automatic',
});

const readings = (code: string, from: Region, to: Region): ClauseRow => ({
  ...promotion(code, from, to, EXCHANGE),
  text:
    `${BY[to]} nehmen Meldungen, Praxisbeispiele und Aufrufe ${FROM[from]} in Newsletter und Feed auf. ` +
    'Das ist beschlossen. Vorschlag, nicht beschlossen: letzter Aufruf 3 Tage vor Fristende, keine Freigabe nötig.',
  contentKinds: NO_EVENT,
  channelKinds: ['newsletter', 'feed'],
  lastCallDays: 3,
  approval: 'automatic',
});

const posts = (code: string, from: Region, to: Region): ClauseRow => ({
  ...promotion(code, from, to, EXCHANGE),
  text:
    `${BY[to]} geben Meldungen, Praxisbeispiele und Aufrufe ${FROM[from]} in ihren sozialen Netzwerken weiter. ` +
    'Das ist beschlossen. Vorschlag, nicht beschlossen: letzter Aufruf 3 Tage vor Fristende; der tragende Akteur gibt frei, 72 Stunden Schweigen gelten als Ja.',
  contentKinds: NO_EVENT,
  channelKinds: SOCIAL,
  lastCallDays: 3,
  approval: 'silence',
  silenceHours: 72,
});
