import { type ChannelSettings, type ChannelTrouble, type ChannelVia, fallsBack, isNetwork } from '#domain/channel';
import { CHANNEL_WORDS, type Words, words } from './words';

/** The button that leads to a channel, whatever is to be done there. */
export const TO_CHANNEL = words('Zum Kanal', 'To the channel');

/** A channel that stopped by itself. */
export type StoppedChannel = Pick<ChannelSettings, 'name' | 'kind' | 'via' | 'ownerEmail' | 'hasAccess'> & {
  readonly trouble: ChannelTrouble;
};

/** `„LinkedIn HTAI“ ist angehalten: LinkedIn nimmt die Anmeldung nicht an.` */
export const stopInWords = (channel: StoppedChannel): Words => {
  const why = whyInWords(channel);
  return fallsBack(channel)
    ? words(
        `„${channel.name}“ veröffentlicht gerade nicht selbst: ${why.de}.`,
        `“${channel.name}” does not publish by itself at the moment: ${why.en}.`,
      )
    : words(`„${channel.name}“ ist angehalten: ${why.de}.`, `“${channel.name}” is stopped: ${why.en}.`);
};

/** Why a channel stopped by itself, as a clause. */
export const whyInWords = ({ kind, via, hasAccess, trouble }: Omit<StoppedChannel, 'name' | 'ownerEmail'>): Words => {
  const provider = isNetwork(kind) ? CHANNEL_WORDS[kind] : PROVIDER;
  if (trouble === 'account-refused')
    return isNetwork(kind) && !hasAccess ? UNCONNECTED[wayIn(via)] : REFUSED[wayIn(via)](provider);
  return TROUBLES[trouble](provider);
};

/** What becomes of what is due on it meanwhile. */
export const meanwhileInWords = (isByHand: boolean): Words =>
  isByHand
    ? words(
        'Es geht nichts verloren: Was fällig wird, bekommt die zuständige Person als fertigen Text per E-Mail und veröffentlicht es von Hand.',
        'Nothing is lost: what becomes due goes to the person in charge as finished text by mail, to be posted by hand.',
      )
    : words(
        'Was fällig wird, wartet und geht hinaus, sobald der Kanal wieder läuft, soweit es dann noch rechtzeitig ist.',
        'What becomes due waits and leaves as soon as the channel runs again, as far as it still is in time.',
      );

/** What to do about it: a sentence where the button does not say it all, and the button that leads to the channel. */
export const mendInWords = ({
  via,
  hasAccess,
  trouble,
}: Pick<StoppedChannel, 'via' | 'hasAccess' | 'trouble'>): { readonly sentence: Words; readonly button: Words } => {
  const sentence = trouble === 'account-refused' ? MEND_REFUSED[wayIn(via)] : MENDING[trouble];
  const isSaid = trouble === 'account-refused' && wayIn(via) !== 'key';
  return { sentence: sentence ?? NOTHING, button: isSaid ? connectInWords(via, hasAccess === true) : TO_CHANNEL };
};

/** A channel that nobody has connected with its account yet. */
export const unconnectedInWords = (name: string): Words =>
  words(
    `„${name}“ ist noch nicht verbunden, dort geht nichts von selbst hinaus.`,
    `“${name}” is not connected yet, nothing leaves there by itself.`,
  );

/** The button that leads to where a channel is connected with its account. */
export const connectInWords = (via: ChannelVia, isAgain: boolean): Words =>
  via === 'bluesky'
    ? isAgain
      ? words('Neues App-Passwort eintragen', 'Enter a new app password')
      : words('App-Passwort eintragen', 'Enter the app password')
    : isAgain
      ? words('Kanal neu verbinden', 'Connect the channel anew')
      : words('Kanal verbinden', 'Connect the channel');

/** How a channel is given its account: somebody signs in at the network, enters an app password, or a key. */
type WayIn = 'sign-in' | 'password' | 'key';

const wayIn = (via: ChannelVia): WayIn => {
  if (via === 'bluesky') return 'password';
  return via === 'linkedin' || via === 'mastodon' || via === 'x' ? 'sign-in' : 'key';
};

const NOTHING = words('', '');
const PROVIDER = words('SendGrid', 'SendGrid');

type Named = (provider: Words) => Words;

const UNCONNECTED: Readonly<Record<WayIn, Words>> = {
  'sign-in': words('Der Kanal ist mit keinem Konto verbunden', 'the channel is not connected with an account'),
  password: words('Beim Kanal ist kein App-Passwort hinterlegt', 'no app password is stored at the channel'),
  key: words('Beim Kanal ist kein Schlüssel hinterlegt', 'no key is stored at the channel'),
};

const REFUSED: Readonly<Record<WayIn, Named>> = {
  'sign-in': ({ de, en }) => words(`${de} nimmt die Anmeldung nicht an`, `${en} does not take its sign-in`),
  password: ({ de, en }) => words(`${de} nimmt das App-Passwort nicht an`, `${en} does not take its app password`),
  key: ({ de, en }) => words(`${de} nimmt Schlüssel oder Absender nicht an`, `${en} does not take its key or sender`),
};

const TROUBLES: Readonly<Record<Exclude<ChannelTrouble, 'account-refused'>, Named>> = {
  'version-given-up': ({ de, en }) =>
    words(
      `${de} nimmt die Fassung seiner Schnittstelle nicht mehr an, die Nordsüd kennt`,
      `${en} does not take the version of its interface any more that Nordsüd knows`,
    ),
  'spending-limit': ({ de, en }) =>
    words(
      `Bei ${de} ist das Guthaben aufgebraucht oder die Ausgabengrenze erreicht`,
      `at ${en} the credit is used up or the spending limit is reached`,
    ),
};

const MEND_REFUSED: Readonly<Partial<Record<WayIn, Words>>> = {
  key: words(
    'Bitte tragen Sie beim Kanal einen gültigen Schlüssel ein. Liegt es am Absender, lassen Sie ihn beim Anbieter bestätigen und entfernen Sie dann beim Kanal das Häkchen „Kanal anhalten“.',
    'Please enter a valid key at the channel. If the sender is the cause, have it verified at the provider and then remove the tick “Stop the channel” at the channel.',
  ),
};

const MENDING: Readonly<Record<Exclude<ChannelTrouble, 'account-refused'>, Words>> = {
  'version-given-up': words(
    'Am Zugang liegt es nicht. Bitte wenden Sie sich an die Person, die Nordsüd betreibt, und entfernen Sie danach beim Kanal das Häkchen „Kanal anhalten“.',
    'The access is not the cause. Please ask the person who runs Nordsüd, and then remove the tick “Stop the channel” at the channel.',
  ),
  'spending-limit': words(
    'Am Zugang liegt es nicht. Bitte laden Sie dort Guthaben auf oder heben Sie die Ausgabengrenze an, und entfernen Sie danach beim Kanal das Häkchen „Kanal anhalten“.',
    'The access is not the cause. Please add credit there or raise the spending limit, and then remove the tick “Stop the channel” at the channel.',
  ),
};
