import { Link } from '@payloadcms/ui';
import type { Payload, ServerProps } from 'payload';
import { isAbove } from '#domain/role';
import { BLOCK } from '#i18n/block-page';
import { REPORT } from '#i18n/report-page';
import { TODAY } from '#i18n/today';
import { languageOf, type Viewer, viewerOf } from './viewer';

/** Our own pages, at the head of the side bar. */
export const NavLinks = async ({ i18n, payload, user }: ServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer) return null;
  const language = languageOf(i18n);
  const { admin } = payload.config.routes;
  return (
    <>
      <Link className="nav__link" href={admin} id="nav-heute" prefetch={false}>
        <span className="nav__link-label">{TODAY.title[language]}</span>
      </Link>
      {(await fillsBlocks(payload, viewer)) && (
        <Link className="nav__link" href={`${admin}/baustein`} id="nav-baustein" prefetch={false}>
          <span className="nav__link-label">{BLOCK.title[language]}</span>
        </Link>
      )}
      <Link className="nav__link" href={`${admin}/bericht`} id="nav-bericht" prefetch={false}>
        <span className="nav__link-label">{REPORT.title[language]}</span>
      </Link>
    </>
  );
};

/** Whoever stands above sees the page always: there it says how a newsletter gets its block. */
const fillsBlocks = async (payload: Payload, viewer: Viewer): Promise<boolean> => {
  if (isAbove(viewer)) return true;
  const own = {
    and: [
      { via: { equals: 'block' } },
      { active: { equals: true } },
      { organisation: { equals: viewer.organisation ?? 'none' } },
    ],
  };
  return (await payload.count({ collection: 'channels', where: own })).totalDocs > 0;
};
