// What goes wrong with posts, network by network, as data: each is provoked at a stand-in, and docs/stoerungen.md is made of what became of it.
import sharp from 'sharp';
import type { Channel } from '#channels/channel';
import { LEASE_SECONDS, type SendOutcome, troubleOf } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { settle } from '#domain/settlement';
import { type Instant, instant } from '#domain/time';
import { answerInWords } from '#i18n/answers';
import { CHANNEL_WORDS, STATUS_WORDS } from '#i18n/words';
import type { LostAnswer } from '../fakes/local-server';
import { post } from './messages';

/** The moment at which every failure happens; stand-ins date posts by the real clock, which is later. */
export const AT = instant('2025-01-06T10:00:00Z');

/** A network that goes wrong in one way until it is mended; `count`: how many posts stand there. */
export type Broken = {
  readonly channel: Channel;
  readonly count: () => number;
  /** All that the channel asks with. */
  readonly secrets: () => readonly string[];
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

/** One way in which a network goes wrong, in German as the table says it. */
export type NetworkFailure = {
  readonly network: keyof typeof CHANNEL_WORDS;
  readonly what: string;
  readonly post: Post;
  readonly open: () => Promise<Broken>;
  /** What the channel answers: kind and, of a refusal, its code. */
  readonly outcome: Pick<SendOutcome, 'kind' | 'leftOut'> & { readonly code?: string };
};

/**
 * What became of a failure: the first answer, and of an unclear one, once the network is mended, what looking it up says, and, where
 * that cannot double it, saying it again; how many posts stand there at the end, and with what secrets it was asked.
 */
export type Consequence = {
  readonly outcome: SendOutcome;
  readonly found?: SendOutcome | undefined;
  readonly repeated?: SendOutcome | undefined;
  readonly count: number;
  readonly secrets: readonly string[];
};

/** The ways in which a network goes wrong, told by what its stand-in does; `undefined`: nobody listens. */
export const failuresOf = <Act, B extends Broken>(
  network: NetworkFailure['network'],
  start: (act: Act | LostAnswer | undefined) => Promise<B>,
) => {
  const failure = (act: Act | LostAnswer | undefined, what: string, outcome: NetworkFailure['outcome']): NetworkFailure => ({
    ...{ network, what, outcome, post: { ...post, image: undefined } },
    open: async () => {
      const broken = await start(act);
      if (act !== undefined) return broken;
      await broken.close();
      return { ...broken, close: async () => {} };
    },
  });
  const unclear = { kind: 'unconfirmed' } as const;
  return {
    failure,
    /** Every way in which a post is taken and the answer is lost. */
    lost: [
      failure('silence', 'nimmt den Beitrag an und antwortet nie', unclear),
      failure('drip', 'nimmt den Beitrag an, und die Antwort endet nie', unclear),
      failure('hang-up', 'nimmt den Beitrag an, dann reißt die Verbindung ab', unclear),
      failure('cut-off', 'nimmt den Beitrag an, und die Antwort bricht ab', unclear),
    ],
    /** The same of a post with a picture. */
    pictured: (act: Act, what: string, outcome: NetworkFailure['outcome']): NetworkFailure => ({
      ...failure(act, what, outcome),
      post: { ...post, image: { url: 'https://nordsued.example.org/bild.jpg', alt: 'Drei Leute an einem Tisch' } },
    }),
    /** Nothing goes wrong but what was done before. */
    after: (before: (broken: B) => Promise<void>, what: string, outcome: NetworkFailure['outcome']): NetworkFailure => ({
      ...failure(undefined, what, outcome),
      open: async () => {
        const broken = await start(undefined);
        await before(broken);
        return broken;
      },
    }),
  };
};

/** A picture that a network takes. */
export const pictureOf = async (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: '#1d4f7a' } })
    .png()
    .toBuffer();

