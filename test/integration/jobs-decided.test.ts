import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { readEnv } from '#runtime/env';
import { postIn, saidBy } from '#store/amendments';
import { attemptsOf, findLeft } from '#store/attempts';
import { decline, resolveUnconfirmed } from '#store/decisions';
import { dispatchesOf } from '#store/dispatches';
import { textOf } from '../../src/admin/delivery-text';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, START, type World } from './jobs-world';

const ACCEPTED: SendOutcome = { kind: 'accepted', providerId: '1', url: 'https://example.org/1' };
const SECOND: SendOutcome = { kind: 'accepted', providerId: '2', url: 'https://example.org/2' };
const HOUR = 3600;

describe.each(testDatabases())('a message of unknown fate that a person decided about, on %s,', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'decided');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const theRow = async () => {
    const [row] = await world.rows();
    if (!row) throw new Error('no row');
    return row;
  };
  /** Rounds in which posts leave through this channel. */
  const roundWith = (channel: Partial<Channel>) =>
    world.round({ channel: (via) => ({ ...world.fakes.current[via], ...(via === 'preview' ? channel : {}) }) });
  const tries = async () => {
    const dispatches = await dispatchesOf(world.payload, 'post', [(await theRow()).id]);
    return attemptsOf(
      world.payload,
      dispatches.map(({ id }) => id),
    );
  };
  /** What its page says that readers see. */
  const shownText = async () => {
    const nothingElse = { content: undefined, channel: undefined, organisations: new Map(), env: readEnv() };
    return textOf({ delivery: await theRow(), attempts: await tries(), ...nothingElse })?.text;
  };
  const UNCLEAR: SendOutcome = { kind: 'unconfirmed', detail: 'line dropped' };
  /** A channel of a network that loses the first answer; `finds`: what reading it back says, in turn, then that nothing is there. */
  const losing = (finds: readonly (SendOutcome | undefined)[] = [], answers: readonly SendOutcome[] = []) => {
    const [sent, looks]: [string[], string[]] = [[], []];
    const channel: Partial<Channel> = {
      repeatable: { seconds: 24 * HOUR },
      find: async ({ key }) => finds[looks.push(key) - 1],
      send: async (_message, key) => [UNCLEAR, ...answers][sent.push(key) - 1] ?? ACCEPTED,
    };
    return { sent, looks, channel };
  };
  const resolve = async (wasSent: boolean) =>
    resolveUnconfirmed(world.payload, (await theRow()).id, { user: 'u', now: world.now(), wasSent });
  const later = async (channel: Partial<Channel>, seconds = 2 * LEASE_SECONDS + 1) => {
    world.pass(seconds);
    await roundWith(channel);
  };

  it('is never said again once they say that it left', async () => {
    await world.publish();
    const { sent, channel } = losing();
    await roundWith(channel);
    await resolve(true);
    for (let i = 0; i < 2; i++) await later(channel);
    expect([sent.length, (await theRow()).status]).toEqual([1, 'sent']);
    const [dispatch] = await dispatchesOf(world.payload, 'post', [(await theRow()).id]);
    expect(dispatch?.status).toBe('cancelled');
  });

  it('is never said again once they take it back after all', async () => {
    await world.publish();
    const { sent, channel } = losing();
    await roundWith(channel);
    await resolve(false);
    await decline(world.payload, (await theRow()).id, { user: 'u', now: world.now(), reason: 'nicht mehr' });
    await later(channel);
    expect([sent.length, (await theRow()).status]).toEqual([1, 'declined']);
  });

  it.each<[string, object]>([
    ['is not to be promoted', { doNotPromote: true, doNotPromoteReason: 'Geschlossener Kreis' }],
    ['is for the bodies alone', { visibility: 'stakeholders' }],
  ])('does not leave a second time where its event %s since', async (_how, since) => {
    const { id } = await world.publish();
    const { sent, channel } = losing();
    await roundWith(channel);
    await world.payload.update({ collection: 'events', id, data: { ...since, _status: 'published' } as never });
    await later(channel);
    await resolve(false);
    for (let i = 0; i < 3; i++) await later(channel);
    expect([sent.length, (await theRow()).status]).toEqual([1, 'withdrawn']);
  });

  it('is looked for before it leaves a second time, and counts as sent where it is found', async () => {
    await world.publish();
    const { sent, looks, channel } = losing([ACCEPTED]);
    await roundWith(channel);
    await resolve(false);
    for (let i = 0; i < 2; i++) await later(channel);
    expect([sent.length, looks.length]).toEqual([1, 1]);
    expect(await theRow()).toMatchObject({ status: 'sent', url: 'https://example.org/1' });
  });

  it('waits while its network cannot be read, at growing intervals', async () => {
    await world.publish();
    const unread = Array<SendOutcome>(3).fill({ kind: 'unconfirmed', detail: 'HTTP 503' });
    const { sent, looks, channel } = losing(unread);
    await roundWith(channel);
    await resolve(false);
    for (let i = 0; i < 5; i++) await later(channel, LEASE_SECONDS);
    expect([sent.length, (await theRow()).status, looks.length]).toEqual([1, 'ready', 3]);
    await later(channel, HOUR);
    expect([sent.length, (await theRow()).status]).toEqual([2, 'sent']);
  });

  it('is looked for however often it was tried since', async () => {
    await world.publish();
    const off: SendOutcome = { kind: 'postponed', notBefore: START, detail: 'ECONNREFUSED' };
    const { sent, looks, channel } = losing([undefined, ACCEPTED], [off]);
    await roundWith(channel);
    await resolve(false);
    for (let i = 0; i < 2; i++) await later(channel, HOUR);
    expect([sent.length, looks.length, (await theRow()).status]).toEqual([2, 2, 'sent']);
    const [dispatch] = await dispatchesOf(world.payload, 'post', [(await theRow()).id]);
    expect(dispatch?.status).toBe('accepted');
  });

  it.each([
    ['is given back for its key', { ...ACCEPTED, isEarlier: true }, ['accepted', 'rejected'], 'before'],
    ['is there beside another', SECOND, ['accepted', 'accepted'], 'before'],
    ['is heard of after another', SECOND, ['accepted', 'accepted'], 'after'],
  ] as const)(
    'counts as it left first, answered while it is said anew in other words, where it %s',
    async (_how, answer, stages, when) => {
      const { id } = await world.publish();
      await planDeliveries(world.context());
      await settleApprovals(world.context());
      const { fingerprint } = await theRow();
      let answerLate = (_: SendOutcome): void => {};
      const late = new Promise<SendOutcome>((take) => {
        answerLate = take;
      });
      const answered = async () => {
        answerLate(ACCEPTED);
        await silent;
      };
      const silent = roundWith({ send: () => late });
      await vi.waitFor(async () => expect((await tries()).map(({ stage }) => stage)).toEqual(['handing']));
      const reading: Partial<Channel> = { repeatable: false, find: async () => undefined };
      await later(reading);
      expect((await theRow()).status).toBe('unconfirmed');
      await resolve(false);
      await world.payload.update({ collection: 'events', id, data: { teaser: 'Für alle.', _status: 'published' } as never });
      const send = async () => {
        if (when === 'before') await answered();
        return answer;
      };
      for (let i = 0; i < 3 && (await theRow()).status !== 'sent'; i++) await later({ ...reading, send }, HOUR);
      if (when === 'after') await answered();
      expect((await tries()).map(({ stage }) => stage)).toEqual(stages);
      expect(new Set((await tries()).map(({ told }) => told?.fingerprint)).size).toBe(2);
      expect((await findLeft(world.payload, (await tries())[0]?.dispatchId ?? ''))?.number).toBe(1);
      expect(await theRow()).toMatchObject({ status: 'sent', fingerprint, url: 'https://example.org/1' });
      const first = postIn((await tries())[0]?.message)?.text;
      expect(first).not.toBe(postIn((await tries())[1]?.message)?.text);
      expect([(await saidBy(world.payload, (await theRow()).id))?.text, await shownText()]).toEqual([first, first]);
    },
  );
});
