// A post is found that may have left, and somebody comes in between while its row is settled.
import type { Payload } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { resolveUnconfirmed } from '#store/decisions';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { MOVED, postedIn } from './posted-world';

type Update = Payload['db']['updateOne'];

describe.each(testDatabases())('a post that is found on %s', (kind) => {
  let world: World;
  const posted = postedIn(() => world);
  const { networks, rounds, row, first, change } = posted;
  beforeAll(async () => {
    world = await openWorld(kind, 'look-back-cut-off');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(posted.begin);
  afterEach(posted.end);

  /** Comes in between once, at the first write that brings a row to a status. */
  const at = (
    status: string,
    then: (write: () => ReturnType<Update>) => ReturnType<Update>,
  ): { readonly hasCome: () => boolean } => {
    const { updateOne } = world.payload.db;
    let hasCome = false;
    world.payload.db.updateOne = async (args) => {
      const isIt = args.collection === 'deliveries' && args.data.status === status;
      if (!isIt || hasCome) return updateOne.call(world.payload.db, args);
      hasCome = true;
      world.payload.db.updateOne = updateOne;
      return then(() => updateOne.call(world.payload.db, args));
    };
    return { hasCome: () => hasCome };
  };
  const unclear = async (): Promise<string> => {
    const { id } = await world.publish();
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct(undefined);
    expect([(await row()).status, first()?.includes('10. Dezember')]).toEqual(['unconfirmed', true]);
    return id;
  };
  const sayItDidNotLeave = async () =>
    resolveUnconfirmed(world.payload, (await row()).id, { user: 'u', now: world.now(), wasSent: false });
  const stand = async () => ({
    rows: (await world.rows())
      .filter(({ channelId }) => channelId === world.ids.social)
      .map(({ purpose, sequence, status }) => [purpose, sequence, status])
      .sort(),
    texts: networks().mastodon.statuses.map(({ text }) => text.includes('12. Dezember')),
  });
  /** It told the old date, is put right, and a correction went out beside it. */
  const RIGHT = {
    rows: [
      ['announce', 0, 'sent'],
      ['update', 1, 'sent'],
    ],
    texts: [true, true],
  };

  it.each(['sending', 'sent'])('is corrected where its worker dies once its row is %s', async (status) => {
    const id = await unclear();
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 15 } });
    await change(id, MOVED);
    await rounds(1, 1);
    await sayItDidNotLeave();
    await change(id, { teaser: 'Ein Tag für alle, die gründen.' });
    const death = at(status, async (write) => {
      await write();
      throw new Error('killed');
    });
    for (let i = 0; i < 4 && !death.hasCome(); i++) await rounds(1, i === 0 ? 1 : 600);
    expect(death.hasCome()).toBe(true);
    await rounds(8, 600);
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
    expect(await stand()).toEqual(RIGHT);
  });

  it('is corrected where another worker plans its row for a new date meanwhile', async () => {
    const id = await unclear();
    await sayItDidNotLeave();
    const other = at('sending', async (write) => {
      await change(id, MOVED);
      await planDeliveries(world.context());
      expect(await row()).toMatchObject({ status: 'ready', sequence: 1 });
      return write();
    });
    await rounds(10, 600);
    expect([other.hasCome(), await stand()]).toEqual([true, RIGHT]);
  });
});
