import type { RequestHandler } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRest } from './access-doors';
import { bootHouse, type House } from './boot';
import { openPublicSite } from './site';

const HTTPS = 'https://nordsued.example.org';
const ACCOUNT = { email: 'anna@example.org', password: 'ein langes Passwort' };

/** In the place of Next, which adds nothing to what is asked here. */
const admin: RequestHandler = (_request, response) => {
  response.send('admin');
};

describe('headers of a site reached by https', () => {
  let house: House;
  beforeAll(async () => {
    house = await bootHouse('sqlite', 'headers', HTTPS);
    await house.payload.create({ collection: 'users', data: { ...ACCOUNT, name: 'Anna', role: 'admin', language: 'de' } });
  });
  afterAll(() => house?.stop());

  const headersOf = async (path: string, publicUrl = HTTPS): Promise<Headers> => {
    const site = await openPublicSite(house.payload, { publicUrl, behind: admin });
    const { headers } = await fetch(site.url + path);
    await site.close();
    return headers;
  };

  it.each(['/', '/feeds/alle.xml', '/health/live', '/nirgends', '/admin', '/api/events', '/_next/x.js'])(
    'of %s keep browsers on https, to the type we say and from what no page needs',
    async (path) => {
      const headers = await headersOf(path);
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\)/);
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('promise no https where there is none', async () => {
    for (const path of ['/', '/admin'])
      expect((await headersOf(path, 'http://localhost:3000')).get('strict-transport-security')).toBeNull();
  });

  it('let public pages run no script and stand in no frame', async () => {
    const policy = (await headersOf('/')).get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
  });

  it('let the admin load nothing from others and stand in frames of its own only', async () => {
    const headers = await headersOf('/admin');
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'self'", "frame-ancestors 'self'", "object-src 'none'", "base-uri 'self'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:(?!\/\/nordsued\.example\.org)/);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('give the cookie of a login to https only, and to no script', async () => {
    const { status, headers } = await openRest(house)('POST', '/users/login', { body: ACCOUNT });
    expect(status).toBe(200);
    for (const rule of [/^payload-token=/, /; Secure/, /; HttpOnly/, /; SameSite=Lax/])
      expect(headers.get('set-cookie')).toMatch(rule);
  });
});
