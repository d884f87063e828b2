import { words } from './words';

/** Tabs of the form of a content. */
export const CONTENT_TABS = {
  essentials: words('Das Wichtigste', 'The essentials'),
  details: words('Details', 'Details'),
  promotion: words('Bewerbung', 'Promotion'),
} as const;

/** Field words of all contents. */
export const CONTENT = {
  title: words('Titel', 'Title'),
  copy: words('Kopie', 'copy'),
  teaser: words('Kurztext', 'Teaser'),
  teaserHint: words(
    'Höchstens 300 Zeichen. Steht in Newslettern, Feeds und Beiträgen.',
    'At most 300 characters. Used in newsletters, feeds and posts.',
  ),
  writeHere: words('Schreiben Sie hier …', 'Write here …'),
  language: words('Sprache des Inhalts', 'Language of the content'),
  languageHint: words(
    'Deutsch genügt. Fehlt die englische Fassung, erscheint überall die deutsche.',
    'German is enough. Where the English version is missing, the German one appears.',
  ),
  topics: words('Themen', 'Topics'),
  topicsHint: words(
    'Einzelne Regeln der Vereinbarung gelten nur für bestimmte Themen.',
    'Some clauses of the agreement hold for certain topics only.',
  ),
  organiser: words('Akteur', 'Organisation'),
  coOrganisers: words('Gemeinsam mit', 'Together with'),
  coOrganisersHint: words('Weitere Akteure, deren eigener Inhalt das ist.', 'Other organisations whose own content this is.'),
  picture: words('Bild', 'Picture'),
  pictureHint: words('Steht in Newslettern und Beiträgen.', 'Used in newsletters and posts.'),
  visibility: words('Sichtbar für', 'Visible to'),
  doNotPromote: words('Nicht bewerben', 'Do not promote'),
  doNotPromoteHint: words(
    'Andere Akteure tragen den Inhalt dann nicht weiter. Auf eigenen Kanälen und im Feed aller Inhalte bleibt er sichtbar.',
    'Other organisations do not carry the content. It stays visible on own channels and in the feed of all contents.',
  ),
  doNotPromoteReason: words('Grund', 'Reason'),
  contact: words('Ansprechperson', 'Contact person'),
  contactHint: words(
    'Für Rückfragen der anderen Akteure. Öffentlich nur, wenn Sie das Häkchen setzen.',
    'For questions of the other organisations. Public only if you tick the box.',
  ),
  contactName: words('Name der Ansprechperson', 'Name of the contact person'),
  contactEmail: words('E-Mail der Ansprechperson', 'E-mail of the contact person'),
  contactPhone: words('Telefon der Ansprechperson', 'Phone of the contact person'),
  contactIsPublic: words('Öffentlich zeigen', 'Show to the public'),
  attachments: words('Dateien', 'Files'),
  attachmentsHint: words(
    'Höchstens zwei PDF-Dateien, zum Beispiel das Programm.',
    'At most two PDF files, such as the programme.',
  ),
  embargoUntil: words('Sperrfrist bis (Berliner Zeit)', 'Embargo until (Berlin time)'),
  embargoHint: words('Vorher geht nichts hinaus und ist nichts öffentlich.', 'Before that nothing leaves and nothing is public.'),
} as const;

/** Who may see a content. */
export const VISIBILITIES = {
  public: words('alle', 'everybody'),
  stakeholders: words('nur die Akteure', 'organisations only'),
} as const;

/** Field words of the notice that a funder asks for. */
export const FUNDING = {
  funding: words('Förderhinweis', 'Funding notice'),
  hint: words(
    'Nur ausfüllen, wenn ein Fördergeber es verlangt. Steht überall, wohin der Inhalt geht.',
    'Fill in only if a funder asks for it. Shown wherever the content goes.',
  ),
  text: words('Text des Förderhinweises', 'Text of the funding notice'),
  hashtag: words('Hashtag des Förderhinweises', 'Hashtag of the funding notice'),
  logo: words('Logo des Fördergebers', 'Logo of the funder'),
  validFrom: words('Hinweis gilt ab (Berliner Zeit)', 'Notice valid from (Berlin time)'),
  validTo: words('Hinweis gilt bis (Berliner Zeit)', 'Notice valid to (Berlin time)'),
} as const;

