import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setLogLevel } from '#runtime/log';
import { make } from './access-documents';
import { openRest, type Person, type Reply, type Rest } from './access-doors';
import { addPerson, idOf, mark, PASSWORD, type Role, settle, stored, type World } from './access-world';
import { accountCalls, mailsTo, textOf, tokenFor } from './account-mails';
import { bootHouse, type House, testDatabases } from './boot';

describe.each(testDatabases())('people who leave on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let calls: ReturnType<typeof accountCalls>;
  beforeAll(async () => {
    house = await bootHouse(kind, 'leavers');
    setLogLevel('silent');
    rest = openRest(house);
    world = await settle(house, rest);
    calls = accountCalls(rest, world.organisations.own);
  });
  afterAll(() => house.stop());

  const join = (role: Role = 'editor') => addPerson(house.payload, rest, { role, organisation: world.organisations.own });
  const address = (): string => `${mark()}@example.org`;
  const deactivate = (as: Person, id: unknown): Promise<Reply> => calls.change(as, id, { active: false });

  describe('a leaver', () => {
    it('is out at once and reads what a wrong password reads', async () => {
      const person = await join();
      const email = String(person.user.email);
      expect((await deactivate(world.people.coordinator, person.user.id)).status).toBe(200);
      const { body } = await rest('GET', '/users/me', { headers: { authorization: `JWT ${person.token}` } });
      expect(body.user).toBeNull();
      const [right, wrong] = [await calls.login(email, PASSWORD), await calls.login(email, 'falsches Passwort')];
      expect([right.status, right.body]).toEqual([wrong.status, wrong.body]);
      expect(right.status).toBe(401);
      expect((await stored(house.payload, 'users', String(person.user.id)))?.sessions ?? []).toEqual([]);
      await calls.change(world.people.coordinator, person.user.id, { active: true });
      expect((await calls.login(email, PASSWORD)).status).toBe(200);
    });

    it('gets no link, and one asked for before is void', async () => {
      const { user } = await join();
      const email = String(user.email);
      await calls.forget(email);
      const token = await tokenFor(house, email);
      await deactivate(world.people.admin, user.id);
      expect((await calls.reset(token)).status).toBe(403);
      await house.payload.db.updateOne({
        ...{ collection: 'users', where: { id: { equals: user.id } } },
        data: { resetPasswordRequestedAt: null },
      });
      const other = await join();
      expect((await calls.forget(email)).body).toEqual((await calls.forget(String(other.user.email))).body);
      await mailsTo(house, String(other.user.email), 1);
      await calls.change(world.people.admin, user.id, { email: address() });
      expect(await mailsTo(house, email)).toHaveLength(1);
    });

    it('who was invited is not invited again', async () => {
      const id = idOf((await calls.invite(world.people.admin, address())).body.doc);
      await deactivate(world.people.admin, id);
      expect((await calls.inviteAgain(world.people.admin, id)).status).toBe(409);
    });

    it('is nobody’s reachable person, but still has a name', async () => {
      const { loadName, loadPerson, loadStaff } = await import('#store/people');
      const [gone, here, above] = [await join(), await join(), await join('coordinator')];
      await deactivate(world.people.admin, gone.user.id);
      await deactivate(world.people.admin, above.user.id);
      const staff = await loadStaff(house.payload);
      const ids = staff.editorsOf(world.organisations.own, 'approval').map(({ id }) => id);
      expect([ids.includes(String(gone.user.id)), ids.includes(String(here.user.id))]).toEqual([false, true]);
      expect(staff.above('approval').map(({ id }) => id)).not.toContain(above.user.id);
      expect(await loadPerson(house.payload, String(gone.user.id))).toBeUndefined();
      expect((await loadName(house.payload, String(gone.user.id)))?.name).toBe(gone.user.name);
    });

    it('is never oneself, and never the last active administration', async () => {
      const { admin } = world.people;
      const self = await deactivate(admin, admin.user.id);
      expect([self.status, textOf(self)]).toEqual([400, expect.stringContaining('Ihr eigenes Benutzerkonto')]);
      const all = await rest('PATCH', '/users', {
        as: admin,
        query: { 'where[role][equals]': 'admin' },
        body: { active: false },
      });
      expect([Object(all.body.docs).length, (await stored(house.payload, 'users', String(admin.user.id)))?.active]).toEqual([
        0,
        true,
      ]);
      const second = await join('admin');
      expect((await deactivate(admin, second.user.id)).status).toBe(200);
      const last = house.payload.update({ collection: 'users', id: String(admin.user.id), data: { active: false } });
      await expect(last).rejects.toThrow();
      const stepped = await calls.change(admin, admin.user.id, { role: 'coordinator' });
      expect(textOf(stepped)).toContain('letzte Konto der Administration');
      expect((await rest('DELETE', `/users/${admin.user.id}`, { as: admin })).status).toBe(409);
      expect((await rest('DELETE', `/users/${second.user.id}`, { as: admin })).status).toBe(200);
    });

    it('is not the only administration that came in, however many were invited', async () => {
      const { admin } = world.people;
      const email = address();
      const invited = idOf((await calls.invite(admin, email, { role: 'admin' })).body.doc);
      for (const change of [{ role: 'coordinator' }, { active: false }] as const) {
        const left = house.payload.update({ collection: 'users', id: String(admin.user.id), data: change });
        await expect(left).rejects.toMatchObject({ status: 400 });
      }
      expect((await rest('DELETE', `/users/${admin.user.id}`, { as: admin })).status).toBe(409);
      const other = idOf((await calls.invite(admin, address(), { role: 'admin' })).body.doc);
      expect((await rest('DELETE', `/users/${other}`, { as: admin })).status).toBe(200);
      await calls.reset(await tokenFor(house, email));
      expect((await calls.change(admin, admin.user.id, { role: 'coordinator' })).status).toBe(200);
      await house.payload.update({ collection: 'users', id: String(admin.user.id), data: { role: 'admin' } });
      expect((await rest('DELETE', `/users/${invited}`, { as: admin })).status).toBe(200);
    });

    it('is not made by people of the organisations', async () => {
      const other = await join();
      for (const as of [world.people.author, world.people.editor]) expect((await deactivate(as, other.user.id)).status).toBe(403);
      const own = await deactivate(other, other.user.id);
      expect([own.status, (await stored(house.payload, 'users', String(other.user.id)))?.active]).toEqual([200, true]);
    });
  });

  it.each(['deliveries', 'notices'] as const)('keeps the account of somebody of whom %s tell', async (slug) => {
    const { user } = await join();
    const row = await make(world, { slug, state: 'any', owner: 'own', viewer: 'editor' });
    const data = slug === 'deliveries' ? { decidedBy: user.id } : { user: user.id };
    await house.payload.db.updateOne({ collection: slug, where: { id: { equals: row } }, data });
    const reply = await rest('DELETE', `/users/${user.id}`, { as: world.people.admin });
    expect([reply.status, textOf(reply)]).toEqual([409, expect.stringContaining('Setzen Sie es stattdessen auf inaktiv.')]);
    expect(textOf(reply)).toContain(slug === 'deliveries' ? '1 Ausspielung' : '1 Benachrichtigung');
  });

  it('keeps the account of somebody who changed a content', async () => {
    const { user, token, password } = await join();
    const id = await make(world, { slug: 'events', state: 'draft', owner: 'own', viewer: 'editor' });
    for (const title of [mark(), mark()])
      await rest('PATCH', `/events/${id}`, { as: { user, token, password }, query: { draft: 'true' }, body: { title } });
    await rest('PATCH', `/events/${id}`, { as: world.people.admin, query: { draft: 'true' }, body: { title: mark() } });
    const reply = await rest('DELETE', `/users/${user.id}`, { as: world.people.admin });
    expect([reply.status, textOf(reply)]).toEqual([409, expect.stringContaining('(1 Veranstaltung)')]);
  });
});
