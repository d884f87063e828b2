// What a process leaves behind when it dies, step by step (a step is a write or a message reaching the provider), and who heals it:
//
//   after                                    the next tick finds                            healed by
//   dispatch inserted                        ready row, dispatch due                        dispatch-messages claims
//   attempt inserted                         attempt claimed, dispatch due                  lease → abandoned; claimDispatch passes the number over
//   dispatch due → sending                   attempt claimed, row ready                     lease → abandoned; row untouched, dispatch → due
//   row ready → sending                      attempt claimed, row sending                   lease → abandoned; row → ready, then dispatch → due
//   attempt claimed → handing                message written down, nobody knows             lease → unconfirmed; find, repeat, or a person
//   provider accepted                        the same                                       the same
//   attempt → outcome                        attempt final, dispatch sending                recover-claims settles again
//   row → outcome                            dispatch still sending                         the same
//   attempt unconfirmed → outcome            attempt final, dispatch and row unconfirmed    the same; no person can double it meanwhile
//   edition open → closed                    closed, not sealed                             assemble-editions seals
//   some rows or batches of an edition       closed, not sealed; batches wait               the same; batches are only ever added
//   edition sealed                           batches due                                    dispatch-messages
//   batch accepted, rows not                 edition closed                                 assemble-editions settles
//   notice inserted                          notice due without dispatch                    dispatch-messages opens it
//   some steps of a plan                     content still behind                           plan-deliveries
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { runJobs } from '#jobs/round';
import { resolveUnconfirmed } from '#store/decisions';
import { loadDelivery } from '#store/deliveries';
import { dispatchesOf } from '#store/dispatches';
import { findRows } from '#store/rows';
import { type Life, mortalChannel, mortalPayload, openLife } from '../fakes/killable';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, START, type World } from './jobs-world';

const WEDNESDAY = START.add({ hours: 49 });
const SLOT = instant('2026-11-26T08:00:00Z');
/** When a day later was asked again, silence has become a yes. */
const SATURDAY = START.add({ hours: 120 });

/** Every step on SQLite; on MongoDB, where rounds take longer here, every fifth. */
const STRIDE = { sqlite: 1, mongodb: 5 } as const;

describe.each(testDatabases())('a process that dies on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'crash');
    await adopt(world.payload, 2, [
      { code: 'N-S-1', channelKinds: ['mastodon', 'newsletter'] },
      { code: 'N-S-2', channelKinds: ['linkedin'], approval: 'silence', silenceHours: 48 },
    ]);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  /** A round of the process on that life. */
  const roundOf = async (life: Life): Promise<void> => {
    const fakes = world.fakes.current;
    const channel = (via: keyof typeof fakes) => mortalChannel(fakes[via], life);
    await runJobs(world.context({ payload: mortalPayload(world.payload, life), channel, owner: 'mortal' }));
  };

  /** One event goes its whole way in the hands of a process that may die; afterwards a healthy one takes over. */
  const live = async (lastStep: number): Promise<number> => {
    await world.subscribe(2);
    await world.publish();
    const life = openLife(lastStep);
    for (const moment of [START, WEDNESDAY, SLOT, SATURDAY]) {
      world.at(moment);
      if (!life.isOver()) await roundOf(life);
      if (!life.isOver()) continue;
      // Another process looks when the dead one's leases are over.
      world.pass(LEASE_SECONDS + 1);
      for (let i = 0; i < 2; i++) await roundOf(openLife());
    }
    return life.steps();
  };

  /** How often each message left; a request for approval of unknown fate is asked once more a day later. */
  const timesSent = (): number[] => {
    const counts = new Map<string, number>();
    for (const { sent } of Object.values(world.fakes.current))
      for (const { key } of sent) if (!key.startsWith('notice/')) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()];
  };

  it('leaves everything told once when it does not die', async () => {
    await live(Number.POSITIVE_INFINITY);
    expect((await world.rows()).map((row) => row.status).sort()).toEqual(['handed-over', 'sent', 'sent']);
    expect(timesSent()).toEqual(timesSent().map(() => 1));
  });

  it('at whatever step: nothing is sent twice, nothing stays in the middle, what is unclear is said to be', async () => {
    await world.reset();
    const steps = await live(Number.POSITIVE_INFINITY);
    expect(steps).toBeGreaterThan(40);
    for (let last = 0; last < steps; last += STRIDE[kind]) {
      await world.reset();
      await live(last);
      const told = (await world.rows()).map((row) => row.status);
      expect
        .soft(
          timesSent().filter((times) => times > 1),
          `died after step ${last}`,
        )
        .toEqual([]);
      expect
        .soft(
          told.filter((status) => !['sent', 'handed-over', 'unconfirmed'].includes(status)),
          `died after step ${last}`,
        )
        .toEqual([]);
      expect.soft(told.filter((status) => status === 'unconfirmed').length, `died after step ${last}`).toBeLessThanOrEqual(1);
      expect.soft(await openEnds(), `died after step ${last}`).toEqual([]);
    }
  }, 600_000);

  it.each(['the next tick', 'a person'])('after a late truth: it counts, though %s comes first', async (who) => {
    for (let last = 0; last <= 4; last++) {
      await world.reset();
      await world.publish();
      const { preview } = world.fakes.current;
      preview.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
      await world.round();
      world.pass(LEASE_SECONDS + 1);
      const payload = mortalPayload(world.payload, openLife(last));
      await dispatchMessages(world.context({ payload })).catch(() => undefined);
      const [row] = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social);
      const [attempt] = await findRows(world.payload, 'attempts', { providerId: { equals: `post/${row?.id}` } });
      if (!row || !attempt) continue;
      if (who === 'a person') {
        await resolveUnconfirmed(world.payload, row.id, { user: 'u', now: world.now(), wasSent: false });
        await dispatchMessages(world.context());
      } else await world.round();
      const after = await loadDelivery(world.payload, row.id);
      const [dispatch] = await dispatchesOf(world.payload, 'post', [row.id]);
      expect
        .soft([after?.status, dispatch?.status, preview.sent.length], `died after step ${last}`)
        .toEqual(['sent', 'accepted', 1]);
    }
    expect.hasAssertions();
  });

  /** Documents of the flow that say that something is still to be done. */
  const openEnds = async (): Promise<string[]> => {
    const attempts = await findRows(world.payload, 'attempts', { stage: { in: ['claimed', 'handing'] } });
    const dispatches = await findRows(world.payload, 'dispatches', { status: { in: ['due', 'sending'] } });
    const editions = await findRows(world.payload, 'editions', { status: { in: ['open', 'closed'] } });
    return [
      ...attempts.map(({ stage }) => `attempt ${stage}`),
      ...dispatches.map(({ key, status }) => `${key} ${status}`),
      ...editions.map(({ status }) => `edition ${status}`),
    ];
  };
});
