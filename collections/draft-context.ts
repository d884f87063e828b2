import type { CollectionBeforeOperationHook, RequestContext } from 'payload';

/**
 * Notes whether an operation saves a draft: only the operation's arguments say so, later hooks cannot see them. A clone always
 * begins as a draft.
 */
export const noteDraft: CollectionBeforeOperationHook = ({ args, context, operation }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return undefined;
  const isClone = 'duplicateFromID' in args && Boolean(args.duplicateFromID);
  context[SAVES_DRAFT] = isClone || ('draft' in args && args.draft === true);
  context[RESTORES] = operation === 'restoreVersion';
  return isClone ? { ...args, draft: true } : undefined;
};

/** True when the operation writes a version only and leaves the published row alone. */
export const savesDraft = (context: RequestContext, data: { readonly _status?: string | null }): boolean =>
  context[SAVES_DRAFT] === true && (context[RESTORES] === true || data._status !== 'published');

const SAVES_DRAFT = 'savesDraft';
const RESTORES = 'restoresVersion';
