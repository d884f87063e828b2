import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYWHERE } from '#domain/suppression';
import { instant, toIso } from '#domain/time';
import { run as forgetReaders } from '#jobs/forget-readers';
import { hashAddress } from '#runtime/address-hash';
import { openChannels } from '#runtime/channels';
import { erase } from '#store/erasure';
import { type FlowSlug, findRows, insertOnce } from '#store/rows';
import { unsubscribe } from '#store/subscriptions';
import { suppress } from '#store/suppressions';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

const DAY = 24 * 3600;

describe.each(testDatabases())('forgetting readers on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'forgetting');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world?.stop());
  beforeEach(() => world.reset());

  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {}, { sort: 'key' });
  const forget = () => forgetReaders(world.context());
  const leave = async (email: string) => {
    const id = (await rows('subscribers')).find((row) => row.email === email)?.id ?? '';
    await unsubscribe(world.payload, id, hashAddress, world.now(), 'link');
    return id;
  };

  const prove = (email: string) =>
    insertOnce(world.payload, 'consents', {
      ...{ key: email, channel: world.ids.newsletter, newsletter: 'n', organisation: 'htai', text: 'Ja.', textHash: 'x' },
      ...{ addressHash: hashAddress(email, world.ids.newsletter), formUrl: 'x' },
      ...{ requestedAt: toIso(world.now()), confirmedAt: toIso(world.now()) },
    });

  it('keeps the address of who left for thirty days, then its hash alone', async () => {
    await world.subscribe(2);
    const left = world.now();
    await leave('leser-0@example.org');
    world.pass(30 * DAY);
    await forget();
    expect(await rows('subscribers')).toHaveLength(2);
    world.pass(DAY);
    await forget();
    expect((await rows('subscribers')).map(({ email }) => email)).toEqual(['leser-1@example.org']);
    expect(await rows('suppressions')).toMatchObject([
      { reason: 'objection', scope: world.ids.newsletter, suppressedAt: toIso(left) },
    ]);
    expect(JSON.stringify(await rows('suppressions'))).not.toContain('leser');
  });

  it.each(['hard-bounce', 'complaint', 'erased'] as const)(
    'keeps the address of whoever is not written to any more (%s) for thirty days, and ends the proof',
    async (reason) => {
      await world.subscribe(2);
      const email = 'leser-0@example.org';
      await prove(email);
      const suppression = { addressHash: hashAddress(email, EVERYWHERE), scope: EVERYWHERE, reason } as const;
      await suppress(world.payload, suppression, world.now());
      world.pass(30 * DAY);
      await forget();
      expect(await rows('subscribers')).toHaveLength(2);
      world.pass(DAY);
      await forget();
      expect((await rows('subscribers')).map((row) => row.email)).toEqual(['leser-1@example.org']);
      expect((await rows('consents'))[0]?.withdrawnAt).toBeTruthy();
    },
  );

  it('leaves alone who said yes after they were suppressed', async () => {
    await world.subscribe(1);
    const addressHash = hashAddress('leser-0@example.org', EVERYWHERE);
    await suppress(world.payload, { addressHash, scope: EVERYWHERE, reason: 'hard-bounce' }, world.now());
    world.pass(DAY);
    const [row] = await rows('subscribers');
    const data = { confirmedAt: toIso(world.now()) };
    await world.payload.db.updateOne({ collection: 'subscribers', id: row?.id ?? '', data });
    world.pass(60 * DAY);
    await forget();
    expect(await rows('subscribers')).toHaveLength(1);
  });

  it('ends the proof of who left, where a crash kept it from ending then', async () => {
    await world.subscribe(1);
    await prove('leser-0@example.org');
    const [row] = await rows('subscribers');
    const left = { status: 'unsubscribed', unsubscribedAt: toIso(world.now()) };
    await world.payload.db.updateOne({ collection: 'subscribers', id: row?.id ?? '', data: left });
    world.pass(31 * DAY);
    await forget();
    expect((await rows('consents')).map(({ withdrawnAt }) => withdrawnAt)).toEqual([left.unsubscribedAt]);
  });

  it('leaves no proof open of who confirmed where a clock is ahead, and left in that very moment elsewhere', async () => {
    await world.subscribe(1);
    const left = world.now();
    world.pass(3);
    await prove('leser-0@example.org');
    const confirmedAt = toIso(world.now());
    const [row] = await rows('subscribers');
    await world.payload.db.updateOne({ collection: 'subscribers', id: row?.id ?? '', data: { confirmedAt } });
    await unsubscribe(world.payload, row?.id ?? '', hashAddress, left, 'link');
    expect((await rows('consents')).map(({ withdrawnAt, withdrawnBy }) => [withdrawnAt, withdrawnBy])).toEqual([
      [confirmedAt, 'link'],
    ]);
    expect(await rows('subscribers')).toMatchObject([{ status: 'unsubscribed', unsubscribedAt: confirmedAt }]);
  });

  it('happens once a day, however many processes there are', async () => {
    await world.subscribe(1);
    await leave('leser-0@example.org');
    world.pass(31 * DAY);
    const counts = await Promise.all([forget(), forget(), forget()]);
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await forget()).toBe(0);
  });

  it('leaves alone who came back', async () => {
    await world.subscribe(1);
    const id = await leave('leser-0@example.org');
    world.pass(20 * DAY);
    const back = { status: 'confirmed', confirmedAt: toIso(world.now()), unsubscribedAt: null };
    await world.payload.db.updateOne({ collection: 'subscribers', id, data: back });
    world.pass(20 * DAY);
    await forget();
    expect([(await rows('subscribers')).length, (await rows('suppressions')).length]).toEqual([1, 0]);
  });

  it('takes the addresses out of what was sent a week ago, and counts stay', async () => {
    await world.subscribe(3);
    await world.publish();
    await world.round();
    world.at(instant('2026-11-26T08:00:00Z'));
    await world.round();
    const told = async () => JSON.stringify((await rows('attempts')).map(({ message }) => message ?? ''));
    expect(await told()).toContain('htai-newsletter');
    expect(await told()).not.toMatch(/leser-|abmelden\/\w|einstellungen\/\w/);
    const at = { startedAt: toIso(world.now()), leaseUntil: toIso(world.now()), endedAt: toIso(world.now()) };
    const recipients = [{ id: 'u1', address: 'kollegin@example.org', replace: {} }];
    const message = { kind: 'mail', from: 'a@example.org', subject: 'Zusammenfassung', html: '', text: '', recipients };
    await insertOnce(world.payload, 'attempts', {
      ...{ key: 'd1#1', dispatch: 'd1', number: 1, stage: 'accepted', owner: 'one', message },
      ...at,
    });
    world.pass(7 * DAY - 60);
    await forget();
    expect(await told()).toContain('kollegin@example.org');
    world.pass(DAY);
    await forget();
    expect(await told()).not.toContain('kollegin');
    expect(await told()).toContain('Zusammenfassung');
    expect((await findRows(world.payload, 'editions', {}))[0]).toMatchObject({ status: 'sent', accepted: 3 });
  });

  it('deletes after a week the mails that stayed here as files, also of whoever had all deleted before', async () => {
    const mails = openChannels({ dataDir: world.house.dataDir });
    const round = () => world.round({ channel: (via) => (via === 'outbox' ? mails(via) : world.fakes.current[via]) });
    const folder = join(world.house.dataDir, 'outbox');
    const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    await world.subscribe(2);
    await world.publish();
    await round();
    world.at(instant('2026-11-26T08:00:00Z'));
    for (let i = 0; i < 2; i++) await round();
    expect(files().filter((text) => text.includes('leser-0@example.org'))).toHaveLength(2);
    await erase(world.payload, 'leser-0@example.org', [world.ids.newsletter], hashAddress, world.now());
    world.pass(7 * DAY);
    await round();
    expect(files().join()).toContain('leser-');
    world.pass(3600);
    await round();
    expect(files().join()).not.toContain('leser-');
  });

  it('keeps the proof of a consent until the end of the third year after it ended', async () => {
    const proof = (key: string, withdrawnAt: string | null) =>
      insertOnce(world.payload, 'consents', {
        ...{
          key,
          channel: 'n',
          newsletter: 'n',
          organisation: 'htai',
          text: 'Ja.',
          textHash: 'x',
          addressHash: key,
          formUrl: 'x',
        },
        ...{ requestedAt: toIso(world.now()), confirmedAt: toIso(world.now()), withdrawnAt },
      });
    await proof('never', null);
    await proof('2026', '2026-12-31T22:59:59.000Z');
    await proof('2027', '2026-12-31T23:00:00.000Z');
    for (const [at, left] of [
      ['2029-12-31T22:59:00Z', ['2026', '2027', 'never']],
      ['2029-12-31T23:00:00Z', ['2027', 'never']],
      ['2030-12-31T23:00:00Z', ['never']],
    ] as const) {
      world.at(instant(at));
      await forget();
      expect((await rows('consents')).map(({ key }) => key)).toEqual(left);
    }
  });
});
