import type { Payload, Where } from 'payload';
import type { DeliveryStatus } from '#domain/delivery';
import type { Channel } from '#store/payload-types';

/** Logs in at the web process and edits contents while everything runs. */
export const ADMIN = { email: 'admin@example.org', password: 'geheim-genug-2026' } as const;

const CHANNELS = 20;

/** On so many of the channels nothing leaves before somebody said yes. */
const ASKING = 2;

/** How many of `rows` wait for a yes. */
export const askingRows = (rows: number): number => (rows / CHANNELS) * ASKING;

/**
 * Furnishes a seeded house so that `rows` messages become due at once: events of Science Park, carried by HTAI on 20 channels that only
 * show what would be posted.
 */
export const furnish = (payload: Payload, rows: number): Promise<readonly string[]> =>
  furnishWith(payload, {
    channels: Array.from({ length: CHANNELS }, (_, i) => preview(i)),
    events: rows / CHANNELS,
    approvals: [
      ['linkedin', 'automatic'],
      ['mastodon', 'carrier'],
    ],
  });

/** A channel beside what all of them have here. */
export type ChannelData = Pick<Channel, 'slug' | 'name' | 'kind' | 'via'> & Partial<Channel>;

/** What a house gets: each event is carried on each channel; `approvals` says for kinds of channels who is asked. */
export type Furniture = {
  readonly channels: readonly ChannelData[];
  readonly events: number;
  readonly approvals: readonly (readonly [kind: Channel['kind'], approval: 'automatic' | 'carrier'])[];
};

/** Furnishes a seeded house with these channels of HTAI, and so many events of Science Park; gives the ids of the events. */
export const furnishWith = async (payload: Payload, { channels, events, approvals }: Furniture): Promise<readonly string[]> => {
  await payload.create({ collection: 'users', data: { ...ADMIN, name: 'Administration', role: 'admin' } });
  const [from, to] = [await bodyId(payload, 'science-park-kassel'), await bodyId(payload, 'hessen-trade-invest')];
  await payload.create({ collection: 'agreements', data: onlyPosts(from, to, approvals) });
  for (const channel of channels)
    await payload.create({ collection: 'channels', data: { ...USUAL, organisation: to, ...channel } });
  const ids: string[] = [];
  for (let i = 0; i < events; i++) {
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

/** Rows of one channel with the title they tell of. */
export const rowsOn = async (
  payload: Payload,
  slug: string,
): Promise<readonly { readonly key: string; readonly title: string; readonly status: DeliveryStatus }[]> => {
  const channels = await payload.find({ collection: 'channels', where: { slug: { equals: slug } }, depth: 0, select: {} });
  const where: Where = { channel: { in: channels.docs.map(({ id }) => id) } };
  const { docs } = await payload.find({ collection: 'deliveries', where, limit: 0, pagination: false, depth: 0 });
  return docs.map((row) => ({ key: `post/${row.id}`, title: row.contentTitle ?? '', status: row.status }));
};

/** The title of the event that a text tells of. */
export const titleIn = (text: string): string | undefined => /Gründungsabend \d+/.exec(text)?.[0];

const titleOf = (i: number): string => `Gründungsabend ${i}`;

const bodyId = async (payload: Payload, slug: string): Promise<string> => {
  const { docs } = await payload.find({ collection: 'organisations', where: { slug: { equals: slug } }, depth: 0 });
  if (!docs[0]) throw new Error(`the seed knows no ${slug}`);
  return docs[0].id;
};

const onlyPosts = (from: string, to: string, approvals: Furniture['approvals']) => ({
  title: 'Nur Posts',
  version: 2,
  state: 'adopted' as const,
  inForceFrom: '2026-01-01T00:00:00.000Z',
  clauses: approvals.map(([kind, approval], number) => ({
    ...{ ...promotion(from, to), code: `P-${number + 1}`, channelKinds: [kind], approval },
  })),
});

const promotion = (from: string, to: string) => ({
  ...{ kind: 'promotion' as const, sourceKind: 'proposal' as const, fromOrganisations: [from], toOrganisations: [to] },
  text: 'Veranstaltungen werden in sozialen Medien beworben.',
});

const USUAL = {
  ...{ active: true, ownContent: false, wantsApproval: false, language: 'de' as const },
  ...{ quietFrom: '00:00', quietTo: '00:00', quietSundays: false },
};

const preview = (i: number): ChannelData => ({
  ...{ slug: `kanal-${i}`, name: `Kanal ${i}`, via: 'preview', kind: i < ASKING ? 'mastodon' : 'linkedin' },
});

const event = (i: number) => ({
  ...{ title: titleOf(i), teaser: 'Ein Abend für Gründerinnen und Gründer.', _status: 'published' as const },
  ...{ startsAt: '2099-01-10T17:00:00.000Z', endsAt: '2099-01-10T19:00:00.000Z', attendance: 'on-site' as const },
  ...{
    town: 'Kassel',
    placeRegion: 'north' as const,
    status: 'planned' as const,
    language: 'de' as const,
    visibility: 'public' as const,
  },
});
