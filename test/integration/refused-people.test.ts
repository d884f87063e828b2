import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receiptsOf } from '#domain/receipt';
import { run as applyReceipts } from '#jobs/apply-receipts';
import { type ChannelOf, openChannels } from '#runtime/channels';
import { keepReceipts } from '#store/receipts';
import { findRows } from '#store/rows';
import { mortalChannel, mortalPayload, openLife } from '../fakes/killable';
import { type MailServer, startMailServer } from '../fakes/mail-server';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, START, type World } from './jobs-world';

/** Every step on SQLite; on MongoDB, where rounds take longer here, every third. */
const STRIDE = { sqlite: 1, mongodb: 3 } as const;

describe.each(testDatabases())('people whom a mail server refuses on %s', (kind) => {
  let world: World;
  let server: MailServer;
  beforeAll(async () => {
    world = await openWorld(kind, 'refused');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await world.payload.db.deleteMany({ collection: 'suppressions', where: {} });
    server = await startMailServer();
  });
  afterEach(() => server.close());

  /** Confirmed people whose addresses begin so. */
  const subscribe = async (...names: readonly string[]) => {
    await world.subscribe(names.length);
    for (const [index, row] of (await findRows(world.payload, 'subscribers', {}, { sort: 'email' })).entries())
      await world.payload.db.updateOne({
        ...{ collection: 'subscribers', id: row.id },
        data: { email: `${names[index]}@example.org` },
      });
  };
  /** A round of a process, on the life of one that may die. */
  const round = (life = openLife()) => {
    const mails = openChannels({ dataDir: world.house.dataDir, smtpUrl: server.url });
    const channel: ChannelOf = (via, account) =>
      mortalChannel(via === 'outbox' ? mails(via, account) : world.fakes.current[via], life);
    return world.round({ channel, payload: mortalPayload(world.payload, life) });
  };
  const sent = async (...names: readonly string[]) => {
    await subscribe(...names);
    await world.publish();
    await round();
    world.at(START.add({ hours: 24 * 3 }));
    for (let i = 0; i < 2; i++) await round();
  };
  const receipts = () => findRows(world.payload, 'receipts', {});
  const suppressed = async () => (await findRows(world.payload, 'suppressions', {})).map(({ reason, scope }) => [reason, scope]);
  const idOf = async (name: string) =>
    (await findRows(world.payload, 'subscribers', { email: { equals: `${name}@example.org` } }))[0]?.id ?? '';
  /** So many editions, a week apart, of which this came of one subscriber. */
  const told = async (code: string, weeks: readonly number[]) => {
    const refusals = [{ recipientId: await idOf('anna'), code }];
    for (const week of weeks) {
      const dispatch = { kind: 'edition', key: `edition/${week}/0`, channelId: world.ids.newsletter } as const;
      await keepReceipts(world.payload, receiptsOf(dispatch, 1, refusals, world.now().add({ hours: week * 168 })));
      await applyReceipts(world.context());
    }
  };

  it('for good are not written to any more, whoever is full or refuses us is, and no receipt holds an address', async () => {
    await sent('anna', 'nobody', 'brim', 'policy');
    const kept = await receipts();
    expect(kept.map((one) => one.kind).sort()).toEqual(['blocked', 'bounced', 'unreached']);
    expect(JSON.stringify(kept)).not.toContain('@');
    expect(kept.find((one) => one.kind === 'bounced')?.subscriber).toBe(await idOf('nobody'));
    expect(await suppressed()).toEqual([['hard-bounce', 'everywhere']]);
    expect(await findRows(world.payload, 'editions', {})).toMatchObject([{ status: 'sent', accepted: 1, bounced: 3 }]);
  });

  it('are known also where nobody of the batch was taken, which stays refused', async () => {
    await sent('nobody');
    expect(await suppressed()).toEqual([['hard-bounce', 'everywhere']]);
    expect(await findRows(world.payload, 'dispatches', { kind: { equals: 'edition' } })).toMatchObject([{ status: 'failed' }]);
  });

  it('say nothing of the others in a batch of unknown fate', async () => {
    await sent('drop', 'nobody');
    await round();
    expect(await suppressed()).toEqual([['hard-bounce', 'everywhere']]);
    expect(await findRows(world.payload, 'editions', {})).toMatchObject([{ status: 'unconfirmed' }]);
  });

  it('are known after the next edition at the latest, wherever the process died that heard it', async () => {
    let lost = 0;
    for (let last = 0, lived = false; !lived; last += STRIDE[kind]) {
      await world.reset();
      await subscribe('anna', 'nobody');
      await world.publish();
      await round();
      world.at(START.add({ hours: 24 * 3 }));
      const life = openLife(last);
      await round(life);
      lived = !life.isOver();
      world.pass(LEASE_SECONDS + 1);
      for (let i = 0; i < 2; i++) await round();
      if ((await suppressed()).length === 0) lost += 1;
      await world.publish({ title: 'Werkstatt' });
      await round();
      world.at(START.add({ hours: 24 * 10 }));
      for (let i = 0; i < 2; i++) await round();
      expect(await suppressed(), `died after step ${last}`).toEqual([['hard-bounce', 'everywhere']]);
    }
    expect(lost).toBeGreaterThan(0);
  }, 600_000);

  it('are counted once, however often a batch is tried again that nobody took', async () => {
    await sent('policy', 'full');
    for (let i = 0; i < 3; i++) {
      world.pass(3600);
      await round();
    }
    const [batch] = await findRows(world.payload, 'dispatches', { kind: { equals: 'edition' } });
    expect(batch?.attempt).toBeGreaterThan(2);
    expect((await receipts()).map((one) => one.kind)).toEqual(['blocked']);
    expect(await findRows(world.payload, 'editions', {})).toMatchObject([{ bounced: 1 }]);
  });

  it('because their mailbox is full are given up after five editions over two weeks, not before', async () => {
    await subscribe('anna');
    await told('5.2.2', [0, 1, 2, 3]);
    expect(await suppressed()).toEqual([]);
    await told('5.2.2', [3, 4]);
    expect(await suppressed()).toEqual([['hard-bounce', 'everywhere']]);
  });

  it('by policy never are, nor whose mails arrived meanwhile', async () => {
    await subscribe('anna');
    await told('5.7.1', [0, 1, 2, 3, 4]);
    await told('4.2.2', [10, 11, 12, 13]);
    await keepReceipts(world.payload, [
      {
        ...{ key: 'sendgrid/1', channelId: world.ids.newsletter, kind: 'delivered', dispatchKey: 'edition/13a/0', attempt: 1 },
        ...{ subscriberId: await idOf('anna'), at: world.now().add({ hours: 13.5 * 168 }) },
      },
    ]);
    await told('4.2.2', [14, 15]);
    expect(await suppressed()).toEqual([]);
  });
});
