import { handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECISIONS, type Decision } from '#domain/decision';
import type { DeliveryStatus } from '#domain/delivery';
import { loadDeliveryPage } from '../../src/admin/delivery-load';
import { viewerOf } from '../../src/admin/viewer';
import type { Rest } from './access-doors';
import type { World } from './access-world';
import { type House, testDatabases } from './boot';
import { ALLOWED, type Desk, openDesk, PEOPLE, type Who } from './decisions-desk';

/** From which status each decision is tried, with what it needs, and what becomes of the row. */
const TRIES: Readonly<Record<Decision, { from: DeliveryStatus; body: object; to: DeliveryStatus }>> = {
  approve: { from: 'awaiting-approval', body: {}, to: 'ready' },
  reword: { from: 'planned', body: { ownText: 'Kommen Sie!', before: '' }, to: 'ready' },
  decline: { from: 'awaiting-approval', body: { reason: 'Passt nicht zu unserem Kanal.' }, to: 'declined' },
  confirm: { from: 'handed-over', body: {}, to: 'sent' },
  resolve: { from: 'unconfirmed', body: { wasSent: true }, to: 'sent' },
  retry: { from: 'failed', body: {}, to: 'ready' },
  withdraw: { from: 'planned', body: {}, to: 'withdrawn' },
};

/** A content that is no more, by an id that both databases take. */
const GONE = 'events/000000000000000000000000';

