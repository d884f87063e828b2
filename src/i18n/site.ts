/** Words of feeds and of what the server itself says; German only, as the public pages are. */
export const FEED = {
  title: 'Nordsüd: alle Veranstaltungen und Meldungen',
  description: 'Veranstaltungen, Meldungen, Praxisbeispiele und Aufrufe aus Nord- und Südhessen.',
} as const;

/** Title and description of one body's feed. */
export const feedOf = (name: string): { readonly title: string; readonly description: string } => ({
  title: `${name}: Veranstaltungen und Meldungen`,
  description: `Eigene Veranstaltungen und Meldungen von ${name} und was dieser Akteur von anderen weitergibt.`,
});

/** Headings of the parts of a good practice. */
export const PRACTICE = {
  problem: 'Ausgangslage',
  actors: 'Beteiligte',
  evidence: 'Was es gebracht hat',
  transferability: 'Was sich übertragen lässt',
} as const;

/** What a reader is told when something is wrong on our side, or too much on theirs; plain text. */
export const TROUBLE = {
  busy: 'Gerade ist viel los. Bitte versuchen Sie es in einer Minute noch einmal.',
  unusable: 'Gerade kann nichts gespeichert werden. Bitte sagen Sie der Administration Bescheid.',
  broken: 'Hier ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.',
  tooLarge: 'Das ist zu viel auf einmal: Erlaubt sind 2 MB. Bitte kürzen Sie den Inhalt.',
  tooMany: 'Das waren zu viele Anfragen. Bitte warten Sie eine Minute.',
} as const;
