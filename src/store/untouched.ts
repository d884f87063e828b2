import type { Payload, Where } from 'payload';
import type { ContentCollection, ContentRef } from '#domain/content';
import { type Instant, instant, toIso } from '#domain/time';
import { type EnteredField, enteredFields, type Places } from './entered';
import { isUnset } from './rows';

/** Contents in whose newest draft somebody entered something. The form saves a draft as soon as it is opened. */
export const isTouched = async (payload: Payload, collection: ContentCollection): Promise<Where> => ({
  or: (await fieldsOf(payload, collection)).map(({ path, begins }) => {
    const isSet = { [path]: { exists: true } };
    return begins.length === 0 ? isSet : { and: [isSet, { [path]: { not_in: [...begins] } }] };
  }),
});

/** Drafts that were opened before then and left as they were. */
export const loadUntouched = async (payload: Payload, before: Instant): Promise<readonly ContentRef[]> => {
  const all = (['events', 'news-items'] as const).map(async (collection) =>
    (await untouchedIn(payload, collection, before)).map(({ id }) => ({ collection, id })),
  );
  return (await Promise.all(all)).flat();
};

/**
 * Deletes such a draft for good; false when somebody has entered something meanwhile. Its versions go first, by the condition that
 * nothing was entered into them: one that stays holds what somebody entered since. Throws whatever Payload throws.
 */
export const deleteUntouched = async (payload: Payload, { collection, id }: ContentRef, before: Instant): Promise<boolean> => {
  const [draft] = await untouchedIn(payload, collection, before, { id: { equals: id } });
  if (!draft) return false;
  const isLeft = (await fieldsOf(payload, collection)).map((field) => isAsBegun(field, 'version.'));
  const savedAtOnce = { 'version.updatedAt': { less_than: toIso(soonAfter(draft.createdAt)) } };
  await payload.db.deleteVersions({ collection, where: { and: [{ parent: { equals: id } }, savedAtOnce, ...isLeft] } });
  const { totalDocs } = await payload.countVersions({ collection, where: { parent: { equals: id } }, overrideAccess: true });
  if (totalDocs > 0) return false;
  await payload.delete({ collection, id, depth: 0, overrideAccess: true });
  return true;
};

const untouchedIn = async (payload: Payload, collection: ContentCollection, before: Instant, also: Where = {}) => {
  const where: Where = {
    and: [
      { createdAt: { less_than: toIso(before) } },
      { _status: { equals: 'draft' } },
      isUnset('publishedAt'),
      ...(await fieldsOf(payload, collection)).map((field) => isAsBegun(field)),
      also,
    ],
  };
  const { docs } = await payload.find({ collection, where, draft: true, depth: 0, pagination: false, overrideAccess: true });
  return docs.filter(isAsCreated);
};

/** Nothing was entered there; `prefix` leads to it from a version. */
const isAsBegun = ({ path, begins }: EnteredField, prefix = ''): Where => {
  const at = `${prefix}${path}`;
  return begins.length === 0 ? isUnset(at) : { or: [isUnset(at), { [at]: { in: [...begins] } }] };
};

const fieldsOf = async (payload: Payload, collection: ContentCollection): Promise<readonly EnteredField[]> =>
  enteredFields(collection, await loadPlaces(payload));

const loadPlaces = async (payload: Payload): Promise<Places> => {
  const select = { defaults: true } as const;
  const options = { collection: 'organisations', depth: 0, pagination: false, overrideAccess: true, select } as const;
  const { docs } = await payload.find(options);
  const all = (name: keyof Places) => docs.flatMap(({ defaults }) => defaults?.[name] || []);
  return {
    ...{ venue: all('venue'), street: all('street'), postalCode: all('postalCode') },
    ...{ town: all('town'), placeRegion: all('placeRegion') },
  };
};

/** Whatever else somebody may have entered, the topics say, was saved later. */
const isAsCreated = ({ createdAt, updatedAt }: { readonly createdAt: string; readonly updatedAt: string }): boolean =>
  instant(updatedAt).epochMilliseconds < soonAfter(createdAt).epochMilliseconds;

/** The form saves what it begins with within so long. */
const soonAfter = (createdAt: string): Instant => instant(createdAt).add({ seconds: 2 });
