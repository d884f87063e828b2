import type { NetworkKind } from '#domain/network';
import { type Words, words } from './words';

type PerNetwork = Readonly<Record<NetworkKind, Words>>;

/** Words of the fields that say how a body is mentioned on social networks. */
export const HANDLES = {
  group: words('Konten in sozialen Netzwerken', 'Accounts on social networks'),
  groupHint: words(
    'Damit nennen Beiträge anderer Akteure Ihr Konto, wenn sie für Ihre Inhalte werben. Ohne Angabe steht dort Ihr Name. Sie können auch die Adresse des Profils einfügen, bei LinkedIn nur die aus der Verwaltung der Seite.',
    'With these, posts of the others mention your account when they promote your content. Without them your name stands there. You may paste the address of the profile, too; on LinkedIn only the one you see while you manage the page.',
  ),
  labels: {
    linkedin: words('LinkedIn: Nummer der Seite', 'LinkedIn: number of the page'),
    mastodon: words('Mastodon', 'Mastodon'),
    bluesky: words('Bluesky', 'Bluesky'),
    x: words('X', 'X'),
  } satisfies PerNetwork,
  hints: {
    linkedin: words(
      'Zum Beispiel 1234567. Öffnen Sie die Seite als Administrator: Es ist die Zahl in der Adresszeile. In der öffentlichen Adresse steht sie nicht.',
      'For example 1234567. Open the page as its administrator: it is the number in the address bar. The public address does not hold it.',
    ),
    mastodon: words('Zum Beispiel @beispiel@social.example.org', 'For example @beispiel@social.example.org'),
    bluesky: words('Zum Beispiel @beispiel.bsky.social', 'For example @beispiel.bsky.social'),
    x: words('Zum Beispiel @beispiel', 'For example @beispiel'),
  } satisfies PerNetwork,
  wrong: {
    linkedin: words(
      'Bitte geben Sie die Nummer der Seite an, zum Beispiel 1234567. Öffnen Sie die Seite als Administrator: Es ist die Zahl in der Adresszeile. In der öffentlichen Adresse steht sie nicht.',
      'Please enter the number of the page, for example 1234567. Open the page as its administrator: it is the number in the address bar. The public address does not hold it.',
    ),
    mastodon: words(
      'Bitte geben Sie das Konto mit seinem Server an, zum Beispiel @beispiel@social.example.org.',
      'Please enter the account with its server, for example @beispiel@social.example.org.',
    ),
    bluesky: words(
      'Bitte geben Sie das Konto ganz an, zum Beispiel @beispiel.bsky.social.',
      'Please enter the whole account, for example @beispiel.bsky.social.',
    ),
    x: words(
      'Bitte geben Sie das Konto mit @ an, zum Beispiel @beispiel: Buchstaben, Ziffern und Unterstriche, höchstens 15.',
      'Please enter the account with its @, for example @beispiel: letters, digits and underscores, 15 at most.',
    ),
  } satisfies PerNetwork,
} as const;
