import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, instant } from '#domain/time';
import { fileOf } from './access-doors';
import { bootHouse, type House } from './boot';
import { openPublicSite, type Site } from './site';

const START = instant('2026-11-23T09:00:00Z');

describe('the public pages', () => {
  let house: House;
  let site: Site;
  let clock: Instant = START;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    house = await bootHouse('sqlite', 'pages');
    const { setClock } = await import('#runtime/clock');
    const { setLogLevel } = await import('#runtime/log');
    setLogLevel('silent');
    setClock(() => clock);
    const { seedBase } = await import('#jobs/seed-base');
    await seedBase(house.payload, clock);
    const { docs } = await house.payload.find({ collection: 'organisations', pagination: false });
    for (const { id, slug } of docs) ids[slug] = id;
    site = await openPublicSite(house.payload);
  });
  afterAll(async () => {
    const { setClock } = await import('#runtime/clock');
    setClock(undefined);
    await site?.close();
    await house?.stop();
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { redirect: 'manual', headers });
  const text = async (path: string) => (await get(path)).text();
  const statusOf = async (path: string) => (await get(path)).status;

  const publish = (title: string, organiser: string, change: object = {}) =>
    house.payload.create({
      collection: 'events',
      data: {
        ...{ title, teaser: 'Ein Abend für alle.', startsAt: '2026-12-10T17:00:00.000Z', endsAt: '2026-12-10T19:00:00.000Z' },
        ...{ attendance: 'on-site', placeRegion: 'north', town: 'Kassel', organiser: ids[organiser], _status: 'published' },
        ...change,
      } as never,
    });
  const change = (id: string, data: object) => house.payload.update({ collection: 'events', id, data });

  describe('have one address each', () => {
    it.each([
      ['/veranstaltungen/Messe-Nord', '/veranstaltungen/messe-nord'],
      ['/VERANSTALTUNGEN/messe-nord/?a=B', '/veranstaltungen/messe-nord?a=B'],
      ['/veranstaltungen/messe-nord.ICS', '/veranstaltungen/messe-nord.ics'],
      ['/meldungen/neues/', '/meldungen/neues'],
      ['/Impressum//', '/impressum'],
      ['/Science-Park-Kassel', '/science-park-kassel'],
    ])('%s leads to %s', async (path, canonical) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([301, canonical]);
    });

    it('and lead nobody elsewhere, nor away from the admin', async () => {
      for (const path of ['//example.org/', '/%5Cexample.org/', '/%2Fexample.org/', '/a/b/c/', '/Ä/']) {
        const answer = await get(path);
        expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 404, null]);
      }
      for (const path of ['/admin/Collections/', '/api/Users/']) expect((await get(path)).headers.get('location')).toBeNull();
    });
  });

  describe('of contents', () => {
    it('show contact, files, funding notice and that no place is left', async () => {
      const { payload } = house;
      const data = { title: 'Programm' };
      const file = await payload.create({ collection: 'documents', data, file: { ...fileOf('documents') } });
      const funding = { text: 'Kofinanziert von der Europäischen Union', validTo: '2026-11-24T09:00:00.000Z' };
      const contact = { name: 'Erika Beispiel', email: 'erika@example.org', isPublic: true };
      const event = await publish('Voll', 'science-park-kassel', { soldOut: true, attachments: [file.id], contact, funding });
      const html = await text('/veranstaltungen/voll');
      for (const words of ['Ausgebucht:', 'Erika Beispiel', `${file.url}" type="application/pdf">Programm (PDF, 1 KB)`])
        expect(html).toContain(words);
      expect(html).toContain('Kofinanziert von der Europäischen Union');
      await change(event.id, { contact: { ...contact, isPublic: false } });
      expect(await text('/veranstaltungen/voll')).not.toMatch(/Erika|erika@/);
      clock = clock.add({ hours: 24 });
      expect(await text('/veranstaltungen/voll')).not.toContain('Kofinanziert');
      await payload.update({
        collection: 'organisations',
        id: ids['science-park-kassel'] ?? '',
        data: { funding: { text: 'EFRE' } },
      });
      expect(await text('/veranstaltungen/voll')).toContain('<p>EFRE</p>');
      clock = START;
    });

    it.each([
      ['in the trash', { deletedAt: '2026-11-23T09:00:00.000Z' }],
      ['unpublished', { _status: 'draft' }],
      ['for the group only', { visibility: 'stakeholders' }],
      ['under embargo', { embargoUntil: '2026-11-30T09:00:00.000Z' }],
    ])('are nobody’s to see while %s, nor is the calendar file', async (name, hidden) => {
      const { id, slug } = await publish(`Weg ${name}`, 'science-park-kassel');
      expect([await statusOf(`/veranstaltungen/${slug}`), await statusOf(`/veranstaltungen/${slug}.ics`)]).toEqual([200, 200]);
      await change(id, hidden);
      expect([await statusOf(`/veranstaltungen/${slug}`), await statusOf(`/veranstaltungen/${slug}.ics`)]).toEqual([404, 404]);
      expect(await text('/science-park-kassel')).not.toContain(`Weg ${name}`);
    });
  });

  describe('of one event for calendars', () => {
    it('are files that are new when the event changed, and 304 when not', async () => {
      const { id, slug } = await publish('Kalendertag', 'science-park-kassel');
      const path = `/veranstaltungen/${slug}.ics`;
      const first = await get(path);
      expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(first.headers.get('content-disposition')).toBe(`attachment; filename="${slug}.ics"`);
      const before = await first.text();
      expect(before).toContain(`UID:urn:nordsued:events:${id}\r\nSEQUENCE:0\r\n`);
      const known = { 'If-None-Match': first.headers.get('etag') ?? '' };
      clock = clock.add({ hours: 1 });
      expect([(await get(path, known)).status, await (await get(path, known)).text()]).toEqual([304, '']);
      await change(id, { status: 'cancelled' });
      const later = await get(path, known);
      expect(later.status).toBe(200);
      const after = await later.text();
      expect(after).toContain(`UID:urn:nordsued:events:${id}\r\nSEQUENCE:1\r\n`);
      expect(after).toContain('STATUS:CANCELLED\r\n');
      expect(await statusOf('/veranstaltungen/gibt-es-nicht.ics')).toBe(404);
      clock = START;
    });
  });

  describe('of bodies', () => {
    it('show what is theirs, with others too, and nothing of those that take no part', async () => {
      await publish('Gemeinsam', 'een-hessen', { coOrganisers: [ids['science-park-kassel']] });
      expect(await text('/science-park-kassel')).toContain('Gemeinsam');
      expect(await text('/ihk-hessen-innovativ')).not.toContain('Gemeinsam');
      expect(await statusOf('/niemand')).toBe(404);
      const id = ids['een-hessen'] ?? '';
      await house.payload.update({ collection: 'organisations', id, data: { active: false } });
      expect(await statusOf('/een-hessen')).toBe(404);
      const html = await text('/veranstaltungen/gemeinsam');
      expect(html).toContain('Enterprise Europe Network Hessen');
      expect(html).not.toContain('/een-hessen"');
      await house.payload.update({ collection: 'organisations', id, data: { active: true } });
    });

    it('of one region fill the home page when asked', async () => {
      await publish('Aus dem Süden', 'hessen-trade-invest');
      await publish('Aus dem Norden', 'science-park-kassel');
      const shown = async (path: string) => {
        const html = await text(path);
        return ['Aus dem Norden', 'Aus dem Süden', 'Gemeinsam'].filter((title) => html.includes(title));
      };
      expect(await shown('/')).toEqual(['Aus dem Norden', 'Aus dem Süden', 'Gemeinsam']);
      expect(await shown('/?region=nord')).toEqual(['Aus dem Norden', 'Gemeinsam']);
      expect(await shown('/?region=sued')).toEqual(['Aus dem Süden', 'Gemeinsam']);
      expect(await shown('/?region=x&region=nord')).toHaveLength(3);
    });
  });

  describe('that list contents', () => {
    const LISTS = ['/', '/?region=nord', '/?region=sued', '/science-park-kassel'];

    it('are rendered once in ten seconds, however many ask, each for itself', async () => {
      const kept = await openPublicSite(house.payload, { keptSeconds: 10 });
      const shown = () =>
        Promise.all(LISTS.map(async (path) => (await (await fetch(kept.url + path)).text()).includes('Behalten')));
      await shown();
      const { id, slug } = await publish('Behalten', 'science-park-kassel');
      clock = START.add({ seconds: 9 });
      expect(await shown()).toEqual([false, false, false, false]);
      expect((await fetch(`${kept.url}/veranstaltungen/${slug}`)).status).toBe(200);
      clock = START.add({ seconds: 10 });
      expect(await shown()).toEqual([true, true, false, true]);
      await change(id, { _status: 'draft' });
      clock = START.add({ seconds: 20 });
      expect(await shown()).toEqual([false, false, false, false]);
      clock = START;
      await kept.close();
    });
  });

  describe('of legal texts', () => {
    it('say who can write them, then what was written, cleaned', async () => {
      for (const path of ['/impressum', '/datenschutz', '/barrierefreiheit']) {
        expect(await statusOf(path)).toBe(200);
        expect(await text(path)).toContain('Eintragen können den Text die Administration und die Koordination');
      }
      await house.payload.updateGlobal({ slug: 'site-texts', data: { imprint: textOf('') } as never });
      expect(await text('/impressum')).toContain('Eintragen können');
      await house.payload.updateGlobal({ slug: 'site-texts', data: { imprint: textOf('Anbieter <b>sind</b> wir.') } as never });
      const html = await text('/impressum');
      expect(html).toContain('<p>Anbieter &lt;b&gt;sind&lt;/b&gt; wir.</p>');
      expect(html).not.toContain('Eintragen können');
    });
  });
});

/** A rich text of one paragraph, as the editor keeps it. */
const textOf = (text: string) => ({
  root: {
    ...{ type: 'root', direction: 'ltr', format: '', indent: 0, version: 1 },
    children: [
      {
        ...{ type: 'paragraph', direction: 'ltr', format: '', indent: 0, version: 1, textFormat: 0, textStyle: '' },
        children: text ? [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }] : [],
      },
    ],
  },
});
