import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { run as assembleEditions } from '#jobs/assemble-editions';
import { findRows } from '#store/rows';
import { loadEditionPage } from '../../src/admin/edition-load';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { openPublicSite, type Site } from './site';

const SLOT = instant('2026-11-26T08:00:00Z');
const EDITION = '/ausgaben/htai-newsletter/2026-11-26';

describe.each(testDatabases())('earlier editions on %s', (kind) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await openWorld(kind, 'archive');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
    site = await openPublicSite(world.payload);
    await world.subscribe(2);
    await world.publish({ title: 'Gründertag im Herbst' });
    await world.round();
  });
  afterAll(async () => {
    await site?.close();
    await world?.stop();
  });
  const get = (path: string) => fetch(site.url + path, { redirect: 'manual' });

  it('are nowhere to be read before somebody got them', async () => {
    world.at(SLOT);
    for (let i = 0; i < 2; i++) await assembleEditions(world.context());
    expect(await findRows(world.payload, 'editions', {})).toMatchObject([{ status: 'closed', recipients: 2 }]);
    for (const path of [EDITION, '/ausgaben/htai-newsletter']) expect((await get(path)).status).toBe(404);
    expect(await (await get('/newsletter')).text()).not.toContain('Frühere Ausgaben');
  });

  it('are looked for at most once in the time that lists are kept, by the page for signing up', async () => {
    const kept = await openPublicSite(world.payload, { keptSeconds: 60 });
    const isListed = async () => (await (await fetch(`${kept.url}/newsletter`)).text()).includes('Frühere Ausgaben');
    expect(await isListed()).toBe(false);
    await world.round();
    expect(await isListed()).toBe(false);
    world.pass(60);
    expect(await isListed()).toBe(true);
    await kept.close();
  });

  it('can be read by everybody as they were sent, without any link of one person', async () => {
    await world.round();
    const answer = await get(EDITION);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('x-robots-tag')]).toEqual([200, null]);
    expect(html).toContain('Gründertag im Herbst');
    expect(html).not.toMatch(/\{\{|abmelden|leser-\d@example\.org|script/);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';style-src 'unsafe-inline';/);
  });

  it('stand in a list of their newsletter, which the page for signing up leads to', async () => {
    const list = await (await get('/ausgaben/htai-newsletter')).text();
    expect(list).toContain(`http://localhost:3000${EDITION}`);
    expect(list).toContain('26. November 2026: Gründertag im Herbst');
    expect(await (await get('/newsletter')).text()).toContain('/ausgaben/htai-newsletter');
    expect((await get('/ausgaben/htai-newsletter/')).headers.get('location')).toBe('/ausgaben/htai-newsletter');
  });

  it.each(['/ausgaben/htai-newsletter/2026-11-25', '/ausgaben/htai-newsletter/alle', '/ausgaben/htai-mastodon', '/ausgaben/x/y'])(
    'are not at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('each have an address, also a second one of the same day, which its preview names as its mail does', async () => {
    await world.payload.update({ collection: 'channels', id: world.ids.newsletter, data: { slotTime: '15:00' } });
    await world.publish({ title: 'Werkstatt am Abend' });
    await world.round();
    const open = (await world.editions()).find(({ status }) => status === 'open');
    const viewer = { id: world.ids.coordinator, role: 'coordinator' } as const;
    const page = await loadEditionPage({ payload: world.payload, viewer, searchParams: {} }, open?.id ?? '');
    const previews = typeof page === 'object' ? (page.work?.previews ?? []) : [];
    expect(previews.length).toBeGreaterThan(0);
    for (const { html, text } of previews)
      for (const said of [html, text]) expect(said).toContain(`http://localhost:3000${EDITION}-2`);
    world.at(SLOT.add({ hours: 6 }));
    for (let i = 0; i < 3; i++) await world.round();
    const list = await (await get('/ausgaben/htai-newsletter')).text();
    for (const path of [EDITION, `${EDITION}-2`]) expect(list).toContain(`"http://localhost:3000${path}"`);
    const [first, second] = await Promise.all([EDITION, `${EDITION}-2`].map(async (path) => (await get(path)).text()));
    expect(first).toContain('Gründertag im Herbst');
    expect(second).toContain('Werkstatt am Abend');
    expect(world.fakes.current.outbox.sent.at(-1)?.message).toMatchObject({
      html: expect.stringContaining(`"http://localhost:3000${EDITION}-2"`),
    });
    for (const path of [`${EDITION}-1`, `${EDITION}-3`]) expect((await get(path)).status).toBe(404);
  });

  it('each keep theirs when the first of a day arrives only after the second', async () => {
    const day = instant('2026-12-03T00:00:00Z');
    const sendAt = async (slotTime: string, hours: number, title: string) => {
      await world.payload.update({ collection: 'channels', id: world.ids.newsletter, data: { slotTime } });
      await world.publish({ title });
      await world.round();
      world.at(day.add({ hours }));
      for (let i = 0; i < 3; i++) await world.round();
    };
    world.at(day);
    world.fakes.current.outbox.answerNext({ kind: 'postponed', notBefore: day.add({ hours: 20 }), detail: '421' });
    await sendAt('09:00', 8, 'Früh und verspätet');
    await sendAt('15:00', 14, 'Spät und pünktlich');
    const late = `${EDITION.slice(0, -5)}12-03`;
    expect(world.fakes.current.outbox.sent.at(-1)?.message).toMatchObject({
      html: expect.stringContaining(`"http://localhost:3000${late}-2"`),
    });
    const [none, second] = await Promise.all([late, `${late}-2`].map(get));
    expect([none?.status, second?.status]).toEqual([404, 200]);
    world.at(day.add({ hours: 21 }));
    for (let i = 0; i < 2; i++) await world.round();
    expect(await (await get(late)).text()).toContain('Früh und verspätet');
    expect(await (await get(`${late}-2`)).text()).toContain('Spät und pünktlich');
  });

  it('stay out of search engines where the newsletter wants it', async () => {
    await world.payload.update({ collection: 'channels', id: world.ids.newsletter, data: { archiveHidden: true } });
    for (const path of [EDITION, '/ausgaben/htai-newsletter'])
      expect((await get(path)).headers.get('x-robots-tag')).toBe('noindex');
  });
});
