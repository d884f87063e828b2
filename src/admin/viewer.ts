import type { PayloadRequest } from 'payload';
import type { Language } from '#domain/content';
import type { Decider } from '#domain/decision';
import type { MailScope } from '#runtime/mailbox';

/** Who looks at an admin page. */
export type Viewer = Decider & { readonly id: string };

/** The logged-in person as the rules see it; undefined for everybody else. */
export const viewerOf = (user: PayloadRequest['user'] | undefined): Viewer | undefined => {
  if (!user) return undefined;
  const { organisation } = user;
  const id = typeof organisation === 'object' ? organisation?.id : organisation;
  return { id: user.id, role: user.role ?? 'author', ...(id ? { organisation: id } : {}) };
};

/** Mails that open an account are for the administration alone: a coordinator could set the password of an admin. */
export const mailScopeOf = ({ role }: Pick<Viewer, 'role'>): MailScope => (role === 'admin' ? 'all' : 'harmless');

/** The language the admin is shown in; German unless English was chosen. */
export const languageOf = (i18n: { readonly language: string }): Language => (i18n.language === 'en' ? 'en' : 'de');
