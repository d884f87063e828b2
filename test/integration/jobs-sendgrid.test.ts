import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { openChannels } from '#runtime/channels';
import { setLogLevel } from '#runtime/log';
import { freezeBatches } from '#store/batches';
import { findRows } from '#store/rows';
import { loadStopped } from '#store/settings';
import { type SendgridAct, type SendgridStandIn, startSendgrid } from '../fakes/sendgrid';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');

describe.each(testDatabases())('newsletters through SendGrid on %s', (kind) => {
  let world: World;
  let standIn: SendgridStandIn;
  /** What goes wrong with which request, by its number from 0. */
  let acts: readonly (SendgridAct | undefined)[] = [];
  beforeAll(async () => {
    world = await openWorld(kind, 'sendgrid');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    acts = [];
    standIn = await startSendgrid({ act: (_key, number) => acts[number] });
    await world.setNewsletter({ via: 'sendgrid', apiKey: 'SG.schluessel-eins', paused: false });
  });
  afterEach(() => standIn.close());

  const round = () => {
    const channels = openChannels({ dataDir: world.house.dataDir, sendgridBaseUrl: standIn.url });
    return world.round({ channel: (via, account) => (via === 'sendgrid' ? channels(via, account) : world.fakes.current[via]) });
  };
  const mailed = () => standIn.accepted.flatMap(({ mail }) => mail.personalizations.map(({ to }) => to[0]?.email)).sort();
  const people = (count: number) => Array.from({ length: count }, (_, index) => `leser-${index}@example.org`);
  /** An event in the next edition, in batches of one person each; the clock stands at its slot. */
  const filled = async (count: number) => {
    setLogLevel('silent');
    await world.subscribe(count);
    await world.publish();
    await round();
    const [edition] = await world.editions();
    if (!edition) throw new Error('no edition');
    await freezeBatches(world.payload, world.freezing(edition.id), world.now(), 1);
    world.at(SLOT);
  };

  it('reach everybody once, in the words of the edition', async () => {
    await filled(3);
    await round();
    expect(mailed()).toEqual(people(3));
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 3 }]);
    expect(standIn.accepted.map(({ key }) => key.replace(/[0-9a-f-]{20,}/, 'id')).sort()).toEqual([
      'edition/id/0',
      'edition/id/1',
      'edition/id/2',
    ]);
  });

  it('keep of what was sent the words once, and of the people only who they are to us', async () => {
    await filled(3);
    await round();
    const attempts = await findRows(world.payload, 'attempts', { people: { exists: true } }, { sort: 'startedAt' });
    expect(attempts.map(({ people }) => (Array.isArray(people) ? people.length : 0))).toEqual([1, 1, 1]);
    expect(attempts.filter(({ message }) => message)).toHaveLength(1);
    const words = attempts.find(({ message }) => message)?.id;
    expect(attempts.filter(({ id }) => id !== words).map(({ wordsOf }) => wordsOf)).toEqual([words, words]);
    expect(JSON.stringify(attempts)).not.toContain('leser-');
  });

  it.each(['unauthorised', 'forbidden'] as const)(
    'wait, all of them, when the account is %s, until somebody enters a key that is taken',
    async (act) => {
      await filled(3);
      // Once the first has gone, the others go together.
      acts = [undefined, act, act];
      await round();
      expect([mailed().length, standIn.requests()]).toEqual([1, 3]);
      expect(await loadStopped(world.payload)).toMatchObject([{ id: world.ids.newsletter, trouble: 'account-refused' }]);
      world.pass(3600);
      await round();
      expect(standIn.requests()).toBe(3);
      expect((await world.editions())[0]?.status).toBe('closed');
      await world.setNewsletter({ apiKey: 'SG.schluessel-zwei' });
      expect(await loadStopped(world.payload)).toEqual([]);
      await round();
      expect(mailed()).toEqual(people(3));
      expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 3 }]);
    },
  );

  it('are never sent again when nobody knows whether they arrived', async () => {
    await filled(3);
    acts = ['hang-up', 'fail-after', 'drop'];
    for (let i = 0; i < 4; i++) {
      await round();
      world.pass(3600);
    }
    expect([standIn.requests(), mailed().length]).toEqual([3, 2]);
    expect(await world.editions()).toMatchObject([{ status: 'unconfirmed' }]);
    expect(await world.rows()).toMatchObject([{ status: 'unconfirmed' }]);
  });

  it('are tried again when they certainly were not taken', async () => {
    await filled(1);
    acts = ['busy', 'busy'];
    for (let i = 0; i < 3; i++) {
      await round();
      world.pass(4000);
    }
    expect([standIn.requests(), mailed()]).toEqual([3, people(1)]);
  });

  it('wait until SendGrid takes more, once it has said so of one of them', async () => {
    await filled(4);
    acts = ['last', 'busy'];
    await round();
    expect([standIn.requests(), mailed().length]).toEqual([1, 1]);
    // The stand-in's window ends in real time, at an hour at most for a clock that stands elsewhere.
    world.pass(3600);
    await round();
    expect(standIn.requests()).toBe(2);
    await round();
    expect(standIn.requests()).toBe(2);
    world.pass(3600);
    await round();
    expect([standIn.requests(), mailed()]).toEqual([5, people(4)]);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 4 }]);
  });

  it('fail, and say why, when SendGrid refuses the message itself', async () => {
    await filled(1);
    acts = ['reject'];
    await round();
    expect(await world.rows()).toMatchObject([{ status: 'failed', reason: 'rejected' }]);
    expect(await loadStopped(world.payload)).toEqual([]);
  });
});
