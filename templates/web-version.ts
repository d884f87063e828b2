/** Marks a paragraph that is meant for one person's mail, or for mail programs: the web version goes without it. */
export const MAIL_ONLY = 'mail-only';
