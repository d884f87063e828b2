import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import { isAbove } from '#domain/role';
import { DATA_FLOWS } from '#i18n/data-flows-page';
import { MAILBOX } from '#i18n/mailbox';
import { languageOf, viewerOf } from './viewer';

const PAGES = [
  { path: '/postfach', id: 'nav-postfach', title: MAILBOX.title },
  { path: '/datenfluesse', id: 'nav-datenfluesse', title: DATA_FLOWS.title },
] as const;

/** The ways to the mailbox and to what is done with personal data in the side bar, for those who may see them. */
export const SystemLinks = ({ i18n, payload, user }: ServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer || !isAbove(viewer)) return null;
  return PAGES.map(({ path, id, title }) => (
    <Link key={id} className="nav__link" href={`${payload.config.routes.admin}${path}`} id={id} prefetch={false}>
      <span className="nav__link-label">{title[languageOf(i18n)]}</span>
    </Link>
  ));
};
