/** A text as part of an address: `Gründer:innen-Tag in Kassel` → `gruender-innen-tag-in-kassel`; at most 60 characters, may be empty. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');

/** True for what `slugOf` gives: lower-case letters, digits and single hyphens between them. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** As long as a short name may be: it stands in addresses and in the headers of mails. */
export const MAX_SLUG = 60;
