import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '#jobs/round';
import { openChannels } from '#runtime/channels';
import { now, setClock } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { openSignIns } from '#runtime/sign-ins';
import { BLUESKY_HANDLE, BLUESKY_PASSWORD } from '../fakes/bluesky';
import { LINKEDIN_APP } from '../fakes/linkedin-members';
import { MASTODON_TOKEN } from '../fakes/mastodon';
import { X_KEYS, X_SECRET } from '../fakes/x';
import { X_APP } from '../fakes/x-sign-in';
import type { Person } from './access-doors';
import { testDatabases } from './boot';
import { EVENT } from './entry-house';
import { adopt } from './jobs-world';
import { type NetworkHouse, openNetworkHouse, renewAccesses } from './network-house';
import { openPublicSite, type Site } from './site';
import { everythingKept, loggedDuring } from './traces';

/** Shorter ones would be found by chance. */
const TOKEN = 'AQX-access-streng-geheim-eingefuegt';
const ELSEWHERE = {
  x: { kind: 'x', via: 'x', page: undefined, token: X_SECRET },
  mastodon: { kind: 'mastodon', via: 'mastodon', page: undefined, server: 'social.example.org', token: MASTODON_TOKEN },
  bluesky: { kind: 'bluesky', via: 'bluesky', page: undefined, handle: BLUESKY_HANDLE, token: BLUESKY_PASSWORD },
} as const;

type Try = { readonly dispatch: string; readonly detail?: string | null };

