import type { ChannelTrouble, ChannelVia, CheckKind, RefusedCheck } from '#domain/channel';
import type { CheckOutcome } from '#domain/connection';
import { BERLIN_TIME } from './dates';
import { type Words, words } from './words';

/** What became of a check. */
export const CHECK_WORDS = {
  fine: words('in Ordnung', 'fine'),
  refused: words('nicht angenommen', 'refused'),
  'version-given-up': words('Fassung der Schnittstelle nicht mehr angenommen', 'version of the interface not taken any more'),
  'spending-limit': words('Guthaben aufgebraucht oder Ausgabengrenze erreicht', 'credit used up or spending limit reached'),
  unknown: words('ohne Antwort', 'no answer'),
} as const satisfies Record<CheckKind, Words>;

/** How far somebody is who was sent to a network. */
export const CONNECTION_STAGE_WORDS = {
  asked: words('beim Netzwerk', 'at the network'),
  answered: words('zurück', 'back'),
  choosing: words('wählt die Seite', 'chooses the page'),
} as const;

/** Fields of a connection that is being made. */
export const CONNECTION = {
  channel: words('Kanal', 'Channel'),
  user: words('Person', 'Person'),
  session: words('Sitzung', 'Session'),
  sealed: words('Zwischenstand', 'What is remembered'),
  expiresAt: words('Gilt bis (Berliner Zeit)', 'Good until (Berlin time)'),
} as const;

/** The part of a channel's form about its account. */
export const CONNECTING = {
  title: words('Verbindung', 'Connection'),
  saveFirst: words(
    'Speichern Sie den Kanal zuerst. Danach verbinden Sie ihn hier mit seinem Konto.',
    'Save the channel first. Then connect it with its account here.',
  ),
  none: words('Noch nicht verbunden.', 'Not connected yet.'),
  check: words('Verbindung prüfen', 'Check the connection'),
  checkHint: words(
    'Prüft das gespeicherte Konto, ohne etwas zu veröffentlichen.',
    'Checks the account as it is saved, without publishing anything.',
  ),
  checkCosts: words('X berechnet dafür etwa einen US-Cent.', 'X charges about one US cent for it.'),
  saveChanges: words('Speichern Sie zuerst Ihre Änderungen.', 'Save your changes first.'),
  checking: words('Wird geprüft …', 'Checking …'),
  goOn: words('Kanal weiterlaufen lassen', 'Let the channel go on'),
  goesOn: words(
    'Der Kanal ist nicht mehr angehalten. Was gewartet hat, geht hinaus, sobald nichts anderes es aufhält, etwa Ruhezeiten; was schon bei einer Person liegt, bleibt dort.',
    'The channel is stopped no longer. What waited leaves as soon as nothing else holds it back, such as quiet hours; what lies with a person already stays there.',
  ),
  failed: words(
    'Das hat nicht geklappt. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    'That did not work. Please try again in some minutes.',
  ),
  tooSoon: words(
    'Die Verbindung wurde gerade erst geprüft. Bitte warten Sie einige Sekunden.',
    'The connection was checked only just now. Please wait some seconds.',
  ),
  nothingToCheck: words(
    'Auf diesem Weg gibt es kein Konto, das sich prüfen lässt.',
    'On this way there is no account that could be checked.',
  ),
  notConnectable: words(
    'Anmelden lässt sich hier nicht: Dafür fehlen dieser Installation die Zugangsdaten des Netzwerks. Bitte fragen Sie die Person, die Nordsüd betreibt.',
    'Signing in is not possible here: this installation lacks what the network asks for. Please ask the person who runs Nordsüd.',
  ),
  notThere: words(
    'Auf diesem Server lässt sich kein Konto verbinden: Er spricht nicht die Sprache von Mastodon. Bitte prüfen Sie den Namen des Servers.',
    'No account can be connected on this server: it does not speak the language of Mastodon. Please check the name of the server.',
  ),
  serverUnreachable: words(
    'Der Server antwortet nicht. Bitte prüfen Sie seinen Namen, oder versuchen Sie es in einigen Minuten noch einmal.',
    'The server does not answer. Please check its name, or try again in some minutes.',
  ),
  unreachable: words(
    'Das Netzwerk antwortet gerade nicht. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    'The network does not answer. Please try again in some minutes.',
  ),
} as const;

/** `Mit LinkedIn verbinden`. */
export const connectWith = (network: string, isAgain: boolean): Words =>
  isAgain
    ? words(`Neu mit ${network} verbinden`, `Connect with ${network} anew`)
    : words(`Mit ${network} verbinden`, `Connect with ${network}`);

/** What there is to say of an account at one look. */
export type Health = {
  /** As its readers know it. */
  readonly name?: string | undefined;
  /** Whole days that the access is still good for, less than none when it is over; undefined where it does not end. */
  readonly days?: number | undefined;
  /** It is renewed by itself until then. */
  readonly isRenewed?: boolean | undefined;
};

