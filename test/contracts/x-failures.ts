import { openX } from '#channels/x';
import { startX, X_KEYS, X_SECRET, type XAct } from '../fakes/x';
import { AT, type Broken, failuresOf, type NetworkFailure, pictureOf } from './network-failures';

const broken = async (act: XAct | undefined): Promise<Broken> => {
  // It tells moments by the clock, and they shall be told the same whenever the table is made.
  const standIn = await startX(act, { clock: () => AT.epochMilliseconds });
  const channel = openX({
    ...{ secret: X_SECRET, baseUrl: standIn.url, now: () => AT, timeoutMs: 500 },
    pictureOf,
  });
  const secrets = () => Object.values(X_KEYS);
  return { channel, count: () => standIn.posts.length, secrets, mend: () => standIn.setAct(undefined), close: standIn.close };
};

const { failure, lost, pictured } = failuresOf('x', broken);

const SPENT = { kind: 'rejected', code: 'spending-limit' } as const;
const REFUSED = { kind: 'rejected', code: 'account-refused' } as const;

/** How X goes wrong, with what must come of it. */
export const X_FAILURES: readonly NetworkFailure[] = [
  failure(undefined, 'nicht erreichbar, keine Verbindung', { kind: 'postponed' }),
  ...lost,
  failure('no-number', 'nimmt den Beitrag an und nennt seine Nummer nicht', { kind: 'unconfirmed' }),
  failure('fail-after', 'nimmt den Beitrag an und meldet einen Fehler (502)', { kind: 'unconfirmed' }),
  failure('fail', 'nimmt den Beitrag nicht an und meldet einen Fehler (503)', { kind: 'unconfirmed' }),
  failure('echo', 'meldet einen Fehler (500) und wiederholt dabei unsere Anfrage samt Zugangsschlüssel', { kind: 'unconfirmed' }),
  failure('busy', 'zu viele Anfragen in der Viertelstunde (429)', { kind: 'postponed' }),
  failure('busy-day', 'zu viele Anfragen am Tag (429)', { kind: 'postponed' }),
  failure('unauthorised', 'Schlüssel ungültig oder zurückgezogen (401)', REFUSED),
  failure('forbidden', 'Anwendung nicht zugelassen (403)', REFUSED),
  failure('read-only', 'Anwendung darf nur lesen (403)', REFUSED),
  failure('no-credits', 'Guthaben aufgebraucht (402)', SPENT),
  failure('spend-cap', 'Ausgabengrenze erreicht (403)', SPENT),
  failure('usage-cap', 'Grenze der Nutzung erreicht (429)', SPENT),
  failure('reject', 'lehnt den Beitrag ab (400)', { kind: 'rejected', code: 'http-400' }),
  failure('duplicate', 'meldet ein Doppel (403), das beim Konto nicht zu finden ist', { kind: 'rejected', code: 'duplicate' }),
  pictured('half-picture', 'Verbindung reißt ab, während das Bild übertragen wird', { kind: 'postponed' }),
  pictured('no-picture', 'nimmt das Bild nicht an (400); der Beitrag geht ohne Bild hinaus', {
    kind: 'accepted',
    leftOut: 'refused',
  }),
  pictured('no-alt', 'nimmt die Beschreibung des Bildes nicht an (400); der Beitrag geht ohne Bild hinaus', {
    kind: 'accepted',
    leftOut: 'refused',
  }),
];
