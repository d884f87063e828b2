import type { Words } from './words';

const words = (de: string, en: string): Words => ({ de, en });

/** Field words of organisations (UI: Akteure). */
export const ORGANISATION = {
  name: words('Voller Name', 'Full name'),
  shortName: words('Kurzer Name', 'Short name'),
  region: words('Region in der Vereinbarung', 'Region in the agreement'),
  regionHint: words('Entscheidet, wessen Zusage dieser Akteur einlöst.', 'Decides whose promise this organisation keeps.'),
  statewide: words('Wirkt landesweit', 'Works state-wide'),
  house: words('Gehört zum Haus', 'Part of'),
  logo: words('Logo', 'Logo'),
  website: words('Website', 'Website'),
  imprint: words('Impressum', 'Imprint'),
  imprintHint: words('Steht am Fuß der Newsletter dieses Akteurs.', 'Shown at the foot of this organisation’s newsletters.'),
  hashtags: words('Hashtags', 'Hashtags'),
  hashtagsHint: words(
    'Ohne Rautezeichen, nach jedem Wort die Eingabetaste.',
    'Without the hash sign, press Enter after each word.',
  ),
  contactEmail: words('Postfach für Rückfragen', 'Mailbox for questions'),
  contactEmailHint: words(
    'Bekommt, was an niemanden persönlich geht. Wird nie öffentlich gezeigt.',
    'Receives what is addressed to nobody in particular. Never shown in public.',
  ),
  activeHint: words(
    'Inaktive Akteure tragen und veröffentlichen nichts mehr.',
    'Inactive organisations carry and publish nothing.',
  ),
  defaults: words('Vorgaben für neue Veranstaltungen', 'Defaults for new events'),
  defaultsHint: words(
    'Wird bei neuen Veranstaltungen eingetragen und kann dort geändert werden.',
    'Filled into new events, where it can be changed.',
  ),
} as const;

/** Field words of user accounts. */
export const USER = {
  name: words('Name', 'Name'),
  role: words('Rolle', 'Role'),
  roleHint: words(
    'Erfassung legt Entwürfe an, Redaktion veröffentlicht für den eigenen Akteur, Koordination für alle.',
    'Entry writes drafts, editing publishes for its own organisation, coordination for all.',
  ),
  language: words('Sprache der E-Mails', 'Language of mails'),
  password: words('Passwort', 'Password'),
} as const;

/** Field words of topics and pictures. */
export const TOPIC = { title: words('Bezeichnung', 'Title') } as const;
export const MEDIA = {
  file: words('Bilddatei', 'Picture file'),
  alt: words('Bildbeschreibung', 'Description of the picture'),
  altHint: words(
    'Was ist zu sehen? Für Menschen, die das Bild nicht sehen, ein bis zwei Sätze.',
    'What can be seen? For people who do not see the picture, one or two sentences.',
  ),
  kind: words('Dateiformat', 'File format'),
  thumbnail: words('Vorschaubild', 'Thumbnail'),
  credit: words('Bildrechte', 'Credit and rights'),
  creditHint: words('Wem gehört das Bild? Zum Beispiel: Foto: Jana Muster / Science Park Kassel', 'Who owns the picture?'),
} as const;