/** `Verbunden mit „IHK Hessen innovativ“, noch 58 Tage.` */
export const connectedInWords = ({ name, ...health }: Health): Words => {
  const left = leftInWords(health);
  return words(
    `Verbunden${name ? ` mit „${name}“` : ''}${left ? `, ${left.de}` : ''}.`,
    `Connected${name ? ` with “${name}”` : ''}${left ? `, ${left.en}` : ''}.`,
  );
};

/** `Zugang hinterlegt am 12.05.2027 10:00 Uhr (Berliner Zeit), noch 58 Tage.`: pasted, and nobody has looked yet whose it is. */
export const pastedInWords = (moment: string, { days }: Health): Words => {
  const left = leftInWords({ days });
  return words(
    `Zugang hinterlegt am ${moment} (${BERLIN_TIME.de})${left ? `, ${left.de}` : ''}.`,
    `Access stored on ${moment} (${BERLIN_TIME.en})${left ? `, ${left.en}` : ''}.`,
  );
};

/** `noch 58 Tage`, `erneuert sich von selbst, noch 306 Tage`; undefined where nothing ends. */
export const leftInWords = ({ days, isRenewed }: Omit<Health, 'name'>): Words | undefined => {
  const left = days === undefined ? undefined : daysInWords(days);
  if (!isRenewed) return left;
  return words(`erneuert sich von selbst${left ? `, ${left.de}` : ''}`, `renews itself${left ? `, ${left.en}` : ''}`);
};

const daysInWords = (days: number): Words => {
  if (days < 0) return words('der Zugang ist abgelaufen', 'the access has ended');
  if (days === 0) return words('noch weniger als einen Tag', 'less than a day left');
  return days === 1 ? words('noch 1 Tag', '1 day left') : words(`noch ${days} Tage`, `${days} days left`);
};

/** `Zuletzt geprüft: 12.05.2027 10:00 Uhr Berliner Zeit (in Ordnung).`; the moment as it stands in lists. */
export const checkedInWords = (moment: string, kind: CheckKind): Words =>
  words(
    `Zuletzt geprüft: ${moment} (${BERLIN_TIME.de}), ${CHECK_WORDS[kind].de}.`,
    `Last checked: ${moment} (${BERLIN_TIME.en}), ${CHECK_WORDS[kind].en}.`,
  );

/** A channel runs that its network refused at the last check, and what to do; the moment as it stands in lists. */
export const refusedCheckInWords = (channel: string, moment: string, kind: RefusedCheck): Words => {
  const [what, mend] = REFUSED_SINCE[kind];
  return words(
    `„${channel}“: Bei der letzten Prüfung (${moment}, ${BERLIN_TIME.de}) ${what.de}. ${mend.de}`,
    `“${channel}”: at the last check (${moment}, ${BERLIN_TIME.en}) ${what.en}. ${mend.en}`,
  );
};

const REFUSED_SINCE: Readonly<Record<RefusedCheck, readonly [what: Words, mend: Words]>> = {
  refused: [
    words('nahm das Netzwerk den Zugang nicht an', 'the network did not take the access'),
    words(
      'Bitte öffnen Sie den Kanal und prüfen Sie die Verbindung noch einmal: Dort steht, was zu tun ist.',
      'Please open the channel and check the connection once more: it says what to do there.',
    ),
  ],
  'version-given-up': [
    words(
      'nahm das Netzwerk die Fassung seiner Schnittstelle nicht mehr an, die Nordsüd kennt',
      'the network did not take the version of its interface any more that Nordsüd knows',
    ),
    words(
      'Am Zugang liegt es nicht. Bitte wenden Sie sich an die Person, die Nordsüd betreibt.',
      'The access is not the cause. Please ask the person who runs Nordsüd.',
    ),
  ],
  'spending-limit': [
    words(
      'war beim Netzwerk das Guthaben aufgebraucht oder die Ausgabengrenze erreicht',
      'the credit at the network was used up or the spending limit reached',
    ),
    words(
      'Am Zugang liegt es nicht. Bitte laden Sie dort Guthaben auf oder heben Sie die Grenze an, und prüfen Sie die Verbindung dann noch einmal.',
      'The access is not the cause. Please add credit there or raise the limit, and check the connection once more then.',
    ),
  ],
};

/** How a channel's account stands in few words, for lists: why it stopped by itself, else its last check and what is `left`. */
export const connectionInWords = (
  trouble: ChannelTrouble | undefined,
  check: CheckKind | undefined,
  left: Words | undefined,
): Words => {
  const stuck = trouble && CHECK_WORDS[trouble === 'account-refused' ? 'refused' : trouble];
  if (stuck) return words(`angehalten: ${stuck.de}`, `stopped: ${stuck.en}`);
  const parts = [check && CHECK_WORDS[check], left].filter((part) => part !== undefined);
  return parts.length === 0 ? words('–', '–') : words(parts.map(({ de }) => de).join(', '), parts.map(({ en }) => en).join(', '));
};

/** What to say of a channel first that stopped by itself. */
export const stuckInWords = (trouble: ChannelTrouble, via: ChannelVia | undefined): Words => {
  const why = troubleInWords(trouble, via);
  return words(`Der Kanal hat sich selbst angehalten. ${why.de}`, `The channel stopped by itself. ${why.en}`);
};

