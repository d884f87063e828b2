import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedOrigins } from '#runtime/origins';
import { openRest, type Person, type Reply, type Rest } from './access-doors';
import { addPerson, logIn, mark, PASSWORD, settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

describe.each(testDatabases())('the first account on %s', (kind) => {
  let house: House;
  let rest: Rest;
  beforeAll(async () => {
    house = await bootHouse(kind, 'first');
    rest = openRest(house);
  });
  afterAll(() => house.stop());

  const account = (role: string) => ({ name: 'Erste', email: `${mark()}@example.org`, password: PASSWORD, role });

  it('cannot be made by the public through the ordinary way', async () => {
    expect((await rest('POST', '/users', { body: account('admin') })).status).toBe(403);
  });

  it('has a password of some length', async () => {
    const { status } = await rest('POST', '/users/first-register', { body: { ...account('admin'), password: 'elf Zeichen' } });
    expect([status, (await house.payload.count({ collection: 'users' })).totalDocs]).toEqual([400, 0]);
  });

  it('becomes admin whatever the client sends, and there is no second first account', async () => {
    const first = await rest('POST', '/users/first-register', { body: account('author') });
    expect([first.status, Object(first.body.user).role]).toEqual([200, 'admin']);
    const second = await rest('POST', '/users/first-register', { body: account('admin') });
    expect(second.status).toBe(403);
    expect((await house.payload.count({ collection: 'users' })).totalDocs).toBe(1);
  });
});

describe.each(testDatabases())('accounts on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  beforeAll(async () => {
    house = await bootHouse(kind, 'accounts');
    rest = openRest(house);
    world = await settle(house, rest);
  });
  afterAll(() => house.stop());

  const join = (role: 'author' | 'editor' = 'author') =>
    addPerson(house.payload, rest, { role, organisation: world.organisations.own });
  const tryLogin = (email: unknown, password: string, language = 'de'): Promise<Reply> =>
    rest('POST', '/users/login', { body: { email, password }, headers: { 'accept-language': language } });
  const whoAmI = async (person: Pick<Person, 'token'>): Promise<unknown> =>
    Object((await rest('GET', '/users/me', { headers: { authorization: `JWT ${person.token}` } })).body.user).id;

  it.each(['de', 'en'])('says the same (%s) to a wrong password, an unknown address and a locked account', async (language) => {
    const { user } = await join();
    const wrong: Reply[] = [];
    for (let attempt = 0; attempt < 5; attempt++) wrong.push(await tryLogin(user.email, 'falsches Passwort', language));
    const locked = await tryLogin(user.email, PASSWORD, language);
    const unknown = await tryLogin(`${mark()}@example.org`, PASSWORD, language);
    for (const reply of [...wrong, locked]) expect([reply.status, reply.body]).toEqual([unknown.status, unknown.body]);
    expect(unknown.status).toBe(401);
  });

  it('locks an account after five wrong passwords, not after four, until somebody above unlocks it', async () => {
    const { user } = await join();
    for (let attempt = 0; attempt < 4; attempt++) await tryLogin(user.email, 'falsches Passwort');
    expect((await tryLogin(user.email, PASSWORD)).status).toBe(200);
    for (let attempt = 0; attempt < 5; attempt++) await tryLogin(user.email, 'falsches Passwort');
    expect((await tryLogin(user.email, PASSWORD)).status).toBe(401);
    const unlock = (as?: Person) => rest('POST', '/users/unlock', { as, body: { email: user.email } });
    for (const as of [undefined, world.people.author, world.people.editor]) expect((await unlock(as)).status).toBe(403);
    expect((await unlock(world.people.coordinator)).status).toBe(200);
    expect((await tryLogin(user.email, PASSWORD)).status).toBe(200);
  });

  it('answers a forgotten password the same for known and unknown addresses, and never with the token', async () => {
    const { user } = await join();
    const ask = (email: unknown) => rest('POST', '/users/forgot-password', { body: { email } });
    const [known, unknown] = [await ask(user.email), await ask(`${mark()}@example.org`)];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(Object.keys(known.body)).toEqual(['message']);
    expect((await rest('POST', '/users/reset-password', { body: { token: 'geraten', password: PASSWORD } })).status).toBe(403);
  });

  it('takes no short password, whichever way it is set', async () => {
    const { user } = await addPerson(house.payload, rest, { role: 'coordinator' });
    const { admin, coordinator } = world.people;
    const password = 'elf Zeichen';
    const data = { email: String(user.email) };
    const token = await house.payload.forgotPassword({ collection: 'users', data, disableEmail: true });
    const account = { name: 'Neu', email: `${mark()}@example.org`, role: 'admin', password };
    const replies = await Promise.all([
      rest('POST', '/users/reset-password', { body: { token, password } }),
      rest('PATCH', `/users/${user.id}`, { as: admin, body: { password } }),
      rest('PATCH', '/users', { as: admin, query: { 'where[id][equals]': user.id }, body: { password } }),
      rest('POST', '/users', { as: admin, body: account }),
    ]);
    for (const { status, body } of replies) {
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain('Das Passwort braucht mindestens 12 Zeichen.');
    }
    // The link still works, also in the browser of somebody who is logged in.
    const body = { token, password: 'ein anderes Passwort' };
    expect((await rest('POST', '/users/reset-password', { as: coordinator, body })).status).toBe(200);
    expect((await tryLogin(user.email, 'ein anderes Passwort')).status).toBe(200);
  });

  it('ends a session at logout, and no other', async () => {
    const person = await join();
    const elsewhere = await logIn(rest, String(person.user.email));
    expect(await whoAmI(person)).toBe(person.user.id);
    await rest('POST', '/users/logout', { as: person });
    expect(await whoAmI(person)).toBeUndefined();
    expect((await rest('GET', '/channels', { as: person })).status).toBe(403);
    expect(await whoAmI(elsewhere)).toBe(person.user.id);
  });

  it('ends all sessions when the password is changed by somebody else or the account is deleted', async () => {
    const person = await join();
    const { admin } = world.people;
    await rest('PATCH', `/users/${person.user.id}`, { as: admin, body: { password: 'ein anderes Passwort' } });
    expect(await whoAmI(person)).toBeUndefined();
    const again = await logIn(rest, String(person.user.email), 'ein anderes Passwort');
    await rest('DELETE', `/users/${person.user.id}`, { as: admin });
    expect(await whoAmI(again)).toBeUndefined();
  });

  it('asks the account, not the token, for the role', async () => {
    const person = await join('editor');
    const body = { title: mark() };
    const patch = () => rest('PATCH', `/organisations/${world.organisations.own}`, { as: person, body: { name: body.title } });
    expect((await patch()).status).toBe(200);
    await rest('PATCH', `/users/${person.user.id}`, { as: world.people.admin, body: { role: 'author' } });
    expect((await patch()).status).toBe(403);
  });

  it('keeps tokens small and free of data, after a refresh too', async () => {
    const { author } = world.people;
    const { body } = await rest('POST', '/users/refresh-token', { as: author });
    for (const token of [author.token, String(body.refreshedToken)]) {
      const claims: object = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      expect(Object.keys(claims).sort()).toEqual(['collection', 'email', 'exp', 'iat', 'id', 'sid']);
    }
  });

  it('never returns hashes, tokens, lockout or other people’s sessions', async () => {
    const { admin, editor } = world.people;
    await rest('POST', '/users/forgot-password', { body: { email: editor.user.email } });
    await tryLogin(editor.user.email, 'falsches Passwort');
    const replies = await Promise.all([
      rest('GET', '/users', { as: admin, query: { limit: '0', showHiddenFields: 'true', depth: '3' } }),
      rest('GET', `/users/${editor.user.id}`, {
        as: admin,
        query: { 'select[hash]': 'true', 'select[resetPasswordToken]': 'true' },
      }),
      rest('GET', '/users/me', { as: admin, query: { showHiddenFields: 'true' } }),
      rest('PATCH', `/users/${editor.user.id}`, { as: admin, body: { name: 'Neu' } }),
      tryLogin(admin.user.email, PASSWORD),
    ]);
    for (const [index, { body }] of replies.entries())
      expect(
        keysIn(body).filter((key) => FORBIDDEN.test(key)),
        `reply ${index}`,
      ).toEqual([]);
    const list = Object(replies[0]?.body).docs as { id: string; sessions?: unknown[] }[];
    for (const user of list) if (user.id !== admin.user.id) expect(user.sessions ?? []).toEqual([]);
  });

  it('takes a cookie only with an Origin of ours', async () => {
    const { admin } = world.people;
    const meWith = async (headers: Record<string, string>): Promise<boolean> => {
      const { body } = await rest('GET', '/users/me', { headers: { cookie: `payload-token=${admin.token}`, ...headers } });
      return body.user !== null;
    };
    expect(house.config.csrf).toEqual(allowedOrigins('http://localhost:3000'));
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1:3000']) expect(await meWith({ origin })).toBe(true);
    for (const origin of ['https://boese.example', 'http://localhost:3001', 'http://localhost:3000.boese.example', 'null'])
      expect(await meWith({ origin })).toBe(false);
    expect(await meWith({})).toBe(false);
    expect(await meWith({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(await meWith({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  });

  it('does nothing for a foreign site that has the cookie sent along', async () => {
    const headers = { cookie: `payload-token=${world.people.admin.token}`, origin: 'https://boese.example' };
    const { status } = await rest('POST', '/topics', { headers, body: { title: 'Fremd', slug: mark() } });
    expect(status).toBe(403);
    const { headers: answered } = await rest('GET', '/events', { headers: { origin: 'https://boese.example' } });
    expect(answered.get('access-control-allow-origin')).not.toBe('https://boese.example');
    expect(answered.get('access-control-allow-origin')).not.toBe('*');
  });

  it('sets a cookie that scripts and other sites do not get', async () => {
    const { headers } = await tryLogin(world.people.admin.user.email, PASSWORD);
    expect(headers.get('set-cookie')).toMatch(/^payload-token=[^;]+;.*Path=\/;.*HttpOnly.*SameSite=Lax/);
  });

  it('serves no GraphQL', async () => {
    expect(house.config.graphQL.disable).toBe(true);
    for (const path of ['/graphql', '/graphql-playground'])
      for (const method of ['GET', 'POST'])
        expect(
          (
            await rest(method, path, {
              as: world.people.admin,
              ...(method === 'POST' ? { body: { query: '{__typename}' } } : {}),
            })
          ).status,
        ).toBe(404);
    expect(readdirSync('src/app/(payload)/api').sort()).toEqual(['[...slug]', 'post-preview']);
    expect(existsSync('src/app/(payload)/api/graphql')).toBe(false);
  });
});

const FORBIDDEN = /^(hash$|salt|password|resetPassword|loginAttempts|lockUntil|apiKey|_verificationToken)/;

/** Names of all fields anywhere in an answer. */
const keysIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
};
