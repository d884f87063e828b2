import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endingAccess } from '#domain/access';
import { type Instant, instant, toIso } from '#domain/time';
import { run as forgetConnections } from '#jobs/forget-connections';
import { setClock } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { openSecret } from '#runtime/secrets';
import { openSignIns } from '#runtime/sign-ins';
import { loadChannelAccount, restChannel, stopChannel } from '#store/channel-accounts';
import { findRows } from '#store/rows';
import { loadSettings } from '#store/settings';
import { LINKEDIN_TOKEN } from '../fakes/linkedin';
import type { Person } from './access-doors';
import { testDatabases } from './boot';
import { type NetworkHouse, openNetworkHouse } from './network-house';
import { openPublicSite, type Site } from './site';

const START = instant('2026-11-23T09:00:00Z');
const DAY = 24 * 3_600;

describe.each(testDatabases())('connecting a channel with LinkedIn on %s', (kind) => {
  let world: NetworkHouse;
  let site: Site;
  let editor: Person;
  let at: Instant;
  beforeAll(async () => {
    world = await openNetworkHouse(kind, 'connect');
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
    Object.assign(world.standIn.members, {
      tokens: 'answer',
      givesRefresh: true,
      pages: [{ id: '4711', name: 'IHK Hessen innovativ' }],
    });
  });

  const begin = async (id: string, as: Person = editor) => {
    const { status, body } = await world.rest('POST', `/channels/${id}/connect`, { as });
    return { status, url: String(body.url) };
  };
  /** What the member does at LinkedIn; gives the address that leads back, on our site. */
  const consent = async (url: string, says: 'yes' | 'no' = 'yes'): Promise<string> => {
    const links = [...(await (await fetch(url)).text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const { headers } = await fetch(`${world.standIn.url}${links[says === 'yes' ? 0 : 1]}`, { redirect: 'manual' });
    const back = new URL(headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe('http://localhost:3000/verbinden/linkedin');
    return `${site.url}${back.pathname}${back.search}`;
  };
  const cookieOf = (person: Person | undefined) => (person ? { cookie: `payload-token=${person.token}` } : {});
  /** As a browser comes back from another site. */
  const come = (url: string, person: Person | undefined = editor) =>
    fetch(url, { headers: { ...cookieOf(person), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } });
  const choose = (sign: string, page: string | undefined, person: Person = editor) =>
    fetch(`${site.url}/verbinden/linkedin`, {
      method: 'POST',
      // Pages that must not say where they are send no origin either.
      headers: { ...cookieOf(person), origin: 'null' },
      body: new URLSearchParams({ zeichen: sign, ...(page ? { seite: page } : {}) }),
    });
  const signIn = (html: string): string => /name="zeichen" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const tokenOf = async (id: string): Promise<string | undefined> => {
    const account = await loadChannelAccount(world.payload, id);
    return account?.apiKey && openSecret(account.apiKey, account.owner);
  };
  const untouched = async (id: string): Promise<void> => {
    expect([await tokenOf(id), (await world.read(id)).connectedAt ?? null]).toEqual([LINKEDIN_TOKEN, null]);
  };
  const open = () => findRows(world.payload, 'connections', {});

  it('takes the one page there is, with an access that renews itself', async () => {
    const { id } = await world.make({ page: undefined, token: undefined });
    const page = await come(await consent((await begin(id)).url));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('„LinkedIn SPK“ ist jetzt mit „IHK Hessen innovativ“ verbunden.');
    expect(html).toContain(`http://localhost:3000/admin/collections/channels/${id}`);
    expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual(['no-referrer', 'no-store']);
    expect(await world.read(id)).toMatchObject({
      ...{ page: '4711', accountName: 'IHK Hessen innovativ', connectedAt: toIso(START), checkedAs: 'fine' },
      ...{ accessUntil: toIso(START.add({ seconds: 60 * DAY })), refreshUntil: toIso(START.add({ seconds: 365 * DAY })) },
    });
    expect(world.standIn.members.valid.has((await tokenOf(id)) ?? '')).toBe(true);
    expect(await open()).toEqual([]);
  });

  it('ends the rest that the account before had to take', async () => {
    const { id } = await world.make();
    await restChannel(world.payload, id, at.add({ hours: 24 }));
    await come(await consent((await begin(id)).url));
    expect(await world.read(id)).toMatchObject({ restUntil: null });
  });

  it('lets a channel go on that its provider had refused', async () => {
    const { id } = await world.make();
    await stopChannel(world.payload, id, 'account-refused', await loadChannelAccount(world.payload, id), at);
    await come(await consent((await begin(id)).url));
    expect(await world.read(id)).toMatchObject({ paused: false, trouble: null });
  });

  it('asks which of several pages it is to be, and changes nothing before', async () => {
    world.standIn.members.pages = [
      { id: '4711', name: 'IHK <Hessen> innovativ' },
      { id: '815', name: 'Science Park' },
    ];
    const { id } = await world.make();
    const html = await (await come(await consent((await begin(id)).url))).text();
    expect(html).toContain('IHK &lt;Hessen&gt; innovativ');
    expect(html).toMatch(/value="4711" checked/);
    await untouched(id);
    for (const page of [undefined, '99']) expect((await choose(signIn(html), page)).status).toBe(422);
    await untouched(id);
    expect((await choose(signIn(html), '815')).status).toBe(200);
    expect(await world.read(id)).toMatchObject({ page: '815', accountName: 'Science Park' });
    expect((await choose(signIn(html), '4711')).status).toBe(410);
    expect((await world.read(id)).page).toBe('815');
  });

  it.each([
    ['no', 'Sie haben nicht zugestimmt', 400, {}],
    ['yes', 'Das Netzwerk hat die Anmeldung abgelehnt', 400, { tokens: 'refuse' }],
    ['yes', 'Das Netzwerk hat nicht verständlich geantwortet', 502, { tokens: 'fail' }],
    ['yes', 'Sie verwalten dort keine Seite', 400, { pages: [{ id: '4711', name: 'IHK', role: 'ANALYST' }] }],
  ] as const)('leaves the channel as it was: %s, „%s“', async (says, title, status, members) => {
    Object.assign(world.standIn.members, members);
    const { id } = await world.make();
    const page = await come(await consent((await begin(id)).url, says));
    const html = await page.text();
    expect([page.status, html.includes(`<h1>${title}</h1>`)]).toEqual([status, true]);
    expect(html).toContain('Am Kanal hat sich nichts geändert');
    expect(html).not.toMatch(/streng-geheim|user_cancelled|invalid_grant/);
    await untouched(id);
    expect(await open()).toEqual([]);
  });

  it.each(['given', 'pasted'] as const)(
    'leaves nothing of an access that was %s to another body that gets the channel',
    async (how) => {
      const { id } = await world.make();
      if (how === 'given') await come(await consent((await begin(id)).url));
      await restChannel(world.payload, id, at.add({ hours: 1 }));
      expect((await world.read(id)).accessUntil).toBe(toIso(START.add({ hours: 60 * 24 })));
      await world.update(id, { organisation: world.ids.htai });
      const row = await world.read(id);
      expect(row).toMatchObject({
        ...{ tokenSince: null, accessUntil: null, restUntil: null, accountName: null, checkedAt: null, checkedAs: null },
        ...{ connectedAt: null, refreshSince: null, refreshUntil: null },
      });
      // Who pasted a token named the page as well; a connection brought it along.
      expect(row.page).toBe(how === 'given' ? null : '4711');
      at = at.add({ hours: 60 * 24 });
      const { channels } = await loadSettings(world.payload, at);
      expect(channels.filter((one) => one.id === id).map((one) => endingAccess(one, at))).toEqual([undefined]);
    },
  );

  it('is good once, also for two who come back at once', async () => {
    const { id } = await world.make();
    const back = await consent((await begin(id)).url);
    const before = world.standIn.members.asked.length;
    const pages = await Promise.all([come(back), come(back)]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(world.standIn.members.asked.length - before).toBe(1);
    expect(await (await come(back)).text()).toContain('schon abgeschlossen');
  });

  it('is good for ten minutes, and then forgotten', async () => {
    const { id } = await world.make();
    const back = await consent((await begin(id)).url);
    at = START.add({ minutes: 10 });
    const page = await come(back);
    expect([page.status, (await page.text()).includes('zu lange gedauert')]).toEqual([410, true]);
    await untouched(id);
    expect(await open()).toHaveLength(1);
    expect(await forgetConnections({ payload: world.payload, now: at } as Parameters<typeof forgetConnections>[0])).toBe(1);
    expect(await open()).toEqual([]);
  });

  it('is good in the session in which it began, and in no other', async () => {
    const { id } = await world.make();
    const again = await world.logIn('editor@example.org');
    const admin = await world.logIn('first@example.org');
    const back = await consent((await begin(id)).url);
    for (const person of [again, admin]) {
      const page = await come(back, person);
      expect([page.status, (await page.text()).includes('nicht mehr angemeldet')]).toEqual([403, true]);
    }
    expect((await fetch(back)).status).toBe(403);
    await untouched(id);
    expect((await come(back)).status).toBe(200);
  });

  it('cannot be begun for another body’s channel, nor ended once it is one', async () => {
    const foreign = await world.make({ organisation: world.ids.htai });
    expect((await begin(foreign.id)).status).toBe(403);
    const { id } = await world.make();
    const back = await consent((await begin(id)).url);
    await world.update(id, { organisation: world.ids.htai, token: LINKEDIN_TOKEN });
    expect((await come(back)).status).toBe(403);
    await untouched(id);
  });

  it('believes no sign that is not its own', async () => {
    for (const query of ['', '?state=&code=x', '?state=abc.def&code=x', '?code=x&state[]=1'])
      expect((await come(`${site.url}/verbinden/linkedin${query}`)).status).toBe(400);
    const { id } = await world.make();
    const back = new URL(await consent((await begin(id)).url));
    back.pathname = '/verbinden/mastodon';
    expect((await come(back.href)).status).toBe(400);
    await untouched(id);
  });

  it('is not written back by a save of the form, nor are page and end', async () => {
    const { id } = await world.make();
    const before = await world.read(id);
    await come(await consent((await begin(id)).url));
    const connected = await tokenOf(id);
    await world.rest('PATCH', `/channels/${id}`, {
      as: editor,
      body: { name: 'Anders', page: '1', accessUntil: before.accessUntil, token: '' },
    });
    expect([await tokenOf(id), await world.read(id)]).toMatchObject([
      connected,
      { name: 'Anders', page: '4711', accessUntil: toIso(START.add({ seconds: 60 * DAY })), refreshSince: toIso(START) },
    ]);
    await world.update(id, { token: LINKEDIN_TOKEN });
    expect(await world.read(id)).toMatchObject({ connectedAt: null, refreshSince: null, sealedRefresh: null, checkedAs: null });
    await untouched(id);
  });
});
