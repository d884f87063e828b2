import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDOVER_TOKEN, READER_TOKEN } from '#domain/addresses';
import { type Instant, instant, toIso } from '#domain/time';
import type { FlowSlug, Row } from '#store/rows';
import { faultsOfXml } from '../fixtures/xmllint';
import { bootHouse, type House, testDatabases } from './boot';
import { openPublicSite, type Site } from './site';

const START = instant('2026-11-23T09:00:00Z');
/** What mail gateways do with links before a person sees the mail. */
const SCANNING = ['HEAD', 'GET', 'GET', 'HEAD', 'GET', 'GET', 'GET'];

describe.each(testDatabases())('the public part of the web site on %s', (kind) => {
  let house: House;
  let site: Site;
  let clock: Instant = START;

  beforeAll(async () => {
    house = await bootHouse(kind, 'server');
    const { setClock } = await import('#runtime/clock');
    const { setLogLevel } = await import('#runtime/log');
    setLogLevel('silent');
    setClock(() => clock);
    const { seedBase } = await import('#jobs/seed-base');
    await seedBase(house.payload, clock);
    site = await openPublicSite(house.payload);
  });
  afterAll(async () => {
    const { setClock } = await import('#runtime/clock');
    setClock(undefined);
    await site?.close();
    await house?.stop();
  });

  const get = (path: string, init: RequestInit = {}) => fetch(site.url + path, { redirect: 'manual', ...init });

  const organisation = async (slug: string): Promise<string> => {
    const found = await house.payload.find({ collection: 'organisations', where: { slug: { equals: slug } } });
    return found.docs[0]?.id ?? '';
  };

  const publish = async (title: string, organiser: string) =>
    house.payload.create({
      collection: 'events',
      data: {
        ...{ title, teaser: 'Ein Abend\u000b für alle & jeden.', startsAt: '2026-12-10T17:00:00.000Z' },
        ...{ endsAt: '2026-12-10T19:00:00.000Z', attendance: 'on-site', placeRegion: 'north', town: 'Kassel' },
        ...{ organiser: await organisation(organiser), _status: 'published' },
      } as never,
    });

  const runJobs = async (): Promise<void> => {
    const [jobs, { openChannels }] = await Promise.all([import('#jobs/index'), import('#runtime/channels')]);
    const env = { publicUrl: 'http://localhost:3000', mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: 120 };
    const channels = openChannels({ dataDir: house.dataDir });
    for (let round = 0; round < 3; round++) await jobs.runJobs(jobs.jobContext(house.payload, env, channels, 'test'));
  };

  const insert = async <S extends FlowSlug>(collection: S, data: object): Promise<Row<S>> =>
    (await house.payload.db.create({ collection, data: { ...data } })) as Row<S>;

  const read = async <S extends FlowSlug>(collection: S, id: string): Promise<Row<S>> => {
    const { findRow } = await import('#store/rows');
    const row = await findRow(house.payload, collection, { id: { equals: id } });
    if (!row) throw new Error(`no row ${id}`);
    return row;
  };

  const link = async (purpose: string, subject: string, expires?: Instant): Promise<string> => {
    const { signToken } = await import('#runtime/secrets');
    return `/${purpose === HANDOVER_TOKEN ? 'bestaetigen' : 'abmelden'}/${signToken({ purpose, subject, expires })}`;
  };

  const handOver = async () => {
    const at = toIso(clock);
    const row = await insert('deliveries', {
      ...{
        key: `hand-${Math.random()}`,
        content: 'events/0123456789abcdef01234567',
        contentTitle: 'Gründertag',
        organiser: 'a',
        channel: 'b',
      },
      ...{ channelName: 'LinkedIn Science Park', carrier: 'c', purpose: 'announce', occasion: 0, becauseKind: 'own-channel' },
      ...{ approval: 'automatic', wantedAt: at, dueAt: at, latestAt: at, status: 'handed-over', fingerprint: 'f', sequence: 0 },
      askUntil: '2026-11-30T09:00:00.000Z',
    });
    const dispatch = await insert('dispatches', {
      ...{ key: `post-${row.id}`, kind: 'post', subject: row.id, status: 'handed-over', attempt: 1, notBefore: at },
    });
    const post = { kind: 'post', text: 'Kommen Sie zum <Gründertag>!', language: 'de' };
    await insert('attempts', {
      ...{ key: `${dispatch.id}#1`, dispatch: dispatch.id, number: 1, stage: 'handed-over', owner: 'test', startedAt: at },
      ...{ leaseUntil: at, message: { kind: 'handover', mail: {}, post, askUntil: '2026-11-30T09:00:00.000Z' } },
    });
    return row;
  };

  const subscribe = () =>
    insert('subscribers', {
      ...{ email: 'erika@example.org', channel: 'unknown', language: 'de', status: 'confirmed', key: `k-${Math.random()}` },
    });

  it('says that it lives and is ready, and nothing about its inside', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'ok' });
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ok', database: true, ticks: true });
  });

  describe('feeds', () => {
    let first: Response;
    let text = '';

    beforeAll(async () => {
      await publish('Innovationsabend in Kassel', 'hessen-trade-invest');
      await runJobs();
      first = await get('/feeds/alle.xml');
      text = await first.text();
    });

    it('show what is public, well-formed whatever was pasted', () => {
      expect(first.status).toBe(200);
      expect(first.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
      expect(first.headers.get('access-control-allow-origin')).toBe('*');
      expect(first.headers.get('x-content-type-options')).toBe('nosniff');
      expect(text).toContain('Innovationsabend in Kassel');
      expect(text).not.toContain('\u000b');
      expect(faultsOfXml(text)).toBe('');
    });

    it('of a body hold its own and what it promotes because of a clause, with its name', async () => {
      const north = await (await get('/feeds/regionalmanagement-nordhessen.xml')).text();
      expect(north).toContain('Innovationsabend in Kassel');
      expect(north).toContain('Weitergegeben durch');
      const organisers = await (await get('/feeds/hessen-trade-invest.xml')).text();
      expect(organisers).toContain('Innovationsabend in Kassel');
      expect(organisers).not.toContain('Weitergegeben durch');
      expect(await (await get('/feeds/ihk-hessen-innovativ.xml')).text()).not.toContain('Innovationsabend');
    });

    it('keep their ETag from one rendering to the next, days later too', async () => {
      clock = clock.add({ hours: 48 });
      const second = await get('/feeds/alle.xml');
      expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
      expect(second.headers.get('last-modified')).toBe(first.headers.get('last-modified'));
      expect(await second.text()).toBe(text);
    });

    it('answer 304 without a body to a reader who has the text, If-None-Match before If-Modified-Since', async () => {
      const etag = first.headers.get('etag') ?? '';
      const since = first.headers.get('last-modified') ?? '';
      const known = await get('/feeds/alle.xml', { headers: { 'If-None-Match': `"x", W/${etag}`, 'A-IM': 'feed' } });
      expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
      expect((await get('/feeds/alle.xml', { headers: { 'If-Modified-Since': since } })).status).toBe(304);
      const other = await get('/feeds/alle.xml', { headers: { 'If-None-Match': '"other"', 'If-Modified-Since': since } });
      expect(other.status).toBe(200);
    });

    it('answer HEAD like GET, without the text', async () => {
      const head = await get('/feeds/alle.xml', { method: 'HEAD' });
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, first.headers.get('etag'), '']);
      expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(text));
    });

    it('are new for everybody when something was published', async () => {
      const since = first.headers.get('last-modified') ?? '';
      await publish('Noch ein Abend', 'science-park-kassel');
      const later = await get('/feeds/alle.xml', { headers: { 'If-Modified-Since': since } });
      expect(later.status).toBe(200);
      expect(later.headers.get('etag')).not.toBe(first.headers.get('etag'));
    });

    it('that do not exist are a page in German', async () => {
      const missing = await get('/feeds/niemand.xml');
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('Diese Seite gibt es nicht');
    });
  });

  describe('pages', () => {
    it('show an event to everybody, with headers that let no script run', async () => {
      const event = await publish('Tag der offenen Tür', 'science-park-kassel');
      const page = await get(`/veranstaltungen/${event.slug}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';style-src 'sha256-[^']+'/);
      expect(page.headers.get('x-powered-by')).toBeNull();
      expect(await page.text()).toContain('Tag der offenen Tür');
      expect(await (await get('/')).text()).toContain('Tag der offenen Tür');
    });

    it('hide what is not public, and what is gone', async () => {
      const event = await publish('Zurückgezogen', 'science-park-kassel');
      await house.payload.update({ collection: 'events', id: event.id, data: { _status: 'draft' } });
      expect((await get(`/veranstaltungen/${event.slug}`)).status).toBe(404);
      const inner = await publish('Nur für uns', 'science-park-kassel');
      await house.payload.update({ collection: 'events', id: inner.id, data: { visibility: 'stakeholders' } });
      expect((await get(`/veranstaltungen/${inner.slug}`)).status).toBe(404);
      expect(await (await get('/feeds/alle.xml')).text()).not.toContain('Nur für uns');
    });
  });

  describe('links of mails', () => {
    it('show what was handed over, however often a scanner looks, and change nothing', async () => {
      const row = await handOver();
      const address = await link(HANDOVER_TOKEN, row.id);
      for (const method of SCANNING) expect((await get(address, { method })).status).toBe(200);
      const page = await get(address);
      const text = await page.text();
      expect(text).toContain('Kommen Sie zum &lt;Gründertag&gt;!');
      expect(text).toContain('Der Inhalt ist nicht mehr öffentlich: Bitte veröffentlichen Sie diesen Text nicht mehr.');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect((await read('deliveries', row.id)).status).toBe('handed-over');
    });

    it('confirm by POST, once, with the address of the post', async () => {
      const row = await handOver();
      const address = await link(HANDOVER_TOKEN, row.id);
      const refused = await get(address, { method: 'POST', body: new URLSearchParams({ url: 'javascript:alert(1)' }) });
      expect([refused.status, (await read('deliveries', row.id)).status]).toEqual([422, 'handed-over']);
      const done = await get(address, { method: 'POST', body: new URLSearchParams({ url: 'https://social.example/1' }) });
      expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Vielen Dank')]);
      const after = await read('deliveries', row.id);
      expect([after.status, after.url]).toEqual(['sent', 'https://social.example/1']);
      expect((await get(address, { method: 'POST' })).status).toBe(200);
      expect((await read('deliveries', row.id)).url).toBe('https://social.example/1');
    });

    it('are nothing when forged, made for something else or too old', async () => {
      const row = await handOver();
      const address = await link(HANDOVER_TOKEN, row.id);
      const forged = [address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), '/bestaetigen/x', '/abmelden/a.b'];
      for (const path of [...forged, address.replace('bestaetigen', 'abmelden')])
        expect((await get(path, { method: 'POST' })).status).toBe(404);
      const expired = await link(HANDOVER_TOKEN, row.id, clock.subtract({ hours: 1 }));
      expect((await get(expired, { method: 'POST' })).status).toBe(410);
      expect((await read('deliveries', row.id)).status).toBe('handed-over');
    });

    it('end a subscription by POST only, without a redirect, without a login, twice without harm', async () => {
      const row = await subscribe();
      const address = await link(READER_TOKEN, row.id);
      for (const method of SCANNING) await get(address, { method });
      expect((await read('subscribers', row.id)).status).toBe('confirmed');
      for (let time = 0; time < 2; time++) {
        const done = await get(address, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
        expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Sie sind abgemeldet')]);
      }
      const after = await read('subscribers', row.id);
      expect([after.status, Boolean(after.unsubscribedAt)]).toEqual(['unsubscribed', true]);
    });
  });

  describe('trouble', () => {
    it('inside is told to nobody', async () => {
      const broken = Object.create(house.payload, { find: { value: () => Promise.reject(new Error('secret detail')) } });
      const other = await openPublicSite(broken);
      const answer = await fetch(`${other.url}/feeds/alle.xml`);
      const body = await answer.text();
      await other.close();
      expect(answer.status).toBe(500);
      expect(body).toBe('Hier ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.');
    });

    it('with an address that is none is a page, not a stack', async () => {
      const bad = await get('/veranstaltungen/%E0%A4%A');
      expect(bad.status).toBe(400);
      expect(await bad.text()).not.toMatch(/at .*\.(js|ts)/);
    });
  });
});
