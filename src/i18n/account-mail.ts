import type { Language } from '#domain/content';

/** The mail with the link for a new password; `link` is absolute and good for one hour. */
export const passwordMail = (
  name: string,
  link: string,
  language: Language,
): { readonly subject: string; readonly html: string } => ({
  subject: SUBJECT[language],
  html: PARAGRAPHS[language](escapeHtml(name), escapeHtml(link))
    .map((text) => `<p>${text}</p>`)
    .join('\n'),
});

const SUBJECT = { de: 'Ihr neues Passwort für Nordsüd', en: 'Your new password for Nordsüd' } as const;

const PARAGRAPHS = {
  de: (name: string, link: string) => [
    `Guten Tag ${name},`,
    'mit diesem Link setzen Sie ein neues Passwort. Er gilt eine Stunde.',
    `<a href="${link}">${link}</a>`,
    'Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  ],
  en: (name: string, link: string) => [
    `Hello ${name},`,
    'use this link to set a new password. It is good for one hour.',
    `<a href="${link}">${link}</a>`,
    'If you did not ask for it, you need not do anything: your password stays as it is.',
  ],
} as const;

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
