import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import { restChannel } from '#store/channel-accounts';
import { loadDeliveryPage } from '../../src/admin/delivery-load';
import { standSentences } from '../../src/admin/stand-words';
import { viewerOf } from '../../src/admin/viewer';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, START, type World } from './jobs-world';

const TOLD = [
  'koordination@example.org: Ungeklärt – bitte prüfen: Gründertag',
  'redaktion@example.org: Ungeklärt – bitte prüfen: Gründertag',
];

const LOOKED = 'Nordsüd sieht einen Tag lang auch selbst dort nach';
const NOTHING = 'Von selbst wird nichts noch einmal gesendet.';

describe.each(testDatabases())('the mail about a post of unknown fate on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'unclear-notices');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'linkedin'] }]);
    await setChannel(world.ids.byHand, { active: false });
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const setChannel = (id: string, data: object) =>
    world.payload.update({ collection: 'channels', id, data: data as never, depth: 0 });
  const mails = () =>
    world.fakes.current.outbox.sent
      .flatMap(({ message }) => (message.kind === 'mail' ? [`${message.recipients[0]?.address}: ${message.subject}`] : []))
      .map((mail) => mail.replace(/^(.*: Gründertag).*$/, '$1'))
      .filter((mail) => !mail.startsWith('first@'))
      .sort();
  /** Of each mail about the row, whether it promises that the house looks itself. */
  const promises = () =>
    world.fakes.current.outbox.sent.flatMap(({ message }) =>
      message.kind === 'mail' && message.subject.startsWith('Ungeklärt') ? [message.text.includes(LOOKED)] : [],
    );
  const roundWith = (channel: Partial<Channel>) =>
    world.round({
      channel: (via) => (via === 'preview' ? { ...world.fakes.current.preview, ...channel } : world.fakes.current[via]),
    });
  /** Publishes; the post is handed over, and no answer comes. */
  const lose = async (channel: Partial<Channel>) => {
    world.fakes.current.preview.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await world.publish();
    await roundWith(channel);
    await roundWith(channel);
    expect((await world.rows()).map(({ status }) => status)).toEqual(['unconfirmed']);
  };
  const said = async () => {
    const user = await world.payload.findByID({ collection: 'users', id: world.ids.editor, depth: 0 });
    const viewer = viewerOf(user);
    const [row] = await world.rows();
    if (!viewer || !row) throw new Error('nothing to look at');
    const request = { payload: world.payload, user: { ...user, collection: 'users' as const }, viewer, language: 'de' as const };
    const page = await loadDeliveryPage(request, row.id);
    return page ? standSentences(page).map(({ de }) => de) : [];
  };

  it('is never sent when the post is found at the first look', async () => {
    await lose({});
    expect(mails()).toEqual([]);
    for (let i = 0; i < 3; i++) {
      world.pass(LEASE_SECONDS + 1);
      await world.round();
    }
    expect([(await world.rows()).map(({ status }) => status), mails()]).toEqual([['sent'], []]);
  });

  it.each([
    ['is not there', { find: async () => undefined }],
    ['cannot be looked for', { find: async () => ({ kind: 'unconfirmed', detail: 'HTTP 503' }) as const }],
  ])('is sent once, after the first look, when the post %s', async (_what, blind) => {
    await lose(blind);
    expect(mails()).toEqual([]);
    for (let i = 0; i < 4; i++) {
      world.pass(LEASE_SECONDS * 4 ** i + 1);
      await roundWith(blind);
      await roundWith(blind);
    }
    expect(mails()).toEqual(TOLD);
  });

  it('is sent after two hours where the network takes so long a rest that nobody could ask it', async () => {
    const blind = { find: async () => undefined };
    await lose(blind);
    await restChannel(world.payload, world.ids.social, world.now().add({ hours: 12 }));
    for (const [hours, told] of [
      [1, []],
      [2, TOLD],
    ] as const) {
      world.at(START.add({ hours }));
      await roundWith(blind);
      expect(mails()).toEqual(told);
    }
  });

  it.each([
    ['way', { via: 'mastodon', server: 'social.example.org', token: 'token-a-0123456789-0123' }],
    ['account', { server: 'andere.example.org' }],
  ])('is sent at once where the channel has another %s now, and promises nothing, as the row does', async (_what, other) => {
    const blind = { find: async () => undefined };
    world.fakes.current.preview.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await world.publish();
    await roundWith(blind);
    expect((await said()).at(-1)).toContain(LOOKED);
    await setChannel(world.ids.social, other);
    await roundWith(blind);
    expect(mails()).toEqual(TOLD);
    expect(promises()).toEqual([false, false]);
    expect((await said()).at(-1)).toBe(NOTHING);
    await setChannel(world.ids.social, { via: 'preview', server: null });
  });

  it.each([
    ['a day has passed', 24, 0],
    ['the network rests for longer than a day', 2, 25],
  ])('and the row promise nothing any more where %s', async (_what, hours, rest) => {
    const blind = { find: async () => undefined };
    await lose(blind);
    expect((await said()).at(-1)).toContain(LOOKED);
    if (rest > 0) await restChannel(world.payload, world.ids.social, world.now().add({ hours: rest }));
    world.at(START.add({ hours, minutes: 1 }));
    await roundWith(blind);
    expect([mails(), promises()]).toEqual([TOLD, [false, false]]);
    expect((await said()).at(-1)).toBe(NOTHING);
  });

  it('is sent at once about a mail to a person who posts by hand', async () => {
    await setChannel(world.ids.byHand, { active: true });
    await setChannel(world.ids.social, { active: false });
    world.fakes.current.manual.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await world.publish();
    await world.round();
    await world.round();
    expect(mails()).toEqual(TOLD);
    expect((await said()).at(-1)).toBe(NOTHING);
    await setChannel(world.ids.byHand, { active: false });
    await setChannel(world.ids.social, { active: true });
  });

  it('and the row say what the house itself does', async () => {
    const blind = { find: async () => undefined };
    await lose(blind);
    expect(await said()).toEqual([
      expect.stringContaining('Es kam keine eindeutige Antwort.'),
      expect.stringContaining('Sonst sendet Nordsüd ihn noch einmal, solange er dabei nicht zweimal erscheinen kann.'),
    ]);
    world.pass(LEASE_SECONDS + 1);
    for (let i = 0; i < 2; i++) await roundWith(blind);
    expect(promises()).toEqual([true, true]);
  });
});
