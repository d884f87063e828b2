import type { Payload, Where } from 'payload';
import type { ContentCollection, ContentRef } from '#domain/content';
import { type Instant, instant, toIso } from '#domain/time';

/** Contents in whose newest draft somebody entered something. The form saves a draft as soon as it is opened. */
export const isTouched = (collection: ContentCollection): Where => ({
  or: ENTERED[collection].map((path) => ({ [path]: { exists: true } })),
});

/** Drafts that were opened before then and left as they were. */
export const loadUntouched = async (payload: Payload, before: Instant): Promise<readonly ContentRef[]> =>
  (await Promise.all((['events', 'news-items'] as const).map((collection) => untouchedIn(payload, collection, before)))).flat();

/** Deletes such a draft for good; false when somebody has entered something meanwhile. Throws whatever Payload throws. */
export const deleteUntouched = async (payload: Payload, { collection, id }: ContentRef, before: Instant): Promise<boolean> => {
  const isLeft = (await untouchedIn(payload, collection, before, { id: { equals: id } })).length > 0;
  if (isLeft) await payload.delete({ collection, id, depth: 0, overrideAccess: true });
  return isLeft;
};

/** What people enter and no default fills in; each language counts. */
const BOTH = ['title.de', 'title.en', 'teaser.de', 'teaser.en', 'link', 'deadline', 'picture'];
const ENTERED = { events: [...BOTH, 'startsAt', 'endsAt', 'cost', 'audience.de', 'audience.en'], 'news-items': BOTH };

const untouchedIn = async (
  payload: Payload,
  collection: ContentCollection,
  before: Instant,
  also: Where = {},
): Promise<readonly ContentRef[]> => {
  const where: Where = {
    and: [
      { createdAt: { less_than: toIso(before) } },
      { _status: { equals: 'draft' } },
      { publishedAt: { exists: false } },
      ...ENTERED[collection].map((path) => ({ [path]: { exists: false } })),
      also,
    ],
  };
  const { docs } = await payload.find({ collection, where, draft: true, depth: 0, pagination: false, overrideAccess: true });
  return docs.filter(isAsCreated).map(({ id }) => ({ collection, id }));
};

/** Whatever else somebody may have entered was saved later. */
const isAsCreated = ({ createdAt, updatedAt }: { readonly createdAt: string; readonly updatedAt: string }): boolean =>
  instant(updatedAt).epochMilliseconds - instant(createdAt).epochMilliseconds < SAVED_AT_ONCE;

const SAVED_AT_ONCE = 2000;
