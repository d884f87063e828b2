import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { JOBS } from '#jobs/round';
import { startTicks } from '#jobs/ticks';
import { approve, confirmHandover, decline } from '#store/decisions';
import { moveDelivery } from '#store/deliveries';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');
const HOUR = 3600;

describe.each(testDatabases())('the round of jobs on %s', (kind) => {
  let world: World;
  let version = 1;
  beforeAll(async () => {
    world = await openWorld(kind, 'round');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const adopted = (...clauses: readonly object[]) => adopt(world.payload, ++version, clauses);
  const social = { code: 'N-S-1', channelKinds: ['mastodon'] };
  const row = async (channel: string, purpose = 'announce') =>
    (await world.rows()).find((one) => one.channelId === channel && one.purpose === purpose);
  const statuses = async () => (await world.rows()).map(({ status }) => status).sort();
  const mailsTo = (address: string) =>
    world.fakes.current.outbox.sent.filter(
      ({ message }) => message.kind === 'mail' && message.recipients.some((recipient) => recipient.address === address),
    );

  it('plans a published event, posts it and puts it into the next newsletter', async () => {
    await adopted({ ...social, channelKinds: ['mastodon', 'newsletter'] });
    await world.subscribe(3);
    await world.publish();
    expect(await world.round()).toMatchObject({ 'plan-deliveries': 1, 'dispatch-messages': 1 });
    expect([(await row(world.ids.social))?.status, (await row(world.ids.newsletter))?.status]).toEqual(['sent', 'ready']);
    expect(await nextMoment(world.payload, world.now())).toEqual(SLOT);
    world.at(SLOT);
    await world.round();
    expect(await statuses()).toEqual(['sent', 'sent']);
    expect(await findRows(world.payload, 'editions', {})).toMatchObject([{ status: 'sent', recipients: 3, accepted: 3 }]);
    const [batch] = world.fakes.current.outbox.sent;
    expect(batch?.message).toMatchObject({ kind: 'mail', from: 'HTAI <newsletter@example.org>', recipients: { length: 3 } });
  });

  it.each(JOBS)('%s changes nothing when it runs again', async (_name, job) => {
    await adopted(
      { ...social, channelKinds: ['mastodon', 'newsletter'] },
      { code: 'N-S-2', channelKinds: ['linkedin'], approval: 'carrier' },
    );
    await world.subscribe(1);
    await world.publish();
    await world.round();
    const stand = async () => JSON.stringify([await world.rows(), await findRows(world.payload, 'editions', {})]);
    const before = await stand();
    expect(await job(world.context())).toBe(0);
    expect(await stand()).toBe(before);
  });

  it('plans once when two processes plan at the same moment', async () => {
    await adopted({ ...social, channelKinds: ['mastodon', 'newsletter'] });
    for (const title of ['A', 'B', 'C']) await world.publish({ title });
    await Promise.all([world.round({ owner: 'one' }), world.round({ owner: 'two' })]);
    await world.round();
    expect(await statuses()).toEqual(['ready', 'ready', 'ready', 'sent', 'sent', 'sent']);
    expect(world.fakes.current.preview.sent).toHaveLength(3);
  });

  it('asks the carrier’s editors once each, and silence becomes a yes after its hours', async () => {
    await adopted({ ...social, approval: 'silence', silenceHours: 48 });
    await world.publish();
    await world.round();
    await world.round();
    expect([mailsTo('redaktion@example.org').length, mailsTo('spk@example.org').length]).toEqual([1, 0]);
    expect(await row(world.ids.social)).toMatchObject({ status: 'awaiting-approval' });
    expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ hours: 48 }));
    world.pass(48 * HOUR - 1);
    await world.round();
    expect(await row(world.ids.social)).toMatchObject({ status: 'awaiting-approval' });
    world.pass(1);
    await world.round();
    expect(await row(world.ids.social)).toMatchObject({ status: 'sent' });
  });

  it('takes a yes for one version only: a change asks again', async () => {
    await adopted({ ...social, approval: 'carrier' });
    const { id } = await world.publish({ startsAt: '2027-03-10T17:00:00.000Z', endsAt: '2027-03-10T19:00:00.000Z' });
    await world.round();
    const planned = await row(world.ids.social);
    await approve(world.payload, planned?.id ?? '', { user: 'u', now: world.now(), ownText: 'Unser Text' });
    await world.payload.update({ collection: 'events', id, data: { title: 'Gründerabend', _status: 'published' } });
    await world.round();
    expect(await row(world.ids.social)).toMatchObject({ status: 'planned', ownText: 'Unser Text', ownTextStale: true });
    expect(world.fakes.current.preview.sent).toHaveLength(0);
  });

  it('asks again about a row that waits, by a mail about the new version', async () => {
    await adopted({ ...social, approval: 'silence', silenceHours: 48 });
    const { id } = await world.publish();
    await world.round();
    world.pass(47 * HOUR);
    await world.payload.update({ collection: 'events', id, data: { title: 'Gründerabend', _status: 'published' } });
    await world.round();
    expect(mailsTo('redaktion@example.org')).toHaveLength(2);
    world.pass(HOUR);
    await world.round();
    expect(await row(world.ids.social)).toMatchObject({ status: 'awaiting-approval' });
  });

  it('misses what nobody approved before the event began', async () => {
    await adopted({ ...social, approval: 'carrier' });
    await world.publish();
    await world.round();
    world.at(instant('2026-12-10T17:00:00Z'));
    await world.round();
    expect(await row(world.ids.social)).toMatchObject({ status: 'missed', reason: 'no-approval-in-time' });
  });

  it('tells the organiser’s editors why their event was declined', async () => {
    await adopted({ ...social, approval: 'carrier' });
    await world.publish();
    await world.round();
    await decline(world.payload, (await row(world.ids.social))?.id ?? '', { user: 'u', now: world.now(), reason: 'Zu weit weg' });
    await world.round();
    const [mail] = mailsTo('spk@example.org');
    expect(mail?.message).toMatchObject({ kind: 'mail', text: expect.stringContaining('Zu weit weg') });
    expect(mailsTo('redaktion@example.org')).toHaveLength(1);
  });

  it('withdraws what has not left when the event is unpublished, and brings it back', async () => {
    await adopted({ ...social, channelKinds: ['newsletter'] });
    const { id } = await world.publish();
    await world.round();
    await world.payload.update({ collection: 'events', id, data: { _status: 'draft' } });
    await world.round();
    expect(await row(world.ids.newsletter)).toMatchObject({
      status: 'withdrawn',
      reason: 'content-withdrawn',
      editionId: undefined,
    });
    await world.payload.update({ collection: 'events', id, data: { _status: 'published' } });
    await world.round();
    expect(await row(world.ids.newsletter)).toMatchObject({ status: 'ready' });
  });

  it('corrects what readers were told when the event is cancelled', async () => {
    await adopted(social);
    const { id } = await world.publish();
    await world.round();
    world.pass(HOUR);
    await world.payload.update({ collection: 'events', id, data: { status: 'cancelled', _status: 'published' } });
    await world.round();
    expect(await row(world.ids.social)).toMatchObject({ status: 'sent' });
    expect(await row(world.ids.social, 'cancel')).toMatchObject({ status: 'sent', occasion: 1 });
    expect(world.fakes.current.preview.sent).toHaveLength(2);
  });

  it('hands a text to a person, reminds the carrier, and misses it when nobody confirms', async () => {
    await adopted({ ...social, channelKinds: ['linkedin'] });
    await world.publish();
    await world.round();
    const [handed] = world.fakes.current.manual.sent;
    expect(handed?.message).toMatchObject({ kind: 'handover', mail: { recipients: [{ address: 'presse@example.org' }] } });
    expect(await row(world.ids.byHand)).toMatchObject({ status: 'handed-over' });
    world.pass(6.5 * 24 * HOUR);
    await world.round();
    expect(mailsTo('redaktion@example.org')).toHaveLength(1);
    world.pass(12 * HOUR);
    await world.round();
    expect(await row(world.ids.byHand)).toMatchObject({ status: 'missed', reason: 'not-confirmed-in-time' });
    const late = await confirmHandover(world.payload, (await row(world.ids.byHand))?.id ?? '', world.now());
    expect(late).toEqual({ kind: 'not-possible', status: 'missed' });
  });

  it('hands a text over anew when its row comes back', async () => {
    await adopted({ ...social, channelKinds: ['linkedin'] });
    await world.publish();
    await world.round();
    const { id = '' } = (await row(world.ids.byHand)) ?? {};
    await moveDelivery(world.payload, id, 'handed-over', 'missed', { reason: 'date-changed' });
    await moveDelivery(world.payload, id, 'missed', 'planned', { reason: undefined });
    await world.round();
    await world.round();
    const keys = world.fakes.current.manual.sent.map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([2, 2]);
    expect(await row(world.ids.byHand)).toMatchObject({ status: 'handed-over', reason: undefined });
    await confirmHandover(world.payload, id, world.now());
    await world.round();
    expect([(await row(world.ids.byHand))?.status, world.fakes.current.manual.sent.length]).toEqual(['sent', 2]);
  });

  it('publishes what an editor scheduled, by one of two processes', async () => {
    await adopted(social);
    const { id } = await world.publish({ _status: 'draft' });
    await world.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'events', value: id }, locale: 'all' } as never,
    });
    // Payload's queue knows the real time only.
    const now = instant('2099-01-01T00:00:00Z');
    const counts = await Promise.all([1, 2].map(() => JOBS[0][1](world.context({ now }))));
    expect(counts.sort()).toEqual([0, 1]);
    expect(await world.payload.findByID({ collection: 'events', id })).toMatchObject({ _status: 'published' });
  });

  it('foresees when a later version of the agreement comes into force and when its clauses begin and end', async () => {
    await adopted(social);
    const dates = ['2027-06-01', '2027-07-01', '2027-08-01'].map((date) => `${date}T00:00:00.000Z`);
    const [inForceFrom, validFrom, validTo] = dates;
    await adopt(world.payload, ++version, [{ ...social, validFrom, validTo }], inForceFrom);
    let moment = world.now();
    for (const date of dates) {
      const next = await nextMoment(world.payload, moment);
      expect(next).toEqual(instant(date));
      moment = next ?? moment;
    }
    expect(await nextMoment(world.payload, moment)).toBeUndefined();
  });

  it.runIf(kind === 'sqlite')('runs by itself every ten seconds until it is stopped, and ends what it began', async () => {
    await adopted(social);
    await world.publish();
    const env = { publicUrl: 'http://localhost:3000', mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: 120 };
    const onTrouble = (error: unknown): never => {
      throw error;
    };
    const ticks = startTicks(world.payload, env, (via) => world.fakes.current[via], { owner: 'ticks', onTrouble });
    await expect.poll(async () => world.rows(), { timeout: 15_000, interval: 200 }).toHaveLength(1);
    await ticks.stop();
    expect(await row(world.ids.social)).toMatchObject({ status: 'sent' });
  });
});
