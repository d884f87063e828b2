import { redirect } from 'next/navigation';
import type { ListViewServerProps } from 'payload';
import { CONTENT_VIEWS } from '#i18n/lists';
import { now } from '#runtime/clock';
import { contentViews } from './content-views';
import { isFilteredBy, isFirstLook, listQuery, widerSearch } from './list-query';
import { ListTabs } from './list-tabs';
import { languageOf, viewerOf } from './viewer';

/** Views above the list of contents; whoever just comes in is led to the first of them. */
export const ContentList = ({ collectionConfig, i18n, params, payload, searchParams, user }: ListViewServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer) return null;
  const language = languageOf(i18n);
  const collection = collectionConfig.slug === 'news-items' ? 'news-items' : 'events';
  const list = `${payload.config.routes.admin}/collections/${collection}`;
  const isTrash = [params?.segments].flat().at(-1) === 'trash';
  const views = contentViews(collection, viewer, now());
  const tabs = views.map(({ name, conditions, sort }) => ({
    name: CONTENT_VIEWS[name][language],
    href: `${list}?${listQuery(conditions, sort)}`,
    isCurrent: !isTrash && isFilteredBy(searchParams, conditions),
  }));
  if (!isTrash && isFirstLook(searchParams) && tabs[0]) redirect(tabs[0].href);
  const trash = { name: CONTENT_VIEWS.trash[language], href: `${list}/trash`, isCurrent: isTrash };
  const everywhere = isTrash ? undefined : widerSearch(list, searchParams, views.find(({ name }) => name === 'all')?.sort ?? '');
  return (
    <>
      <ListTabs label={CONTENT_VIEWS.label[language]} tabs={[...tabs, trash]} />
      {everywhere && (
        <p>
          <a href={everywhere}>{CONTENT_VIEWS.everywhere[language]}</a>
        </p>
      )}
    </>
  );
};
