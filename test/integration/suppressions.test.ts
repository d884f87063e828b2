import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYWHERE, type SuppressionReason, scopeOf } from '#domain/suppression';
import { instant, toIso } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { recordConsent } from '#store/consents';
import { compareAndSet, findRows } from '#store/rows';
import { loadSubscribers } from '#store/subscribers';
import { unsubscribe } from '#store/subscriptions';
import { openSuppressions, suppress, suppressedAmong } from '#store/suppressions';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

const READER = 'leser-0@example.org';

describe.each(testDatabases())('suppressed addresses on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'suppressions');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world?.stop());
  beforeEach(() => world.reset());

  const stop = (address: string, reason: SuppressionReason, at = world.now()) => {
    const scope = scopeOf(reason, world.ids.newsletter);
    return suppress(world.payload, { addressHash: hashAddress(address, scope), scope, reason }, at);
  };
  const rows = () => findRows(world.payload, 'suppressions', {});
  const reachable = async () => {
    const all = await findRows(world.payload, 'subscribers', {}, { sort: 'key' });
    const ids = all.map(({ id }) => id);
    const suppressed = await openSuppressions(world.payload, hashAddress);
    return (await loadSubscribers(world.payload, ids, suppressed)).map(({ email }) => email).sort();
  };
  const confirmAgain = (email: string) =>
    recordConsent(
      world.payload,
      { id: 'again', kind: 'newsletters', email, choices: [], formUrl: 'x', requestedAt: world.now(), expiresAt: world.now() },
      { channel: world.ids.newsletter, newsletter: 'n', organisation: 'htai', text: 'Ja.' },
      { addressHash: hashAddress(email, world.ids.newsletter), textHash: 'x', language: 'de' },
      world.now(),
    );

  it('have a proof of every yes, a second one by the same link after leaving too, and none for the same click again', async () => {
    await world.payload.db.deleteMany({ collection: 'consents', where: {} });
    const proofs = async () =>
      (await findRows(world.payload, 'consents', {})).map(({ withdrawnBy }) => withdrawnBy ?? 'open').sort();
    for (let i = 0; i < 2; i++) await confirmAgain(READER);
    expect(await proofs()).toEqual(['open']);
    const [reader] = await findRows(world.payload, 'subscribers', {});
    await unsubscribe(world.payload, reader?.id ?? '', hashAddress, world.now(), 'preferences');
    world.pass(60);
    for (let i = 0; i < 2; i++) await confirmAgain(READER);
    expect(await proofs()).toEqual(['open', 'preferences']);
    expect((await findRows(world.payload, 'subscribers', {})).map(({ status }) => status)).toEqual(['confirmed']);
  });

  it('are kept once, also when two do it at once, and know the last time alone', async () => {
    const done = await Promise.all([1, 2, 3].map(() => stop(READER, 'complaint')));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await stop(READER, 'complaint', START.add({ hours: 2 }))).toBe(true);
    expect(await stop(READER, 'complaint', START.add({ hours: 1 }))).toBe(false);
    expect((await rows()).map(({ suppressedAt }) => suppressedAt)).toEqual([toIso(START.add({ hours: 2 }))]);
    expect(JSON.stringify(await rows())).not.toContain('leser');
  });

  it('count while an edition is on its way as soon as they are known, however long ago they happened, and need not be read again else', async () => {
    await world.payload.db.deleteMany({ collection: 'subscribers', where: {} });
    await confirmAgain(READER);
    await stop(READER, 'complaint', START.subtract({ hours: 24 * 900 }));
    // Known from earlier, and now for a later moment that still lies long ago.
    await world.payload.db.updateMany({ collection: 'suppressions', where: {}, data: { createdAt: '2025-01-01T00:00:00.000Z' } });
    await stop(READER, 'complaint', START.subtract({ hours: 24 * 800 }));
    const [one] = await findRows(world.payload, 'subscribers', {});
    await compareAndSet(world.payload, 'subscribers', one?.id ?? '', [], { confirmedAt: null });
    const reachedSince = async (since: string) => {
      const suppressed = await openSuppressions(world.payload, hashAddress, { since: instant(since) });
      return (await loadSubscribers(world.payload, [one?.id ?? ''], suppressed)).length;
    };
    // It became known just now, by the clock of this machine.
    expect([await reachedSince('2026-01-01T00:00:00Z'), await reachedSince('2126-01-01T00:00:00Z')]).toEqual([0, 1]);
  });

  it('are found among thousands of hashes, by the last of several reasons', async () => {
    await stop(READER, 'erased');
    await stop(READER, 'hard-bounce', START.add({ hours: 1 }));
    const many = Array.from({ length: 2500 }, (_, index) => hashAddress(`leser-${index}@example.org`, EVERYWHERE));
    const found = await suppressedAmong(world.payload, many);
    expect([...found]).toEqual([[many[0], START.add({ hours: 1 })]]);
  });

  it.each(['erased', 'objection', 'hard-bounce', 'complaint'] as const)(
    'are not written to after %s, in whatever case, until their person says yes again',
    async (reason) => {
      await world.subscribe(2);
      await stop(READER.toUpperCase(), reason);
      expect(await reachable()).toEqual(['leser-1@example.org']);
      await confirmAgain(READER);
      expect(await reachable()).toEqual(['leser-1@example.org']);
      world.pass(1);
      await confirmAgain(READER);
      expect(await reachable()).toEqual([READER, 'leser-1@example.org']);
      world.pass(1);
      await stop(READER, reason);
      expect(await reachable()).toEqual(['leser-1@example.org']);
    },
  );

  it('of one newsletter get the others', async () => {
    await world.subscribe(1);
    await suppress(
      world.payload,
      { addressHash: hashAddress(READER, 'another'), scope: 'another', reason: 'objection' },
      world.now(),
    );
    expect(await reachable()).toEqual([READER]);
  });

  it('get nothing of an edition that was frozen before', async () => {
    await world.subscribe(2);
    await world.publish();
    await world.round();
    world.fakes.current.outbox.answerNext({ kind: 'postponed', notBefore: world.now(), detail: '451' });
    world.at(START.add({ hours: 72 }));
    await world.round();
    await stop(READER, 'hard-bounce');
    world.pass(3600);
    await world.round();
    const sent = world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('edition/'));
    const addresses = sent.map(({ message }) => message.kind === 'mail' && message.recipients.map(({ address }) => address));
    expect(addresses).toEqual([['leser-1@example.org']]);
  });
});
