import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECISIONS } from '#domain/decision';
import { make } from './access-documents';
import { openRest, type Rest } from './access-doors';
import { settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

/** Addresses of our own beyond Payload's; a new one needs a line here and a test of who may use it. */
const REFUSING: readonly string[] = [
  'post /api/channels/:id/check',
  'post /api/channels/:id/connect',
  ...DECISIONS.map((decision) => `post /api/deliveries/:id/${decision}`),
  'post /api/deliveries/approve',
  'post /api/deliveries/decline',
  'post /api/deliveries/:id/remove',
  'post /api/deliveries/:id/seen-to',
  'post /api/deliveries/take-over',
  'post /api/deliveries/withdraw',
  ...['approve', 'decide', 'stop', 'test'].map((act) => `post /api/editions/:id/${act}`),
  'post /api/subscribers/import',
  'post /api/subscribers/import-check',
  'post /api/users/:id/invite',
];
// Who may have the report's table: report.test.ts.
const CUSTOM: readonly string[] = ['get /api/deliveries/report', ...REFUSING].sort();

/** What Payload gives to every collection of accounts. */
const OF_ACCOUNTS: readonly string[] = [
  ...['get /init', 'get /me', 'post /login', 'post /logout', 'post /refresh-token', 'post /first-register'],
  ...['post /forgot-password', 'post /reset-password', 'post /unlock', 'post /verify/:id'],
];

/** What Payload gives every global. */
const OF_GLOBALS = ['get /', 'get /versions', 'get /versions/:id', 'post /', 'post /access', 'post /versions/:id'];

describe.each(testDatabases())('addresses of our own on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let delivery: string;
  let edition: string;
  beforeAll(async () => {
    house = await bootHouse(kind, 'endpoints');
    rest = openRest(house);
    world = await settle(house, rest);
    delivery = (await make(world, { slug: 'deliveries', state: 'any', owner: 'foreign', viewer: 'editor' })) ?? '';
    edition = (await make(world, { slug: 'editions', state: 'any', owner: 'foreign', viewer: 'editor' })) ?? '';
  });
  afterAll(() => house.stop());

  it('are the known ones', () => {
    // Payload gives `topics` nothing but what every collection has, `media` what files need.
    const ofPayload = new Set([
      ...['topics', 'media', 'payload-jobs', 'payload-preferences'].flatMap((slug) => pathsOf(slug)),
      ...OF_ACCOUNTS,
    ]);
    const own = house.config.collections.flatMap(({ slug }) =>
      pathsOf(slug)
        .filter((path) => !ofPayload.has(path))
        .map((path) => path.replace(' ', ` /api/${slug}`)),
    );
    const ofConfig = house.config.endpoints.map(({ method, path }) => `${method} /api${path}`);
    expect(own.sort()).toEqual(CUSTOM);
    expect(ofConfig.filter((path) => path !== 'get /api/access')).toEqual([]);
    for (const { endpoints } of house.config.globals)
      expect((endpoints || []).map(({ method, path }) => `${method} ${path}`).sort()).toEqual(OF_GLOBALS);
  });

  it.each(REFUSING)('%s refuses the public, authors, other bodies and other sites', async (address) => {
    const [method = '', path = ''] = address.split(' ');
    // Single decisions look at the address only, the others at the body.
    const body = { rows: [{ id: delivery, fingerprint: 'v1' }], reason: 'Nein.' };
    const call = (options: Parameters<Rest>[2]) =>
      rest(method.toUpperCase(), path.replace('/api', '').replace(':id', idFor(path)), { body, ...options });
    expect((await call({})).status).toBe(401);
    const cookie = `payload-token=${world.people.admin.token}`;
    expect((await call({ headers: { cookie, origin: 'https://boese.example' } })).status).toBe(401);
    for (const as of [world.people.author, world.people.editor]) expect((await call({ as })).status).toBe(403);
  });

  it.each(['/payload-jobs/run', '/payload-jobs/handle-schedules'])('GET %s runs nothing for anybody', async (path) => {
    for (const as of [undefined, ...Object.values(world.people)]) expect((await rest('GET', path, { as })).status).toBe(401);
  });

  it('fetches no pictures from addresses that people name', async () => {
    for (const as of [undefined, ...Object.values(world.people)]) {
      const { status } = await rest('GET', '/media/paste-url', { as, query: { src: 'http://127.0.0.1:3000/' } });
      expect([400, 403]).toContain(status);
    }
  });

  const idFor = (path: string): string => {
    if (path.startsWith('/api/channels')) return world.channels.foreign;
    return path.includes('editions') ? edition : delivery;
  };

  const pathsOf = (slug: string): string[] => {
    const endpoints = house.config.collections.find((collection) => collection.slug === slug)?.endpoints;
    return (endpoints || []).map(({ method, path }) => `${method} ${path}`);
  };
});
