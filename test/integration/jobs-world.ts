// A small house for tests of jobs: Science Park (Nord) organises, HTAI (Süd) carries on a network, in a newsletter and by hand.
import type { Payload } from 'payload';
import type { ChannelVia } from '#domain/channel';
import { type Instant, instant } from '#domain/time';
import type { JobContext } from '#jobs/context';
import { runJobs } from '#jobs/round';
import { hashAddress } from '#runtime/address-hash';
import { setClock } from '#runtime/clock';
import { setLogLevel } from '#runtime/log';
import type { Freezing } from '#store/batches';
import type { LedgerRow } from '#store/delivery-row';
import { readDelivery } from '#store/delivery-row';
import { findRows, insertOnce } from '#store/rows';
import { type FakeChannel, openFakeChannel } from '../fakes/fake-channel';
import { bootHouse, type DatabaseKind } from './boot';

/** Monday, 10:00 in Berlin. */
export const START = instant('2026-11-23T09:00:00Z');
export const LEASE_SECONDS = 120;

/** A newsletter that leaves by itself with whatever others enter, looked at a day before. */
export const PLAIN_NEWSLETTER = {
  ...{ minimumItems: 1, othersShare: 0, leadHours: 24, release: 'automatic' },
  ...{ ownContent: false, bothLanguages: false },
};

export type Fakes = Readonly<Record<ChannelVia, FakeChannel>>;
export type World = Awaited<ReturnType<typeof openWorld>>;

const FLOW = [
  'deliveries',
  'editions',
  'dispatches',
  'attempts',
  'receipts',
  'notices',
  'subscribers',
  'signups',
  'consents',
  'suppressions',
  'connections',
  'tick-claims',
] as const;

/** Boots it. The clock stands at START; `at` moves it. Nobody takes the digest: its tests switch it on. */
export const openWorld = async (kind: DatabaseKind, name: string) => {
  const house = await bootHouse(kind, name);
  setLogLevel('silent');
  const { payload } = house;
  let moment = START;
  setClock(() => moment);
  const ids = await furnish(payload);
  const fakes = openFakes();
  const context = (change: Partial<JobContext> = {}): JobContext => ({
    ...{ payload, now: moment, channel: (via) => fakes.current[via], publicUrl: 'http://localhost:3000', owner: 'one' },
    ...{ mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: LEASE_SECONDS, ...change },
  });
  return {
    ...{ house, payload, ids, fakes, context },
    at: (at: Instant): void => {
      moment = at;
    },
    pass: (seconds: number): void => {
      moment = moment.add({ seconds });
    },
    now: () => moment,
    round: (change: Partial<JobContext> = {}) => runJobs(context(change)),
    publish: (change: object = {}) =>
      payload.create({ collection: 'events', data: { ...eventData(ids.organiser), ...change } as never }),
    editions: () => findRows(payload, 'editions', {}, { sort: 'slotAt' }),
    setNewsletter: (data: object) =>
      payload.update({ collection: 'channels', id: ids.newsletter, data: data as never, depth: 0 }),
    rows: async (): Promise<readonly LedgerRow[]> =>
      (await findRows(payload, 'deliveries', {}, { sort: 'key' })).map(readDelivery),
    /** An edition of the newsletter to be frozen, whose people all get something. */
    freezing: (id: string): Freezing => ({
      ...{ id, channel: { id: ids.newsletter, language: 'de', bothLanguages: false } },
      ...{ hash: hashAddress, hasEntries: () => true },
    }),
    subscribe: (count: number) => subscribe(payload, ids.newsletter, count),
    /** Empties flow and contents; channels and agreement stay. */
    reset: async (): Promise<void> => {
      for (const collection of [...FLOW, 'events'] as const) await payload.db.deleteMany({ collection, where: {} });
      await payload.db.updateMany({ collection: 'channels', where: {}, data: { restUntil: null } });
      moment = START;
      fakes.current = openFakes().current;
    },
    stop: async (): Promise<void> => {
      setClock(undefined);
      await house.stop();
    },
  };
};