/** What to say of it after a check that was fine. */
export const mendedInWords = (trouble: ChannelTrouble): Words =>
  trouble === 'account-refused'
    ? words(
        'Das Netzwerk nimmt den Zugang wieder an. Lassen Sie den Kanal weiterlaufen.',
        'The network takes the access again. Let the channel go on.',
      )
    : words(
        'Bei der Prüfung war alles in Ordnung. Lassen Sie den Kanal weiterlaufen.',
        'The check found all in order. Let the channel go on.',
      );

/** What a check by that way said, and what to do. */
export const checkInWords = (outcome: CheckOutcome, health: Health, via: ChannelVia): Words => {
  switch (outcome.kind) {
    case 'fine':
      return withLimit(connectedInWords({ ...health, name: outcome.name ?? health.name }), outcome.textLength);
    case 'refused':
      return (
        (via === 'bluesky' && BLUESKY_CHECKS[outcome.detail]) ||
        (REFUSED_CHECKS[outcome.detail] ?? troubleInWords(outcome.trouble, via))
      );
    case 'unknown':
      return words(
        'Ob die Verbindung steht, ließ sich nicht feststellen: Das Netzwerk hat nicht verständlich geantwortet. Bitte prüfen Sie in einigen Minuten noch einmal.',
        'Whether the connection works could not be found out: the network gave no clear answer. Please check again in some minutes.',
      );
  }
};

const withLimit = ({ de, en }: Words, textLength: number | undefined): Words =>
  textLength === undefined
    ? words(de, en)
    : words(`${de} Beiträge dürfen dort ${textLength} Zeichen haben.`, `${en} Posts may have ${textLength} characters there.`);

/** By a code of ours. */
const REFUSED_CHECKS: Readonly<Record<string, Words>> = {
  'no-key': words(
    'Der Kanal ist noch mit keinem Konto verbunden. Bitte verbinden Sie ihn oder tragen Sie einen Zugangsschlüssel ein.',
    'The channel is not connected with an account yet. Please connect it or enter an access token.',
  ),
  'not-active': words(
    'Das App-Passwort gilt, aber das Konto ist beim Netzwerk stillgelegt oder gesperrt. Bitte schalten Sie es dort wieder frei.',
    'The app password is good, but the account is deactivated or suspended at the network. Please have it activated there.',
  ),
  'no-role': words(
    'Die Anmeldung gilt, aber die Person darf im Namen dieser Seite nichts veröffentlichen. Bitte lassen Sie ihr dort die Rolle „Super-Admin“ oder „Content-Admin“ geben, oder verbinden Sie den Kanal mit einer Person, die sie hat.',
    'The access is good, but its person may not publish in the name of this page. Please have the role “super admin” or “content admin” given there, or connect the channel with a person who has it.',
  ),
};

/** Nobody connects there: an app password is entered. */
const BLUESKY_CHECKS: Readonly<Record<string, Words>> = {
  'no-key': words(
    'Beim Kanal ist noch kein App-Passwort hinterlegt. Bitte tragen Sie eines ein und speichern Sie.',
    'No app password is stored at the channel yet. Please enter one and save.',
  ),
};

const BLUESKY_REFUSED = words(
  'Bluesky nimmt das App-Passwort nicht an: Es wurde dort gelöscht, oder es gehört zu einem anderen Konto. Bitte legen Sie dort ein neues App-Passwort an und tragen Sie es hier ein.',
  'Bluesky does not take the app password: it was deleted there, or belongs to another account. Please create a new app password there and enter it here.',
);

const troubleInWords = (trouble: ChannelTrouble, via: ChannelVia | undefined): Words =>
  trouble === 'account-refused' && via === 'bluesky' ? BLUESKY_REFUSED : TROUBLES[trouble];

const TROUBLES = {
  'account-refused': words(
    'Das Netzwerk nimmt den Zugang nicht mehr an: Er ist abgelaufen, wurde zurückgenommen, oder es fehlen ihm Rechte. Bitte verbinden Sie den Kanal neu oder tragen Sie einen neuen Zugangsschlüssel ein.',
    'The network does not take the access any more: it has ended, was taken back, or lacks rights. Please connect the channel anew or enter a new access token.',
  ),
  'version-given-up': words(
    'Das Netzwerk nimmt die Fassung seiner Schnittstelle nicht mehr an, die Nordsüd kennt. Am Zugang liegt es nicht. Bitte wenden Sie sich an die Person, die Nordsüd betreibt.',
    'The network does not take the version of its interface any more that Nordsüd knows. The access is not the cause. Please ask the person who runs Nordsüd.',
  ),
  'spending-limit': words(
    'Beim Netzwerk ist das Guthaben aufgebraucht oder die Ausgabengrenze erreicht. Am Zugang liegt es nicht. Bitte laden Sie dort Guthaben auf oder heben Sie die Grenze an.',
    'At the network the credit is used up or the spending limit is reached. The access is not the cause. Please add credit there or raise the limit.',
  ),
} as const satisfies Record<ChannelTrouble, Words>;
