// The overview of a morning: who gets it, when, and what is in it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

/** A Tuesday in Berlin. */
const NIGHT = instant('2026-11-24T03:00:00Z');
const MORNING = instant('2026-11-24T06:30:00Z');
const EVENING = instant('2026-11-24T17:00:00Z');
const MONDAY = instant('2026-11-30T06:30:00Z');

const EDITOR = 'redaktion@example.org';
const ORGANISERS_EDITOR = 'spk@example.org';
const COORDINATOR = 'koordination@example.org';

describe.each(testDatabases())('digests on %s', (kind) => {
  let world: World;
  let version = 1;
  beforeAll(async () => {
    world = await openWorld(kind, 'digests');
    const { coordinator, editor, organisersEditor } = world.ids;
    for (const id of [coordinator, editor, organisersEditor])
      await world.payload.update({ collection: 'users', id, data: { mails: { digest: true } } });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    world.at(NIGHT);
  });

  const adopted = (clause: object) => adopt(world.payload, ++version, [{ code: 'N-S-1', channelKinds: ['mastodon'], ...clause }]);
  const digestsTo = (address: string) =>
    world.fakes.current.outbox.sent.flatMap(({ message }) =>
      message.kind === 'mail' && message.subject.startsWith('Nordsüd am') && message.recipients[0]?.address === address
        ? [message]
        : [],
    );
  const counts = () => [EDITOR, ORGANISERS_EDITOR, COORDINATOR].map((address) => digestsTo(address).length);
  const somethingWaits = async () => {
    await adopted({ approval: 'carrier' });
    await world.publish();
    await world.round();
  };

  it('say in the morning, once, what waits for whom', async () => {
    await somethingWaits();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await nextMoment(world.payload, NIGHT)).toEqual(MORNING);
    world.at(MORNING);
    await Promise.all([world.round(), world.round({ owner: 'two' })]);
    world.pass(3600);
    await world.round();
    expect(counts()).toEqual([1, 1, 1]);
    const [mail] = digestsTo(EDITOR);
    expect(mail?.subject).toBe('Nordsüd am Dienstag, 24. November 2026: 1 wartet auf Sie');
    expect(mail?.text).toContain('- Gründertag');
    const [row] = await world.rows();
    expect(mail?.html).toContain(`http://localhost:3000/admin/collections/deliveries/${row?.id}`);
    // What waits for another body is no more than something that leaves to the organiser.
    expect(digestsTo(ORGANISERS_EDITOR)[0]?.subject).toMatch(/: 1 geht hinaus$/);
    expect(digestsTo(COORDINATOR)[0]?.subject).toMatch(/: 1 wartet auf einen Akteur$/);
    const keys = (await findRows(world.payload, 'notices', { kind: { equals: 'digest' } })).map(({ key }) => key);
    expect(keys).toContain(`digest/2026-11-24/${world.ids.editor}`);
  });

  it('are not sent when there is nothing to say, nor in the course of the day about what came up since', async () => {
    world.at(MORNING);
    await world.round();
    await somethingWaits();
    world.pass(3600);
    await world.round();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await nextMoment(world.payload, EVENING)).toEqual(instant('2026-11-25T06:30:00Z'));
  });

  it.each([
    ['are made up for', 'when the machine was off in the morning', EVENING.subtract({ seconds: 1 }), 1],
    ['are left out', 'when it was off all day', EVENING, 0],
    ['are left out', 'at the weekend', instant('2026-11-28T09:00:00Z'), 0],
  ] as const)('%s %s', async (_what, _when, at, count) => {
    await somethingWaits();
    world.at(at);
    await world.round();
    expect(digestsTo(EDITOR)).toHaveLength(count);
  });

  it('that could not be sent are not sent in the evening', async () => {
    await somethingWaits();
    world.at(MORNING);
    for (let i = 0; i < 3; i++)
      world.fakes.current.outbox.answerNext({ kind: 'postponed', notBefore: EVENING, detail: 'HTTP 429' });
    await world.round();
    world.at(EVENING);
    await world.round();
    expect(counts()).toEqual([0, 0, 0]);
  });

  it('are raised for the rest after a crash in between', async () => {
    await somethingWaits();
    world.at(MORNING);
    await world.payload.db.create({
      collection: 'notices',
      data: { key: `digest/2026-11-24/${world.ids.editor}`, kind: 'digest', user: world.ids.editor, status: 'due' },
    });
    await world.round();
    expect(counts()).toEqual([1, 1, 1]);
  });

  it('tell what is stopped', async () => {
    await adopted({});
    await world.publish();
    const stop = (paused: boolean) => world.payload.updateGlobal({ slug: 'operations', data: { paused } });
    await stop(true);
    await world.round();
    world.at(MORNING);
    await world.round();
    await stop(false);
    expect(digestsTo(ORGANISERS_EDITOR)[0]?.subject).toMatch(/: 1 angehalten$/);
    expect(digestsTo(ORGANISERS_EDITOR)[0]?.text).toContain('Alles ist angehalten');
  });

  it('tell of problems', async () => {
    await adopted({});
    await world.publish();
    world.fakes.current.preview.answerNext({ kind: 'rejected', code: 'http-422', detail: 'HTTP 422' });
    await world.round();
    world.at(MORNING);
    await world.round();
    expect(counts()).toEqual([1, 0, 1]);
    expect(digestsTo(EDITOR)[0]?.text).toContain('PROBLEME\n- Gründertag');
  });

  it('call to mind in their last week the requests about data that nobody has answered', async () => {
    const data = { kind: 'access', reference: 'DS 2026/1', organisation: world.ids.carrier } as const;
    await world.payload.create({ collection: 'rights-requests', data: { ...data, receivedAt: '2026-11-02T09:00:00.000Z' } });
    for (const [moment, told] of [
      [MORNING, 0],
      [MORNING.add({ hours: 24 }), 1],
      [MORNING.add({ hours: 48 }), 2],
    ] as const) {
      world.at(moment);
      await world.round();
      expect(counts()).toEqual([told, 0, told]);
    }
    expect(digestsTo(EDITOR)[0]?.text).toContain('- DS 2026/1\n  Auskunft (Art. 15)\n  Zu beantworten bis');
    await world.payload.db.deleteMany({ collection: 'rights-requests', where: {} });
  });

  it('recall on Mondays the drafts that lie about, of the own body', async () => {
    await world.publish({ _status: 'draft', title: 'Halbfertig' });
    world.at(MORNING.add({ hours: 24 * 50 }));
    await world.round();
    expect(counts()).toEqual([0, 0, 0]);
    // Payload dates drafts by the real time, which is behind by then.
    world.at(MONDAY.add({ hours: 24 * 7 * 200 }));
    await world.round();
    expect(counts()).toEqual([0, 1, 1]);
    expect(digestsTo(ORGANISERS_EDITOR)[0]?.text).toContain('- Halbfertig');
  });
});
