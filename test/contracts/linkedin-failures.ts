import { openLinkedin } from '#channels/linkedin';
import { LINKEDIN_TOKEN, LINKEDIN_VERSIONS, type LinkedinAct, startLinkedin } from '../fakes/linkedin';
import { AT, type Broken, failuresOf, type NetworkFailure, pictureOf } from './network-failures';

const broken = async (act: LinkedinAct | undefined): Promise<Broken> => {
  const standIn = await startLinkedin(act);
  const channel = openLinkedin({
    ...{ author: 'urn:li:organization:4711', token: LINKEDIN_TOKEN, version: LINKEDIN_VERSIONS.at(-1) ?? '', now: () => AT },
    ...{ baseUrl: standIn.url, pictureOf, timeoutMs: 500, pauseMs: 1 },
  });
  const secrets = () => [LINKEDIN_TOKEN];
  return { channel, count: () => standIn.posts.length, secrets, mend: () => standIn.setAct(undefined), close: standIn.close };
};

const { failure, lost, pictured } = failuresOf('linkedin', broken);

/** How LinkedIn goes wrong, with what must come of it. */
export const LINKEDIN_FAILURES: readonly NetworkFailure[] = [
  failure(undefined, 'nicht erreichbar, keine Verbindung', { kind: 'postponed' }),
  ...lost,
  failure('fail-after', 'nimmt den Beitrag an und meldet einen Fehler (500)', { kind: 'unconfirmed' }),
  failure('fail', 'nimmt den Beitrag nicht an und meldet einen Fehler (500)', { kind: 'unconfirmed' }),
  failure('echo', 'meldet einen Fehler (500) und wiederholt dabei unsere Anfrage samt Zugangsschlüssel', { kind: 'unconfirmed' }),
  failure('busy', 'zu viele Anfragen, mit Angabe der Wartezeit (429)', { kind: 'postponed' }),
  failure('busy-untold', 'zu viele Anfragen, ohne Angabe der Wartezeit (429)', { kind: 'postponed' }),
  failure('unauthorised', 'Zugangsschlüssel abgelaufen (401)', { kind: 'rejected', code: 'account-refused' }),
  failure('forbidden', 'Rechte oder Anwendung entzogen (403)', { kind: 'rejected', code: 'account-refused' }),
  failure('sunset', 'Fassung der Schnittstelle abgeschaltet (426)', { kind: 'rejected', code: 'version-given-up' }),
  failure('reject', 'lehnt den Text ab (422)', { kind: 'rejected', code: 'http-422' }),
  failure('duplicate', 'meldet ein Doppel (422), das auf der Seite nicht zu finden ist', { kind: 'rejected', code: 'duplicate' }),
  failure('conflict', 'meldet ein Doppel (409), das auf der Seite steht', { kind: 'accepted' }),
  pictured('half-picture', 'Verbindung reißt ab, während das Bild übertragen wird', { kind: 'postponed' }),
  pictured('no-picture', 'nimmt das Bild nicht an (400); der Beitrag geht ohne Bild hinaus', {
    kind: 'accepted',
    leftOut: 'refused',
  }),
];
