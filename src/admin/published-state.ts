import type { Payload } from 'payload';
import type { ContentCollection } from '#domain/content';
import { isPublished } from '#store/is-published';

/** How a content stands in a list; `changed` is a draft of something that is published. */
export type PublishedState = 'draft' | 'published' | 'changed';

/**
 * How a content stands whose newest version is this. Payload says `changed` where any version was published ever; what counts is
 * whether one is now.
 */
export const publishedState = async (
  payload: Payload,
  collection: ContentCollection,
  id: string,
  shown: unknown,
): Promise<PublishedState> => {
  if (shown !== 'changed') return shown === 'published' ? 'published' : 'draft';
  return (await isPublished(payload, { collection, id })) ? 'changed' : 'draft';
};
