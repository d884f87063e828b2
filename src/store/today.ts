import type { Payload, PayloadRequest, Where } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import type { ContentCollection } from '#domain/content';
import { UNSENT_STATUSES } from '#domain/delivery';
import type { OrganisationId } from '#domain/organisation';
import { type Instant, toIso } from '#domain/time';
import { type NamedRow, readDelivery, readNames } from './delivery-row';
import { fromIso } from './instants';
import { beingAsked } from './notices';
import { findRows, isUnset } from './rows';
import { isTouched } from './untouched';

/** Rows somebody has to act on or waits for: the first few, and how many there are. */
export type Excerpt = { readonly rows: readonly NamedRow[]; readonly total: number };

/** What a list begins with, and the conditions by which the ledger shows just those rows in full. */
export type ListExcerpt = Excerpt & { readonly conditions: readonly Where[] };

/** Whose rows: of one organisation as carrier, or as carrier or organiser; undefined means everybody's. */
export type Whose = { readonly organisation: OrganisationId | undefined; readonly as: 'carrier' | 'any' };

/** What waits for a yes or for a confirmation by hand, earliest due first. */
export const loadAwaiting = (payload: Payload, whose: Whose, limit: number): Promise<ListExcerpt> =>
  excerpt(payload, [{ status: { in: ['awaiting-approval', 'handed-over'] } }, ...whoseWhere(whose)], limit);

/** What leaves by itself: whose, until when, on which channels nothing does, and whose `loadAwaiting` stands beside it. */
type Leaving = {
  readonly whose: Whose;
  readonly until: Instant;
  /** Newsletters that people fill with a block: what is due on them waits to be taken over. */
  readonly blocks: readonly Pick<ChannelSettings, 'id'>[];
  readonly beside?: Whose | undefined;
};

/** What leaves by itself until then, earliest first, without what `loadAwaiting` of `beside` shows already. */
export const loadUpcoming = (
  payload: Payload,
  { whose, until, blocks, beside }: Leaving,
  limit: number,
): Promise<ListExcerpt> => {
  const unsent: Where = beside
    ? { or: [{ status: { in: ['planned', 'ready'] } }, ...othersAwaiting(beside)] }
    : { status: { in: [...UNSENT_STATUSES] } };
  const elsewhere: Where[] = blocks.length > 0 ? [{ channel: { not_in: blocks.map(({ id }) => id) } }] : [];
  return excerpt(payload, [unsent, { dueAt: { less_than_equal: toIso(until) } }, ...elsewhere, ...whoseWhere(whose)], limit);
};

/** What waits for a yes elsewhere. */
const othersAwaiting = ({ organisation }: Whose): Where[] =>
  organisation ? [{ and: [{ status: { equals: 'awaiting-approval' } }, { carrier: { not_equals: organisation } }] }] : [];

/** Their ids stand in addresses, which are not endless; beyond so many nobody reads on anyway. */
const MOST_BESIDES = 200;

/** What failed, what nobody knows the fate of, and these: a yes that nobody could be asked for (`loadUnasked`), posts to see to, own texts that fell away. */
export const loadTroubles = (payload: Payload, whose: Whose, besides: readonly string[], limit: number): Promise<ListExcerpt> => {
  const wrong: Where = { status: { in: ['failed', 'unconfirmed'] } };
  const condition = besides.length > 0 ? { or: [wrong, { id: { in: besides.slice(0, MOST_BESIDES) } }] } : wrong;
  return excerpt(payload, [condition, ...whoseWhere(whose)], limit);
};

/**
 * Ids of the rows that wait for a yes although no editor of the carrier was asked: nobody is there, or no mail got through. Where
 * a mail is under way somebody is being asked. Earliest due first.
 */
export const loadUnasked = async (payload: Payload, whose: Whose): Promise<readonly string[]> => {
  const where: Where = {
    and: [{ status: { equals: 'awaiting-approval' } }, isUnset('noticedAt'), ...whoseWhere(whose)],
  };
  const waiting = await findRows(payload, 'deliveries', where, { sort: 'dueAt' });
  const asked = await beingAsked(payload, waiting);
  return waiting.map(({ id }) => id).filter((id) => !asked.has(id));
};

/** A content that somebody began or changed and did not publish yet. */
export type DraftLine = {
  readonly collection: 'events' | 'news-items';
  readonly id: string;
  readonly title: string | undefined;
  /** When it was last saved; real time, as Payload keeps it. */
  readonly savedAt: Instant | undefined;
};

/** The newest drafts with something in them that this person may see of the organisation (of all for those above), last saved before then, newest first. */
export const loadDrafts = async (
  payload: Payload,
  user: PayloadRequest['user'],
  organisation: OrganisationId | undefined,
  limit: number,
  savedBefore?: Instant,
): Promise<readonly DraftLine[]> => {
  const where = async (collection: ContentCollection): Promise<Where> => ({
    and: [
      await isTouched(payload, collection),
      { _status: { equals: 'draft' } },
      ...(organisation ? [{ organiser: { equals: organisation } }] : []),
      ...(savedBefore ? [{ updatedAt: { less_than: toIso(savedBefore) } }] : []),
    ],
  });
  const lists = await Promise.all(
    (['events', 'news-items'] as const).map(async (collection) => {
      const options = {
        collection,
        where: await where(collection),
        draft: true,
        depth: 0,
        limit,
        pagination: false,
        sort: '-updatedAt',
      } as const;
      const { docs } = await payload.find({ ...options, user, overrideAccess: false, select: { title: true, updatedAt: true } });
      return docs.map(({ id, title, updatedAt }) => ({ collection, id, title: title || undefined, savedAt: fromIso(updatedAt) }));
    }),
  );
  return lists
    .flat()
    .sort((a, b) => (b.savedAt?.epochMilliseconds ?? 0) - (a.savedAt?.epochMilliseconds ?? 0))
    .slice(0, limit);
};

const whoseWhere = ({ organisation, as }: Whose): Where[] => {
  if (!organisation) return [];
  const carrier: Where = { carrier: { equals: organisation } };
  return [as === 'carrier' ? carrier : { or: [carrier, { organiser: { equals: organisation } }] }];
};

const excerpt = async (payload: Payload, conditions: readonly Where[], limit: number): Promise<ListExcerpt> => {
  const where: Where = { and: [...conditions] };
  const found = await findRows(payload, 'deliveries', where, { sort: 'dueAt', limit });
  // Counting is for the few pages on which the list does not end.
  const total = found.length < limit ? found.length : (await payload.db.count({ collection: 'deliveries', where })).totalDocs;
  return { rows: found.map((row) => ({ row: readDelivery(row), names: readNames(row) })), total, conditions };
};
