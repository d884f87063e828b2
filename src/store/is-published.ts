import type { Payload, Where } from 'payload';
import type { ContentRef } from '#domain/content';

/** True while a version of the content is published and the content does not lie in the trash, whatever newer drafts say. */
export const isPublished = async (payload: Payload, { collection, id }: ContentRef): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] };
  return (await payload.count({ collection, where, overrideAccess: true })).totalDocs > 0;
};
