import type { DefaultServerCellComponentProps } from 'payload';
import { cache } from 'react';
import { CONTENT_STATES } from '#i18n/lists';
import { loadShortName } from '#store/settings';
import { publishedState } from './published-state';
import { languageOf } from './viewer';

/** Whether a content is published, a draft, or both. */
export const PublishedCell = async ({ cellData, rowData, collectionSlug, payload, i18n }: DefaultServerCellComponentProps) => {
  const collection = collectionSlug === 'news-items' ? 'news-items' : 'events';
  const state = await publishedState(payload, collection, String(rowData.id), cellData);
  return <span>{CONTENT_STATES[state][languageOf(i18n)]}</span>;
};

/** Whose it is; at once, where Payload's own cell waits until it is scrolled to and says meanwhile that there is nobody. */
export const OrganisationCell = async ({ cellData, payload }: DefaultServerCellComponentProps) => (
  <span>{(typeof cellData === 'string' && (await shortNameOf(payload, cellData))) || '–'}</span>
);

/** Asked once per page and body, however many rows are theirs. */
const shortNameOf = cache(loadShortName);
