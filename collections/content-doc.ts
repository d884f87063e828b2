import type { PayloadRequest } from 'payload';
import { type ContentCollection, contentKey } from '#domain/content';
import { DELIVERY_STATUSES, type DeliveryStatus, isOut } from '#domain/delivery';
import type { Event, NewsItem } from '#store/payload-types';

/** Either content document as hooks see it: what only the other kind has is missing. */
export type ContentDoc = Event & NewsItem;

/** The collection by its name in the domain. */
export const contentCollectionOf = (slug: string): ContentCollection => (slug === 'news-items' ? 'news-items' : 'events');

/** True when a document is published and not in the trash. */
export const isLive = (doc: { readonly _status?: string | null; readonly deletedAt?: string | null }): boolean =>
  doc._status === 'published' && !doc.deletedAt;

/** The published row itself; a newer draft never shows here. */
export const readMainRow = async (
  req: PayloadRequest,
  collection: ContentCollection,
  id: string,
): Promise<ContentDoc | undefined> => {
  const row = await req.payload.db.findOne<ContentDoc>({ collection, req, where: { id: { equals: id } } });
  return row ?? undefined;
};

/** Statuses and sequences of the ledger rows of a content. */
export const readLedger = async (req: PayloadRequest, collection: ContentCollection, id: string) => {
  const { docs } = await req.payload.find({
    collection: 'deliveries',
    where: { content: { equals: contentKey({ collection, id }) } },
    select: { status: true, sequence: true },
    depth: 0,
    pagination: false,
  });
  return docs;
};

/** Statuses that mean readers may have been told. */
export const OUT: readonly DeliveryStatus[] = DELIVERY_STATUSES.filter(isOut);

/** Id of a related document, however deep it was read. */
export const idOf = (related: string | { readonly id: string } | null | undefined): string | undefined =>
  typeof related === 'string' ? related : related?.id;
