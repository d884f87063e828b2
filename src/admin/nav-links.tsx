import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import { REPORT } from '#i18n/report-page';
import { TODAY } from '#i18n/today';
import { languageOf, viewerOf } from './viewer';

/** Our own pages, at the head of the side bar. */
export const NavLinks = ({ i18n, payload, user }: ServerProps) => {
  if (!viewerOf(user)) return null;
  const language = languageOf(i18n);
  const { admin } = payload.config.routes;
  return (
    <>
      <Link className="nav__link" href={admin} id="nav-heute" prefetch={false}>
        <span className="nav__link-label">{TODAY.title[language]}</span>
      </Link>
      <Link className="nav__link" href={`${admin}/bericht`} id="nav-bericht" prefetch={false}>
        <span className="nav__link-label">{REPORT.title[language]}</span>
      </Link>
    </>
  );
};
