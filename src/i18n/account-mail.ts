import type { Language } from '#domain/content';
import type { Words } from './words';

/** Words of the mail with the link for a new password. */
export const PASSWORD_MAIL = {
  subject: { de: 'Ihr neues Passwort für Nordsüd', en: 'Your new password for Nordsüd' },
  heading: { de: 'Neues Passwort', en: 'New password' },
  task: {
    de: 'Mit diesem Link setzen Sie ein neues Passwort. Er gilt eine Stunde.',
    en: 'Use this link to set a new password. It is good for one hour.',
  },
  button: { de: 'Passwort setzen', en: 'Set password' },
  why: {
    de: 'Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    en: 'If you did not ask for it, you need not do anything: your password stays as it is.',
  },
} as const satisfies Record<string, Words>;

/** How a mail to one person begins. */
export const greeting = (name: string, language: Language): string =>
  language === 'en' ? `Hello ${name},` : `Guten Tag ${name},`;
