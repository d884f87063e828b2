import type { Preferences } from '#domain/segment';
import type { Row, RowData } from './rows';

/** Preferences as a subscription keeps them: flat, the topics as one text. */
export const preferencesData = ({ language, region, topics }: Preferences): RowData<'subscribers'> => ({
  language,
  region: region ?? null,
  topics: topics.length > 0 ? [...topics].sort().join(' ') : null,
});

/** Preferences as a subscription keeps them. */
export const readPreferences = (row: Pick<Row<'subscribers'>, 'language' | 'region' | 'topics'>): Preferences => ({
  language: row.language,
  region: row.region ?? undefined,
  topics: row.topics ? row.topics.split(' ') : [],
});
