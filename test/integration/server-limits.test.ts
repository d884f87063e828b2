import { request as httpRequest } from 'node:http';
import type { RequestHandler } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootHouse, type House } from './boot';
import { openPublicSite, type Site } from './site';

const MB = 1_000_000;
const TOO_MANY = 'Das waren zu viele Anfragen. Bitte warten Sie eine Minute.';
const ORIGIN = 'http://localhost:3000';

/** What stands where Payload does: reads the whole body and says how long it was. */
const readAll: RequestHandler = async (request, response) => {
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  response.json({ bytes });
};

describe('what one asks too much of the site', () => {
  let house: House;
  let site: Site;
  let token = '';

  beforeAll(async () => {
    house = await bootHouse('sqlite', 'limits');
    const { setLogLevel } = await import('#runtime/log');
    setLogLevel('silent');
    const account = { email: 'anna@example.org', password: 'ein langes Passwort' };
    await house.payload.create({ collection: 'users', data: { ...account, name: 'Anna', role: 'admin', language: 'de' } });
    token = (await house.payload.login({ collection: 'users', data: account })).token ?? '';
  });
  afterAll(() => house?.stop());
  // Every site counts anew.
  beforeEach(async () => {
    site = await openPublicSite(house.payload, { behind: readAll, proxyHops: 1 });
    return () => site.close();
  });

  const send = (method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(site.url + path, { method, headers, ...(body === undefined ? {} : { body }) });

  /** Without Content-Length, piece by piece. */
  const sendChunked = (path: string, pieces: number): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      let status = 0;
      let text = '';
      const request = httpRequest(site.url + path, { method: 'POST' }, (response) => {
        status = response.statusCode ?? 0;
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
      });
      request.on('error', reject).once('close', () => resolve({ status, text }));
      for (let piece = 0; piece < pieces; piece++) request.write(Buffer.alloc(MB / 2));
      request.end();
    });

  const exhaust = async (path: string, headers: Record<string, string> = {}): Promise<void> => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => send('POST', path, '{}', headers)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
  };

  describe('bodies', () => {
    it('of up to 2 MB pass, uploads as long as pictures may be', async () => {
      expect(await (await send('POST', '/api/events', Buffer.alloc(2 * MB))).json()).toEqual({ bytes: 2 * MB });
      for (const path of ['/api/media', '/api/documents'])
        expect(await (await send('POST', path, Buffer.alloc(21 * MB))).json()).toEqual({ bytes: 21 * MB });
      expect(JSON.parse((await sendChunked('/api/events', 4)).text)).toEqual({ bytes: 2 * MB });
    });

    it('that are longer are refused in German, as Payload words its errors', async () => {
      for (const path of ['/api/events', '/api/users/login', '/api/mediathek', '/admin/login']) {
        const answer = await send('POST', path, Buffer.alloc(2 * MB + 1));
        expect([path, answer.status]).toEqual([path, 413]);
        expect(await answer.text()).toContain('Erlaubt sind 2 MB');
      }
      const answer = await send('PATCH', '/api/media/1?depth=0', Buffer.alloc(22 * MB + 1));
      expect([answer.status, await answer.json()]).toEqual([
        413,
        { errors: [{ message: 'Die Datei ist größer als 20 MB. Bitte verkleinern Sie sie.' }] },
      ]);
    });

    it('are counted when nobody says how long they are', async () => {
      for (let time = 0; time < 3; time++) {
        const answer = await sendChunked('/api/events', 40);
        expect([answer.status, JSON.parse(answer.text)]).toEqual([
          413,
          { errors: [{ message: expect.stringContaining('Erlaubt sind 2 MB') }] },
        ]);
      }
    });
  });

  describe('writing', () => {
    it('without a login is limited, whatever is written, and refused in German', async () => {
      await exhaust('/api/events');
      for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
        const answer = await send(method, '/api/news-items/1');
        expect([answer.status, await answer.json()]).toEqual([429, { errors: [{ message: TOO_MANY }] }]);
      }
      const forged = await send('POST', '/api/events', '{}', { cookie: 'payload-token=x', origin: ORIGIN });
      expect(forged.status).toBe(429);
    });

    it('with a login is not, and reading never', async () => {
      await exhaust('/api/events');
      expect((await send('GET', '/api/events')).status).toBe(200);
      const cookie = `payload-token=${token}`;
      expect((await send('POST', '/api/events', '{}', { cookie, origin: ORIGIN })).status).toBe(200);
      expect((await send('POST', '/api/events', '{}', { cookie, origin: 'https://boese.example' })).status).toBe(429);
    });

    it('is counted for each address that a named proxy tells, not for one that the reader makes up', async () => {
      await exhaust('/api/events', { 'x-forwarded-for': '203.0.113.7' });
      const from = async (addresses: string) =>
        (await send('POST', '/api/events', '{}', { 'x-forwarded-for': addresses })).status;
      expect(await from('203.0.113.8')).toBe(200);
      expect(await from('198.51.100.1, 203.0.113.7')).toBe(429);
    });

    it('where no proxy is named believes nobody', async () => {
      await site.close();
      site = await openPublicSite(house.payload, { behind: readAll });
      await exhaust('/api/events', { 'x-forwarded-for': '203.0.113.7' });
      expect((await send('POST', '/api/events', '{}', { 'x-forwarded-for': '203.0.113.8' })).status).toBe(429);
    });
  });

  it('lets who has tried too many passwords still ask for a mail, and write', async () => {
    await exhaust('/api/users/login');
    const refused = await send('POST', '/api/users/login', '{}', { cookie: `payload-token=${token}`, origin: ORIGIN });
    expect([refused.status, await refused.json()]).toEqual([429, { errors: [{ message: TOO_MANY }] }]);
    for (const path of ['/api/users/forgot-password', '/api/users/reset-password', '/api/events'])
      expect((await send('POST', path, '{}')).status).toBe(200);
  });

  it('keeps the links of mails apart', async () => {
    for (let round = 0; round < 10; round++)
      await Promise.all(Array.from({ length: 30 }, () => send('POST', '/bestaetigen/x', new URLSearchParams())));
    const refused = await send('POST', '/bestaetigen/x', new URLSearchParams());
    expect([refused.status, await refused.text()]).toEqual([429, TOO_MANY]);
    expect((await send('POST', '/abmelden/x', new URLSearchParams())).status).toBe(404);
  });

  it('takes the one click of many people from one address, as mail providers send them', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 14; round++)
      for (const { status } of await Promise.all(
        Array.from({ length: 30 }, () => send('POST', '/abmelden/x', new URLSearchParams('List-Unsubscribe=One-Click'))),
      ))
        statuses.add(status);
    expect([...statuses]).toEqual([404]);
  });
});
