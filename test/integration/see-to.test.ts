import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dispatchesOf, insertDispatch, moveDispatch } from '#store/dispatches';
import { askRemoval } from '#store/removals';
import { rowsToSeeTo } from '#store/see-to';
import { loadTroubles } from '#store/today';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';

const ALL = { organisation: undefined, as: 'carrier' } as const;

describe.each(testDatabases())('posts that people have to see to on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'see-to');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const leave = async (subject: string) => {
    const opening = { key: `amendment/${subject}/1`, kind: 'amendment', subject, notBefore: world.now() } as const;
    const dispatch = await insertDispatch(world.payload, opening);
    if (dispatch) await moveDispatch(world.payload, dispatch, ['due'], 'handed-over');
  };

  it('are not those that are about to be taken away, until that is left to people as well', async () => {
    const [subject, channelId] = [randomBytes(12).toString('hex'), world.ids.social];
    await leave(subject);
    expect(await rowsToSeeTo(world.payload)).toEqual([subject]);
    await askRemoval(world.payload, subject, channelId, world.now());
    expect(await rowsToSeeTo(world.payload)).toEqual([]);
    const [removal] = await dispatchesOf(world.payload, 'removal', [subject]);
    if (!removal) throw new Error('nobody asked');
    await moveDispatch(world.payload, removal, ['due'], 'handed-over');
    expect(await rowsToSeeTo(world.payload)).toEqual([subject]);
  });

  it('are named up to an end, and those of one carrier whatever others have', async () => {
    await world.publish();
    await world.round();
    const [row] = await world.rows();
    for (let i = 0; i < 203; i++) await leave(randomBytes(12).toString('hex'));
    await leave(row?.id ?? '');
    const { conditions } = await loadTroubles(world.payload, ALL, await rowsToSeeTo(world.payload), 8);
    expect(JSON.stringify(conditions).match(/"[0-9a-f-]{24,36}"/g)).toHaveLength(200);
    expect(await rowsToSeeTo(world.payload, row?.carrier)).toEqual([row?.id]);
    expect(await rowsToSeeTo(world.payload, 'nobody')).toEqual([]);
  });
});
