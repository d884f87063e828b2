import type { Where } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '#domain/message';
import { instant } from '#domain/time';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { resolveUnconfirmed, retryFailed, reword } from '#store/decisions';
import { findRows } from '#store/rows';
import { loadDeliveryPage } from '../../src/admin/delivery-load';
import { reasonSentence, standSentences } from '../../src/admin/stand-words';
import { loadTodayLists } from '../../src/admin/today-load';
import { viewerOf } from '../../src/admin/viewer';
import { testDatabases } from './boot';
import { adopt, LEASE_SECONDS, openWorld, type World } from './jobs-world';

const EVENT = { startsAt: '2027-03-10T17:00:00.000Z', endsAt: '2027-03-10T19:00:00.000Z' };
const MORNING = instant('2026-11-24T06:30:00Z');

describe.each(testDatabases())('the carrier’s own text of a row that asks nobody, on %s', (kind) => {
  let world: World;
  let event: string;
  beforeAll(async () => {
    world = await openWorld(kind, 'own-texts');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'], announceDays: 14 }]);
    await world.payload.update({ collection: 'users', id: world.ids.editor, data: { mails: { digest: true } } });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    event = (await world.publish(EVENT)).id;
    await world.round();
  });

  const theRow = async () => {
    const [row] = await world.rows();
    if (!row) throw new Error('no row');
    return row;
  };
  const write = async (ownText: string) => {
    const { id, fingerprint } = (await thePage()).delivery;
    return (await reword(world.payload, id, { user: world.ids.editor, now: world.now(), ownText, fingerprint })).kind;
  };
  const retry = async () => (await retryFailed(world.payload, (await theRow()).id, { user: 'u', now: world.now() })).kind;
  const change = (data: object) =>
    world.payload.update({ collection: 'events', id: event, data: { ...data, _status: 'published' } as never });
  const asEditor = async () => {
    const user = await world.payload.findByID({ collection: 'users', id: world.ids.editor, depth: 0 });
    const viewer = viewerOf(user);
    if (!viewer) throw new Error('no viewer');
    return { payload: world.payload, user: { ...user, collection: 'users' as const }, viewer, language: 'de' as const };
  };
  const thePage = async () => {
    const page = await loadDeliveryPage(await asEditor(), (await theRow()).id);
    if (!page) throw new Error('no page');
    return page;
  };
  const saidOnPage = async () => standSentences(await thePage()).map(({ de }) => de);
  const toldToday = async () => {
    const { payload, user, viewer } = await asEditor();
    const { troubles, lostTexts } = await loadTodayLists(payload, user, viewer, world.now());
    return [troubles.rows.map(({ row }) => row.id), lostTexts];
  };
  const textOf = (message: Message | undefined): string => (message?.kind === 'post' ? message.text : '');
  const posted = () => world.fakes.current.preview.sent.map(({ message }) => textOf(message));
  /** In whose own words the posts left that did. */
  const toldByTries = async () => {
    const where: Where = { and: [{ stage: { equals: 'accepted' } }, { fingerprint: { exists: true } }] };
    return (await findRows(world.payload, 'attempts', where)).map(({ ownText }) => ownText);
  };
  const leave = async () => {
    world.at((await theRow()).dueAt);
    await world.round();
  };

  it('is offered from its first round on, and leaves', async () => {
    expect((await theRow()).status).toBe('ready');
    expect((await thePage()).open).toContain('reword');
    expect(await write('Kommen Sie nach Kassel!')).toBe('done');
    await leave();
    expect(posted()).toEqual([expect.stringMatching(/^Kommen Sie nach Kassel!/)]);
  });

  it('falls away when the content changes, is told of until somebody words it anew, and then leaves', async () => {
    await write('Kommen Sie nach Kassel!');
    await change({ teaser: 'Ein Tag für alle, die bleiben.' });
    await world.round();
    const { id } = await theRow();
    expect(await theRow()).toMatchObject({ status: 'ready', ownText: 'Kommen Sie nach Kassel!', ownTextStale: true });
    expect(await saidOnPage()).toEqual([
      expect.stringContaining('Geht am'),
      'Der eigene Text entfällt: Der Inhalt hat sich geändert, seit er geschrieben wurde. Hinaus geht der Text, der unten steht.',
      'Sie können ihn anpassen und wieder verwenden.',
    ]);
    expect((await thePage()).text?.text).toContain('Ein Tag für alle, die bleiben.');
    expect(await toldToday()).toEqual([[id], [id]]);
    world.at(MORNING);
    await world.round();
    const digest = world.fakes.current.outbox.sent.map(({ message }) => (message.kind === 'mail' ? message : undefined)).at(-1);
    expect(digest?.subject).toContain('1 Problem');
    expect(digest?.text).toContain('Der eigene Text entfällt, weil sich der Inhalt geändert hat');
    expect(await write('Bleiben Sie in Kassel!')).toBe('done');
    expect([await toldToday(), (await saidOnPage()).length]).toEqual([[[], []], 1]);
    await leave();
    expect(posted()).toEqual([expect.stringMatching(/^Bleiben Sie in Kassel!/)]);
  });

  it('that fell away is told of no more once the row has left with the text of the content', async () => {
    await write('Kommen Sie nach Kassel!');
    await change({ teaser: 'Ein Tag für alle, die bleiben.' });
    await leave();
    expect(posted()).toEqual([expect.stringContaining('Ein Tag für alle, die bleiben.')]);
    expect([(await theRow()).status, await toldToday(), await toldByTries()]).toEqual(['sent', [[], []], ['']]);
  });

  it('cannot be changed once an earlier try may have left: a repeat says the same', async () => {
    world.fakes.current.preview.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    await leave();
    await resolveUnconfirmed(world.payload, (await theRow()).id, { user: 'u', now: world.now(), wasSent: false });
    expect([(await theRow()).status, (await thePage()).open.includes('reword')]).toEqual(['ready', false]);
    expect(await write('Anders gesagt')).toBe('text-stays');
    world.pass(LEASE_SECONDS * 10);
    await world.round();
    expect([(await theRow()).status, posted().length]).toEqual(['sent', 1]);
  });

  it('can still be changed after a try that certainly did not leave', async () => {
    world.fakes.current.preview.answerNext({ kind: 'postponed', notBefore: world.now(), detail: 'HTTP 503' });
    await leave();
    expect([(await theRow()).status, await write('Anders gesagt')]).toEqual(['ready', 'done']);
    world.pass(LEASE_SECONDS * 100);
    await world.round();
    expect(posted()).toEqual([expect.stringMatching(/^Anders gesagt/)]);
  });

  const refuse = async (code: string) => {
    world.fakes.current.preview.answerNext({ kind: 'rejected', code, detail: 'Status is a duplicate.' });
    await leave();
    return thePage();
  };

  it('tries again what was refused for its words, and says so beside the reason', async () => {
    const page = await refuse('duplicate');
    expect([page.delivery.status, page.open]).toEqual(['failed', ['reword', 'retry', 'withdraw']]);
    expect(reasonSentence(page)?.de).toBe(
      'Warum: Derselbe Text steht dort schon. Mit einem eigenen Text versucht Nordsüd es noch einmal.',
    );
    expect(await write('Anders gesagt')).toBe('done');
    expect([(await theRow()).reason, reasonSentence(await thePage())]).toEqual([undefined, undefined]);
    world.pass(LEASE_SECONDS);
    await world.round();
    expect([(await theRow()).status, ...posted()]).toEqual(['sent', expect.stringMatching(/^Anders gesagt/)]);
  });

  it('that was written for what changed since it was refused leaves as it was written', async () => {
    await refuse('duplicate');
    const before = (await theRow()).fingerprint;
    await change({ teaser: 'Ein Tag für alle, die bleiben.' });
    await world.round();
    expect([(await theRow()).fingerprint, (await thePage()).text?.text]).toEqual([
      before,
      expect.stringContaining('die bleiben'),
    ]);
    const seen = { user: world.ids.editor, now: world.now(), ownText: 'Für den alten Stand', fingerprint: before };
    expect((await reword(world.payload, (await theRow()).id, seen)).kind).toBe('not-possible');
    expect(await write('Bleiben Sie!')).toBe('done');
    world.pass(LEASE_SECONDS);
    await world.round();
    await world.round();
    expect([(await theRow()).status, ...posted()]).toEqual(['sent', expect.stringMatching(/^Bleiben Sie!/)]);
  });

  it('of what was refused is no longer the one to leave where the content changed since, and its page says so', async () => {
    await write('Kommen Sie nach Kassel!');
    await refuse('duplicate');
    expect((await thePage()).delivery.ownTextStale).toBe(false);
    await change({ teaser: 'Ein Tag für alle, die bleiben.' });
    await world.round();
    const { delivery, text } = await thePage();
    expect([delivery.ownTextStale, text?.isOwnText, text?.text]).toEqual([true, false, expect.stringContaining('die bleiben')]);
  });

  it.each([
    ['a text of its own', { status: 'cancelled' }, 'event-cancelled', () => write('Kommen Sie!')],
    ['another try', { doNotPromote: true, doNotPromoteReason: 'Geschlossener Kreis' }, 'no-longer-agreed', () => retry()],
  ])('is no way past the plan: what failed and is wanted no more does not leave with %s', async (_how, since, reason, again) => {
    await refuse('duplicate');
    await change(since);
    await world.round();
    expect([(await theRow()).status, await again()]).toEqual(['failed', 'done']);
    world.pass(LEASE_SECONDS);
    for (let i = 0; i < 2; i++) await world.round();
    expect([(await theRow()).status, (await theRow()).reason, posted()]).toEqual(['withdrawn', reason, []]);
  });

  it('is not what is advised where something else was refused', async () => {
    expect(reasonSentence(await refuse('http-422'))?.de).toBe('Warum: Der Anbieter hat die Nachricht abgelehnt (HTTP 422).');
  });

  /** A worker for whom something happens the moment before it takes the row. */
  const workerWhile = async (happens: () => Promise<unknown>) => {
    const { payload } = world;
    let isOver = false;
    const db = new Proxy(payload.db, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: readonly { data?: { status?: string }; collection?: string }[]) => {
          if (!isOver && name === 'updateOne' && args[0]?.collection === 'deliveries' && args[0].data?.status === 'sending') {
            isOver = true;
            await happens();
          }
          return value.apply(target, args);
        };
      },
    });
    await dispatchMessages({ ...world.context(), payload: Object.create(payload, { db: { value: db } }) });
    expect(isOver).toBe(true);
  };

  it('that is written while a worker has the row in mind leaves with the next round, never the old one', async () => {
    world.at((await theRow()).dueAt);
    await workerWhile(async () => expect(await write('Gerade noch')).toBe('done'));
    expect(posted()).toEqual([]);
    await world.round();
    expect(posted()).toEqual([expect.stringMatching(/^Gerade noch/)]);
  });

  it('that is saved once more, as it was, while a worker has the row in mind without it, leaves with the next round', async () => {
    await write('Kommen Sie nach Kassel!');
    await change({ teaser: 'Ein Tag für alle, die bleiben.' });
    await world.round();
    world.at((await theRow()).dueAt);
    await workerWhile(async () => expect(await write('Kommen Sie nach Kassel!')).toBe('done'));
    expect(posted()).toEqual([]);
    await world.round();
    expect(posted()).toEqual([expect.stringMatching(/^Kommen Sie nach Kassel!/)]);
    expect(await toldByTries()).toEqual(['Kommen Sie nach Kassel!']);
  });

  it('may be one of which nobody wrote down whether it is stale', async () => {
    await write('Kommen Sie nach Kassel!');
    await world.payload.db.updateMany({ collection: 'deliveries', where: {}, data: { ownTextStale: null } });
    await leave();
    expect(posted()).toEqual([expect.stringMatching(/^Kommen Sie nach Kassel!/)]);
  });

  it('comes too late once a worker has the row in hand', async () => {
    world.at((await theRow()).dueAt);
    const said: string[] = [];
    await world.round({
      channel: (via) => ({
        ...world.fakes.current[via],
        send: async (message, key) => {
          if (via === 'preview') said.push(await write('Zu spät'));
          return world.fakes.current[via].send(message, key);
        },
      }),
    });
    expect([said, (await theRow()).ownText, (await theRow()).status]).toEqual([['not-possible'], undefined, 'sent']);
  });
});
