import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelTrouble } from '#domain/channel';
import { isUnsent } from '#domain/delivery';
import { toIso } from '#domain/time';
import { runJobs } from '#jobs/round';
import { loadChannelAccount, stopChannel } from '#store/channel-accounts';
import { findRows } from '#store/rows';
import { loadDeliveryPage } from '../../src/admin/delivery-load';
import { standSentences } from '../../src/admin/stand-words';
import { loadTodayLists } from '../../src/admin/today-load';
import { viewerOf } from '../../src/admin/viewer';
import { openFakeChannel } from '../fakes/fake-channel';
import { mortalPayload, openLife } from '../fakes/killable';
import { testDatabases } from './boot';
import { LEASE_SECONDS, openWorld, type World } from './jobs-world';

const TOLD = ['koordination@example.org', 'redaktion@example.org'];

/** Every step on SQLite; on MongoDB, where rounds take longer here, every third. */
const STRIDE = { sqlite: 1, mongodb: 3 } as const;

describe.each(testDatabases())('a channel that stops by itself on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'stops');
    await world.payload.update({ collection: 'channels', id: world.ids.byHand, data: { active: false } });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await setChannel({ kind: 'linkedin', via: 'linkedin', page: '4711', token: newToken(), ownerEmail: null });
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0, paused: false } });
  });

  let tokens = 0;
  const newToken = (): string => `ein-langer-schluessel-${++tokens}`;
  const setChannel = (data: object) =>
    world.payload.update({ collection: 'channels', id: world.ids.social, data: { name: 'LinkedIn HTAI', ...data } as never });
  const stop = async (trouble: ChannelTrouble = 'account-refused') => {
    const account = await loadChannelAccount(world.payload, world.ids.social);
    expect(await stopChannel(world.payload, world.ids.social, trouble, account, world.now())).toBe(true);
  };
  const asPerson = async (id: string) => {
    const user = await world.payload.findByID({ collection: 'users', id, depth: 0 });
    const viewer = viewerOf(user);
    if (!viewer) throw new Error('nobody');
    return { user: { ...user, collection: 'users' as const }, viewer };
  };
  const stuckToday = async () => {
    const { user, viewer } = await asPerson(world.ids.editor);
    return (await loadTodayLists(world.payload, user, viewer, world.now())).stuck;
  };
  const told = () =>
    world.fakes.current.outbox.sent
      .flatMap(({ message }) => (message.kind === 'mail' && message.subject.startsWith('Kanal angehalten') ? [message] : []))
      .sort((a, b) => ((a.recipients[0]?.address ?? '') < (b.recipients[0]?.address ?? '') ? -1 : 1));
  const readers = () => told().flatMap(({ recipients }) => recipients.map(({ address }) => address));

  it.each([
    ['account-refused', 'LinkedIn nimmt die Anmeldung nicht an.', 'Kanal neu verbinden: '],
    ['version-given-up', 'LinkedIn nimmt die Fassung seiner Schnittstelle nicht mehr an, die Nordsüd kennt.', 'Zum Kanal: '],
    ['spending-limit', 'Bei LinkedIn ist das Guthaben aufgebraucht oder die Ausgabengrenze erreicht.', 'Zum Kanal: '],
  ] as const)('by %s is told its editors and the coordination at once and once', async (trouble, why, button) => {
    await stop(trouble);
    for (let i = 0; i < 3; i++) {
      await world.round();
      world.pass(24 * 3_600);
    }
    expect(readers()).toEqual(TOLD);
    const [mail] = told();
    expect(mail?.subject).toBe('Kanal angehalten: LinkedIn HTAI');
    expect(mail?.text).toContain(`„LinkedIn HTAI“ ist angehalten: ${why} Was fällig wird, wartet`);
    expect(mail?.text).toContain(`${button}http://localhost:3000/admin/collections/channels/${world.ids.social}`);
  });

  it('after a refusal of a post is told in the same way', async () => {
    await world.payload.update({ collection: 'channels', id: world.ids.social, data: { kind: 'mastodon', via: 'preview' } });
    world.fakes.current.preview.answerNext({ kind: 'rejected', code: 'account-refused', detail: '' });
    await world.publish();
    for (let i = 0; i < 4; i++) await world.round();
    expect(readers()).toEqual(TOLD);
  });

  it('says that a person posts by hand where somebody does, and not while everything is stopped', async () => {
    await setChannel({ ownerEmail: 'presse@example.org' });
    await stop();
    await world.round();
    expect((await stuckToday()).map(({ isByHand }) => isByHand)).toEqual([true]);
    expect(told()[0]?.text).toMatch(/veröffentlicht gerade nicht selbst: .* bekommt die zuständige Person als fertigen Text/);
    await setChannel({ token: newToken() });
    await world.payload.updateGlobal({ slug: 'operations', data: { paused: true } });
    world.pass(60);
    await stop();
    await world.round();
    expect((await stuckToday()).map(({ isByHand }) => isByHand)).toEqual([false]);
    expect(told().filter(({ text }) => text.includes('Was fällig wird, wartet'))).toHaveLength(2);
  });

  it('goes on by another way, whatever the form still said', async () => {
    await stop();
    expect(await stuckToday()).toHaveLength(1);
    const channel = await setChannel({ via: 'manual', paused: true, ownerEmail: 'presse@example.org' });
    expect([channel.paused, channel.pausedAt ?? null, channel.trouble ?? null]).toEqual([false, null, null]);
    expect(await stuckToday()).toEqual([]);
  });

  it('that people stopped stays so by another way', async () => {
    await setChannel({ paused: true });
    expect((await setChannel({ via: 'manual', paused: true, ownerEmail: 'presse@example.org' })).paused).toBe(true);
    await setChannel({ paused: false });
  });

  it('is not told who does not want such mails, nor when it goes on before they leave', async () => {
    const mails = (failed: boolean) =>
      world.payload.update({ collection: 'users', id: world.ids.editor, data: { mails: { digest: false, failed } } });
    await mails(false);
    await stop();
    await world.round();
    await mails(true);
    expect(readers()).toEqual(['koordination@example.org']);
    await setChannel({ token: newToken() });
    world.pass(60);
    await stop();
    await world.round({ channel: (via) => ({ ...world.fakes.current[via], send: () => Promise.reject(new Error('not now')) }) });
    await setChannel({ token: newToken() });
    world.pass(3_600);
    await world.round();
    expect(readers()).toEqual(['koordination@example.org']);
  });

  it('because its access has ended is told as stopped alone', async () => {
    await setChannel({ accessUntil: toIso(world.now().add({ hours: 1 })) });
    world.pass(2 * 3_600);
    await stop();
    await world.round();
    expect((await findRows(world.payload, 'notices', {})).map((one) => one.kind)).toEqual(['channel-stopped', 'channel-stopped']);
  });

  it('is named with why on the page of a row that waits for it', async () => {
    const said = async () => {
      const row = (await world.rows()).find(({ channelId, status }) => channelId === world.ids.social && isUnsent(status));
      if (!row) throw new Error('nothing to look at');
      const request = { payload: world.payload, ...(await asPerson(world.ids.organisersEditor)), language: 'de' as const };
      const page = await loadDeliveryPage(request, row.id);
      return page ? standSentences(page).map(({ de }) => de) : [];
    };
    await setChannel({ kind: 'mastodon', via: 'preview' });
    await world.publish();
    await stop('spending-limit');
    await world.round();
    expect((await said()).at(-1)).toBe('Grund: Bei Mastodon ist das Guthaben aufgebraucht oder die Ausgabengrenze erreicht.');
    await world.payload.updateGlobal({ slug: 'operations', data: { paused: true } });
    expect((await said()).join(' ')).not.toContain('Grund: ');
  });

  it('is told again when it stops again later', async () => {
    for (let times = 0; times < 3; times++) {
      await stop();
      for (let i = 0; i < 2; i++) await world.round();
      world.pass(3_600);
      await setChannel({ token: newToken() });
      await world.round();
    }
    expect(readers()).toEqual([...Array(3).fill(TOLD[0]), ...Array(3).fill(TOLD[1])]);
  });

  it('is told once by several workers of which one dies at any step', async () => {
    /** Mails leave by an outbox that is asked again where nobody knows whether it got one. */
    const live = async (lastStep: number): Promise<number> => {
      await world.reset();
      world.fakes.current = { ...world.fakes.current, outbox: openFakeChannel('outbox', { seconds: 24 * 3_600 }) };
      await setChannel({ token: newToken() });
      await stop();
      const life = openLife(lastStep);
      await runJobs(world.context({ payload: mortalPayload(world.payload, life), owner: 'mortal' }));
      await Promise.all(['one', 'two'].map((owner) => world.round({ owner })));
      for (let i = 0; i < 4 && told().length < TOLD.length; i++) {
        world.pass(LEASE_SECONDS * 4 ** i + 1);
        await world.round();
      }
      return life.steps();
    };
    const steps = await live(Number.POSITIVE_INFINITY);
    expect([readers(), steps > 6]).toEqual([TOLD, true]);
    for (let step = 0; step < steps; step += STRIDE[kind]) {
      await live(step);
      expect([step, readers()]).toEqual([step, TOLD]);
      expect(await findRows(world.payload, 'notices', {})).toHaveLength(2);
    }
  });
});
