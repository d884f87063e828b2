import type { Payload } from 'payload';

/** What contents are about, as readers choose it; the title is German. */
export type Topic = { readonly slug: string; readonly title: string };

/** All topics, by their titles. */
export const loadTopics = async (payload: Payload): Promise<readonly Topic[]> => {
  const { docs } = await payload.find({ collection: 'topics', depth: 0, limit: 0, pagination: false, locale: 'de' });
  return docs.map(({ slug, title }) => ({ slug, title })).sort((a, b) => a.title.localeCompare(b.title, 'de'));
};
