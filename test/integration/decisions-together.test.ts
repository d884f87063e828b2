import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rest } from './access-doors';
import type { World } from './access-world';
import { type House, testDatabases } from './boot';
import { ALLOWED, type Desk, openDesk, PEOPLE, type Who } from './decisions-desk';

describe.each(testDatabases())('decisions about several ledger rows on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let people: Desk['people'];
  let addRow: Desk['addRow'];
  let rowOf: Desk['rowOf'];

  beforeAll(async () => {
    ({ house, rest, world, people, addRow, rowOf } = await openDesk(kind, 'together'));
  });
  afterAll(() => house.stop());

  const pressAll = (
    who: Who,
    decision: 'approve' | 'decline' | 'withdraw' | 'take-over',
    ids: readonly string[],
    more: object = {},
  ) =>
    rest('POST', `/deliveries/${decision}`, {
      as: people[who],
      body: { rows: ids.map((id) => ({ id, fingerprint: 'v1' })), ...more },
      headers: { 'accept-language': 'de' },
    });
  const statuses = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await rowOf(id)).status));
  const waiting = (change: object = {}) => addRow('awaiting-approval', change);

  it('are approved, each with who and when', async () => {
    const ids = [await waiting(), await waiting(), await waiting()];
    const { status, body } = await pressAll('carrier', 'approve', ids);
    expect([status, body.message]).toEqual([200, '3 freigegeben.']);
    expect(await statuses(ids)).toEqual(['ready', 'ready', 'ready']);
    for (const id of ids) expect((await rowOf(id)).decidedBy).toBe(people.carrier?.user.id);
  });

  it('are declined with one reason, which each keeps', async () => {
    const ids = [await waiting(), await waiting()];
    const reason = 'Passt nicht zu unserem Kanal.';
    const { status, body } = await pressAll('coordinator', 'decline', ids, { reason });
    expect([status, body.message]).toEqual([200, '2 abgelehnt.']);
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ status: 'declined', declineReason: reason });
  });

  it('say of each row that stays why it does', async () => {
    const named = { contentTitle: 'Tag', channelName: 'Kanal' };
    const ids = [
      await waiting(),
      await addRow('sent', { contentTitle: 'Abend', channelName: 'HTAI auf LinkedIn' }),
      await waiting({ ...named, fingerprint: 'v2' }),
      await waiting({ ...named, carrier: world.organisations.foreign }),
      await addRow('planned', { ...named, approval: 'automatic' }),
      '00000000-0000-4000-8000-000000000000',
    ];
    const before = await Promise.all(ids.slice(1, -1).map(rowOf));
    const { status, body } = await pressAll('carrier', 'approve', ids);
    expect(status).toBe(200);
    expect(body.message).toBe(
      '1 freigegeben, 1 hatte schon jemand entschieden (Abend, HTAI auf LinkedIn), 1 seit dem Laden der Liste geändert, bitte neu prüfen (Tag, Kanal), 1 entscheidet ein anderer Akteur (Tag, Kanal), 1 ohne Freigabe vorgesehen (Tag, Kanal), 1 gibt es nicht mehr.',
    );
    expect(await Promise.all(ids.slice(1, -1).map(rowOf))).toEqual(before);
  });

  it.each(PEOPLE)('by %s', async (who) => {
    const ids = [await waiting(), await waiting()];
    const { status } = await pressAll(who, 'approve', ids);
    const may = ALLOWED.includes(who);
    expect(status).toBe(may ? 200 : who === 'anonymous' ? 401 : 403);
    expect(new Set(await statuses(ids))).toEqual(new Set([may ? 'ready' : 'awaiting-approval']));
  });

  it.each(PEOPLE)('are withdrawn together by %s', async (who) => {
    const ids = [await waiting(), await addRow('ready')];
    const before = await statuses(ids);
    const { status, body } = await pressAll(who, 'withdraw', ids);
    const may = ['admin', 'coordinator', 'organiser'].includes(who);
    if (may) expect([status, body.message]).toEqual([200, '2 zurückgezogen.']);
    else expect(status).toBe(who === 'anonymous' ? 401 : who === 'carrier' ? 409 : 403);
    expect(await statuses(ids)).toEqual(may ? ['withdrawn', 'withdrawn'] : before);
  });

  it('by two people at once: each row is decided once', async () => {
    const ids = [await waiting(), await waiting(), await waiting()];
    const answers = await Promise.all([pressAll('carrier', 'approve', ids), pressAll('coordinator', 'approve', ids)]);
    expect(await statuses(ids)).toEqual(['ready', 'ready', 'ready']);
    const approved = answers.map(({ body }) => Number(/(\d+) freigegeben/.exec(JSON.stringify(body))?.[1] ?? 0));
    expect(approved.reduce((sum, one) => sum + one, 0)).toBe(3);
  });

  it('need rows, not too many of them, and a no its reason', async () => {
    const id = await waiting();
    expect((await pressAll('carrier', 'approve', [])).status).toBe(400);
    expect(
      (
        await pressAll(
          'carrier',
          'approve',
          Array.from({ length: 101 }, () => id),
        )
      ).status,
    ).toBe(400);
    const { status, body } = await pressAll('carrier', 'decline', [id]);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('Bitte nennen Sie den Grund.')]);
    expect(await statuses([id])).toEqual(['awaiting-approval']);
  });

  describe('taken over from a block', () => {
    let channel: string;
    beforeAll(async () => {
      const newsletter = { kind: 'newsletter', via: 'block', slotRhythm: 'weekly', slotWeekday: '2', slotTime: '09:00' } as const;
      const data = { ...newsletter, name: 'Rundbrief', slug: 'rundbrief', organisation: world.organisations.own };
      ({ id: channel } = await house.payload.create({
        collection: 'channels',
        data: { ...data, active: true, language: 'de', quietFrom: '20:00', quietTo: '07:00' },
      }));
    });
    const inBlock = (change: object = {}) => addRow('ready', { channel, approval: 'automatic', ...change });

    it.each(PEOPLE)('by %s: whoever decides for the carrier may confirm it, nobody else', async (who) => {
      const id = await inBlock();
      const { status, body } = await pressAll(who, 'take-over', [id], { url: 'https://example.org/rundbrief' });
      const row = await rowOf(id);
      if (ALLOWED.includes(who)) {
        expect([status, body.message]).toEqual([200, '1 als übernommen bestätigt.']);
        expect(row).toMatchObject({ status: 'sent', url: 'https://example.org/rundbrief', decidedBy: people[who]?.user.id });
        expect(row.sentAt).toBeTruthy();
      } else {
        expect([status, row.status]).toEqual([who === 'anonymous' ? 401 : 403, 'ready']);
      }
    });

    it('twice, it counts once, and only the version that was copied', async () => {
      const [id, changed] = [
        await inBlock(),
        await inBlock({ fingerprint: 'v2', contentTitle: 'Tag', channelName: 'Rundbrief' }),
      ];
      expect((await pressAll('carrier', 'take-over', [id])).status).toBe(200);
      const { sentAt } = await rowOf(id);
      expect((await pressAll('carrier', 'take-over', [id])).status).toBe(409);
      expect((await rowOf(id)).sentAt).toBe(sentAt);
      const { status, body } = await pressAll('carrier', 'take-over', [changed]);
      expect([status, body]).toEqual([
        409,
        { errors: [{ message: '1 seit dem Laden der Liste geändert, bitte neu prüfen (Tag, Rundbrief).' }] },
      ]);
    });

    it('only where there is a block: what we send ourselves cannot be confirmed by hand', async () => {
      const id = await addRow('ready', { contentTitle: 'Tag', channelName: 'Mastodon' });
      const { status, body } = await pressAll('admin', 'take-over', [id]);
      expect([status, body]).toEqual([
        409,
        { errors: [{ message: '1 in keinem Baustein, weil auf anderem Weg unterwegs (Tag, Mastodon).' }] },
      ]);
      expect((await rowOf(id)).status).toBe('ready');
    });

    it('not with an address that is none', async () => {
      const id = await inBlock();
      const { status, body } = await pressAll('carrier', 'take-over', [id], { url: 'javascript:alert(1)' });
      expect(status).toBe(400);
      expect(body).toMatchObject({ errors: [{ field: 'url' }] });
      expect((await rowOf(id)).status).toBe('ready');
    });
  });
});
