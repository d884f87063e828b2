import type { PayloadRequest } from 'payload';

/** True when the rules of the collection let whoever asks change this document, be it in the trash or not. */
export const mayUpdate = async (req: PayloadRequest, collection: string, id: string): Promise<boolean> => {
  const config = req.payload.config.collections.find(({ slug }) => slug === collection);
  const allowed = (await config?.access.update({ req, id })) ?? false;
  if (!config || typeof allowed === 'boolean') return allowed === true;
  const where = { and: [{ id: { equals: id } }, allowed] };
  const { totalDocs } = await req.payload.count({ collection: config.slug, where, trash: true });
  return totalDocs > 0;
};