const openFakes = (): { current: Fakes } => ({
  current: {
    outbox: openFakeChannel('outbox'),
    sendgrid: openFakeChannel('sendgrid'),
    linkedin: openFakeChannel('linkedin'),
    mastodon: openFakeChannel('mastodon'),
    bluesky: openFakeChannel('bluesky'),
    x: openFakeChannel('x'),
    preview: openFakeChannel('preview'),
    feed: openFakeChannel('feed'),
    manual: handing(openFakeChannel('manual')),
    block: openFakeChannel('block'),
  },
});

/** A person gets it: accepted means handed over. */
const handing = (fake: FakeChannel): FakeChannel => ({
  ...fake,
  send: async (message, key) => {
    const outcome = await fake.send(message, key);
    const isTaken = outcome.kind === 'accepted' && message.kind === 'handover';
    return isTaken ? { kind: 'handed-over', askUntil: instant(message.askUntil) } : outcome;
  },
});

const eventData = (organiser: string) => ({
  title: 'Gründertag',
  teaser: 'Ein Tag für alle, die gründen.',
  startsAt: '2026-12-10T17:00:00.000Z',
  endsAt: '2026-12-10T19:00:00.000Z',
  attendance: 'on-site' as const,
  placeRegion: 'north' as const,
  town: 'Kassel',
  organiser,
  _status: 'published' as const,
});

const body = (slug: string, region: 'north' | 'south') => ({
  ...{ name: slug, shortName: slug, slug, region },
  imprint: `${slug}\nMusterstraße 1\n34117 Kassel`,
});
const quiet = { quietFrom: '00:00', quietTo: '00:00', language: 'de' as const, active: true, ownContent: false };

const furnish = async (payload: Payload) => {
  const organiser = (await payload.create({ collection: 'organisations', data: body('spk', 'north') })).id;
  const carrier = (await payload.create({ collection: 'organisations', data: body('htai', 'south') })).id;
  const channel = async (slug: string, data: object) =>
    (
      await payload.create({
        collection: 'channels',
        data: { ...quiet, slug, name: slug, organisation: carrier, ...data } as never,
      })
    ).id;
  const social = await channel('htai-mastodon', { kind: 'mastodon', via: 'preview' });
  const newsletter = await channel('htai-newsletter', {
    ...{ kind: 'newsletter', via: 'outbox', sender: 'HTAI <newsletter@example.org>' },
    ...{ slotRhythm: 'weekly', slotWeekday: '4', slotTime: '09:00' },
  });
  const byHand = await channel('htai-linkedin', { kind: 'linkedin', via: 'manual', ownerEmail: 'presse@example.org' });
  const user = async (email: string, role: 'editor' | 'coordinator', organisation?: string) =>
    (
      await payload.create({
        collection: 'users',
        data: {
          email,
          password: 'geheim-genug-2026',
          name: email,
          role,
          language: 'de',
          mails: { digest: false },
          ...(organisation ? { organisation } : {}),
        },
      })
    ).id;
  // The first account becomes admin by rule.
  await user('first@example.org', 'coordinator');
  const coordinator = await user('koordination@example.org', 'coordinator');
  const editor = await user('redaktion@example.org', 'editor', carrier);
  const organisersEditor = await user('spk@example.org', 'editor', organiser);
  await adopt(payload, 1, [{ code: 'N-S-1', channelKinds: ['mastodon', 'newsletter'] }]);
  return { organiser, carrier, social, newsletter, byHand, coordinator, editor, organisersEditor };
};

/** Adopts a new version of the agreement: in every clause the South carries the North, unless it says otherwise. */
export const adopt = (payload: Payload, version: number, clauses: readonly object[], inForceFrom = '2026-01-01T00:00:00.000Z') =>
  payload.create({
    collection: 'agreements',
    data: {
      ...{ title: `Fassung ${version}`, version, state: 'adopted', inForceFrom },
      clauses: clauses.map((clause) => ({
        ...{ kind: 'promotion', text: 'Der Süden wirbt für den Norden.', sourceKind: 'agreed' },
        ...{ quote: 'Gegenseitige Bewerbung', fromRegions: ['north'], toRegions: ['south'] },
        ...{ approval: 'automatic', announceDays: 60, ...clause },
      })),
    } as never,
  });

const subscribe = async (payload: Payload, channel: string, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const email = `leser-${i}@example.org`;
    await insertOnce(payload, 'subscribers', { email, channel, key: `${channel}/${email}`, language: 'de', status: 'confirmed' });
  }
};
