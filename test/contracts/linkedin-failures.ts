import sharp from 'sharp';
import { openLinkedin } from '#channels/linkedin';
import { LINKEDIN_TOKEN, LINKEDIN_VERSIONS, type LinkedinAct, startLinkedin } from '../fakes/linkedin';
import { post } from './messages';
import { AT, type Broken, type NetworkFailure } from './network-failures';

const broken = async (act: LinkedinAct | undefined): Promise<Broken> => {
  const standIn = await startLinkedin(act);
  const picture = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#1d4f7a' } })
    .png()
    .toBuffer();
  const channel = openLinkedin({
    ...{ author: 'urn:li:organization:4711', token: LINKEDIN_TOKEN, version: LINKEDIN_VERSIONS.at(-1) ?? '', now: () => AT },
    ...{ baseUrl: standIn.url, pictureOf: async () => picture, timeoutMs: 500, pauseMs: 1 },
  });
  if (act === undefined) await standIn.close();
  return { channel, mend: () => standIn.setAct(undefined), close: act === undefined ? async () => {} : standIn.close };
};

const failure = (act: LinkedinAct | undefined, what: string, outcome: NetworkFailure['outcome']): NetworkFailure => ({
  ...{ network: 'linkedin', what, outcome, post: { ...post, image: undefined }, open: () => broken(act) },
});

const pictured = (act: LinkedinAct, what: string, outcome: NetworkFailure['outcome']): NetworkFailure => ({
  ...failure(act, what, outcome),
  post: { ...post, image: { url: 'https://nordsued.example.org/bild.jpg', alt: 'Drei Leute an einem Tisch' } },
});

/** How LinkedIn goes wrong, with what must come of it. */
export const LINKEDIN_FAILURES: readonly NetworkFailure[] = [
  failure(undefined, 'nicht erreichbar, keine Verbindung', { kind: 'postponed' }),
  failure('silence', 'nimmt den Beitrag an und antwortet nie', { kind: 'unconfirmed' }),
  failure('hang-up', 'nimmt den Beitrag an, dann reißt die Verbindung ab', { kind: 'unconfirmed' }),
  failure('fail-after', 'nimmt den Beitrag an und meldet einen Fehler (500)', { kind: 'unconfirmed' }),
  failure('fail', 'nimmt den Beitrag nicht an und meldet einen Fehler (500)', { kind: 'unconfirmed' }),
  failure('busy', 'zu viele Anfragen, mit Angabe der Wartezeit (429)', { kind: 'postponed' }),
  failure('busy-untold', 'zu viele Anfragen, ohne Angabe der Wartezeit (429)', { kind: 'postponed' }),
  failure('unauthorised', 'Zugangsschlüssel abgelaufen (401)', { kind: 'rejected', code: 'account-refused' }),
  failure('forbidden', 'Rechte oder Anwendung entzogen (403)', { kind: 'rejected', code: 'account-refused' }),
  failure('sunset', 'Fassung der Schnittstelle abgeschaltet (426)', { kind: 'rejected', code: 'version-given-up' }),
  failure('reject', 'lehnt den Text ab (422)', { kind: 'rejected', code: 'http-422' }),
  failure('duplicate', 'meldet ein Doppel (422), das auf der Seite nicht zu finden ist', { kind: 'rejected', code: 'duplicate' }),
  failure('conflict', 'meldet ein Doppel (409), das auf der Seite steht', { kind: 'accepted' }),
  pictured('half-picture', 'Verbindung reißt ab, während das Bild übertragen wird', { kind: 'postponed' }),
  pictured('no-picture', 'nimmt das Bild nicht an (400); der Beitrag geht ohne Bild hinaus', { kind: 'accepted' }),
];
