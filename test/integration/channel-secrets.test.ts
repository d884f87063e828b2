import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as renewAccesses } from '#jobs/renew-accesses';
import { openChannels } from '#runtime/channels';
import { now, setClock } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { openSignIns } from '#runtime/sign-ins';
import { LINKEDIN_APP } from '../fakes/linkedin-members';
import type { Person } from './access-doors';
import { testDatabases } from './boot';
import { type LinkedinHouse, openLinkedinHouse } from './linkedin-house';
import { openPublicSite, type Site } from './site';
import { everythingKept, loggedDuring } from './traces';

/** Shorter ones would be found by chance. */
const TOKEN = 'AQX-access-streng-geheim-eingefuegt';

describe.each(testDatabases())('what a channel signs in with on %s', (kind) => {
  let world: LinkedinHouse;
  let site: Site;
  let admin: Person;
  beforeAll(async () => {
    world = await openLinkedinHouse(kind, 'secrets');
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
    const query = { showHiddenFields: 'true', depth: '3', draft: 'true' };
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
    ])
      await ask('GET', path);
    await ask('PATCH', `/channels/${id}`, { name: 'Anders' });
    await ask('POST', `/channels/${id}/duplicate`);
  };

  it('is in no answer, page, log, record or file, whatever happens to it', async () => {
    const logged = await loggedDuring(live);
    const secrets = [TOKEN, LINKEDIN_APP.clientSecret, ...world.standIn.members.given];
    // Codes, accesses and what renews them: the life above did bring some of each.
    for (const sort of ['AQT-code', 'AQX-access', 'AQW-refresh'])
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