/** Lets it happen, and does about it what `jobs/recover-claims` does. */
export const provoke = async ({ post: message, open }: NetworkFailure): Promise<Consequence> => {
  const { channel, count, secrets, mend, close } = await open();
  try {
    const outcome = await channel.send(message, KEY);
    mend();
    if (outcome.kind !== 'unconfirmed') return { outcome, count: count(), secrets: secrets() };
    const found = await channel.find?.({ key: KEY, message, since: AT });
    const repeated = found || !channel.repeatable ? undefined : await channel.send(message, KEY);
    return { outcome, found, repeated, count: count(), secrets: secrets() };
  } finally {
    await close();
  }
};

/** By which every post is handed over. */
export const KEY = 'key';

/** The table of docs/stoerungen.md. */
export const tableOf = (happened: readonly (readonly [NetworkFailure, Consequence])[]): string =>
  [
    '# Was bei Störungen der Netzwerke geschieht',
    '',
    'Jede Zeile ist an einem nachgebauten Netzwerk herbeigeführt und aufgeschrieben, was daraus wurde: Die Tests in',
    '`test/contracts/network-failures.test.ts` heißen wie die Zeilen und scheitern, sobald etwas nicht mehr stimmt.',
    '`npx vitest run --project integration test/contracts/network-failures -u` schreibt die Tabelle neu. Nichts erscheint zweimal, und',
    'nichts geht still verloren: Was nicht hinausging, wartet, geht an einen Menschen oder steht mit Grund im Nachweis.',
    '',
    '| Netzwerk | Störung | Stand im Nachweis | Was die Redaktion liest | Was geschieht |',
    '| --- | --- | --- | --- | --- |',
    ...happened.map(([failure, consequence]) => `| ${cellsOf(failure, consequence).join(' | ')} |`),
    '',
  ].join('\n');

const cellsOf = ({ network, what }: NetworkFailure, consequence: Consequence): readonly string[] => {
  const { delivery } = settle(consequence.outcome, { now: AT, since: AT });
  const said = answerInWords(consequence.outcome)?.de ?? '–';
  return [CHANNEL_WORDS[network].de, what, STATUS_WORDS[delivery].de, said, nextOf(consequence)];
};

const nextOf = ({ outcome, found, repeated }: Consequence): string => {
  if (troubleOf(outcome))
    return 'Der Kanal veröffentlicht nicht mehr selbst, bis jemand ihn weiterlaufen lässt. Was fällig ist, bekommt die zuständige Person als fertigen Text.';
  switch (outcome.kind) {
    case 'accepted':
    case 'handed-over':
      return 'Der Beitrag steht da und gilt als übermittelt.';
    case 'rejected':
      return 'Es wird nicht noch einmal versucht. Redaktion und Koordination bekommen eine E-Mail.';
    case 'postponed':
      return outcome.restUntil
        ? `Der ganze Kanal macht ${waitOf(outcome.restUntil)} Pause und sendet dann von selbst weiter.`
        : `Nächster Versuch nach ${waitOf(outcome.notBefore)}, dann in wachsenden Abständen, bis zu zwei Tage lang.`;
    case 'unconfirmed':
      return afterLooking(found, repeated);
  }
};

const UNANSWERED = `Der Kanal macht ${LEASE_SECONDS / 60} Minuten Pause, nach jedem weiteren Beitrag ohne Antwort doppelt so lange.`;

const afterLooking = (found: SendOutcome | undefined, repeated: SendOutcome | undefined): string => {
  if (found?.kind === 'accepted')
    return `Wird nicht noch einmal gesendet. ${UNANSWERED} Beim Nachsehen findet sich der Beitrag und gilt dann als übermittelt.`;
  if (repeated?.kind === 'accepted')
    return `${UNANSWERED} Beim Nachsehen findet sich nichts. Der Beitrag wird mit demselben Schlüssel noch einmal gesendet, unter dem er nicht zweimal erscheinen kann, und gilt dann als übermittelt.`;
  return `Wird nicht noch einmal gesendet. ${UNANSWERED} Beim Nachsehen findet sich nichts; ein Mensch sieht nach und entscheidet.`;
};

/** From two hours on in hours; all that is told longer is whole hours. */
const waitOf = (until: Instant): string => {
  const seconds = until.since(AT).total('seconds');
  if (seconds >= 7_200 && seconds % 3_600 === 0) return `${seconds / 3_600} Stunden`;
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} Minuten` : `${seconds} Sekunden`;
};
