// Amendments and removals of which nobody knows at first what became of them, or that the network refuses.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amendmentsOf, openAmendment, postIn, sequenceOf } from '#store/amendments';
import { attemptsOf } from '#store/attempts';
import { rowsToSeeTo, seenTo } from '#store/see-to';
import { loadStopped } from '#store/settings';
import { MASTODON_TOKEN } from '../fakes/mastodon';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { MOVED, postedIn } from './posted-world';

describe.each(testDatabases())('a post that is put right on %s', (kind) => {
  let world: World;
  const posted = postedIn(() => world);
  const { networks, setChannel, rounds, row, first, edits, amendments, change, announced } = posted;
  beforeAll(async () => {
    world = await openWorld(kind, 'amendments-lost');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(posted.begin);
  afterEach(posted.end);

  /** Posts wait until the evening, so that what follows an earlier post comes first. */
  const QUIET = { quietFrom: '07:00', quietTo: '20:00' };
  const LOUD = { quietFrom: '00:00', quietTo: '00:00' };

  it('says the truth when the answer to its cancellation was lost and the event takes place after all', async () => {
    const id = await announced();
    await setChannel(QUIET);
    await change(id, { status: 'cancelled' });
    networks().mastodon.setAct('cut-off');
    await rounds(1, 60);
    expect(first()).toMatch(/abgesagt|fällt aus|findet nicht statt/i);
    networks().mastodon.setAct(undefined);
    await change(id, { status: 'planned' });
    await setChannel(LOUD);
    await rounds(6);
    expect(first()).not.toMatch(/abgesagt|fällt aus|findet nicht statt/i);
  });

  it('keeps the card it went out with, also when it is put right at the second try', async () => {
    const id = await announced();
    await setChannel(QUIET);
    await change(id, { ...MOVED, title: 'Ganz neuer Titel' });
    networks().mastodon.setAct('hang-up');
    await rounds(1);
    networks().mastodon.setAct(undefined);
    await rounds(2);
    const tries = await attemptsOf(
      world.payload,
      (await amendmentsOf(world.payload, [(await row()).id])).map((dispatch) => dispatch.id),
    );
    expect(tries.map(({ stage, message }) => [stage, postIn(message)?.card?.title])).toEqual([
      ['postponed', 'Gründertag'],
      ['accepted', 'Gründertag'],
    ]);
    expect(first()).toContain('Ganz neuer Titel');
  });

  it('begins its time anew when it turns out to be needed after all', async () => {
    const id = await announced();
    await change(id, { street: 'Königsplatz 1' });
    await rounds(1);
    const { id: rowId, channelId } = await row();
    const [needless] = await amendmentsOf(world.payload, [rowId]);
    expect([needless?.status, needless?.reopenedAt]).toEqual(['cancelled', undefined]);
    await openAmendment(world.payload, { id: rowId, channelId }, sequenceOf({ key: needless?.key ?? '' }), world.now());
    const [needed] = await amendmentsOf(world.payload, [rowId]);
    expect([needed?.status, String(needed?.reopenedAt)]).toEqual(['due', String(world.now())]);
  });

  it('is put right again when a person had changed it by hand, and the change is taken back', async () => {
    const id = await announced({ town: 'Kassel' });
    await change(id, { town: 'Fulda' });
    networks().mastodon.setAct('reject');
    await rounds(1);
    expect(await amendments()).toEqual(['handed-over']);
    networks().mastodon.setAct(undefined);
    expect(await seenTo(world.payload, (await row()).id)).toBe(true);
    await change(id, { town: 'Kassel' });
    await rounds(3);
    expect([edits() > 0, (await amendments()).at(-1), await rowsToSeeTo(world.payload)]).toEqual([true, 'accepted', []]);
  });

  it('is for people where its network lets nobody read it before it is amended, which stops nothing', async () => {
    const id = await announced();
    await setChannel(QUIET);
    await change(id, MOVED);
    networks().mastodon.setAct('forbidden');
    await rounds(1);
    expect([edits(), await amendments(), await loadStopped(world.payload)]).toEqual([0, ['handed-over'], []]);
  });

  it('waits for a new access when the old one is over, at night too', async () => {
    const id = await announced();
    await setChannel({ ...QUIET, ownerEmail: 'presse@example.org' });
    await change(id, MOVED);
    networks().mastodon.setAct('unauthorised');
    await rounds(3);
    expect([await amendments(), await loadStopped(world.payload)]).toMatchObject([['due'], [{ trouble: 'account-refused' }]]);
    networks().mastodon.setAct(undefined);
    await setChannel({ ...LOUD, token: MASTODON_TOKEN });
    await rounds(4);
    expect(await loadStopped(world.payload)).toEqual([]);
  });

  it('is not asked about after another of the channel that got no answer in this round', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push((await world.publish({ title: `Termin ${i}` })).id);
    await rounds(3);
    await setChannel(QUIET);
    for (const id of ids) await change(id, MOVED);
    networks().mastodon.setAct('hang-up');
    await rounds(1, 1);
    expect(edits()).toBe(1);
  });
});
