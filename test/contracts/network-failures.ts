// What goes wrong with posts, network by network, as data: each is provoked at a stand-in, and docs/stoerungen.md is made of what became of it.
import type { Channel } from '#channels/channel';
import { LEASE_SECONDS, type SendOutcome, troubleOf } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { settle } from '#domain/settlement';
import { type Instant, instant } from '#domain/time';
import { answerInWords } from '#i18n/answers';
import { CHANNEL_WORDS, STATUS_WORDS } from '#i18n/words';

/** The moment at which every failure happens; stand-ins date posts by the real clock, which is later. */
export const AT = instant('2025-01-06T10:00:00Z');

/** A network that goes wrong in one way until it is mended. */
export type Broken = { readonly channel: Channel; readonly mend: () => void; readonly close: () => Promise<void> };

/** One way in which a network goes wrong, in German as the table says it. */
export type NetworkFailure = {
  readonly network: keyof typeof CHANNEL_WORDS;
  readonly what: string;
  readonly post: Post;
  readonly open: () => Promise<Broken>;
  /** What the channel answers: kind and, of a refusal, its code. */
  readonly outcome: Pick<SendOutcome, 'kind'> & { readonly code?: string };
};

/** What became of a failure: the first answer, and what looking it up says once the network is mended. */
export type Consequence = { readonly outcome: SendOutcome; readonly found: SendOutcome | undefined };

/** Lets it happen. */
export const provoke = async ({ post, open }: NetworkFailure): Promise<Consequence> => {
  const { channel, mend, close } = await open();
  try {
    const outcome = await channel.send(post, 'key');
    mend();
    const isUnclear = outcome.kind === 'unconfirmed';
    return { outcome, found: isUnclear ? await channel.find?.({ key: 'key', message: post, since: AT }) : undefined };
  } finally {
    await close();
  }
};

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

const cellsOf = ({ network, what }: NetworkFailure, { outcome, found }: Consequence): readonly string[] => {
  const { delivery } = settle(outcome, { now: AT, since: AT });
  const said = answerInWords(outcome)?.de ?? '–';
  return [CHANNEL_WORDS[network].de, what, STATUS_WORDS[delivery].de, said, nextOf(outcome, found)];
};

const nextOf = (outcome: SendOutcome, found: SendOutcome | undefined): string => {
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
      return found?.kind === 'accepted'
        ? `${UNANSWERED} Beim Nachsehen findet sich der Beitrag und gilt dann als übermittelt.`
        : `${UNANSWERED} Beim Nachsehen findet sich nichts; ein Mensch sieht nach und entscheidet.`;
  }
};

const UNANSWERED = `Wird nicht noch einmal gesendet; der Kanal macht ${LEASE_SECONDS / 60} Minuten Pause, nach jedem weiteren Beitrag ohne Antwort doppelt so lange.`;

const waitOf = (until: Instant): string => {
  const seconds = until.since(AT).total('seconds');
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} Minuten` : `${seconds} Sekunden`;
};
