import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditionAct } from '#domain/edition-edit';
import { instant } from '#domain/time';
import { findRows, insertOnce } from '#store/rows';
import { loadEditionPage } from '../../src/admin/edition-load';
import { viewerOf } from '../../src/admin/viewer';
import { testDatabases } from './boot';
import { ALLOWED, type Desk, openDesk, PEOPLE, type Who } from './decisions-desk';

describe.each(testDatabases())('decisions about editions on %s', (kind) => {
  let desk: Desk;
  let counter = 0;
  beforeAll(async () => {
    desk = await openDesk(kind, 'edition-actions');
  });
  afterAll(() => desk.house.stop());

  const addEdition = async (change: object = {}): Promise<string> => {
    counter += 1;
    const data = {
      ...{ key: `own/${counter}`, channel: desk.world.channels.own, channelName: 'Newsletter', status: 'open' as const },
      ...{ slotAt: '2027-01-10T08:00:00.000Z', version: 0, ...change },
    };
    return (await insertOnce(desk.payload, 'editions', data))?.id ?? '';
  };
  const editionOf = async (id: string) => (await findRows(desk.payload, 'editions', { id: { equals: id } }))[0];
  const testsOf = async (id: string) =>
    (await findRows(desk.payload, 'notices', { kind: { equals: 'edition-test' } })).filter(({ key }) => key.includes(id));
  const press = (who: Who, id: string, act: EditionAct, body: object = {}) =>
    desk.rest('POST', `/editions/${id}/${act}`, { as: desk.people[who], body, headers: { 'accept-language': 'de' } });
  const intro = (text: string, version = 0) => ({ version, decisions: [{ kind: 'intro', language: 'de', text }] });
  const addBatch = (id: string, number: number, status: 'due' | 'sending' | 'accepted') =>
    insertOnce(desk.payload, 'dispatches', {
      ...{ key: `edition/${id}/${number}`, kind: 'edition', subject: id, status, attempt: 0 },
      ...{ notBefore: '2027-01-10T08:00:00.000Z', recipientIds: ['a', 'b', 'c'].map((one) => `${one}${number}`) },
    });

  it.each(PEOPLE)('are taken by the editors of its newsletter and those above: %s', async (who) => {
    const id = await addEdition();
    const refused = who === 'anonymous' ? 401 : 403;
    const may = ALLOWED.includes(who);
    expect((await press(who, id, 'decide', intro('Guten Tag!'))).status).toBe(may ? 200 : refused);
    expect((await press(who, id, 'approve', { version: may ? 1 : 0, covers: [] })).status).toBe(may ? 200 : refused);
    expect((await press(who, id, 'test')).status).toBe(may ? 200 : refused);
    expect((await press(who, id, 'stop')).status).toBe(may ? 200 : refused);
    const edition = await editionOf(id);
    expect(edition).toMatchObject(may ? { version: 1, status: 'skipped' } : { version: 0, status: 'open' });
    expect((await testsOf(id)).map(({ user }) => user)).toEqual(may ? [desk.people[who]?.user.id] : []);
  });

  it('say in German that somebody else was quicker, and change nothing then', async () => {
    const id = await addEdition();
    await press('carrier', id, 'decide', intro('Die Erste'));
    const { status, body } = await press('coordinator', id, 'decide', intro('Die Zweite'));
    expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('Inzwischen hat jemand anderes')]);
    expect((await editionOf(id))?.edits).toMatchObject({ intro: { de: 'Die Erste' } });
    expect((await press('coordinator', id, 'approve', { version: 0, covers: [] })).status).toBe(409);
  });

  it('come too late when it is on its way', async () => {
    const id = await addEdition({ status: 'closed', recipients: 3 });
    const { status, body } = await press('carrier', id, 'decide', intro('Zu spät'));
    expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('schon auf dem Weg')]);
  });

  it.each([
    [{ version: 0, decisions: [{ kind: 'put-off', row: 'r', reason: ' ' }] }, 'Bitte nennen Sie den Grund'],
    [{ version: 0, decisions: [{ kind: 'subject', language: 'de', text: 'x'.repeat(151) }] }, 'Betreff in höchstens 150 Zeichen'],
    [{ version: 0, decisions: [{ kind: 'explode' }] }, 'nicht lesbar'],
    [{ decisions: [] }, 'nicht lesbar'],
  ])('are refused where they say nothing that can be done: %j', async (asked, words) => {
    const { status, body } = await press('carrier', await addEdition(), 'decide', asked);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(words)]);
  });

  it('stop one on its way: what nobody has in hand stays back, and people read how many have it', async () => {
    const id = await addEdition({ status: 'closed', recipients: 9, subject: 'Neues' });
    for (const [at, status] of (['accepted', 'due', 'due'] as const).entries()) await addBatch(id, at, status);
    const { status, body } = await press('carrier', id, 'stop');
    expect([status, JSON.stringify(body)]).toEqual([
      200,
      expect.stringContaining('3 Personen haben die Ausgabe schon oder bekommen sie gerade, 6 bekommen sie nicht.'),
    ]);
    const batches = await findRows(desk.payload, 'dispatches', { subject: { equals: id } }, { sort: 'key' });
    expect(batches.map((batch) => batch.status)).toEqual(['accepted', 'cancelled', 'cancelled']);
    expect((await press('carrier', id, 'stop')).status).toBe(409);
  });

  it('stop one that is in hand as a whole: people read that nothing of it is tried again', async () => {
    const id = await addEdition({ status: 'closed', recipients: 6, subject: 'Neues' });
    for (const at of [0, 1]) await addBatch(id, at, 'sending');
    const { status, body } = await press('carrier', id, 'stop');
    expect([status, JSON.stringify(body)]).toEqual([
      200,
      expect.stringContaining(
        '6 Personen haben die Ausgabe schon oder bekommen sie gerade. Gelingt das nicht, wird es nicht noch einmal versucht.',
      ),
    ]);
    const batches = await findRows(desk.payload, 'dispatches', { subject: { equals: id } });
    expect(batches.map(({ status: stand, stoppedAt }) => [stand, Boolean(stoppedAt)])).toEqual([
      ['sending', true],
      ['sending', true],
    ]);
    for (const batch of batches)
      await desk.payload.db.updateOne({ collection: 'dispatches', id: batch.id, data: { status: 'accepted' } });
    expect((await press('carrier', id, 'stop')).status).toBe(409);
  });

  it('make one mail of two clicks on the same test', async () => {
    const { setClock } = await import('#runtime/clock');
    setClock(() => instant('2027-01-09T08:00:00Z'));
    const id = await addEdition();
    for (let i = 0; i < 2; i++) expect((await press('carrier', id, 'test')).status).toBe(200);
    setClock(undefined);
    expect(await testsOf(id)).toHaveLength(1);
  });

  it.each([
    ['admin', true],
    ['coordinator', true],
    ['carrier', true],
    ['carrierAuthor', false],
    ['organiser', 'elsewhere'],
    ['third', 'elsewhere'],
  ] as const)('are offered on its page: %s, %s', async (who, expected) => {
    const { payload } = desk;
    const user = await payload.findByID({ collection: 'users', id: desk.people[who]?.user.id ?? '', depth: 0 });
    const viewer = viewerOf({ ...user, collection: 'users' });
    if (!viewer) throw new Error('nobody');
    const request = { payload, viewer, searchParams: {} };
    const page = await loadEditionPage(request, await addEdition());
    expect(typeof page === 'object' ? page.mayWork : page).toBe(expected);
  });
});
