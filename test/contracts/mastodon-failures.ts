import { openMastodon } from '#channels/mastodon';
import { MASTODON_TOKEN, startMastodon } from '../fakes/mastodon';
import type { MastodonAct } from '../fakes/mastodon-faults';
import { post } from './messages';
import { AT, failuresOf, KEY, type NetworkFailure, pictureOf } from './network-failures';

const broken = async (act: MastodonAct | undefined) => {
  const standIn = await startMastodon(act, { clock: () => AT.epochMilliseconds });
  const channel = openMastodon({
    ...{ server: 'social.example.org', token: MASTODON_TOKEN, baseUrl: standIn.url, now: () => AT },
    ...{ pictureOf, timeoutMs: 500, pauseMs: 1 },
  });
  const secrets = () => [MASTODON_TOKEN];
  return { channel, count: () => standIn.statuses.length, secrets, mend: () => standIn.setAct(undefined), close: standIn.close };
};

const { failure, lost, pictured, after } = failuresOf('mastodon', broken);

const REFUSED = { kind: 'rejected', code: 'account-refused' } as const;

/** How Mastodon goes wrong, with what must come of it. */
export const MASTODON_FAILURES: readonly NetworkFailure[] = [
  failure(undefined, 'nicht erreichbar, keine Verbindung', { kind: 'postponed' }),
  ...lost,
  failure('no-number', 'nimmt den Beitrag an und nennt seine Nummer nicht', { kind: 'unconfirmed' }),
  failure('fail-after', 'nimmt den Beitrag an und meldet einen Fehler (503)', { kind: 'unconfirmed' }),
  failure('fail', 'nimmt den Beitrag nicht an und meldet einen Fehler (500)', { kind: 'unconfirmed' }),
  failure('echo', 'meldet einen Fehler (500) und wiederholt dabei unsere Anfrage samt Zugangsschlüssel', { kind: 'unconfirmed' }),
  failure('busy', 'zu viele Anfragen in fünf Minuten (429)', { kind: 'postponed' }),
  failure('busy-posts', 'zu viele Beiträge in drei Stunden (429)', { kind: 'postponed' }),
  failure('busy-untold', 'zu viele Anfragen, ohne Angabe der Wartezeit (429)', { kind: 'postponed' }),
  failure('unauthorised', 'Zugangsschlüssel abgelaufen oder zurückgezogen (401)', REFUSED),
  failure('forbidden', 'dem Zugangsschlüssel fehlt ein Recht (403)', REFUSED),
  failure('disabled', 'Konto gesperrt (403)', REFUSED),
  failure('stranger', 'an der Adresse ist kein Mastodon (404)', REFUSED),
  failure('moved', 'der Server ist umgezogen (301)', REFUSED),
  failure('reject', 'lehnt den Text ab (422)', { kind: 'rejected', code: 'http-422' }),
  after(
    async ({ channel }) => void (await channel.send({ ...post, image: undefined }, KEY)),
    'kennt den Beitrag schon, denn er kommt mit demselben Schlüssel noch einmal',
    { kind: 'accepted' },
  ),
  pictured('half-picture', 'Verbindung reißt ab, während das Bild übertragen wird', { kind: 'postponed' }),
  pictured('no-picture', 'nimmt das Bild nicht an (422); der Beitrag geht ohne Bild hinaus', {
    kind: 'accepted',
    leftOut: 'refused',
  }),
  pictured('stuck-picture', 'wird mit dem Bild nicht fertig (206); der Beitrag geht ohne Bild hinaus', {
    kind: 'accepted',
    leftOut: 'stuck',
  }),
];
