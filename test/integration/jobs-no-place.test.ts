import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { retryFailed } from '#store/decisions';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';
import { type Pace, paceOf } from './pace-world';

describe.each(testDatabases())('what finds no place on its channel in time on %s', (kind) => {
  let world: World;
  let pace: Pace;
  beforeAll(async () => {
    world = await openWorld(kind, 'no-place');
    pace = await paceOf(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => pace.reset());

  it('goes to the person in charge, and what can wait keeps waiting', async () => {
    await pace.setChannel({ via: 'mastodon', perDay: 1 });
    await pace.ready(2);
    await world.round();
    const tonight = { startsAt: '2026-11-23T17:00:00.000Z', endsAt: '2026-11-23T19:00:00.000Z' };
    for (const title of ['Schon heute Abend', 'Auch heute Abend']) await world.publish({ title, ...tonight });
    for (let i = 0; i < 2; i++) await world.round();
    expect((await pace.statuses()).sort()).toEqual(['handed-over', 'handed-over', 'ready', 'sent']);
    const handed = (await world.rows()).filter((row) => row.channelId === world.ids.social && row.status === 'handed-over');
    expect(handed.map(({ reason }) => reason)).toEqual(['no-place', 'no-place']);
    const why = 'Der Takt der Beiträge, der am Kanal eingestellt ist, lässt rechtzeitig keinen Platz mehr.';
    const mails = world.fakes.current.manual.sent.map(({ message }) => (message.kind === 'handover' ? message.mail.text : ''));
    expect(mails.filter((text) => text.includes(why))).toHaveLength(2);
    // What a person posts takes no place from the channel.
    world.at(instant('2026-11-24T08:00:00Z'));
    await world.round();
    expect(await pace.count('sent')).toBe(2);
  });

  it('stays in a preview, and nobody is asked to post it', async () => {
    await pace.setChannel({ perDay: 1 });
    await pace.ready(1);
    await world.round();
    const tonight = { startsAt: '2026-11-23T17:00:00.000Z', endsAt: '2026-11-23T19:00:00.000Z' };
    await world.publish({ title: 'Schon heute Abend', ...tonight });
    for (let i = 0; i < 2; i++) await world.round();
    expect(await pace.statuses()).toEqual(['sent', 'sent']);
    expect(pace.preview().sent).toHaveLength(2);
  });

  it('fails where nobody is named, until somebody is', async () => {
    await pace.setChannel({ via: 'mastodon', perDay: 1, ownerEmail: null });
    await pace.ready(1);
    await world.round();
    const { id } = await world.publish({
      title: 'Schon heute Abend',
      startsAt: '2026-11-23T17:00:00.000Z',
      endsAt: '2026-11-23T19:00:00.000Z',
    });
    for (let i = 0; i < 2; i++) await world.round();
    const row = (await world.rows()).find((one) => one.content === `events/${id}` && one.channelId === world.ids.social);
    expect(row).toMatchObject({ status: 'failed' });
    const told = world.fakes.current.outbox.sent.map(({ message }) => (message.kind === 'mail' ? message.text : ''));
    expect(told.filter((text) => text.includes('Für den Kanal ist niemand eingetragen, der den Text bekommt'))).not.toEqual([]);
    await pace.setChannel({ ownerEmail: 'presse@example.org' });
    await retryFailed(world.payload, row?.id ?? '', { user: 'u', now: world.now() });
    for (let i = 0; i < 2; i++) await world.round();
    expect((await world.rows()).find((one) => one.id === row?.id)).toMatchObject({ status: 'handed-over', reason: 'no-place' });
  });
});
