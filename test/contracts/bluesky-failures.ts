import { openBluesky } from '#channels/bluesky';
import { recordKey } from '#channels/bluesky-record';
import { BLUESKY_HANDLE, BLUESKY_PASSWORD, type BlueskyAct, startBluesky } from '../fakes/bluesky';
import { post } from './messages';
import { AT, failuresOf, KEY, type NetworkFailure, pictureOf } from './network-failures';

const broken = async (act: BlueskyAct | undefined) => {
  const standIn = await startBluesky(act, { clock: () => AT.epochMilliseconds });
  const channel = openBluesky({
    ...{
      handle: BLUESKY_HANDLE,
      password: BLUESKY_PASSWORD,
      sessions: new Map(),
      identities: new Map(),
      baseUrl: standIn.url,
      now: () => AT,
    },
    ...{ pictureOf, timeoutMs: 500 },
  });
  // Of the post that goes wrong; others may have gone before.
  const count = () => [...standIn.records.keys()].filter((key) => key === recordKey(post, KEY)).length;
  const secrets = () => [BLUESKY_PASSWORD, ...standIn.given];
  const { setAct, expire, close } = standIn;
  return { channel, count, secrets, setAct, expire, mend: () => setAct(undefined), close };
};

const { failure, lost, pictured, after } = failuresOf('bluesky', broken);

const REFUSED = { kind: 'rejected', code: 'account-refused' } as const;

/** How Bluesky goes wrong, with what must come of it. */
export const BLUESKY_FAILURES: readonly NetworkFailure[] = [
  failure(undefined, 'nicht erreichbar, keine Verbindung', { kind: 'postponed' }),
  ...lost,
  failure('no-number', 'nimmt den Beitrag an und nennt seine Adresse nicht', { kind: 'unconfirmed' }),
  failure('fail-after', 'nimmt den Beitrag an und meldet einen Fehler (502)', { kind: 'unconfirmed' }),
  failure('fail', 'nimmt den Beitrag nicht an und meldet einen Fehler (500)', { kind: 'unconfirmed' }),
  after(
    async ({ channel, setAct }) => {
      await channel.send(post, 'another one');
      setAct('echo');
    },
    'meldet einen Fehler (500) und wiederholt dabei unsere Anfrage samt Sitzung',
    { kind: 'unconfirmed' },
  ),
  failure('echo', 'meldet bei der Anmeldung einen Fehler (500) und wiederholt dabei unser App-Passwort', { kind: 'postponed' }),
  failure('busy', 'zu viele Anfragen, mit Angabe der Wartezeit (429)', { kind: 'postponed' }),
  failure('busy-day', 'zu viele Anfragen am Tag (429)', { kind: 'postponed' }),
  failure('busy-untold', 'zu viele Anfragen, ohne Angabe der Wartezeit (429)', { kind: 'postponed' }),
  after(
    async ({ channel, expire }) => {
      await channel.send(post, 'another one');
      expire('access');
    },
    'Sitzung abgelaufen (400); sie wird von selbst erneuert',
    { kind: 'accepted' },
  ),
  after(
    async ({ channel, expire }) => {
      await channel.send(post, 'another one');
      expire('everything');
    },
    'Sitzung nach drei Monaten zu Ende (400); das Konto meldet sich von selbst neu an',
    { kind: 'accepted' },
  ),
  failure('unauthorised', 'App-Passwort zurückgezogen (401)', REFUSED),
  failure('taken-down', 'Konto gesperrt (400)', REFUSED),
  failure('no-login', 'niemand kann sich anmelden, Fehler des Servers (500)', { kind: 'postponed' }),
  failure('login-busy', 'zu viele Anmeldungen am Tag (429)', { kind: 'postponed' }),
  failure('stranger', 'an der Adresse ist kein Server von Bluesky (404)', REFUSED),
  failure('reject', 'lehnt den Beitrag als ungültig ab (400)', { kind: 'rejected', code: 'http-400' }),
  after(
    async ({ channel }) => void (await channel.send({ ...post, image: undefined }, KEY)),
    'kennt den Beitrag schon, denn er kommt mit demselben Schlüssel noch einmal',
    {
      kind: 'accepted',
    },
  ),
  after(
    async ({ channel }) => void (await channel.send({ ...post, text: `Erster Versuch: ${post.text}` }, KEY)),
    'unter dem Schlüssel steht der Beitrag schon in anderer Fassung (400)',
    { kind: 'accepted' },
  ),
  pictured('half-picture', 'Verbindung reißt ab, während das Bild übertragen wird', { kind: 'postponed' }),
  pictured('no-picture', 'nimmt das Bild nicht an (400); der Beitrag geht ohne Bild hinaus', {
    kind: 'accepted',
    leftOut: 'refused',
  }),
];
