import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState';
import type { BuildFormStateArgs, ServerFunction } from 'payload';
import { mayUpdate } from '#store/may-update';

/** Payload's state of a form, which on the way locks the document it shows: only for those who may change that document. */
export const formState: ServerFunction<BuildFormStateArgs> = async (args) => {
  const { collectionSlug, id, req, returnLockStatus = false } = args;
  const mayLock = returnLockStatus && collectionSlug && id !== undefined && (await mayUpdate(req, collectionSlug, String(id)));
  return buildFormStateHandler({ ...args, returnLockStatus: Boolean(mayLock) });
};
