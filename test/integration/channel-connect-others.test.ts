import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instant, toIso } from '#domain/time';
import { setClock } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { openSecret } from '#runtime/secrets';
import { openSignIns } from '#runtime/sign-ins';
import { loadChannelAccount } from '#store/channel-accounts';
import { findRows } from '#store/rows';
import { MASTODON_TOKEN } from '../fakes/mastodon';
import { X_KEYS, X_SECRET } from '../fakes/x';
import type { Person } from './access-doors';
import { testDatabases } from './boot';
import { type NetworkHouse, openNetworkHouse } from './network-house';
import { openPublicSite, type Site } from './site';

const START = instant('2026-11-23T09:00:00Z');
const SERVER = 'social.example.org';

/** A channel on each, with a pasted access. */
const PASTED = {
  x: { kind: 'x', via: 'x', name: 'X SPK', page: undefined, token: X_SECRET },
  mastodon: { kind: 'mastodon', via: 'mastodon', name: 'Mastodon SPK', page: undefined, server: SERVER, token: MASTODON_TOKEN },
} as const;
type Network = keyof typeof PASTED;
const NETWORKS: readonly Network[] = ['x', 'mastodon'];

describe.each(testDatabases())('connecting a channel with X and Mastodon on %s', (kind) => {
  let world: NetworkHouse;
  let site: Site;
  let editor: Person;
  let at: Instant;
  beforeAll(async () => {
    world = await openNetworkHouse(kind, 'connect-others');
    site = await openPublicSite(world.payload, { signIns: openSignIns(readEnv()) });
    editor = await world.logIn('editor@example.org');
  });
  afterAll(async () => {
    await site.close();
    await world.stop();
  });
  beforeEach(() => {
    at = START;
    setClock(() => at);
    world.x.setAct(undefined);
    world.mastodon.setAct(undefined);
    Object.assign(world.x.signIn, { says: 'yes', endpoint: 'answer' });
    world.mastodon.signIn.endpoint = 'answer';
  });

  const begin = (id: string, as: Person = editor) => world.rest('POST', `/channels/${id}/connect`, { as });
  /** What a person does there; gives the address that leads back, on our site. */
  const consent = async (network: Network, id: string, says: 'yes' | 'no' = 'yes'): Promise<string> => {
    world.x.signIn.says = says;
    const { body } = await begin(id);
    const page = await fetch(String(body.url), { redirect: 'manual' });
    const links = [...(await page.text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    const answer =
      network === 'x' ? page : await fetch(`${world.mastodon.url}${links[says === 'yes' ? 0 : 1]}`, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe(`http://localhost:3000/verbinden/${network}`);
    return `${site.url}${back.pathname}${back.search}`;
  };
  const come = async (url: string, person: Person | 'nobody' = editor) => {
    const page = await fetch(url, { headers: person === 'nobody' ? {} : { cookie: `payload-token=${person.token}` } });
    return { status: page.status, html: await page.text() };
  };
  const tokenOf = async (id: string): Promise<string | undefined> => {
    const account = await loadChannelAccount(world.payload, id);
    return account?.apiKey && openSecret(account.apiKey, account.owner);
  };
  const untouched = async (network: Network, id: string): Promise<void> => {
    expect([await tokenOf(id), (await world.read(id)).connectedAt ?? null]).toEqual([PASTED[network].token, null]);
  };

  it('takes X at its word who signed in, and keeps what renews the access', async () => {
    const { id } = await world.make({ ...PASTED.x, token: undefined });
    const { status, html } = await come(await consent('x', id));
    expect([status, html.includes('„X SPK“ ist jetzt mit „@stand_in“ verbunden.')]).toEqual([200, true]);
    expect(await world.read(id)).toMatchObject({
      ...{ page: '4711', accountName: '@stand_in', connectedAt: toIso(START), checkedAs: 'fine' },
      ...{ accessUntil: toIso(START.add({ hours: 2 })), refreshSince: toIso(START), refreshUntil: null },
    });
    expect(world.x.signIn.tokens.has((await tokenOf(id)) ?? '')).toBe(true);
    expect(await findRows(world.payload, 'connections', {})).toEqual([]);
  });

  it('registers at the server that its people named, and learns how long a post may be there', async () => {
    const { id } = await world.make({ ...PASTED.mastodon, token: undefined });
    const { status, html } = await come(await consent('mastodon', id));
    expect([status, html.includes('ist jetzt mit „@nordsued@127.0.0.1“ verbunden.')]).toEqual([200, true]);
    expect(await world.read(id)).toMatchObject({
      ...{ accountName: '@nordsued@127.0.0.1', textLength: 500, accessUntil: null, refreshSince: null, server: SERVER },
    });
    expect(world.mastodon.signIn.tokens.has((await tokenOf(id)) ?? '')).toBe(true);
  });

  it.each(NETWORKS)('%s: is good once, also for two who come back at once', async (network) => {
    const { id } = await world.make(PASTED[network]);
    const back = await consent(network, id);
    const pages = await Promise.all([come(back), come(back)]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it.each(NETWORKS)('%s: is good in the session and for the channel in which it began, and in no other', async (network) => {
    const { id } = await world.make(PASTED[network]);
    const other = await world.make({ ...PASTED[network], organisation: world.ids.htai });
    expect((await begin(other.id)).status).toBe(403);
    const back = await consent(network, id);
    for (const person of [await world.logIn('editor@example.org'), await world.logIn('first@example.org'), 'nobody' as const])
      expect((await come(back, person)).status).toBe(403);
    // The same sign at another network is none.
    const elsewhere = back.replace(`/verbinden/${network}`, '/verbinden/linkedin');
    expect((await come(elsewhere)).status).toBe(400);
    await untouched(network, id);
    await untouched(network, other.id);
  });

  it.each(NETWORKS)('%s: leaves the channel as it was when somebody says no, or the network does', async (network) => {
    const { id } = await world.make(PASTED[network]);
    const no = await come(await consent(network, id, 'no'));
    expect([no.status, no.html.includes('Sie haben nicht zugestimmt')]).toEqual([400, true]);
    for (const [endpoint, status] of [
      ['refuse', 400],
      ['fail', 502],
    ] as const) {
      const back = await consent(network, id);
      world[network].signIn.endpoint = endpoint;
      const page = await come(back);
      expect([page.status, /streng-geheim|invalid_grant/.test(page.html)]).toEqual([status, false]);
      world[network].signIn.endpoint = 'answer';
    }
    await untouched(network, id);
  });

  it('says that X wants money first', async () => {
    const { id } = await world.make(PASTED.x);
    const back = await consent('x', id);
    world.x.setAct('no-credits');
    const { status, html } = await come(back);
    expect([status, html.includes('Beim Netzwerk fehlt Guthaben')]).toEqual([400, true]);
    await untouched('x', id);
  });

  it('gives a token to no other server than the one it is of', async () => {
    const { id } = await world.make(PASTED.mastodon);
    const back = await consent('mastodon', id);
    await world.update(id, { server: 'anderswo.example.org', token: MASTODON_TOKEN });
    const { status, html } = await come(back);
    expect([status, html.includes('Der Kanal wurde inzwischen geändert')]).toEqual([400, true]);
    await untouched('mastodon', id);
  });

  it('begins at no server of another kind, and says what to do', async () => {
    const { id } = await world.make(PASTED.mastodon);
    world.mastodon.setAct('stranger');
    expect(await begin(id)).toMatchObject({ status: 409, text: expect.stringContaining('Namen des Servers') });
    world.mastodon.setAct('busy');
    expect(await begin(id)).toMatchObject({
      status: 503,
      text: expect.stringContaining('Der Server antwortet nicht'),
    });
  });

  it('gives way to the four keys that somebody pastes, which need no renewal', async () => {
    const { id } = await world.make({ ...PASTED.x, token: undefined });
    await come(await consent('x', id));
    await world.update(id, { token: X_SECRET });
    expect(await tokenOf(id)).toBe(Object.values(X_KEYS).join('\n'));
    expect(await world.read(id)).toMatchObject({ connectedAt: null, refreshSince: null, sealedRefresh: null, accessUntil: null });
  });

  it('checks an account on either, and keeps how long a post may be until it is another account', async () => {
    const [x, mastodon] = [await world.make(PASTED.x), await world.make(PASTED.mastodon)];
    const check = async (id: string) => (await world.rest('POST', `/channels/${id}/check`, { as: editor })).body.message;
    expect(await check(x.id)).toBe('Verbunden mit „@stand_in“.');
    expect(await check(mastodon.id)).toBe('Verbunden mit „@nordsued@127.0.0.1“. Beiträge dürfen dort 500 Zeichen haben.');
    expect(await world.read(mastodon.id)).toMatchObject({ textLength: 500, checkedAs: 'fine' });
    await world.update(mastodon.id, { name: 'Anders' });
    expect((await world.read(mastodon.id)).textLength).toBe(500);
    await world.update(mastodon.id, { server: 'anderswo.example.org' });
    expect((await world.read(mastodon.id)).textLength).toBeNull();
  });
});
