import type { Words } from './words';

/** How the product calls itself, and what it is for in a line. */
export const BRAND = {
  name: 'Nordsüd',
  claim: {
    de: 'Nord- und Südhessen bewerben gemeinsam, was sie vorhaben.',
    en: 'North and South Hesse promote together what they are planning.',
  } satisfies Words,
} as const;

/** The mark for the browser's tab, as an address that needs no file. */
export const TAB_ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="#124e78"><path d="M2 11a10 10 0 0 1 20 0Z"/>' +
      '<path d="M3 14a9 9 0 0 0 18 0Z" fill="none" stroke="#85420f" stroke-width="2"/></svg>',
  );
