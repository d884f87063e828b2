import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toIso } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { findRows } from '#store/rows';
import { LINKEDIN_TOKEN } from '../fakes/linkedin';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

const DAY = 24 * 3_600;

describe.each(testDatabases())('the end of a channel’s access on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'access');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: data as never, depth: 0 });
  const connect = (change: object = {}) =>
    setChannel({ kind: 'linkedin', via: 'linkedin', page: '4711', token: LINKEDIN_TOKEN, accessUntil: null, ...change });
  const mails = () =>
    world.fakes.current.outbox.sent.flatMap(({ message }) =>
      message.kind === 'mail' ? [`${message.recipients[0]?.address}: ${message.subject}`] : [],
    );

  it('is 60 days after a token was entered, unless somebody says when', async () => {
    expect((await connect()).accessUntil).toBe(toIso(START.add({ hours: 60 * 24 })));
    expect((await setChannel({ ownContent: true })).accessUntil).toBe(toIso(START.add({ hours: 60 * 24 })));
    world.pass(DAY);
    expect((await setChannel({ token: LINKEDIN_TOKEN })).accessUntil).toBe(toIso(START.add({ hours: 61 * 24 })));
    const until = '2027-05-01T10:00:00.000Z';
    expect((await setChannel({ token: LINKEDIN_TOKEN, accessUntil: until })).accessUntil).toBe(until);
    expect((await setChannel({ via: 'manual', ownerEmail: 'presse@example.org' })).accessUntil ?? null).toBeNull();
  });

  it('is told the carrier’s editors five times, each once, and nobody else', async () => {
    await connect();
    for (let i = 0; i < 5; i++) {
      const at = await nextMoment(world.payload, world.now());
      if (!at) throw new Error('nothing ahead');
      world.at(at);
      for (let round = 0; round < 2; round++) await world.round();
    }
    expect(mails()).toEqual([
      ...Array.from({ length: 4 }, () => 'redaktion@example.org: Zugang endet bald: htai-mastodon'),
      'redaktion@example.org: Zugang ist abgelaufen: htai-mastodon',
    ]);
  });

  it('of the interface’s version is told those above from sixty days before, and nobody where no channel leaves by it', async () => {
    const toVersion = () => mails().filter((mail) => mail.includes('Nordsüd'));
    await setChannel({ kind: 'mastodon', via: 'preview' });
    Object.assign(world.fakes.current.linkedin, { interfaceUntil: START.add({ hours: 60 * 24 }) });
    await world.round();
    expect(toVersion()).toEqual([]);
    await connect({ accessUntil: toIso(START.add({ hours: 900 * 24 })) });
    for (let round = 0; round < 2; round++) await world.round();
    expect(toVersion()).toEqual(['koordination@example.org: Nordsüd bald aktualisieren: LinkedIn']);
    world.pass(60 * DAY);
    await world.round();
    expect(toVersion().at(-1)).toBe('koordination@example.org: Nordsüd jetzt aktualisieren: LinkedIn');
  });

  it('is no more told once the token is a new one', async () => {
    await connect();
    world.pass(31 * DAY);
    await world.round();
    expect(mails()).toHaveLength(1);
    await setChannel({ token: LINKEDIN_TOKEN });
    world.pass(20 * DAY);
    await world.round();
    expect(mails()).toHaveLength(1);
    expect((await findRows(world.payload, 'notices', {})).map(({ kind: about }) => about)).toEqual(['access-ends']);
  });
});
