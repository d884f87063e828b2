import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstCodeOf } from '#runtime/first-code';
import { loadHouseId } from '#store/house-id';
import { openRest, type Reply, type Rest } from './access-doors';
import { addPerson, logIn, PASSWORD } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

describe.each(testDatabases())('the first account of a house that others can reach, on %s', (kind) => {
  let house: House;
  let rest: Rest;
  beforeAll(async () => {
    process.env.HOST = '0.0.0.0';
    house = await bootHouse(kind, 'first-code');
    rest = openRest(house);
  });
  afterAll(async () => {
    delete process.env.HOST;
    await house.stop();
  });

  const register = (firstCode?: unknown): Promise<Reply> =>
    rest('POST', '/users/first-register', {
      body: { name: 'Erste', email: 'erste@example.org', password: PASSWORD, ...(firstCode === undefined ? {} : { firstCode }) },
    });

  it('needs the code of the console, which every process of this database shows and which is kept nowhere', async () => {
    expect((await register('')).status).toBe(403);
    // As several processes do that start at once.
    const [houseId, ...others] = await Promise.all([1, 2, 3].map(() => loadHouseId(house.payload)));
    expect(new Set(others)).toEqual(new Set([houseId]));
    const code = firstCodeOf(houseId ?? '');
    const ofAnother = firstCodeOf('another database');
    for (const wrong of [undefined, '', ofAnother, houseId, null, { exists: true }, code.slice(0, -1)]) {
      const reply = await register(wrong);
      expect([reply.status, JSON.stringify(reply.body)]).toEqual([403, expect.stringContaining('nicht der Code')]);
    }
    expect((await house.payload.count({ collection: 'users' })).totalDocs).toBe(0);
    const reply = await register(code);
    expect([reply.status, Object(reply.body.user).role]).toEqual([200, 'admin']);
    expect(JSON.stringify(reply.body)).not.toContain(code);
    expect((await logIn(rest, 'erste@example.org')).token).toBeTruthy();
    expect((await register(code)).status).toBe(403);
    expect((await house.payload.count({ collection: 'users' })).totalDocs).toBe(1);
  });

  it('lets others be made without it', async () => {
    const person = await addPerson(house.payload, rest, { role: 'coordinator' });
    expect(person.token).toBeTruthy();
  });
});