describe.each(testDatabases())('decisions about ledger rows on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let rest: Rest;
  let world: World;
  let people: Desk['people'];
  let addRow: Desk['addRow'];
  let rowOf: Desk['rowOf'];

  beforeAll(async () => {
    ({ house, payload, rest, world, people, addRow, rowOf } = await openDesk(kind, 'decisions'));
  });
  afterAll(() => house.stop());

  const press = (who: Who, id: string, decision: Decision, body: object = TRIES[decision].body) =>
    rest('POST', `/deliveries/${id}/${decision}`, { as: people[who], body, headers: { 'accept-language': 'de' } });

  /** Presses a button whose request arrives slowly: `change` happens once it is known who asks, before the body is there. */
  const pressWhile = async (who: Who, id: string, decision: Decision, change: () => Promise<unknown>): Promise<number> => {
    const body = new ReadableStream(
      {
        pull: async (controller) => {
          await change();
          controller.enqueue(new TextEncoder().encode(JSON.stringify(TRIES[decision].body)));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const sent = { method: 'POST', headers: { authorization: `JWT ${people[who]?.token}` }, body, duplex: 'half' };
    const request = new Request(`http://localhost:3000/api/deliveries/${id}/${decision}`, sent);
    return (await handleEndpoints({ config: house.config, payloadInstanceCacheKey: house.key, request })).status;
  };

  describe.each(DECISIONS)('%s', (decision) => {
    it.each(PEOPLE)('by %s', async (who) => {
      const { from, to } = TRIES[decision];
      const id = await addRow(from);
      const { status } = await press(who, id, decision);
      const may = ALLOWED.includes(who) || (decision === 'withdraw' && who === 'organiser');
      expect(status).toBe(may ? 200 : who === 'anonymous' ? 401 : 403);
      const row = await rowOf(id);
      expect(row.status).toBe(may ? to : from);
      if (may) expect(row.decidedBy).toBe(people[who]?.user.id);
    });

    // A text is worded as often as somebody likes, until it leaves.
    it.skipIf(decision === 'reword')('a second time changes nothing and says how the row stands', async () => {
      const id = await addRow(TRIES[decision].from);
      await press('carrier', id, decision);
      const before = await rowOf(id);
      const { status, body } = await press('coordinator', id, decision);
      expect(status).toBe(409);
      expect(JSON.stringify(body)).toContain('Darüber ist schon entschieden. Stand jetzt: ');
      expect(await rowOf(id)).toEqual(before);
    });

    it('by two people at once is taken by one of them', async () => {
      const id = await addRow(TRIES[decision].from);
      const answers = await Promise.all([press('carrier', id, decision), press('coordinator', id, decision)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('changes nothing when the row became somebody else’s after it was looked whose it is', async () => {
      const id = await addRow(TRIES[decision].from);
      const replan = () =>
        payload.db.updateOne({
          collection: 'deliveries',
          where: { id: { equals: id } },
          data: decision === 'withdraw' ? { organiser: world.organisations.own } : { carrier: world.organisations.foreign },
        });
      const status = await pressWhile(decision === 'withdraw' ? 'organiser' : 'carrier', id, decision, replan);
      const row = await rowOf(id);
      expect([status, row.status, row.decidedBy ?? null]).toEqual([409, TRIES[decision].from, null]);
    });
  });

  it('say who decided: by name to colleagues and above, by body or role to the others', async () => {
    const who = async (reader: 'organiser' | 'coordinator' | 'carrierAuthor', id: string) => {
      const user = await payload.findByID({ collection: 'users', id: people[reader]?.user.id ?? '', depth: 0 });
      const viewer = viewerOf(user);
      return (
        viewer &&
        (await loadDeliveryPage({ payload, user: { ...user, collection: 'users' }, viewer, language: 'de' }, id))?.decidedBy
      );
    };
    const { shortName } = await payload.findByID({ collection: 'organisations', id: world.organisations.own });
    const id = await addRow('awaiting-approval', { content: GONE });
    await press('carrier', id, 'approve');
    expect(await who('coordinator', id)).toBe(people.carrier?.user.name);
    expect(await who('carrierAuthor', id)).toBe(people.carrier?.user.name);
    expect(await who('organiser', id)).toBe(shortName);
    const other = await addRow('awaiting-approval', { content: GONE });
    await press('coordinator', other, 'approve');
    expect(await who('organiser', other)).toBe('Koordination');
  });

  describe('what is asked for', () => {
    const problem = async (decision: Decision, body: object) => {
      const id = await addRow(TRIES[decision].from);
      const { status, body: answer } = await press('carrier', id, decision, body);
      expect((await rowOf(id)).status).toBe(TRIES[decision].from);
      return { status, ...(answer.errors as readonly { message: string; field?: string }[])[0] };
    };
    it.each([
      ['a reason is missing', 'decline', {}, 'reason', 'Bitte nennen Sie den Grund.'],
      ['a reason is blank', 'decline', { reason: '  ' }, 'reason', 'Bitte nennen Sie den Grund.'],
      ['a reason is endless', 'decline', { reason: 'x'.repeat(1001) }, 'reason', 'höchstens 1.000 Zeichen'],
      ['an own text is blank', 'approve', { ownText: ' ' }, 'ownText', 'Bitte schreiben Sie einen Text'],
      ['there is no own text', 'reword', {}, 'ownText', 'Bitte schreiben Sie einen Text'],
      ['a link is none', 'confirm', { url: 'javascript:alert(1)' }, 'url', 'https://'],
      ['nobody says what happened', 'resolve', {}, undefined, 'nicht lesbar'],
    ] as const)('%s', async (_name, decision, body, field, words) => {
      const found = await problem(decision, body);
      expect(found).toMatchObject({ status: 400, ...(field ? { field } : {}) });
      expect(found.message).toContain(words);
    });
    it('is JSON', async () => {
      const id = await addRow('planned');
      const request = { as: people.carrier, headers: { 'content-type': 'application/json' } };
      expect((await rest('POST', `/deliveries/${id}/withdraw`, request)).status).toBe(200);
    });
    it('is a row that exists', async () => {
      expect((await press('admin', '00000000-0000-4000-8000-000000000000', 'approve')).status).toBe(404);
    });
  });

  it('an own text is kept and counts as fresh', async () => {
    const id = await addRow('awaiting-approval', { ownText: 'alt', ownTextStale: true });
    await press('carrier', id, 'approve', { ownText: ' Kommen Sie! ', fingerprint: 'v1' });
    expect(await rowOf(id)).toMatchObject({ status: 'ready', ownText: 'Kommen Sie!', ownTextStale: false });
  });

  it('an own text is worded as often as people like until it leaves, also where the row is ready', async () => {
    const id = await addRow('ready', { approval: 'automatic' });
    for (const [who, ownText] of [
      ['carrier', 'Kommen Sie!'],
      ['coordinator', 'Kommen Sie alle!'],
    ] as const) {
      const before = (await rowOf(id)).ownText ?? '';
      expect((await press(who, id, 'reword', { ownText, fingerprint: 'v1', before })).body.message).toContain(
        'mit Ihrem Text hinaus',
      );
      expect(await rowOf(id)).toMatchObject({ status: 'ready', ownText, ownTextStale: false });
    }
    for (const body of [
      { ownText: 'Zu alt', fingerprint: 'v0' },
      { ownText: 'Anders', fingerprint: 'v1', before: 'Kommen Sie!' },
    ]) {
      const { status, body: answer } = await press('carrier', id, 'reword', body);
      expect([status, JSON.stringify(answer)]).toEqual([409, expect.stringContaining('hat sich inzwischen geändert')]);
    }
    const late = await addRow('sending');
    expect((await press('carrier', late, 'reword')).status).toBe(409);
  });

  it('an entry of an edition is worded there, for its release covers what it says', async () => {
    const id = await addRow('ready', { editionId: 'e1' });
    const { status, body } = await press('carrier', id, 'reword');
    expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('steht schon in einer Ausgabe')]);
    expect((await rowOf(id)).ownText ?? null).toBeNull();
  });

  it.each([
    ['before its time: then', '2200-01-10T17:00:00.000Z', 'Freigegeben. Die Ausspielung geht zum geplanten Zeitpunkt hinaus.'],
    ['after its time: at once', '2020-01-10T17:00:00.000Z', 'Freigegeben. Die Ausspielung geht gleich hinaus.'],
  ])('a yes says when the row leaves, %s', async (_name, dueAt, message) => {
    const id = await addRow('awaiting-approval', { dueAt, latestAt: '2201-01-10T17:00:00.000Z' });
    expect((await press('carrier', id, 'approve')).body).toEqual({ message });
  });

  it('a yes to another version than the one that stands is refused', async () => {
    const id = await addRow('awaiting-approval', { fingerprint: 'v2' });
    const { status, body } = await press('carrier', id, 'approve', { fingerprint: 'v1' });
    expect(status).toBe(409);
    expect(JSON.stringify(body)).toContain('hat sich inzwischen geändert');
    expect((await rowOf(id)).status).toBe('awaiting-approval');
  });

  it('a confirmation keeps the address of the post', async () => {
    const id = await addRow('handed-over');
    await press('carrier', id, 'confirm', { url: 'https://www.linkedin.com/posts/1' });
    expect(await rowOf(id)).toMatchObject({ status: 'sent', url: 'https://www.linkedin.com/posts/1' });
  });

  it('an unclear row that did not appear leaves again', async () => {
    const id = await addRow('unconfirmed');
    await press('carrier', id, 'resolve', { wasSent: false });
    expect((await rowOf(id)).status).toBe('ready');
  });

  it('answers in English where people read English', async () => {
    const headers = { 'accept-language': 'en' };
    const { body } = await rest('POST', `/deliveries/${await addRow('failed')}/retry`, { as: people.carrier, body: {}, headers });
    expect(body.message).toBe('The delivery will be tried once more.');
  });

  describe('a cookie', () => {
    const withCookie = async (headers: Readonly<Record<string, string>>) => {
      const cookie = `payload-token=${people.carrier?.token}`;
      const path = `/deliveries/${await addRow('planned')}/withdraw`;
      return (await rest('POST', path, { body: {}, headers: { cookie, ...headers } })).status;
    };
    it('counts from our own pages', async () => {
      expect(await withCookie({ origin: 'http://localhost:3000' })).toBe(200);
    });
    it('counts for nothing when another site presses the button', async () => {
      expect(await withCookie({ origin: 'https://boese.example' })).toBe(401);
      expect(await withCookie({ origin: 'null' })).toBe(401);
      expect(await withCookie({ 'sec-fetch-site': 'cross-site' })).toBe(401);
    });
  });
});
