import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { refusal } from '#i18n/problems';
import { run as forgetReaders } from '#jobs/forget-readers';
import { loadTodayLists } from '../../src/admin/today-load';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';
import { linkIn, readerForms } from './reader-forms';
import { openPublicSite, type Site } from './site';

const WAITING = { kind: 'access', reference: 'DS 2026/1' } as const;

describe.each(testDatabases())('requests about people’s own data on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'rights-requests');
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await world.reset();
    await world.payload.db.deleteMany({ collection: 'rights-requests', where: {} });
  });

  const enter = async (change: object = {}) => {
    const organisation = world.ids.carrier;
    const data = { ...WAITING, organisation, receivedAt: START.toString(), ...change };
    return world.payload.create({ collection: 'rights-requests', data });
  };
  const seenBy = async (role: 'author' | 'editor' | 'coordinator', organisation?: string) => {
    const id = world.ids.coordinator;
    const user = { ...(await world.payload.findByID({ collection: 'users', id })), collection: 'users' as const };
    return (await loadTodayLists(world.payload, user, { id, role, organisation }, world.now())).rights;
  };

  it('stand on the start page with the day of their answer until they have one', async () => {
    const { id } = await enter({ receivedAt: '2026-11-20T09:00:00.000Z' });
    const dueAt = instant('2026-12-20T22:59:59Z');
    const told = [{ id, ...WAITING, dueAt }];
    expect([await seenBy('editor', world.ids.carrier), await seenBy('coordinator')]).toEqual([told, told]);
    expect([await seenBy('editor', world.ids.organiser), await seenBy('author', world.ids.carrier)]).toEqual([[], []]);
    await world.payload.update({ collection: 'rights-requests', id, data: { extendedBecause: 'Sehr viele Unterlagen.' } });
    expect((await seenBy('coordinator'))[0]?.dueAt).toEqual(instant('2027-02-20T22:59:59Z'));
    await world.payload.update({ collection: 'rights-requests', id, data: { answeredAt: world.now().toString() } });
    expect(await seenBy('coordinator')).toEqual([]);
  });

  it('cannot have come, or been answered, in the future', async () => {
    const ahead = world.now().add({ hours: 48 }).toString();
    for (const path of ['receivedAt', 'answeredAt']) {
      const errors = [expect.objectContaining({ path, message: refusal('liesAhead', 'de') })];
      await expect(enter({ [path]: ahead })).rejects.toMatchObject({ data: { errors } });
    }
    expect((await world.payload.count({ collection: 'rights-requests' })).totalDocs).toBe(0);
  });

  it('are forgotten at the end of the third year after their answer', async () => {
    await enter({ receivedAt: '2026-01-10T09:00:00.000Z', answeredAt: '2026-01-20T09:00:00.000Z' });
    await enter();
    for (const [moment, left] of [
      ['2029-12-31T12:00:00Z', 2],
      ['2030-01-01T12:00:00Z', 1],
    ] as const) {
      world.at(instant(moment));
      await forgetReaders(world.context());
      expect((await world.payload.count({ collection: 'rights-requests' })).totalDocs).toBe(left);
    }
  });

  describe('of readers', () => {
    let site: Site;
    beforeAll(async () => {
      site = await openPublicSite(world.payload);
    });
    afterAll(() => site.close());

    it('are not needed for what the pages answer at once', async () => {
      const { page, post, fillIn, mails } = readerForms(() => ({ world, site }));
      await fillIn('/newsletter/auskunft', { email: 'anna@example.org' });
      await world.round();
      const link = linkIn(mails().at(-1));
      expect(await page(link)).toContain('anna@example.org');
      expect((await fetch(`${site.url}${link}.json`)).status).toBe(200);
      expect(await (await post(link.replace(/daten$/, 'loeschen'))).text()).toContain('Ihre Daten sind gelöscht');
      expect(await seenBy('coordinator')).toEqual([]);
    });
  });
});
