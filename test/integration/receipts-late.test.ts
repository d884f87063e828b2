import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setLogLevel } from '#runtime/log';
import { emit, eventsOf, newEventKey } from '../fakes/sendgrid-events';
import { furnishNewsletter } from '../fixtures/newsletter-house';
import { bootHouse, type House, testDatabases } from './boot';
import { openPublicSite, type Site } from './site';

const { publicKey, privateKey } = newEventKey();

describe.each(testDatabases())('receipts for a slow database on %s', (kind) => {
  let house: House;
  let channel = '';
  let site: Site | undefined;
  beforeAll(async () => {
    house = await bootHouse(kind, 'late');
    channel = await furnishNewsletter(house.payload);
    await house.payload.update({ collection: 'channels', id: channel, data: { eventKey: publicKey } });
    setLogLevel('silent');
  });
  afterAll(() => house.stop());
  beforeEach(() => house.payload.db.deleteMany({ collection: 'receipts', where: {} }));
  afterEach(() => site?.close());

  /** Tells of so many mails, at a site over this database that a provider waits a second for; gives the status. */
  const tell = async (count: number, payload: Payload): Promise<number> => {
    await site?.close();
    site = await openPublicSite(payload, { hookSeconds: 1 });
    const seconds = Math.floor(Date.now() / 1_000);
    return emit(`${site.url}/hooks/sendgrid/${channel}`, eventsOf(batchOf(count), 'delivered', SENT), privateKey, {
      timestamp: seconds,
    });
  };
  const kept = async () => (await house.payload.count({ collection: 'receipts' })).totalDocs;

  it('get 503 within seconds where it never answers, and are kept once it does', async () => {
    expect(await tell(3, silentAfter(house.payload, 1))).toBe(503);
    expect(await kept()).toBe(1);
    expect(await tell(3, house.payload)).toBe(204);
    expect(await kept()).toBe(3);
  });

  it('come in bit by bit where it is too slow for all at once, the oftener they are told', async () => {
    const slow = slowTo(house.payload, 600);
    const statuses: number[] = [];
    while (statuses.at(-1) !== 204 && statuses.length < 12) statuses.push(await tell(60, slow));
    expect([statuses[0], statuses.at(-1)]).toEqual([503, 204]);
    expect(await kept()).toBe(60);
  });
});

const SENT = 1_800_000_000;

const batchOf = (count: number): Parameters<typeof eventsOf>[0] => ({
  mail: {
    ...{ from: { email: 'brief@example.org' }, subject: 'Brief', content: [] },
    personalizations: Array.from({ length: count }, (_, number) => ({
      to: [{ email: `leser-${number}@example.org` }],
      custom_args: { dispatch_key: 'edition/eins/0', attempt_number: '1', subscriber_id: `leser-${number}` },
    })),
  },
});

/** The same payload, whose database takes so many new documents and then never answers again. */
const silentAfter = (payload: Payload, documents: number): Payload => {
  let left = documents;
  return creating(payload, (create) => (left-- > 0 ? create() : new Promise(() => {})));
};

/** The same payload, whose database takes so many milliseconds for each new document. */
const slowTo = (payload: Payload, milliseconds: number): Payload =>
  creating(payload, async (create) => {
    await pause(milliseconds);
    return create();
  });

const creating = (payload: Payload, act: (create: () => Promise<unknown>) => Promise<unknown>): Payload => {
  const db: object = Object.create(payload.db, {
    create: { value: (...args: Parameters<typeof payload.db.create>) => act(() => payload.db.create(...args)) },
  });
  return Object.create(payload, { db: { value: db } });
};