/** Field words of events. */
export const EVENT = {
  soldOut: words('Ausgebucht', 'Fully booked'),
  soldOutHint: words(
    'Was noch nicht hinausging, wird dann nicht mehr beworben.',
    'What has not left yet is not promoted any more.',
  ),
  description: words('Beschreibung', 'Description'),
  startsAt: words('Beginn (Berliner Zeit)', 'Start (Berlin time)'),
  endsAt: words('Ende (Berliner Zeit)', 'End (Berlin time)'),
  lastsUntil: words('Ende, sonst Beginn (Berliner Zeit)', 'End, else start (Berlin time)'),
  allDay: words('Ganztägig', 'All day'),
  status: words('Stand der Veranstaltung', 'Status of the event'),
  previousStartsAt: words('Bisheriger Beginn (Berliner Zeit)', 'Previous start (Berlin time)'),
  previousHint: words('Wird beim Verlegen von selbst eingetragen.', 'Filled in automatically when the event is moved.'),
  attendance: words('Teilnahme', 'Attendance'),
  venue: words('Veranstaltungsort', 'Venue'),
  street: words('Straße und Hausnummer', 'Street and number'),
  postalCode: words('Postleitzahl', 'Postal code'),
  town: words('Ort', 'Town'),
  placeRegion: words('Region des Orts', 'Region of the place'),
  placeRegionHint: words('Bei reinen Online-Veranstaltungen immer „online“.', 'Always “online” for events that are online only.'),
  link: words('Link zur Anmeldung', 'Registration link'),
  linkHint: words(
    'Bei reinen Online-Veranstaltungen nötig: Er führt zur Anmeldung oder zur Teilnahme.',
    'Needed for events that are online only: it leads to registering or taking part.',
  ),
  deadline: words('Anmeldeschluss (Berliner Zeit)', 'Registration deadline (Berlin time)'),
  deadlineHint: words(
    'Danach wird nicht mehr beworben, was noch nicht hinausging.',
    'After that, what has not left yet is not promoted any more.',
  ),
  cost: words('Kosten', 'Cost'),
  costHint: words('Zum Beispiel: kostenfrei, 45 Euro', 'For example: free of charge, 45 euros'),
  audience: words('Zielgruppe', 'Audience'),
} as const;

/** Field words of news items. */
export const NEWS = {
  kind: words('Art', 'Kind'),
  text: words('Text', 'Text'),
  problem: words('Ausgangslage', 'Problem'),
  actors: words('Beteiligte', 'Who took part'),
  evidence: words('Ergebnis und Beleg', 'Result and evidence'),
  transferability: words('Übertragbarkeit', 'Transferability'),
  country: words('Land', 'Country'),
  callRole: words('Gesucht oder geboten', 'Wanted or offered'),
  link: words('Link', 'Link'),
  deadline: words('Frist (Berliner Zeit)', 'Deadline (Berlin time)'),
} as const;

/** Whether a call seeks or provides something. */
export const CALL_ROLES = { seeker: words('Suche', 'Seeker'), provider: words('Angebot', 'Provider') } as const;

/** Fields the system writes; read-only in the admin. */
export const FLOW = {
  slug: words('Kurzname in Adressen', 'Short name in addresses'),
  publishedAt: words('Zuerst veröffentlicht', 'First published'),
  changedAt: words('Zuletzt wirksam geändert', 'Last effective change'),
  planRevision: words('Fassung für die Planung', 'Revision for planning'),
  plannedFor: words('Geplant für', 'Planned for'),
  planUntil: words('Planung bis', 'Plan until'),
  sequence: words('Änderungszähler', 'Sequence'),
} as const;
