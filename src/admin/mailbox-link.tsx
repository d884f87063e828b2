import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import { isAbove } from '#domain/role';
import { MAILBOX } from '#i18n/mailbox';
import { languageOf, viewerOf } from './viewer';

/** The way to the mailbox in the side bar, for those who may see it. */
export const MailboxLink = ({ i18n, payload, user }: ServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer || !isAbove(viewer)) return null;
  return (
    <Link className="nav__link" href={`${payload.config.routes.admin}/postfach`} id="nav-postfach" prefetch={false}>
      <span className="nav__link-label">{MAILBOX.title[languageOf(i18n)]}</span>
    </Link>
  );
};