describe.each(testDatabases())('what a channel signs in with on %s', (kind) => {
  let world: NetworkHouse;
  let site: Site;
  let admin: Person;
  beforeAll(async () => {
    world = await openNetworkHouse(kind, 'secrets');
    world.standIn.members.valid.add(TOKEN);
    site = await openPublicSite(world.payload, { signIns: openSignIns(readEnv()) });
    admin = await world.logIn('first@example.org');
  });
  afterAll(async () => {
    await site.close();
    await world.stop();
  });

  /** Everything anybody was answered, and all that was kept while somebody chose. */
  const [answers, records]: [string[], string[]] = [[], []];
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const query = { showHiddenFields: 'true', depth: '3', draft: 'true', limit: '0' };
    const reply = await world.rest(method, path, { as: admin, query, ...(body ? { body } : {}) });
    answers.push(reply.text);
    return reply.body;
  };
  const visit = async (url: string, init: RequestInit = {}): Promise<string> => {
    const response = await fetch(url, { ...init, headers: { cookie: `payload-token=${admin.token}` }, redirect: 'manual' });
    const text = await response.text();
    answers.push(text, JSON.stringify([...response.headers]));
    return text;
  };
  const connect = async (id: string, says: 0 | 1 = 0): Promise<string> => {
    const { url } = await ask('POST', `/channels/${id}/connect`, {});
    const links = [...(await (await fetch(String(url))).text()).matchAll(/href="([^"]+)"/g)];
    const answer = await fetch(`${world.standIn.url}${links[says]?.[1]?.replaceAll('&amp;', '&')}`, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    return visit(`${site.url}${back.pathname}${back.search}`);
  };

  /** Pasted, checked, refused, connected, and renewed below, on another network. */
  const liveElsewhere = async (network: 'x' | 'mastodon'): Promise<void> => {
    const { id } = await world.make(ELSEWHERE[network]);
    const { signIn } = world[network];
    await ask('POST', `/channels/${id}/check`, {});
    for (const endpoint of ['refuse', 'fail', 'answer'] as const) {
      signIn.endpoint = endpoint;
      const { url } = await ask('POST', `/channels/${id}/connect`, {});
      records.push(JSON.stringify(await everythingKept(world.payload)));
      const page = await fetch(String(url), { redirect: 'manual' });
      const link = /href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&');
      const answer = link ? await fetch(`${world.mastodon.url}${link}`, { redirect: 'manual' }) : page;
      const back = new URL(answer.headers.get('location') ?? '');
      await visit(`${site.url}${back.pathname}${back.search}`);
    }
    await ask('GET', `/channels/${id}`);
    await ask('PATCH', `/channels/${id}`, { name: 'Anders' });
  };

  /** Posted on every network: as it should be, and while each repeats what it was asked with, of a post, of looking it up, of signing in. */
  const livePosting = async (): Promise<void> => {
    const { payload, ids, standIn, x, mastodon, bluesky } = world;
    const { id } = await world.make(ELSEWHERE.bluesky);
    await adopt(payload, 1, [{ code: 'N-N-1', toRegions: ['north'], channelKinds: ['linkedin', ...Object.keys(ELSEWHERE)] }]);
    let at = now();
    const publish = (title: string) => {
      const startsAt = String(at.add({ hours: 24 * 40 }));
      const data = { ...EVENT, title, startsAt, organiser: ids.htai, _status: 'published' };
      return payload.create({ collection: 'events', data: data as never });
    };
    /** A process that starts, does two rounds and ends. */
    const work = async (): Promise<void> => {
      const context = world.context(at, 'one');
      for (let round = 0; round < 2; round++) {
        setClock(() => at);
        await runJobs({ ...context, now: at });
        at = at.add({ minutes: 20 });
      }
    };
    await publish('Gründertag');
    await work();
    expect([standIn.posts, x.posts, mastodon.statuses, [...bluesky.records]].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    await publish('Pitch-Abend');
    for (const network of [standIn, x, mastodon, bluesky]) network.setAct('echo');
    for (let start = 0; start < 2; start++) await work();
    await ask('POST', `/channels/${id}/check`, {});
    const { docs } = await payload.db.find<Try>({ collection: 'attempts', where: {}, limit: 0, pagination: false });
    const repeated = docs.filter(({ detail }) => detail?.startsWith('HTTP 500 {"error":"debug authorization='));
    expect(new Set(repeated.map(({ dispatch }) => dispatch)).size).toBe(4);
  };

  /** The whole life of a connection, what goes wrong included. */
  const live = async (): Promise<void> => {
    const { id } = await world.make({ token: TOKEN });
    await ask('POST', `/channels/${id}/check`, {});
    const { members } = world.standIn;
    await connect(id, 1);
    for (const tokens of ['refuse', 'fail', 'hang-up'] as const) {
      members.tokens = tokens;
      await connect(id);
    }
    members.tokens = 'answer';
    members.pages = [...members.pages, { id: '815', name: 'Science Park' }];
    const sign = /name="zeichen" value="([^"]+)"/.exec(await connect(id))?.[1] ?? '';
    records.push(JSON.stringify(await everythingKept(world.payload)));
    await visit(`${site.url}/verbinden/linkedin`, {
      method: 'POST',
      body: new URLSearchParams({ zeichen: sign, seite: '4711' }),
    });
    await liveElsewhere('x');
    await liveElsewhere('mastodon');
    await livePosting();
    members.rotates = true;
    for (const tokens of ['answer', 'fail', 'refuse'] as const) {
      members.tokens = tokens;
      const at = now().add({ hours: 51 * 24 });
      setClock(() => at);
      const channel = openChannels(readEnv());
      const common = { publicUrl: 'http://localhost:3000', owner: 'one', mailFrom: 'x@example.org', leaseSeconds: 120 };
      await renewAccesses({ ...common, payload: world.payload, now: at, channel });
    }
    setClock(undefined);
    admin = await world.logIn('first@example.org');
    for (const path of [
      `/channels/${id}`,
      '/channels',
      '/channels/versions',
      '/connections',
      '/tick-claims',
      '/notices',
      '/attempts',
      '/dispatches',
      '/deliveries',
    ])
      await ask('GET', path);
    for (const halfYear of ['2026-H2', '2027-H1'])
      answers.push((await world.rest('GET', '/deliveries/report', { as: admin, query: { halfYear } })).text);
    await ask('PATCH', `/channels/${id}`, { name: 'Anders' });
    await ask('POST', `/channels/${id}/duplicate`);
  };

  it('is in no answer, page, log, record or file, whatever happens to it', async () => {
    const logged = await loggedDuring(live);
    const { x, mastodon, bluesky, standIn } = world;
    const secrets = [
      ...[TOKEN, LINKEDIN_APP.clientSecret, X_APP.clientSecret, X_SECRET, ...Object.values(X_KEYS), MASTODON_TOKEN],
      ...[...standIn.members.given, ...x.signIn.given, ...mastodon.signIn.given, ...bluesky.given, BLUESKY_PASSWORD],
    ];
    // Codes, accesses and what renews them: the life above did bring some of each.
    for (const sort of ['AQT-code', 'AQX-access', 'AQW-refresh', 'code-', 'token-', 'refresh-', 'app-streng', 'access-streng'])
      expect(secrets.some((secret) => secret.startsWith(sort))).toBe(true);
    const places = {
      answers: answers.join('\n'),
      log: logged,
      records: [...records, JSON.stringify(await everythingKept(world.payload))].join('\n'),
      files: kind === 'sqlite' ? filesIn(world.house.dataDir) : '',
    };
    for (const [place, text] of Object.entries(places))
      expect(
        secrets.filter((secret) => text.includes(secret)),
        place,
      ).toEqual([]);
    expect(places.answers).toMatch(/^"Gründertag".*https:\/\/bsky\.app\//m);
    expect(logged).toContain('channel.connected');
    expect(logged).toContain('access.renewed');
    expect(/sealed(Token|Refresh)/.test(answers.join('\n'))).toBe(false);
  });
});

/** All bytes that were written, the database among them. */
const filesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
