import type { Payload, Where } from 'payload';
import { type Content, contentKey, ownersOf } from '#domain/content';
import type { OrganisationId } from '#domain/organisation';
import { compareInstants, type Instant, isBefore, toIso } from '#domain/time';
import { loadContents, loadWhere } from './contents';
import { findRows, type Row } from './rows';

/** Entries leave feeds so many days after the end of what they tell. */
const FEED_DAYS = 90;

/**
 * What the public may read now, newest change first: published, public, past its embargo, not longer than 90 days over. With
 * `organisation` (id) only what is its own and what the ledger says it announced on a feed of its own.
 */
export const listPublic = async (
  payload: Payload,
  now: Instant,
  { organisation }: { readonly organisation?: OrganisationId | undefined } = {},
): Promise<readonly Content[]> => {
  const own = organisation ? ownedBy(organisation) : [];
  const where = { and: [...isPublicWhere(now), ...own] };
  const lists = [await loadWhere(payload, 'events', where), await loadWhere(payload, 'news-items', where)];
  const promoted = organisation ? await promotedBy(payload, organisation) : new Map<string, Content>();
  const all = new Map([...promoted, ...lists.flat().map((content) => [contentKey(content.ref), content] as const)]);
  return [...all.values()].filter((content) => isPublic(content, now)).sort(byChange);
};

/** The channels that are feeds of this organisation. */
export const loadFeedChannels = async (payload: Payload, organisation: OrganisationId) => {
  const where: Where = { and: [{ organisation: { equals: organisation } }, { kind: { equals: 'feed' } }] };
  const select = { pausedAt: true } as const;
  return (await payload.find({ collection: 'channels', where, depth: 0, limit: 0, pagination: false, select })).docs;
};

/** Ledger rows that say what a feed of this organisation announced. */
export const announcedRows = async (payload: Payload, organisation: OrganisationId): Promise<readonly Row<'deliveries'>[]> => {
  const feeds = await loadFeedChannels(payload, organisation);
  if (feeds.length === 0) return [];
  return findRows(payload, 'deliveries', {
    and: [{ channel: { in: feeds.map((feed) => feed.id) } }, { status: { equals: 'sent' } }, { purpose: { equals: 'announce' } }],
  });
};

/** True when the public may read the content at `now`. */
const isPublic = (content: Content, now: Instant): boolean =>
  content.live &&
  content.visibility === 'public' &&
  !(content.embargoUntil && isBefore(now, content.embargoUntil)) &&
  !isBefore(endOf(content).add({ hours: FEED_DAYS * 24 }), now);

const endOf = (content: Content): Instant =>
  content.kind === 'event' ? content.event.endsAt : (content.deadline ?? content.publishedAt);

const isPublicWhere = (now: Instant): Where[] => [
  { _status: { equals: 'published' } },
  { deletedAt: { exists: false } },
  { planUntil: { greater_than: toIso(now.subtract({ hours: FEED_DAYS * 24 })) } },
];

const ownedBy = (organisation: OrganisationId): Where[] => [
  { or: [{ organiser: { equals: organisation } }, { coOrganisers: { in: [organisation] } }] },
];

/** Contents of others that the ledger says are announced in a feed of this organisation. */
const promotedBy = async (payload: Payload, organisation: OrganisationId): Promise<ReadonlyMap<string, Content>> => {
  const rows = await announcedRows(payload, organisation);
  const contents = await loadContents(
    payload,
    rows.map((row) => row.content),
  );
  return new Map([...contents].filter(([, content]) => !ownersOf(content).includes(organisation)));
};

const byChange = (a: Content, b: Content): number =>
  compareInstants(b.changedAt, a.changedAt) || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);
