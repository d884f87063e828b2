import type { Payload, Where } from 'payload';
import type { DeliveryStatus } from '#domain/delivery';

/** Logs in at the web process and edits contents while everything runs. */
export const ADMIN = { email: 'admin@example.org', password: 'geheim-genug-2026' } as const;

const CHANNELS = 20;

/** On so many of the channels nothing leaves before somebody said yes. */
const ASKING = 2;

/** How many of `rows` wait for a yes. */
export const askingRows = (rows: number): number => (rows / CHANNELS) * ASKING;

/**
 * Furnishes a seeded house so that `rows` messages become due at once: events of Science Park, carried by HTAI on 20 channels: previews, or
 * pages on LinkedIn that sign in with this token.
 */
export const furnish = async (payload: Payload, rows: number, token?: string): Promise<readonly string[]> => {
  await payload.create({ collection: 'users', data: { ...ADMIN, name: 'Administration', role: 'admin' } });
  const [from, to] = [await bodyId(payload, 'science-park-kassel'), await bodyId(payload, 'hessen-trade-invest')];
  await payload.create({ collection: 'agreements', data: onlyPosts(from, to) });
  for (let i = 0; i < CHANNELS; i++)
    await payload.create({ collection: 'channels', data: token ? pageOf(i, to, token) : channel(i, to) });
  const ids: string[] = [];
  for (let i = 0; i < rows / CHANNELS; i++) {
    const { id } = await payload.create({ collection: 'events', locale: 'de', data: { ...event(i), organiser: from } });
    ids.push(id);
  }
  return ids;
};

/** How many rows there are, in any status or in one of these. */
export const countRows = async (payload: Payload, statuses?: readonly DeliveryStatus[]): Promise<number> => {
  const where: Where = statuses ? { status: { in: [...statuses] } } : {};
  return (await payload.count({ collection: 'deliveries', where })).totalDocs;
};

/** Ids of rows that wait for a yes, earliest due first. */
export const waitingRows = async (payload: Payload, limit: number): Promise<readonly string[]> => {
  const where: Where = { status: { equals: 'awaiting-approval' } };
  const { docs } = await payload.find({ collection: 'deliveries', where, limit, sort: 'dueAt', depth: 0, select: {} });
  return docs.map(({ id }) => id);
};

/** Status of every row of the scenario by the key its post has. */
export const readLedger = async (payload: Payload): Promise<ReadonlyMap<string, DeliveryStatus>> => {
  const { docs } = await payload.find({
    collection: 'deliveries',
    limit: 0,
    pagination: false,
    depth: 0,
    select: { status: true },
  });
  return new Map(docs.map((row) => [`post/${row.id}`, row.status]));
};

const bodyId = async (payload: Payload, slug: string): Promise<string> => {
  const { docs } = await payload.find({ collection: 'organisations', where: { slug: { equals: slug } }, depth: 0 });
  if (!docs[0]) throw new Error(`the seed knows no ${slug}`);
  return docs[0].id;
};

const onlyPosts = (from: string, to: string) => ({
  title: 'Nur Posts',
  version: 2,
  state: 'adopted' as const,
  inForceFrom: '2026-01-01T00:00:00.000Z',
  clauses: [
    { ...promotion(from, to), code: 'P-1', channelKinds: ['linkedin' as const], approval: 'automatic' as const },
    { ...promotion(from, to), code: 'P-2', channelKinds: ['mastodon' as const], approval: 'carrier' as const },
  ],
});

const promotion = (from: string, to: string) => ({
  ...{ kind: 'promotion' as const, sourceKind: 'proposal' as const, fromOrganisations: [from], toOrganisations: [to] },
  text: 'Veranstaltungen werden in sozialen Medien beworben.',
});

const channel = (i: number, organisation: string) => ({
  ...{ slug: `kanal-${i}`, name: `Kanal ${i}`, via: 'preview' as const, organisation },
  kind: i < ASKING ? ('mastodon' as const) : ('linkedin' as const),
  ...{ active: true, ownContent: false, wantsApproval: false, language: 'de' as const },
  ...{ quietFrom: '00:00', quietTo: '00:00', quietSundays: false },
});

const pageOf = (i: number, organisation: string, token: string) => ({
  ...{ ...channel(i, organisation), kind: 'linkedin' as const, via: 'linkedin' as const },
  ...{ page: String(FIRST_PAGE + i), token },
});

const FIRST_PAGE = 4_700;

/** Key of the row that a page's post told, by page and title; what LinkedIn shows begins otherwise. */
export const rowKeys = async (payload: Payload): Promise<(author: string, shown: string) => string> => {
  const channels = await payload.find({ collection: 'channels', limit: 0, pagination: false, depth: 0 });
  const pages = new Map(channels.docs.map(({ id, page }) => [id, `urn:li:organization:${page}`]));
  const rows = await payload.find({ collection: 'deliveries', limit: 0, pagination: false, depth: 0 });
  const keys = new Map(rows.docs.map((row) => [`${pages.get(row.channel)} ${row.contentTitle}`, `post/${row.id}`]));
  return (author, shown) => keys.get(`${author} ${/Gründungsabend \d+/.exec(shown)?.[0]}`) ?? `nobody's: ${author} ${shown}`;
};

const event = (i: number) => ({
  ...{ title: `Gründungsabend ${i}`, teaser: 'Ein Abend für Gründerinnen und Gründer.', _status: 'published' as const },
  ...{ startsAt: '2099-01-10T17:00:00.000Z', endsAt: '2099-01-10T19:00:00.000Z', attendance: 'on-site' as const },
  ...{
    town: 'Kassel',
    placeRegion: 'north' as const,
    status: 'planned' as const,
    language: 'de' as const,
    visibility: 'public' as const,
  },
});
