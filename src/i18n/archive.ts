/** Words of the pages with earlier editions; German, as the public pages are. */
export const ARCHIVE = {
  kicker: 'Frühere Ausgaben',
  earlier: 'Frühere Ausgaben lesen',
  all: 'Alle Ausgaben',
  subscribe: 'Newsletter bestellen',
} as const;

/** What the list of a newsletter's editions is. */
export const archiveLead = (publisher: string): string => `Alles, was ${publisher} mit diesem Newsletter bisher verschickt hat.`;
