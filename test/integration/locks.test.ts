import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayUpdate } from '#store/may-update';
import { make } from './access-documents';
import { openRest, type Person, type Rest } from './access-doors';
import { mark, type Owner, settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

describe.each(testDatabases())('documents somebody is editing on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  beforeAll(async () => {
    house = await bootHouse(kind, 'locks');
    rest = openRest(house);
    world = await settle(house, rest);
  });
  afterAll(() => house.stop());

  const eventOf = async (owner: Owner): Promise<string> =>
    (await make(world, { slug: 'events', state: 'published', owner, viewer: 'editor' })) ?? '';
  const lockBy = ({ user }: Person, event: string) => ({
    document: { relationTo: 'events', value: event },
    user: { relationTo: 'users', value: user.id },
  });
  const addLock = async (person: Person, event: string): Promise<string> =>
    String((await house.payload.db.create({ collection: 'payload-locked-documents', data: lockBy(person, event) })).id);
  const holderOf = async (lock: string): Promise<unknown> => {
    const where = { id: { equals: lock } };
    const found = await house.payload.db.findOne<{ id: string; user: { value: unknown } }>({
      ...{ collection: 'payload-locked-documents', where },
    });
    return found?.user.value;
  };

  it('are locked by nobody who may not change them', async () => {
    const body = lockBy(world.people.editor, await eventOf('foreign'));
    expect((await rest('POST', '/payload-locked-documents', { as: world.people.editor, body })).status).toBe(403);
    // The form asks the same before it locks anything.
    const { createLocalReq } = await import('payload');
    const mayLock = async ({ user }: Person, owner: Owner): Promise<boolean> =>
      mayUpdate(await createLocalReq({ user: user as never }, house.payload), 'events', await eventOf(owner));
    const { author, coordinator, editor } = world.people;
    expect([await mayLock(editor, 'own'), await mayLock(coordinator, 'foreign')]).toEqual([true, true]);
    expect([await mayLock(editor, 'foreign'), await mayLock(author, 'own')]).toEqual([false, false]);
  });

  it('are taken over by whoever may change them, for oneself, and let go', async () => {
    const { editor, coordinator } = world.people;
    const event = await eventOf('own');
    const lock = await addLock(editor, event);
    const path = `/payload-locked-documents/${lock}`;
    const take = (as: Person, { user } = as, more = {}) =>
      rest('PATCH', path, { as, body: { user: { relationTo: 'users', value: user.id }, ...more } });
    expect((await take(world.stranger)).status).toBe(403);
    expect((await take(coordinator, world.stranger)).status).toBe(403);
    expect((await take(editor, editor, { document: { relationTo: 'events', value: await eventOf('foreign') } })).status).toBe(
      403,
    );
    expect(await holderOf(lock)).toBe(editor.user.id);
    expect((await take(coordinator)).status).toBe(200);
    expect(await holderOf(lock)).toBe(coordinator.user.id);
    expect((await rest('DELETE', path, { as: world.stranger })).status).toBe(403);
    expect((await rest('DELETE', path, { as: editor })).status).toBe(200);
  });

  it('say in the language of the admin that somebody is editing them', async () => {
    const event = await eventOf('own');
    await addLock(world.people.coordinator, event);
    const save = (language: string) =>
      rest('PATCH', `/events/${event}`, {
        as: world.people.editor,
        body: { teaser: mark() },
        headers: { 'accept-language': language },
      });
    const german = await save('de');
    expect([german.status, JSON.stringify(german.body)]).toEqual([
      423,
      expect.stringContaining('bearbeitet gerade jemand anderes'),
    ]);
    expect(JSON.stringify((await save('en')).body)).toContain('Somebody else is editing this.');
  });
});
