import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { halfYearSpan, neighbourOf } from '#domain/calendar';
import { DELIVERY_STATUSES, type DeliveryStatus } from '#domain/delivery';
import { type Fate, fateOf, regionsOf, reportOf } from '#domain/report';
import { type Instant, toIso } from '#domain/time';
import { loadDoneRows, loadReportRows } from '#store/report';
import { loadAgreements, loadOrganisations } from '#store/settings';
import { loadAwaiting, loadDrafts, loadTroubles, loadUnasked, loadUpcoming, type Whose } from '#store/today';
import { listQuery } from '../../src/admin/list-query';
import { loosely, openRest, type Person, type Rest } from './access-doors';
import { idOf, settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

const HALF_YEAR = { year: 2026, half: 2 } as const;
const { from, until } = halfYearSpan(HALF_YEAR);
const IN = toIso(from.add({ hours: 24 * 30 }));

describe.each(testDatabases())('report and start page on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let number = 0;
  const NOW = from.add({ hours: 24 * 30 - 1 });

  const row = (change: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    house.payload.db.create({
      collection: 'deliveries',
      data: {
        key: `row-${++number}`,
        content: `events/e${number}`,
        contentTitle: `Veranstaltung ${number}`,
        organiser: world.organisations.own,
        organiserName: 'Eigene',
        carrier: world.organisations.foreign,
        carrierName: 'Fremde',
        channel: world.channels.foreign,
        channelName: 'Kanal',
        purpose: 'announce',
        occasion: 0,
        status: 'sent',
        becauseKind: 'clause',
        agreement: 'a',
        clause: 'N-S-1',
        clauseText: 'Der Süden wirbt.',
        clauseAgreed: true,
        approval: 'carrier',
        wantedAt: IN,
        dueAt: IN,
        latestAt: IN,
        fingerprint: 'f',
        sequence: 0,
        ...change,
      },
    });

  beforeAll(async () => {
    house = await bootHouse(kind, 'report');
    rest = openRest(house);
    world = await settle(house, rest);
    for (const status of DELIVERY_STATUSES) for (let i = 0; i <= DELIVERY_STATUSES.indexOf(status); i++) await row({ status });
    await row({ status: 'missed', reason: 'too-late', alsoFulfils: ',V-1,V-2,' });
    await row({ status: 'declined', declineReason: '=HYPERLINK("http://boese.example")' });
    // None of these is counted.
    await row({ becauseKind: 'own-channel', clause: null });
    await row({ purpose: 'update' });
    await row({ purpose: 'cancel' });
    await row({ dueAt: toIso(from.subtract({ milliseconds: 1 })) });
    await row({ dueAt: toIso(until) });
    await row({ sentAt: toIso(until) });
    await row({ dueAt: toIso(until), sentAt: toIso(until.subtract({ milliseconds: 1 })), contentTitle: 'Noch gezählt' });
  });
  afterAll(() => house.stop());

  const userOf = ({ user }: Person) => house.payload.findByID({ collection: 'users', id: user.id, depth: 0 });

  const report = async (halfYear: { year: number; half: 1 | 2 } = HALF_YEAR) =>
    reportOf({
      rows: await loadReportRows(house.payload, halfYear),
      halfYear,
      organisations: await loadOrganisations(house.payload),
      agreements: await loadAgreements(house.payload),
      at: NOW,
    });

  it('equals a hand count of the ledger in all states', async () => {
    const { clauses, pairs } = await report();
    const count = (fate: Fate): number =>
      DELIVERY_STATUSES.reduce((sum, status, index) => sum + (fateOf(status) === fate ? index + 1 : 0), 0);
    expect(clauses.map(({ code }) => code)).toEqual(['N-S-1', 'V-1', 'V-2']);
    expect(clauses[0]?.fates).toEqual({
      done: count('done') + 1,
      open: count('open'),
      unclear: count('unclear'),
      declined: count('declined') + 1,
      missed: count('missed') + 1,
    });
    expect(clauses[1]?.fates).toEqual({ done: 0, open: 0, unclear: 0, declined: 0, missed: 1 });
    expect(pairs.get(world.organisations.foreign)?.get(world.organisations.own)).toEqual({
      contents: count('done') + 1,
      messages: count('done') + 1,
    });
  });

  it('changes nothing and says the same when it is built again', async () => {
    const stored = async () =>
      (await house.payload.db.find({ collection: 'deliveries', pagination: false, limit: 0, where: {} })).docs;
    const before = await stored();
    const first = await report();
    expect(await report()).toEqual(first);
    expect(await stored()).toEqual(before);
    const done = await loadDoneRows(house.payload, HALF_YEAR);
    expect(regionsOf(done, await loadOrganisations(house.payload))).toEqual(first.regions);
  });

  it('puts every row into exactly one half-year', async () => {
    const years = [neighbourOf(HALF_YEAR, -1), HALF_YEAR, neighbourOf(HALF_YEAR, 1)];
    const all = await Promise.all(years.map((one) => loadReportRows(house.payload, one)));
    const counted = number - 3;
    expect(all.reduce((sum, rows) => sum + rows.length, 0)).toBe(counted);
  });

  it('gives its rows as a table without formulas to whoever is logged in, to nobody else', async () => {
    const path = '/deliveries/report';
    const query = { halfYear: '2026-H2' };
    expect((await rest('GET', path, { query })).status).toBe(401);
    expect((await rest('GET', path, { as: world.people.author, query: { halfYear: '2026' } })).status).toBe(400);
    const { status, headers, text } = await rest('GET', path, { as: world.people.author, query });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="bericht-2026-H2.csv"');
    expect(text).toContain('"Noch gezählt"');
    expect(text).toContain(`"'=HYPERLINK(""http://boese.example"")"`);
    expect(text.trim().split('\r\n')).toHaveLength(1 + (await loadReportRows(house.payload, HALF_YEAR)).length);
  });

  it('shows on the start page what is one’s own to act on', async () => {
    const counts = (status: DeliveryStatus): number => DELIVERY_STATUSES.indexOf(status) + 1;
    const { own, foreign } = world.organisations;
    const awaiting = counts('awaiting-approval') + counts('handed-over');
    expect((await loadAwaiting(house.payload, { organisation: foreign, as: 'carrier' }, 3)).total).toBe(awaiting);
    expect((await loadAwaiting(house.payload, { organisation: own, as: 'carrier' }, 3)).total).toBe(0);
    expect((await loadAwaiting(house.payload, { organisation: undefined, as: 'carrier' }, 3)).rows).toHaveLength(3);
    const unsent = counts('planned') + counts('awaiting-approval') + counts('ready');
    const week = NOW.add({ hours: 24 * 7 });
    const upcoming = (organisation: string | undefined, until: Instant, beside?: Whose, blocks: readonly { id: string }[] = []) =>
      loadUpcoming(house.payload, { whose: { organisation, as: 'any' }, until, blocks, beside }, 50);
    expect((await upcoming(own, week)).total).toBe(unsent);
    expect((await upcoming(own, NOW)).total).toBe(0);
    expect((await upcoming(own, week, undefined, [{ id: 'another' }])).total).toBe(unsent);
    expect((await upcoming(own, week, undefined, [{ id: world.channels.foreign }])).total).toBe(0);
    const besides = async (whose: string | undefined, besideWhose: string | undefined) => {
      return (await upcoming(whose, week, { organisation: besideWhose, as: 'carrier' })).total;
    };
    expect(await besides(own, own)).toBe(unsent);
    expect(await besides(foreign, foreign)).toBe(unsent - counts('awaiting-approval'));
    expect(await besides(own, undefined)).toBe(unsent - counts('awaiting-approval'));
  });

  it('calls it a problem when nobody could be asked, not while a mail is under way or has arrived', async () => {
    const carried = { organisation: world.organisations.foreign, as: 'carrier' } as const;
    const all = await loadUnasked(house.payload, carried);
    expect(all).toHaveLength(DELIVERY_STATUSES.indexOf('awaiting-approval') + 1);
    const [id = '', other = ''] = all;
    const about = async (status: 'due' | 'accepted' | 'failed', key: string, kind = 'approval'): Promise<readonly string[]> => {
      const data = { key, kind, user: key.slice(-1), delivery: key.split('/')[1], status };
      await house.payload.db.create({ collection: 'notices', data });
      return (await loadUnasked(house.payload, carried)).filter((one) => one === id || one === other);
    };
    expect(await about('failed', `approval/${id}/f/u`)).toEqual([id, other]);
    expect(await about('due', `no-editor/${id}/f/v`, 'no-editor')).toEqual([id, other]);
    expect(await about('due', `approval/${id}/older/w`)).toEqual([id, other]);
    expect(await about('due', `approval/${id}/f/x`)).toEqual([other]);
    expect(await about('accepted', `approval/${other}/f/y`)).toEqual([]);
  });

  it('leads from each list to just the rows that it counts', async () => {
    const { payload } = house;
    const { own, foreign } = world.organisations;
    for (const organisation of [own, foreign, undefined]) {
      const carried = { organisation, as: 'carrier' } as const;
      const unasked = await loadUnasked(payload, carried);
      const lists = await Promise.all([
        loadAwaiting(payload, carried, 1),
        loadTroubles(payload, carried, unasked, 1),
        loadTroubles(payload, carried, [], 1),
        ...[NOW.add({ hours: 24 * 7 }), NOW].map((until) =>
          loadUpcoming(payload, { whose: { organisation, as: 'any' }, until, blocks: [{ id: 'a' }, { id: 'b' }] }, 1),
        ),
      ]);
      for (const { conditions, total } of lists) {
        const query = Object.fromEntries(new URLSearchParams(listQuery(conditions, 'dueAt')));
        const { body } = await rest('GET', '/deliveries', {
          as: world.people.author,
          query: { ...query, depth: '0', limit: '1' },
        });
        expect(body.totalDocs).toBe(total);
      }
      expect(lists.map(({ total }) => total > 0)).toEqual(
        organisation === own ? [false, false, false, true, false] : [true, true, true, true, false],
      );
    }
  });

  it('finds one’s drafts again, not those of others, nor one that was only opened', async () => {
    const { payload } = house;
    await loosely(payload).create({ collection: 'events', data: { organiser: world.organisations.own }, draft: true });
    const data = { title: 'Angefangen', organiser: world.organisations.own } as const;
    const id = idOf(await loosely(payload).create({ collection: 'events', data: world.data('events', data), draft: true }));
    const drafts = await loadDrafts(payload, await userOf(world.people.author), world.organisations.own, 10);
    expect(drafts.map((draft) => draft.id)).toEqual([id]);
    expect(await loadDrafts(payload, await userOf(world.stranger), world.organisations.own, 10)).toEqual([]);
  });
});
