import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import { isAbove } from '#domain/role';
import { IMPORT } from '#i18n/subscriber-import';
import { languageOf, viewerOf } from './viewer';

/** Leads from the list of subscriptions to taking some over, whoever may. */
export const ImportLink = ({ i18n, payload, user }: ServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer || (!isAbove(viewer) && viewer.role !== 'editor')) return null;
  return (
    <p>
      <Link href={`${payload.config.routes.admin}/abonnements-uebernehmen`} prefetch={false}>
        {IMPORT.title[languageOf(i18n)]}
      </Link>
    </p>
  );
};
