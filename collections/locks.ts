import type { Access, SanitizedConfig, Where } from 'payload';
import { mayUpdate } from '#store/may-update';
import { nobody } from './access';
import { idOf } from './content-doc';

/**
 * The configuration with rules for who marks a document as being edited. Payload lets everybody who is logged in lock any document and so keep
 * others from saving. Here a lock is set by the form alone (`src/app/(payload)/form-state.ts`), taken over by whom the document is open to
 * as well, and let go by either.
 */
export const guardLocks = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) =>
    collection.slug === 'payload-locked-documents'
      ? { ...collection, access: { ...collection.access, create: nobody, update: takeOver, delete: letGo } }
      : collection,
  ),
});

const letGo: Access = async ({ id, req }) => {
  if (!req.user) return false;
  const own: Where = { 'user.value': { equals: req.user.id } };
  if (id === undefined) return own;
  const lock = await req.payload.findByID({ collection: 'payload-locked-documents', id, depth: 0, disableErrors: true });
  const value = idOf(lock?.document?.value);
  return lock?.document && value && (await mayUpdate(req, lock.document.relationTo, value)) ? true : own;
};

/** One takes a lock for oneself and leaves it at its document. */
const takeOver: Access = (args) => {
  const { data, req } = args;
  const isForOneself =
    data === undefined || (Object.keys(data).every((name) => name === 'user') && data.user?.value === req.user?.id);
  return isForOneself ? letGo(args) : false;
};
