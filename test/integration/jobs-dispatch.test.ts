import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';
import { instant } from '#domain/time';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { attemptsOf } from '#store/attempts';
import { loadContent, markPlanned } from '#store/contents';
import { retryFailed } from '#store/decisions';
import { dispatchesOf } from '#store/dispatches';
import { loadSettings } from '#store/settings';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

const ACCEPTED: SendOutcome = { kind: 'accepted', providerId: '1', url: 'https://example.org/1' };
const HOUR = 3600;

describe.each(testDatabases())('dispatching on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'dispatch');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const preview = () => world.fakes.current.preview;
  const theRow = async () => {
    const [row] = await world.rows();
    if (!row) throw new Error('no row');
    return row;
  };
  const theAttempts = async () => {
    const dispatches = await dispatchesOf(world.payload, 'post', [(await theRow()).id]);
    return attemptsOf(
      world.payload,
      dispatches.map(({ id }) => id),
    );
  };
  /** Rounds in which posts leave through this channel. */
  const roundWith = (channel: Partial<Channel>) =>
    world.round({ channel: (via) => (via === 'preview' ? { ...preview(), ...channel } : world.fakes.current[via]) });
  /** Plans and readies, sends nothing. */
  const ready = async () => {
    await planDeliveries(world.context());
    await settleApprovals(world.context());
  };

  it('sends every message once when four processes share the work', async () => {
    for (let i = 0; i < 20; i++) await world.publish({ title: `Termin ${i}` });
    await ready();
    await Promise.all(['a', 'b', 'c', 'd'].map((owner) => dispatchMessages(world.context({ owner }))));
    expect((await world.rows()).map(({ status }) => status)).toEqual(Array(20).fill('sent'));
    expect(new Set(preview().sent.map(({ key }) => key)).size).toBe(20);
    expect(preview().sent).toHaveLength(20);
  });

  it('keeps with the attempt exactly what left, and with the row where it stands', async () => {
    await world.publish();
    await roundWith({ send: async () => ACCEPTED });
    const [attempt] = await theAttempts();
    expect(attempt).toMatchObject({ stage: 'accepted', message: { kind: 'post', text: expect.stringContaining('Gründertag') } });
    expect(await theRow()).toMatchObject({ status: 'sent', url: 'https://example.org/1', sentAt: START });
  });

  it('does not disturb the quiet hours', async () => {
    const channel = { collection: 'channels', id: world.ids.social } as const;
    await world.payload.update({ ...channel, data: { quietFrom: '20:00', quietTo: '07:00' } });
    await world.publish();
    world.at(instant('2026-11-23T18:59:00Z'));
    const notBefore = instant('2026-11-23T19:00:00Z');
    const send = vi.fn<Channel['send']>(async () => ({ kind: 'postponed', notBefore, detail: 'busy' }));
    await roundWith({ send });
    expect([send.mock.calls.length, (await theRow()).status]).toEqual([1, 'ready']);
    for (const at of ['2026-11-23T19:01:00Z', '2026-11-24T05:59:00Z']) {
      world.at(instant(at));
      await world.round();
    }
    expect(preview().sent).toHaveLength(0);
    world.at(instant('2026-11-24T06:00:00Z'));
    await world.round();
    expect([preview().sent.length, (await theRow()).status]).toEqual([1, 'sent']);
    await world.payload.update({ ...channel, data: { quietFrom: '00:00', quietTo: '00:00' } });
  });

  it('sends nothing through a channel that was switched off', async () => {
    const channel = { collection: 'channels', id: world.ids.social } as const;
    await world.publish();
    await ready();
    await world.payload.update({ ...channel, data: { active: false } });
    await dispatchMessages(world.context());
    await world.round();
    expect([preview().sent.length, (await theRow()).status]).toEqual([0, 'withdrawn']);
    await world.payload.update({ ...channel, data: { active: true } });
    await world.round();
    expect([preview().sent.length, (await theRow()).status]).toEqual([1, 'sent']);
  });

  it('does not send what changed and is not planned again yet', async () => {
    const { id } = await world.publish();
    await ready();
    await world.payload.update({ collection: 'events', id, data: { title: 'Abend', _status: 'published' } });
    await dispatchMessages(world.context());
    expect(preview().sent).toHaveLength(0);
    await world.round();
    expect(preview().sent[0]?.message).toMatchObject({ text: expect.stringContaining('Abend') });
  });

  it('puts a content back in line when the plan missed a change', async () => {
    const { id } = await world.publish();
    await ready();
    await world.payload.update({ collection: 'events', id, data: { title: 'Abend', _status: 'published' } });
    const content = await loadContent(world.payload, `events/${id}`);
    if (content) await markPlanned(world.payload, content, (await loadSettings(world.payload, world.now())).basis);
    await dispatchMessages(world.context());
    expect(preview().sent).toHaveLength(0);
    await world.round();
    expect(preview().sent).toHaveLength(1);
  });

  it('misses what became too late while nobody was there', async () => {
    await world.publish();
    await ready();
    world.at(instant('2026-12-10T17:00:00Z'));
    await dispatchMessages(world.context());
    expect(await theRow()).toMatchObject({ status: 'missed', reason: 'too-late' });
  });

  const takesNothing = {
    send: async () => ({ kind: 'postponed', notBefore: world.now().add({ minutes: 1 }), detail: 'HTTP 429' }) as const,
  };
  const outage = async (hours: number) => {
    for (let i = 0; i < hours; i += 2) {
      await roundWith(takesNothing);
      world.pass(2 * HOUR);
    }
  };

  it('tries a postponed message again at its time, and outlasts an outage of a day', async () => {
    await world.publish();
    await roundWith(takesNothing);
    await roundWith({ send: async () => ACCEPTED });
    expect([(await theRow()).status, (await theAttempts()).length]).toEqual(['ready', 1]);
    await outage(24);
    await roundWith({ send: async () => ACCEPTED });
    expect(await theRow()).toMatchObject({ status: 'sent', reason: undefined });
  });

  it('gives up after two days, says so, and is as patient again when a person says so', async () => {
    await world.publish();
    await outage(52);
    expect(await theRow()).toMatchObject({ status: 'failed', reason: 'not-reachable' });
    expect(world.fakes.current.outbox.sent[0]?.message).toMatchObject({
      text: expect.stringContaining('Der Anbieter hat die Nachricht nicht angenommen'),
    });
    await retryFailed(world.payload, (await theRow()).id, { user: 'u', now: world.now() });
    await outage(6);
    expect(await theRow()).toMatchObject({ status: 'ready' });
    await world.round();
    expect(await theRow()).toMatchObject({ status: 'sent' });
  });

  it('tells carrier and coordination about a refusal, and leaves again when a person says so', async () => {
    await world.publish();
    preview().answerNext({ kind: 'rejected', code: 'http-422', detail: 'zu lang' });
    await world.round();
    await world.round();
    expect(await theRow()).toMatchObject({ status: 'failed' });
    expect(world.fakes.current.outbox.sent).toHaveLength(2);
    expect(world.fakes.current.outbox.sent[0]?.message).toMatchObject({ text: expect.stringContaining('abgelehnt (HTTP 422)') });
    await retryFailed(world.payload, (await theRow()).id, { user: 'u', now: world.now() });
    await world.round();
    expect([(await theRow()).status, preview().sent.length]).toEqual(['sent', 1]);
  });
});
