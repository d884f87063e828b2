import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECISIONS } from '#domain/decision';
import { make } from './access-documents';
import { loosely, openRest, type Person, type Rest } from './access-doors';
import { idOf, mark, settle, type World } from './access-world';
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
/** Those of Next, which Payload's router does not know: a folder of theirs each. */
const OF_NEXT: readonly string[] = ['post-preview'];
// Who may have the report's table: report.test.ts.
const CUSTOM: readonly string[] = ['get /api/deliveries/report', ...REFUSING].sort();

/** What Payload gives to every collection of accounts. */
const OF_ACCOUNTS: readonly string[] = [
  ...['get /init', 'get /me', 'post /login', 'post /logout', 'post /refresh-token', 'post /first-register'],
  ...['post /forgot-password', 'post /reset-password', 'post /unlock', 'post /verify/:id'],
];

/** Payload's own, by key; Next's routes know one alone (`getPayload`). */
const openByNext = (): Map<string, unknown> => Object(globalThis)._payload;

/** What a form of an event sends that was just opened. */
const FORM = { collection: 'events', locale: 'de', values: { title: 'Gründertag' } };

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
    openByNext().set('default', openByNext().get(house.key));
    rest = openRest(house);
    world = await settle(house, rest);
    delivery = (await make(world, { slug: 'deliveries', state: 'any', owner: 'foreign', viewer: 'editor' })) ?? '';
    edition = (await make(world, { slug: 'editions', state: 'any', owner: 'foreign', viewer: 'editor' })) ?? '';
  });
  afterAll(async () => {
    openByNext().delete('default');
    await house.stop();
  });

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
    expect(readdirSync('src/app/(payload)/api').sort()).toEqual(['[...slug]', ...OF_NEXT]);
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

  it('post /api/post-preview refuses the public, other sites and what is no form, and stores nothing', async () => {
    const before = await house.payload.count({ collection: 'events', trash: true });
    expect((await preview({})).status).toBe(401);
    const cookie = `payload-token=${world.people.admin.token}`;
    expect((await preview({ headers: { cookie, origin: 'https://boese.example' } })).status).toBe(401);
    for (const body of [{}, { collection: 'users', locale: 'de', values: {} }, { ...FORM, values: 'alles' }, 'kein JSON'])
      expect((await preview({ as: world.people.author, body })).status).toBe(400);
    expect((await preview({ as: world.people.author })).status).toBe(200);
    expect(await house.payload.count({ collection: 'events', trash: true })).toEqual(before);
  });

  it('post /api/post-preview shows no draft to whoever may not read it, and none of its words', async () => {
    const id = (await make(world, { slug: 'events', state: 'draft', owner: 'foreign', viewer: 'editor' })) ?? '';
    const secret = `Geheimort ${mark()}`;
    const place = { attendance: 'on-site', town: secret, placeRegion: 'north' };
    await loosely(world.payload).update({ collection: 'events', id, data: place, draft: true });
    const network = { kind: 'mastodon', via: 'preview', organisation: world.organisations.own };
    const data = world.data('channels', network);
    const channel = idOf(await world.payload.db.create({ collection: 'channels', data }));
    const body = { ...FORM, id, channel, values: { title: 'Gründertag', teaser: 'Ein Tag.' } };
    const [admins, editors] = [await preview({ as: world.people.admin, body }), await preview({ as: world.people.editor, body })];
    expect([admins.status, editors.status]).toEqual([200, 200]);
    expect(admins.text).toContain(secret);
    expect(editors.text).not.toContain(secret);
    expect(JSON.parse(editors.text)).not.toHaveProperty('posts');
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

  /** Through Next's route, as a browser asks it. */
  const preview = async ({ as, body = FORM, headers = {} }: { as?: Person; body?: unknown; headers?: object }) => {
    const { POST } = await import('../../src/app/(payload)/api/post-preview/route');
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const login = as ? { authorization: `JWT ${as.token}` } : {};
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...login, ...headers }, body: sent };
    const answer = await POST(new Request('http://localhost:3000/api/post-preview', init));
    return { status: answer.status, text: await answer.text() };
  };

  const idFor = (path: string): string => {
    if (path.startsWith('/api/channels')) return world.channels.foreign;
    return path.includes('editions') ? edition : delivery;
  };

  const pathsOf = (slug: string): string[] => {
    const endpoints = house.config.collections.find((collection) => collection.slug === slug)?.endpoints;
    return (endpoints || []).map(({ method, path }) => `${method} ${path}`);
  };
});
